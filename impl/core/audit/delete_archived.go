package audit

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/trail"
)

// DeleteArchived deletes the archived events, chain by chain and in batches. After each batch, it
// calls afterBatch with the number of deleted rows, so that the caller can pause for other work.
func (uc *UseCases) DeleteArchived(ctx context.Context, tenantID string, afterBatch func(rows int) error) error {
	return uc.forEachChain(ctx, tenantID, func(tenantID string) error {
		anchor, err := uc.store.Read(ctx).FindCheckpoint(trail.AnchorID(tenantID))
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		for n := 1; err == nil && n > 0; {
			if n, err = uc.store.Write(ctx).DeleteArchived(anchor, archivedAtATime); err == nil {
				err = afterBatch(n)
			}
		}
		return err
	})
}

// archivedAtATime is the largest number of archived events that one statement deletes.
const archivedAtATime = 500
