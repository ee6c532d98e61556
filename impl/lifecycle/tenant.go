package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// HostedTenant is a tenant with the hosts that select it.
type HostedTenant struct {
	models.Tenant
	Hosts []string
}

// ListTenants lists the tenants that the caller reaches, of one application if it is
// named, and tells whether there are more behind them.
func (c *Core) ListTenants(ctx context.Context, applicationID string, p store.Page) ([]HostedTenant, bool, error) {
	tx := c.Store.Read(ctx)
	rows, more, err := tx.ListTenants(reach(ctx), applicationID, p)
	if err != nil {
		return nil, false, err
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	hosts, err := tx.HostsOf(ids...)
	if err != nil {
		return nil, false, err
	}
	out := make([]HostedTenant, len(rows))
	for i, t := range rows {
		out[i] = HostedTenant{Tenant: t, Hosts: hosts[t.ID]}
	}
	return out, more, nil
}

// FindTenant reads a tenant that the caller reaches.
func (c *Core) FindTenant(ctx context.Context, id string) (*HostedTenant, error) {
	t, err := c.reachedTenant(ctx, id)
	if err != nil {
		return nil, err
	}
	hosts, err := c.Store.Read(ctx).HostsOf(id)
	if err != nil {
		return nil, err
	}
	return &HostedTenant{Tenant: *t, Hosts: hosts[id]}, nil
}

func (c *Core) reachedTenant(ctx context.Context, id string) (*models.Tenant, error) {
	t, err := c.Store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).Reaches(t.ApplicationID, t.ID, "") {
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
func (c *Core) UpdateTenant(ctx context.Context, in UpdateTenant) (*HostedTenant, error) {
	t, err := c.reachedTenant(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	out := &HostedTenant{}
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RenameTenant(in.ID, in.Version, in.Name)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		if in.Hosts != nil {
			if err := hostTaken(tx.ReplaceHosts(in.ID, hostNames(*in.Hosts))); err != nil {
				return err
			}
		}
		if t, err = tx.FindTenant(in.ID); err != nil {
			return err
		}
		hosts, err := tx.HostsOf(in.ID)
		if err != nil {
			return err
		}
		*out = HostedTenant{Tenant: *t, Hosts: hosts[in.ID]}
		return tx.AppendEvent(event(ctx, "tenant.update", t, ""))
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
		return tx.AppendEvent(event(ctx, "tenant.delete", t, ""))
	})
}
