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
	Number          int32 // 0: a new one is drawn
	Hosts           []string
	Default         bool
	Settings        core.Settings // what differs from the built-in settings becomes the rules of the tenant
}

// newTenant is the id of a tenant that does not exist yet, for the check of the caller's scope. No list
// of tenants contains it.
const newTenant = "new"

// CreateTenant creates a tenant and, if none is named, its application.
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
		if err := chooseNumber(tx.Reader, t, in.Number); err != nil {
			return err
		}
		err = tx.InsertTenant(t)
		if errors.Is(err, store.ErrDuplicate) {
			return core.ErrTenantNumberTaken // another request was faster
		}
		if err := tenantFault(err); err != nil {
			return err
		}
		if err := tx.AppendEvent(core.NewEvent(ctx, models.ActionTenantCreate, t, "")); err != nil {
			return err
		}
		if err := uc.setHosts(ctx, tx, t, in.Hosts); err != nil {
			return err
		}
		created, err = uc.readTenant(tx.Reader, t.ID) // with the inherited settings
		return err
	})
	if err != nil {
		return nil, err
	}
	return created, nil
}

// tenantFault names what the store refused of a tenant or its host.
func tenantFault(err error) error {
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return core.ErrHostTaken
	case errors.Is(err, store.ErrNotFound):
		return core.ErrApplicationNotFound
	}
	return err
}
