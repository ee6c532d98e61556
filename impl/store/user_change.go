package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// UserFilter narrows a list of users; empty fields do not narrow it.
type UserFilter struct {
	TenantID     string
	ExternalID   string
	UsernameKeys [][]byte // of the canonical forms of a user name
	EmailKeys    [][]byte // of the canonical forms of a mail address
	Disabled     *bool
	Locked       *bool
}

// ListUsers lists users in scope.
func (rd *Reader) ListUsers(s Scope, f UserFilter, p Page) ([]models.User, bool, error) {
	q := s.within(rd.db, "application_id", "tenant_id", "id")
	if f.TenantID != "" {
		q = q.Where("tenant_id = ?", f.TenantID)
	}
	if f.ExternalID != "" {
		q = q.Where("external_id = ?", f.ExternalID)
	}
	if f.UsernameKeys != nil {
		q = q.Where("username_key IN ?", f.UsernameKeys)
	}
	if f.EmailKeys != nil {
		q = q.Where("id IN (?)", rd.db.Model(&models.Address{}).Select("user_id").
			Where("value_key IN ? AND kind = ?", f.EmailKeys, models.AddressEmail))
	}
	q = whether(whether(q, "disabled_at", f.Disabled), "locked_at", f.Locked)
	return page[models.User](q, p)
}

// whether narrows a query by whether a time is set.
func whether(q *gorm.DB, column string, set *bool) *gorm.DB {
	switch {
	case set == nil:
		return q
	case *set:
		return q.Where(column + " IS NOT NULL")
	}
	return q.Where(column + " IS NULL")
}

// AddressesOfAll lists the addresses of several users by their ids, the primary ones
// first.
func (rd *Reader) AddressesOfAll(userIDs ...string) (map[string][]models.Address, error) {
	var rows []models.Address
	err := rd.db.Where("user_id IN ?", append([]string{""}, userIDs...)).Order("is_primary DESC, id").Find(&rows).Error
	found := map[string][]models.Address{}
	for _, a := range rows {
		found[a.UserID] = append(found[a.UserID], a)
	}
	return found, translate(err)
}

// SaveUser updates a user at a version, and increments the version. It returns false if the user
// has another version. A transaction that takes a name in the tenant waits for the end of this
// one, so that each sees the names of the other.
func (tx *Tx) SaveUser(version int64, u *models.User) (bool, error) {
	if held, err := tx.LockTenantRow(u.TenantID); err != nil || !held {
		return false, err
	}
	next := *u
	next.Version, next.UpdatedAt = version+1, exact(tx.Now)
	next.DisabledAt, next.LockedAt = exactly(u.DisabledAt), exactly(u.LockedAt)
	return one(tx.db.Model(&models.User{}).Where("id = ? AND sequence = ?", u.ID, version).
		Select("username", "username_key", "given_name", "family_name", "nickname", "display_name", "gender", "locale", "mfa", "boundary", "permissions", "metadata",
			"disabled_at", "locked_at", "sequence", "updated_at").Updates(&next))
}

func exactly(at *time.Time) *time.Time {
	if at == nil {
		return nil
	}
	return new(exact(*at))
}

// SaveAddress writes spelling, verification and rank of an address.
func (tx *Tx) SaveAddress(a *models.Address) error {
	_, err := one(tx.db.Model(&models.Address{}).Where("id = ? AND user_id = ?", a.ID, a.UserID).
		Updates(map[string]any{"value": a.Value, "verified_at": a.VerifiedAt, "is_primary": a.IsPrimary}))
	return err
}

// DeleteAddress deletes an address of a user.
func (tx *Tx) DeleteAddress(a *models.Address) error {
	_, err := one(tx.db.Where("id = ? AND user_id = ?", a.ID, a.UserID).Delete(&models.Address{}))
	return err
}

// DeleteUser deletes a user at a version. It returns false if the user has another version.
func (tx *Tx) DeleteUser(id string, version int64) (bool, error) {
	return one(tx.db.Where("id = ? AND sequence = ?", id, version).Delete(&models.User{}))
}

// DeleteOwned deletes everything that belongs to a user. Messages keep their delivery state
// without the content; events stay.
func (tx *Tx) DeleteOwned(id string) error {
	for _, owned := range []any{
		&models.Credential{}, &models.PasswordHistory{}, &models.Ticket{}, &models.Session{}, &models.RefreshToken{},
		&models.Challenge{}, &models.Address{}, &models.TOTPFactor{}, &models.RecoveryCode{}, &models.Tries{},
	} {
		if err := tx.db.Where("user_id = ?", id).Delete(owned).Error; err != nil {
			return translate(err)
		}
	}
	_, err := all(tx.db.Model(&models.Message{}).Where("user_id = ? AND state = ?", id, models.MessageQueued).Updates(map[string]any{
		"state": models.MessageFailed, "sealed": nil, "failed_at": tx.Now, "last_answer": "the user was deleted",
	}))
	return err
}

// WasUser tells whether the audit trail has a user of this id.
func (rd *Reader) WasUser(id string) (bool, error) {
	rows, err := rd.EventsOf(id, 1)
	return len(rows) > 0, err
}
