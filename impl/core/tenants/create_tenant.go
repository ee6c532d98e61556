package tenants

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateTenantInput describes a new tenant, in a new application if none is named.
type CreateTenantInput struct {
	ApplicationID   string
	ApplicationName string
	Name            string
	Hosts           []string
	Default         bool
	Settings        core.Settings // where they differ from the built-in ones they become its own rules
}

// newTenant stands for a tenant that has no id yet, in the question who reaches it: no
// list of tenants holds it.
const newTenant = "new"

// hostTaken says the store's words for what can go wrong with a tenant.
func hostTaken(err error) error {
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return core.ErrHostTaken
	case errors.Is(err, store.ErrNotFound):
		return core.ErrApplicationNotFound
	}
	return err
}

// CreateTenant writes a tenant and, if need be, its application.
func (uc *UseCases) CreateTenant(ctx context.Context, in CreateTenantInput) (*Tenant, error) {
	if v := policy.ValidateSettings(in.Settings); len(v) > 0 {
		return nil, core.ErrSettings.With(v...)
	}
	if in.ApplicationID != "" && !caller.From(ctx).InScope(in.ApplicationID, newTenant, "") {
		return nil, core.ErrApplicationNotFound
	}
	t := &models.Tenant{
		ID: secret.NewShortID(), ApplicationID: in.ApplicationID, Name: in.Name, IsDefault: in.Default,
		LevelPolicy: models.LevelPolicy{Policy: models.Difference(models.DefaultSettings(), in.Settings)},
	}
	var created *Tenant
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		if in.ApplicationID == "" {
			a := &models.Application{ID: secret.NewShortID(), Name: in.ApplicationName, CreatedAt: tx.Now, UpdatedAt: tx.Now}
			if err := tx.InsertApplication(a); err != nil {
				return err
			}
			t.ApplicationID = a.ID
		}
		t.CreatedAt, t.UpdatedAt = tx.Now, tx.Now
		if err := hostTaken(tx.InsertTenant(t)); err != nil {
			return err
		}
		if err := tx.AppendEvent(core.NewEvent(ctx, models.ActionTenantCreate, t, "")); err != nil {
			return err
		}
		if err := uc.setHosts(ctx, tx, t, in.Hosts); err != nil {
			return err
		}
		created, err = uc.readHosted(tx.Reader, t.ID) // with what it inherits
		return err
	})
	if err != nil {
		return nil, err
	}
	return created, nil
}
