package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateApplication changes an application, if its version is still the one that the caller read. An empty
// name means no change.
func (uc *UseCases) UpdateApplication(ctx context.Context, id string, version int64, name string) (*Application, error) {
	a, err := uc.kernel.AuthorizeApplication(ctx, id)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = a.Name
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		renamed, err := tx.RenameApplication(id, version, name)
		if err != nil {
			return err
		}
		if !renamed {
			return core.ErrVersion
		}
		if a, err = tx.FindApplication(id); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionApplicationUpdate, &models.Tenant{ApplicationID: id}, ""))
	})
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}
