package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateTenantInput says what to change of a tenant.
type UpdateTenantInput struct {
	ID      string
	Version int64
	Name    string    // empty: no change
	Hosts   *[]string // nil: no change
}

// UpdateTenant changes a tenant, if its version is still the one that the caller read.
func (uc *UseCases) UpdateTenant(ctx context.Context, in UpdateTenantInput) (*Tenant, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	var out *Tenant
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		renamed, err := tx.RenameTenant(in.ID, in.Version, in.Name)
		if err != nil {
			return err
		}
		if !renamed {
			return core.ErrVersion
		}
		if in.Hosts != nil {
			if err := uc.setHosts(ctx, tx, t, *in.Hosts); err != nil {
				return err
			}
		}
		if out, err = uc.readTenant(tx.Reader, in.ID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionTenantUpdate, t, ""))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
