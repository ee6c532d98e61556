package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Application owns tenants.
type Application struct {
	ID        string
	Name      string
	Version   int64 // grows with every change
	CreatedAt time.Time
	UpdatedAt time.Time
}

func applicationOf(row *models.Application) Application {
	return Application{ID: row.ID, Name: row.Name, Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt}
}

// CreateApplication writes an application without tenants.
func (c *Core) CreateApplication(ctx context.Context, name string) (*Application, error) {
	a := &models.Application{ID: secret.NewShortID(), Name: name}
	err := c.commit(ctx, func(tx *store.Tx) error {
		a.CreatedAt, a.UpdatedAt = tx.Now, tx.Now
		if err := tx.InsertApplication(a); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionApplicationCreate, &models.Tenant{ApplicationID: a.ID}, ""))
	})
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}

// ListApplications lists the applications that the caller reaches, and tells whether
// there are more behind them.
func (c *Core) ListApplications(ctx context.Context, p Page) ([]Application, bool, error) {
	rows, more, err := c.store.Read(ctx).ListApplications(reach(ctx), p.stored())
	return resultsOf(rows, applicationOf), more, err
}

// FindApplication reads an application that the caller reaches: his own.
func (c *Core) FindApplication(ctx context.Context, id string) (*Application, error) {
	a, err := c.reachedApplication(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}

func (c *Core) reachedApplication(ctx context.Context, id string) (*models.Application, error) {
	who := caller.From(ctx)
	if who.Boundary != models.BoundaryPlatform && (who.Boundary != models.BoundaryApplication || who.ApplicationID != id) {
		return nil, ErrApplicationNotFound
	}
	a, err := c.store.Read(ctx).FindApplication(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrApplicationNotFound
	}
	return a, err
}

// UpdateApplication changes a version of an application. An empty name stays.
func (c *Core) UpdateApplication(ctx context.Context, id string, version int64, name string) (*Application, error) {
	a, err := c.reachedApplication(ctx, id)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = a.Name
	}
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RenameApplication(id, version, name)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		if a, err = tx.FindApplication(id); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionApplicationUpdate, &models.Tenant{ApplicationID: id}, ""))
	})
	if err != nil {
		return nil, err
	}
	return new(applicationOf(a)), nil
}

// DeleteApplication deletes an application without tenants, and ends its keys.
func (c *Core) DeleteApplication(ctx context.Context, id string, version int64) error {
	if _, err := c.reachedApplication(ctx, id); err != nil {
		return err
	}
	return c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.DeleteApplication(id, version)
		if err != nil {
			return err
		}
		if !mine {
			return ErrVersion
		}
		tenants, err := tx.CountTenants(id)
		if err != nil {
			return err
		}
		if tenants > 0 {
			return ErrApplicationNotEmpty
		}
		if _, err := tx.RevokeAPIKeysOf(id, ""); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionApplicationDelete, &models.Tenant{ApplicationID: id}, ""))
	})
}
