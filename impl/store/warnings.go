package store

import (
	"errors"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// DueWarnings lists credentials whose owners must be warned of the expiry, the longest due
// first, except those of the given users.
func (rd *Reader) DueWarnings(limit int, but ...string) ([]models.Credential, error) {
	return list[models.Credential](rd, "warn_at, user_id", limit, "warn_at <= ? AND user_id NOT IN ?", rd.Now, append([]string{""}, but...))
}

// MoveWarning sets when the next warning is due. It returns false if the credential changed since
// it was read: another server sent the warning, or the password was changed.
func (tx *Tx) MoveWarning(read *models.Credential, next *time.Time) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).
		Where("user_id = ? AND version = ? AND warn_at = ?", read.UserID, read.Version, read.WarnAt).
		Updates(map[string]any{"warn_at": next}))
}

// SetWarning sets when the next warning is due, unless the password was changed since it was
// read.
func (tx *Tx) SetWarning(read *models.Credential, next *time.Time) error {
	_, err := one(tx.db.Model(&models.Credential{}).Where("user_id = ? AND version = ?", read.UserID, read.Version).
		Updates(map[string]any{"warn_at": next}))
	return err
}

// RewarnTenant requests that the warnings of a tenant's users are scheduled again, from the first
// user on.
func (tx *Tx) RewarnTenant(tenantID string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID).UpdateColumn("rewarn_after", ""))
	return err
}

// RewarnTenantsOf is RewarnTenant for all tenants of an application.
func (tx *Tx) RewarnTenantsOf(applicationID string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("application_id = ?", applicationID).UpdateColumn("rewarn_after", ""))
	return err
}

// TenantToRewarn returns a tenant whose warnings must be scheduled again, except the given ones;
// empty if there is none.
func (rd *Reader) TenantToRewarn(but ...string) (string, error) {
	row := &models.Tenant{}
	err := translate(rd.db.Select("id").Where("rewarn_after IS NOT NULL AND id NOT IN ?", append([]string{""}, but...)).
		Order("rewarn_after, id").Take(row).Error)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return row.ID, err
}

// LockAndFindTenant locks the row of a tenant until the transaction ends and reads it, with the user
// after whom warnings must be scheduled again; nil: there is none.
func (tx *Tx) LockAndFindTenant(id string) (*models.Tenant, *string, error) {
	held, err := tx.LockTenantRow(id)
	if err != nil {
		return nil, nil, err
	}
	if !held {
		return nil, nil, ErrNotFound
	}
	row := &models.Tenant{}
	if err := tx.db.Select("rewarn_after").Where("id = ?", id).Take(row).Error; err != nil {
		return nil, nil, translate(err)
	}
	t, err := tx.FindTenant(id)
	return t, row.RewarnAfter, err
}

// CredentialsAfter lists the credentials of a tenant's users in the order of their ids, after the
// given one, and returns the user after whom there are more; nil: these were the last. That user
// may have been deleted since the id was read.
func (rd *Reader) CredentialsAfter(tenantID, userID string, limit int) ([]models.Credential, *string, error) {
	ids := rd.db.Model(&models.User{}).Select("id").Where("tenant_id = ? AND id > ?", tenantID, userID).Order("id").Limit(limit)
	var users []string
	if err := ids.Find(&users).Error; err != nil {
		return nil, nil, translate(err)
	}
	var last *string
	if len(users) == limit {
		last = &users[limit-1]
	}
	rows, err := list[models.Credential](rd, "user_id", limit, "user_id IN ?", append([]string{""}, users...))
	return rows, last, err
}

// RewarnedUntil records the user after whom the warnings of a tenant must still be scheduled
// again; nil: all are scheduled.
func (tx *Tx) RewarnedUntil(tenantID string, userID *string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID).UpdateColumn("rewarn_after", userID))
	return err
}
