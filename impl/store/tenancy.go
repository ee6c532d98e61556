package store

import (
	"errors"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// InsertApplication writes a new application.
func (tx *Tx) InsertApplication(a *models.Application) error {
	a.Version, a.PolicyVersion = 1, 1
	return insert(tx, a)
}

// FindApplication reads one application.
func (rd *Reader) FindApplication(id string) (*models.Application, error) {
	return take[models.Application](rd, "id = ?", id)
}

// ListApplications lists the applications in scope.
func (rd *Reader) ListApplications(s Scope, p Page) ([]models.Application, bool, error) {
	return page[models.Application](s.within(rd.db, "id", "", ""), p)
}

// RenameApplication changes the name of an application at a version. It returns false if the
// application has another version.
func (tx *Tx) RenameApplication(id string, version int64, name string) (bool, error) {
	return one(at(tx.db.Model(&models.Application{}).Where("id = ?", id), version).
		Updates(map[string]any{"name": name, "version": gorm.Expr("version + 1"), "updated_at": tx.Now}))
}

// LockApplicationRow prevents the deletion of an application until this transaction ends. It returns
// false if the application does not exist.
func (tx *Tx) LockApplicationRow(id string) (bool, error) {
	return one(tx.db.Model(&models.Application{}).Where("id = ?", id).UpdateColumn("version", gorm.Expr("version")))
}

// DeleteApplication deletes an application at a version. A transaction that adds a tenant waits
// for the end of this one, so the caller can count the tenants afterwards.
func (tx *Tx) DeleteApplication(id string, version int64) (bool, error) {
	return one(at(tx.db.Where("id = ?", id), version).Delete(&models.Application{}))
}

// CountTenants counts the tenants of an application.
func (rd *Reader) CountTenants(applicationID string) (int64, error) {
	var n int64
	err := rd.db.Model(&models.Tenant{}).Where("application_id = ?", applicationID).Count(&n).Error
	return n, translate(err)
}

// InsertTenant writes a new tenant of an application.
func (tx *Tx) InsertTenant(t *models.Tenant) error {
	held, err := tx.LockApplicationRow(t.ApplicationID)
	if err != nil {
		return err
	}
	if !held {
		return ErrNotFound
	}
	t.Version, t.PolicyVersion = 1, 1
	return insert(tx, t)
}

// ListTenants lists the tenants in scope; an application id limits the list to its tenants.
func (rd *Reader) ListTenants(s Scope, applicationID string, p Page) ([]models.Tenant, bool, error) {
	q := s.within(rd.db, "application_id", "id", "")
	if applicationID != "" {
		q = q.Where("application_id = ?", applicationID)
	}
	rows, more, err := page[models.Tenant](q.Select(tenantColumns), p)
	if err != nil {
		return nil, false, err
	}
	return rows, more, resolve(rows)
}

// RenameTenant changes the name of a tenant at a version; an empty name changes nothing. It
// returns false if the tenant has another version.
func (tx *Tx) RenameTenant(id string, version int64, name string) (bool, error) {
	change := map[string]any{"version": gorm.Expr("version + 1"), "updated_at": tx.Now}
	if name != "" {
		change["name"] = name
	}
	return one(at(tx.db.Model(&models.Tenant{}).Where("id = ?", id), version).Updates(change))
}

// TenantNumberUsed reports whether a tenant has a number.
func (rd *Reader) TenantNumberUsed(number int32) (bool, error) {
	var n int64
	err := rd.db.Model(&models.Tenant{}).Where("number = ?", number).Count(&n).Error
	return n > 0, translate(err)
}

// NumberTenant gives a tenant a number, unless it has one.
func (tx *Tx) NumberTenant(id string, number int32) error {
	_, err := one(tx.db.Model(&models.Tenant{}).Where("id = ? AND number IS NULL", id).UpdateColumn("number", number))
	return err
}

// LockTenantRow prevents the deletion of a tenant until this transaction ends. It returns false if
// the tenant does not exist.
func (tx *Tx) LockTenantRow(id string) (bool, error) {
	return one(tx.db.Model(&models.Tenant{}).Where("id = ?", id).UpdateColumn("version", gorm.Expr("version")))
}

// DeleteTenant deletes a tenant at a version, with its hosts and claimed ids. A transaction that adds a user waits
// for the end of this one, so the caller can count the users afterwards.
func (tx *Tx) DeleteTenant(id string, version int64) (bool, error) {
	mine, err := one(at(tx.db.Where("id = ?", id), version).Delete(&models.Tenant{}))
	if err != nil || !mine {
		return false, err
	}
	return true, errors.Join(tx.deleteHosts(id), tx.deleteClaimedIDs(id))
}

// CountUsers counts the users of a tenant.
func (rd *Reader) CountUsers(tenantID string) (int64, error) {
	var n int64
	err := rd.db.Model(&models.User{}).Where("tenant_id = ?", tenantID).Count(&n).Error
	return n, translate(err)
}

// tenantColumns are those of a tenant, and the rules that its application lends it.
const tenantColumns = "id, application_id, name, number, is_default, version, policy, policy_preset, policy_version, created_at, updated_at, " +
	"(SELECT applications.policy FROM applications WHERE applications.id = tenants.application_id) AS application_policy"

// tenants reads tenants with their settings, in one statement.
func (rd *Reader) tenants(order string, limit int, where string, args ...any) ([]models.Tenant, error) {
	if endsInBlank(args) {
		return nil, nil
	}
	rows, err := list[models.Tenant](&Reader{Now: rd.Now, db: rd.db.Select(tenantColumns)}, order, limit, where, args...)
	if err != nil {
		return nil, err
	}
	return rows, resolve(rows)
}

func resolve(rows []models.Tenant) error {
	for i := range rows {
		if err := rows[i].Resolve(); err != nil {
			return err
		}
	}
	return nil
}

// tenant reads the first of tenants.
func (rd *Reader) tenant(order, where string, args ...any) (*models.Tenant, error) {
	rows, err := rd.tenants(order, 1, where, args...)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNotFound
	}
	return &rows[0], nil
}

// FindTenant reads one tenant.
func (rd *Reader) FindTenant(id string) (*models.Tenant, error) {
	return rd.tenant("id", "id = ?", id)
}

// TenantsNamed lists at most two tenants of a name, to tell whether it is unique.
func (rd *Reader) TenantsNamed(name string) ([]models.Tenant, error) {
	return rd.tenants("id", 2, "name = ?", name)
}

// FindDefaultTenant reads the tenant of requests that name none.
func (rd *Reader) FindDefaultTenant() (*models.Tenant, error) {
	return rd.tenant("id", "is_default = ?", true)
}

// FindTenantOf reads the default tenant of an application, or its first one.
func (rd *Reader) FindTenantOf(applicationID string) (*models.Tenant, error) {
	return rd.tenant("is_default DESC, id", "application_id = ?", applicationID)
}
