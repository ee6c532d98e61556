package tenants

import (
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Tenant owns users, and its settings apply to them.
type Tenant struct {
	ID            string
	ApplicationID string
	Name          string
	Number        *int32 // for APIs whose ids are integers; nil: none was needed yet
	Default       bool
	Version       int64 // increases with every change
	CreatedAt     time.Time
	UpdatedAt     time.Time
	Settings      core.Settings // of its users, with the inherited ones
	Hosts         []string      // they select the tenant
	Pending       []PendingHost // the tenant asked for them
}

// tenantOf makes a result without hosts, which are stored in tables of their own.
func tenantOf(row *models.Tenant) Tenant {
	return Tenant{
		ID: row.ID, ApplicationID: row.ApplicationID, Name: row.Name, Number: row.Number, Default: row.IsDefault, Version: row.Version,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, Settings: row.Settings,
	}
}

// readTenant reads a tenant with its hosts.
func (uc *UseCases) readTenant(rd *store.Reader, id string) (*Tenant, error) {
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
