package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// DeleteApplication deletes an application that has no tenants, and revokes its API keys.
func (uc *UseCases) DeleteApplication(ctx context.Context, id string, version int64) error {
	if _, err := uc.kernel.AuthorizeApplication(ctx, id); err != nil {
		return err
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		deleted, err := tx.DeleteApplication(id, version)
		if err != nil {
			return err
		}
		if !deleted {
			return core.ErrVersion
		}
		tenants, err := tx.CountTenants(id)
		if err != nil {
			return err
		}
		if tenants > 0 {
			return core.ErrApplicationNotEmpty
		}
		if _, err := tx.RevokeAPIKeysOf(id, ""); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionApplicationDelete, &models.Tenant{ApplicationID: id}, ""))
	})
}
