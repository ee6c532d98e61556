package tenants

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateApplication creates an application without tenants.
func (uc *UseCases) CreateApplication(ctx context.Context, name string) (*Application, error) {
	a := &models.Application{ID: secret.NewShortID(), Name: name}
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		a.CreatedAt, a.UpdatedAt = tx.Now, tx.Now
		if err := tx.InsertApplication(a); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionApplicationCreate, &models.Tenant{ApplicationID: a.ID}, ""))
	})
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}
