package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrSettings lists the settings that are out of bounds.
var ErrSettings = fault.New(fault.Invalid, "settings_invalid", "The tenant's settings are out of bounds.")

// CreateTenant describes a new tenant, in a new application if none is named.
type CreateTenant struct {
	ApplicationID   string
	ApplicationName string
	Name            string
	Hosts           []string
	Default         bool
	Settings        Settings // where they differ from the built-in ones they become its own rules
}

// newTenant stands for a tenant that has no id yet, in the question who reaches it: no
// list of tenants holds it.
const newTenant = "new"

// hostTaken says the store's words for what can go wrong with a tenant.
func hostTaken(err error) error {
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return ErrHostTaken
	case errors.Is(err, store.ErrNotFound):
		return ErrApplicationNotFound
	}
	return err
}

// CreateTenant writes a tenant and, if need be, its application.
func (c *Core) CreateTenant(ctx context.Context, in CreateTenant) (*Tenant, error) {
	if v := policy.ValidateSettings(in.Settings); len(v) > 0 {
		return nil, ErrSettings.With(v...)
	}
	if in.ApplicationID != "" && !caller.From(ctx).InScope(in.ApplicationID, newTenant, "") {
		return nil, ErrApplicationNotFound
	}
	t := &models.Tenant{
		ID: secret.NewShortID(), ApplicationID: in.ApplicationID, Name: in.Name, IsDefault: in.Default,
		LevelPolicy: models.LevelPolicy{Policy: models.Difference(models.DefaultSettings(), in.Settings)},
	}
	var created *Tenant
	err := c.commit(ctx, func(tx *store.Tx) (err error) {
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
		if err := tx.AppendEvent(event(ctx, models.ActionTenantCreate, t, "")); err != nil {
			return err
		}
		if err := c.setHosts(ctx, tx, t, in.Hosts); err != nil {
			return err
		}
		created, err = c.readHosted(tx.Reader, t.ID) // with what it inherits
		return err
	})
	if err != nil {
		return nil, err
	}
	return created, nil
}
