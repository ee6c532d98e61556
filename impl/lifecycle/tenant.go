package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Tenant owns users and decides their rules.
type Tenant struct {
	ID            string
	ApplicationID string
	Name          string
	Default       bool
	Version       int64 // grows with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	Settings      Settings      // that hold for its users
	Hosts         []string      // that select it
	Pending       []PendingHost // that it asks for
}

// tenantOf leaves out the hosts, which rest in tables of their own.
func tenantOf(row *models.Tenant) Tenant {
	return Tenant{
		ID: row.ID, ApplicationID: row.ApplicationID, Name: row.Name, Default: row.IsDefault, Version: row.Version,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Settings: row.Settings,
	}
}

// ListTenants lists the tenants that the caller reaches, of one application if it is
// named, and tells whether there are more behind them.
func (c *Core) ListTenants(ctx context.Context, applicationID string, p Page) ([]Tenant, bool, error) {
	rd := c.store.Read(ctx)
	rows, more, err := rd.ListTenants(reach(ctx), applicationID, p.stored())
	if err != nil {
		return nil, false, err
	}
	out, err := c.withHosts(rd, rows...)
	return out, more, err
}

// FindTenant reads a tenant that the caller reaches.
func (c *Core) FindTenant(ctx context.Context, id string) (*Tenant, error) {
	t, err := c.reachedTenant(ctx, id)
	if err != nil {
		return nil, err
	}
	out, err := c.withHosts(c.store.Read(ctx), *t)
	if err != nil {
		return nil, err
	}
	return &out[0], nil
}

// readHosted reads a tenant with its hosts.
func (c *Core) readHosted(rd *store.Reader, id string) (*Tenant, error) {
	t, err := rd.FindTenant(id)
	if err != nil {
		return nil, err
	}
	out, err := c.withHosts(rd, *t)
	if err != nil {
		return nil, err
	}
	return &out[0], nil
}

func (c *Core) reachedTenant(ctx context.Context, id string) (*models.Tenant, error) {
	t, err := c.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.ID, "") {
		return nil, ErrTenantNotFound
	}
	return t, err
}

// UpdateTenant says what to change of a tenant.
type UpdateTenant struct {
	ID      string
	Version int64
	Name    string    // empty: stays
	Hosts   *[]string // nil: stay
}

// UpdateTenant changes a version of a tenant.
func (c *Core) UpdateTenant(ctx context.Context, in UpdateTenant) (*Tenant, error) {
	t, err := c.reachedTenant(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	var out *Tenant
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RenameTenant(in.ID, in.Version, in.Name)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		if in.Hosts != nil {
			if err := c.setHosts(ctx, tx, t, *in.Hosts); err != nil {
				return err
			}
		}
		if out, err = c.readHosted(tx.Reader, in.ID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionTenantUpdate, t, ""))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// DeleteTenant deletes a tenant without users, and ends its keys.
func (c *Core) DeleteTenant(ctx context.Context, id string, version int64) error {
	t, err := c.reachedTenant(ctx, id)
	if err != nil {
		return err
	}
	if t.IsDefault {
		return ErrTenantIsDefault
	}
	return c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.DeleteTenant(id, version)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		users, err := tx.CountUsers(id)
		if err != nil {
			return err
		}
		if users > 0 {
			return ErrTenantNotEmpty
		}
		if _, err := tx.RevokeAPIKeysOf(t.ApplicationID, id); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionTenantDelete, t, ""))
	})
}
