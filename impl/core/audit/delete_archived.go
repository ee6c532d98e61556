package audit

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
)

// archivedAtATime bounds a statement that deletes what was archived.
const archivedAtATime = 500

// DeleteArchived deletes what was archived, chain by chain and a batch at a time. Behind
// each batch it says how many rows that were: there others have their turn.
func (uc *UseCases) DeleteArchived(ctx context.Context, tenantID string, behind func(rows int) error) error {
	return uc.eachChain(ctx, tenantID, func(tenantID string) error {
		anchor, err := uc.store.Read(ctx).FindCheckpoint(trail.AnchorID(tenantID))
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		for n := 1; err == nil && n > 0; {
			if n, err = uc.store.Write(ctx).DeleteArchived(anchor, archivedAtATime); err == nil {
				err = behind(n)
			}
		}
		return err
	})
}
