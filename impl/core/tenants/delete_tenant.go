package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// DeleteTenant deletes a tenant that has no users, and revokes its API keys.
func (uc *UseCases) DeleteTenant(ctx context.Context, id string, version int64) error {
	t, err := uc.kernel.AuthorizeTenant(ctx, id)
	if err != nil {
		return err
	}
	if t.IsDefault {
		return core.ErrTenantIsDefault
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		deleted, err := tx.DeleteTenant(id, version)
		if err != nil {
			return err
		}
		if !deleted {
			return core.ErrVersion
		}
		users, err := tx.CountUsers(id)
		if err != nil {
			return err
		}
		if users > 0 {
			return core.ErrTenantNotEmpty
		}
		if _, err := tx.RevokeAPIKeysOf(t.ApplicationID, id); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionTenantDelete, t, ""))
	})
}
