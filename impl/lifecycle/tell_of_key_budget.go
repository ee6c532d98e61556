package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// TellOfKeyBudget writes down that the calling API key spent a budget, so that an operator
// finds out which one it is. Metrics must not name keys: there are any number of them.
func (c *Core) TellOfKeyBudget(ctx context.Context, keyID, budget string) error {
	who := caller.From(ctx)
	e := event(ctx, "budget.spent", &models.Tenant{ID: who.TenantID, ApplicationID: who.ApplicationID}, "")
	if who.Kind == caller.User {
		e.UserID = who.ID
	}
	e.Outcome, e.Detail = "refused", "key "+keyID+": "+budget
	return c.commit(ctx, func(tx *store.Tx) error { return tx.AppendEvent(e) })
}
