package tenants

import (
	"time"

	"github.com/rekeyhq/rekey/impl/core"
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
	Settings      core.Settings // that hold for its users
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

// readHosted reads a tenant with its hosts.
func (uc *UseCases) readHosted(rd *store.Reader, id string) (*Tenant, error) {
	t, err := rd.FindTenant(id)
	if err != nil {
		return nil, err
	}
	out, err := uc.withHosts(rd, *t)
	if err != nil {
		return nil, err
	}
	return &out[0], nil
}
