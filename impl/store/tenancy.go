package store

import "github.com/rekeyhq/rekey/models"

// InsertApplication writes a new application.
func (tx *Tx) InsertApplication(a *models.Application) error { return insert(tx, a) }

// FindApplication reads one application.
func (tx *Tx) FindApplication(id string) (*models.Application, error) {
	return take[models.Application](tx, "id = ?", id)
}

// InsertTenant writes a new tenant and the hosts that select it.
func (tx *Tx) InsertTenant(t *models.Tenant, hosts ...string) error {
	if err := insert(tx, t); err != nil {
		return err
	}
	for _, h := range hosts {
		if err := insert(tx, &models.TenantHost{Host: h, TenantID: t.ID}); err != nil {
			return err
		}
	}
	return nil
}

// FindTenant reads one tenant.
func (tx *Tx) FindTenant(id string) (*models.Tenant, error) {
	return take[models.Tenant](tx, "id = ?", id)
}

// TenantsNamed lists tenants of that name, two at most: names are not unique.
func (tx *Tx) TenantsNamed(name string) ([]models.Tenant, error) {
	return list[models.Tenant](tx, "id", 2, "name = ?", name)
}

// FindTenantByHost reads the tenant that a host selects, else the default tenant.
func (tx *Tx) FindTenantByHost(host string) (*models.Tenant, error) {
	h, err := take[models.TenantHost](tx, "host = ?", host)
	if err == nil {
		return tx.FindTenant(h.TenantID)
	}
	if err != ErrNotFound {
		return nil, err
	}
	return take[models.Tenant](tx, "is_default = ?", true)
}

// FindTenantOf reads the default or else first tenant of an application.
func (tx *Tx) FindTenantOf(applicationID string) (*models.Tenant, error) {
	rows, err := list[models.Tenant](tx, "is_default DESC, id", 1, "application_id = ?", applicationID)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// SaveSettings replaces a tenant's settings.
func (tx *Tx) SaveSettings(tenantID string, s models.Settings) (bool, error) {
	return one(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID).
		Select("settings", "updated_at").Updates(&models.Tenant{Settings: s, UpdatedAt: tx.Now}))
}
