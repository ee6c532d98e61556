package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListAPIKeys lists the keys whose reach is within the caller's, of one application
// or user if they are named, and tells whether there are more behind them. Reach of lists of tenants
// cannot be compared by the database; an installation has few keys.
func (uc *UseCases) ListAPIKeys(ctx context.Context, applicationID, userID string, p core.Page) ([]APIKey, bool, error) {
	who := caller.From(ctx)
	if who.Boundary != models.BoundaryPlatform {
		if applicationID != "" && applicationID != who.ApplicationID || who.ApplicationID == "" {
			return nil, false, nil
		}
		applicationID = who.ApplicationID
	}
	if who.OnlyHimself() {
		if userID != "" && userID != who.ID {
			return nil, false, nil
		}
		userID = who.ID
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
			if !who.Covers(caller.OfKey(&rows[i])) {
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
