package store

import (
	"bytes"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// InsertUser writes a new user with addresses and the (perhaps empty) credential.
func (tx *Tx) InsertUser(u *models.User, c *models.Credential, addresses ...models.Address) error {
	held, err := tx.LockTenantRow(u.TenantID)
	if err != nil {
		return err
	}
	if !held {
		return ErrNotFound
	}
	if err := insert(tx, u); err != nil {
		return err
	}
	for i := range addresses {
		if err := tx.InsertAddress(&addresses[i]); err != nil {
			return err
		}
	}
	return insert(tx, c)
}

// InsertAddress writes a further address of a user.
func (tx *Tx) InsertAddress(a *models.Address) error { return insert(tx, a) }

// FindUser reads one user.
func (rd *Reader) FindUser(id string) (*models.User, error) {
	return take[models.User](rd, "id = ?", id)
}

// FindUsers reads several users, by id.
func (rd *Reader) FindUsers(ids ...string) (map[string]*models.User, error) {
	rows, err := list[models.User](rd, "id", len(ids)+1, "id IN ?", append([]string{""}, ids...))
	found := make(map[string]*models.User, len(rows))
	for i := range rows {
		found[rows[i].ID] = &rows[i]
	}
	return found, err
}

// FindUserByUsername reads a user of a tenant by the digest of the canonical name. Of several
// keys, the first one that a user has is used.
func (rd *Reader) FindUserByUsername(tenantID string, keys ...[]byte) (*models.User, error) {
	if len(keys) == 1 {
		return take[models.User](rd, "tenant_id = ? AND username_key = ?", tenantID, keys[0])
	}
	rows, err := list[models.User](rd, "id", len(keys), "tenant_id = ? AND username_key IN ?", tenantID, keys)
	return first(rows, err, keys, func(u *models.User) []byte { return u.UsernameKey })
}

// NumberUsed reports whether a user of a tenant has a number, or the number is claimed by this digest.
func (rd *Reader) NumberUsed(tenantID string, number int32, digest []byte) (bool, error) {
	var found []int
	err := rd.db.Raw("SELECT 1 FROM users WHERE tenant_id = ? AND number = ? UNION ALL SELECT 1 FROM claimed_ids WHERE digest = ?",
		tenantID, number, digest).Scan(&found).Error
	return len(found) > 0, translate(err)
}

// FindAddress reads an address of a tenant by the digest of its canonical form. Of several keys,
// the first one that an address has is used.
func (rd *Reader) FindAddress(tenantID string, kind models.AddressKind, keys ...[]byte) (*models.Address, error) {
	if len(keys) == 1 {
		return take[models.Address](rd, "tenant_id = ? AND kind = ? AND value_key = ?", tenantID, kind, keys[0])
	}
	rows, err := list[models.Address](rd, "id", len(keys), "tenant_id = ? AND kind = ? AND value_key IN ?", tenantID, kind, keys)
	return first(rows, err, keys, func(a *models.Address) []byte { return a.ValueKey })
}

// first returns the row of the first key that has one.
func first[T any](rows []T, err error, keys [][]byte, keyOf func(*T) []byte) (*T, error) {
	for _, key := range keys {
		for i := range rows {
			if bytes.Equal(keyOf(&rows[i]), key) {
				return &rows[i], err
			}
		}
	}
	if err == nil {
		err = ErrNotFound
	}
	return nil, err
}

// AddressesAfter lists addresses in the order of their ids, after the given one.
func (rd *Reader) AddressesAfter(afterID string, limit int) ([]models.Address, error) {
	return list[models.Address](rd, "id", limit, "id > ?", afterID)
}

// AddressesOf lists a user's addresses, the primary ones first.
func (rd *Reader) AddressesOf(userID string) ([]models.Address, error) {
	return list[models.Address](rd, "is_primary DESC, id", 100, "user_id = ?", userID)
}

// FindAddressByID reads one address.
func (rd *Reader) FindAddressByID(id string) (*models.Address, error) {
	return take[models.Address](rd, "id = ?", id)
}

// UsersAfter lists users in the order of their ids, after the given one; without a tenant, those
// of all tenants.
func (rd *Reader) UsersAfter(tenantID, afterID string, limit int) ([]models.User, error) {
	if tenantID == "" {
		return list[models.User](rd, "id", limit, "id > ?", afterID)
	}
	return list[models.User](rd, "id", limit, "id > ? AND tenant_id = ?", afterID, tenantID)
}

// VerifyAddress records that an address was proven to be the user's.
func (tx *Tx) VerifyAddress(id string) (bool, error) {
	return one(tx.db.Model(&models.Address{}).Where("id = ? AND verified_at IS NULL", id).
		Updates(map[string]any{"verified_at": tx.Now}))
}

// IncrementUserVersion increments the user's version and answers the new value.
func (tx *Tx) IncrementUserVersion(userID string) (int64, error) {
	ok, err := one(tx.db.Model(&models.User{}).Where("id = ?", userID).
		Updates(map[string]any{"sequence": gorm.Expr("sequence + 1"), "updated_at": tx.Now}))
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, ErrNotFound
	}
	u, err := tx.FindUser(userID)
	if err != nil {
		return 0, err
	}
	return u.Version, nil
}

// LockUser locks an unlocked user.
func (tx *Tx) LockUser(userID string) (bool, error) {
	return one(tx.db.Model(&models.User{}).Where("id = ? AND locked_at IS NULL", userID).
		Updates(map[string]any{"locked_at": tx.Now}))
}

// UnlockUser unlocks a locked user.
func (tx *Tx) UnlockUser(userID string) (bool, error) {
	return one(tx.db.Model(&models.User{}).Where("id = ? AND locked_at IS NOT NULL", userID).
		Updates(map[string]any{"locked_at": nil}))
}

// SetDisabled disables (at) or enables (nil) a user.
func (tx *Tx) SetDisabled(userID string, at *time.Time) (bool, error) {
	return one(tx.db.Model(&models.User{}).Where("id = ?", userID).
		Updates(map[string]any{"disabled_at": at}))
}
