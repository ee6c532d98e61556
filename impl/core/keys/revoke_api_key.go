package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RevokeAPIKey ends a key at once and for good; of one that has ended nothing changes.
// The row stays, so that its events can be read.
func (uc *UseCases) RevokeAPIKey(ctx context.Context, id string, version int64) error {
	k, err := uc.heldAPIKey(ctx, id)
	if err != nil {
		return err
	}
	if version != core.AnyVersion && version != k.Version {
		return core.ErrVersion
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RevokeAPIKey(id)
		if err != nil || !mine {
			return err
		}
		return tx.AppendEvent(keyEvent(ctx, models.ActionAPIKeyRevoke, k))
	})
}
