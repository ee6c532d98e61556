package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RevokeAPIKey ends a key immediately and finally. For a revoked key, nothing changes. The row
// stays, so that the events of the key can be read.
func (uc *UseCases) RevokeAPIKey(ctx context.Context, id string, version int64) error {
	k, err := uc.authorizeKeyChange(ctx, id)
	if err != nil {
		return err
	}
	if version != core.AnyVersion && version != k.Version {
		return core.ErrVersion
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		revoked, err := tx.RevokeAPIKey(id)
		if err != nil || !revoked {
			return err
		}
		return tx.AppendEvent(newKeyEvent(ctx, models.ActionAPIKeyRevoke, k))
	})
}
