package store

import (
	"errors"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// DueWarnings lists credentials whose owners are to be told of the coming expiry, the
// longest due first, but none of those users that are named.
func (rd *Reader) DueWarnings(limit int, but ...string) ([]models.Credential, error) {
	return list[models.Credential](rd, "warn_at, user_id", limit, "warn_at <= ? AND user_id NOT IN ?", rd.Now, append([]string{""}, but...))
}

// MoveWarning sets when the next warning is due. It answers false if the credential is
// no longer as it was read: somebody else warned, or the password changed.
func (tx *Tx) MoveWarning(read *models.Credential, next *time.Time) (bool, error) {
	return one(tx.db.Model(&models.Credential{}).
		Where("user_id = ? AND version = ? AND warn_at = ?", read.UserID, read.Version, read.WarnAt).
		Updates(map[string]any{"warn_at": next}))
}

// SetWarning sets when the next warning is due, if the password is still the one that was
// read.
func (tx *Tx) SetWarning(read *models.Credential, next *time.Time) error {
	_, err := one(tx.db.Model(&models.Credential{}).Where("user_id = ? AND version = ?", read.UserID, read.Version).
		Updates(map[string]any{"warn_at": next}))
	return err
}

// RewarnTenant has the warnings of a tenant's users scheduled anew, from the first user on.
func (tx *Tx) RewarnTenant(tenantID string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID).UpdateColumn("rewarn_after", ""))
	return err
}

// RewarnTenantsOf does the same for all tenants of an application.
func (tx *Tx) RewarnTenantsOf(applicationID string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("application_id = ?", applicationID).UpdateColumn("rewarn_after", ""))
	return err
}

// TenantToRewarn names a tenant whose warnings are being scheduled anew, but none of those
// named, or none.
func (rd *Reader) TenantToRewarn(but ...string) (string, error) {
	row := &models.Tenant{}
	err := translate(rd.db.Select("id").Where("rewarn_after IS NOT NULL AND id NOT IN ?", append([]string{""}, but...)).
		Order("rewarn_after, id").Take(row).Error)
	if errors.Is(err, ErrNotFound) {
		return "", nil
	}
	return row.ID, err
}

// HeldTenant takes a tenant until the transaction ends, and then reads it, with the user
// behind whom warnings are to be scheduled anew; nil: there is none.
func (tx *Tx) HeldTenant(id string) (*models.Tenant, *string, error) {
	held, err := tx.HoldTenant(id)
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

// CredentialsAfter lists the credentials of a tenant's users in the order of their ids,
// from behind one of them, and names the user behind whom there are more; nil: these were
// the last. He may have no credential any more: he was deleted since his id was read.
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

// RewarnedUntil notes behind whom the warnings of a tenant are still to be scheduled anew;
// nil: they all are.
func (tx *Tx) RewarnedUntil(tenantID string, userID *string) error {
	_, err := all(tx.db.Model(&models.Tenant{}).Where("id = ?", tenantID).UpdateColumn("rewarn_after", userID))
	return err
}
