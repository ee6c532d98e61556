package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListAPIKeys lists the keys in the caller's scope and returns whether more keys follow. An
// application or a user limits the list. The database cannot compare scopes that are lists of
// tenants, so that this function filters the rows: an installation has few keys.
func (uc *UseCases) ListAPIKeys(ctx context.Context, applicationID, userID string, p core.Page) ([]APIKey, bool, error) {
	actor := caller.From(ctx)
	if actor.Boundary != models.BoundaryPlatform {
		if applicationID != "" && applicationID != actor.ApplicationID || actor.ApplicationID == "" {
			return nil, false, nil
		}
		applicationID = actor.ApplicationID
	}
	if actor.OnlyHimself() {
		if userID != "" && userID != actor.ID {
			return nil, false, nil
		}
		userID = actor.ID
	}
	found := []APIKey{}
	read := store.Page{After: p.After, Limit: max(p.Limit, 200)}
	for {
		rows, more, err := uc.store.Read(ctx).ListAPIKeys(applicationID, userID, read)
		if err != nil {
			return nil, false, err
		}
		for i := range rows {
			read.After = rows[i].ID
			if !actor.Covers(caller.OfKey(&rows[i])) {
				continue
			}
			if len(found) == p.Limit {
				return found, true, nil
			}
			found = append(found, apiKeyOf(&rows[i]))
		}
		if !more {
			return found, false, nil
		}
	}
}
