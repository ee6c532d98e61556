package accounts

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// recordEvents appends the audit events of the changes. They name the members that changed,
// never the values.
func (d *userChanges) recordEvents(ctx context.Context, tx *store.Tx, s *core.Subject) error {
	var members []string
	for _, member := range d.members {
		action := eventAction(member)
		if action == "" {
			members = append(members, member)
		} else if err := tx.AppendEvent(core.NewEvent(ctx, action, s.Tenant, s.User.ID)); err != nil {
			return err
		}
	}
	if len(members) == 0 {
		return nil
	}
	e := core.NewEvent(ctx, models.ActionUserUpdate, s.Tenant, s.User.ID)
	e.Detail = strings.Join(members, " ")
	if d.include("boundary", "permissions") {
		e.Detail = truncateDetail(e.Detail + "; " + describeRights(d.next))
	}
	return tx.AppendEvent(e)
}

// eventAction returns the action of a change that has an event of its own. It is empty for
// the others, which share one event.
func eventAction(member string) models.Action {
	switch member {
	case "disable":
		return models.ActionUserDisable
	case "enable":
		return models.ActionUserEnable
	case "lock":
		return models.ActionUserLock
	case "unlock":
		return models.ActionUserUnlock
	}
	return ""
}
