package store

import (
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// InsertAPIKey writes a new API key.
func (tx *Tx) InsertAPIKey(k *models.APIKey) error { return insert(tx, k) }

// FindAPIKey reads an API key by id.
func (rd *Reader) FindAPIKey(id string) (*models.APIKey, error) {
	return take[models.APIKey](rd, "id = ?", id)
}

// FindAPIKeyOfSubject reads the API key whose assertions name a subject. No other key has this subject.
func (rd *Reader) FindAPIKeyOfSubject(subject string) (*models.APIKey, error) {
	return take[models.APIKey](rd, "subject = ?", subject)
}

// HasAPIKey tells whether any key exists, usable or not.
func (rd *Reader) HasAPIKey() (bool, error) {
	rows, err := list[models.APIKey](rd, "id", 1, "id <> ?", "")
	return len(rows) > 0, err
}

// TouchAPIKey records the use of a key, at most once in each interval.
func (tx *Tx) TouchAPIKey(id string, interval time.Duration) error {
	_, err := one(tx.db.Model(&models.APIKey{}).
		Where("id = ? AND (last_used_at IS NULL OR last_used_at < ?)", id, tx.Now.Add(-interval)).
		Updates(map[string]any{"last_used_at": tx.Now}))
	return err
}

// ListAPIKeys lists keys; an application or user id limits the list to theirs.
func (rd *Reader) ListAPIKeys(applicationID, userID string, p Page) ([]models.APIKey, bool, error) {
	q := rd.db.Model(&models.APIKey{})
	if applicationID != "" {
		q = q.Where("application_id = ?", applicationID)
	}
	if userID != "" {
		q = q.Where("user_id = ?", userID)
	}
	return page[models.APIKey](q, p)
}

// SaveAPIKey updates name, rights, expiry and budgets of a key that is not revoked, at the
// given version. It returns false if the key has another version.
func (tx *Tx) SaveAPIKey(version int64, k *models.APIKey) (bool, error) {
	if k.ExpiresAt != nil {
		k.ExpiresAt = new(exact(*k.ExpiresAt))
	}
	return one(at(tx.db.Model(&models.APIKey{}).Where("id = ? AND revoked_at IS NULL", k.ID), version).
		Select("name", "permissions", "expires_at", "requests_per_minute", "requests_at_once", "version", "updated_at").
		Updates(&models.APIKey{
			Name: k.Name, Permissions: k.Permissions, ExpiresAt: k.ExpiresAt, Version: k.Version + 1, UpdatedAt: tx.Now,
			RequestsPerMinute: k.RequestsPerMinute, RequestsAtOnce: k.RequestsAtOnce,
		}))
}

// RotateAPIKey replaces the secret of a key that is not revoked, at the given version. The
// replaced secret stays valid until the given time; an older one ends at once.
func (tx *Tx) RotateAPIKey(version int64, id string, digest, former []byte, until time.Time) (bool, error) {
	return one(at(tx.db.Model(&models.APIKey{}).Where("id = ? AND revoked_at IS NULL", id), version).
		Updates(map[string]any{
			"digest": digest, "previous_digest": former, "previous_until": until, "rotated_at": tx.Now,
			"version": gorm.Expr("version + 1"), "updated_at": tx.Now,
		}))
}

// RevokeAPIKey revokes a key.
func (tx *Tx) RevokeAPIKey(id string) (bool, error) {
	return one(tx.db.Model(&models.APIKey{}).Where("id = ? AND revoked_at IS NULL", id).
		Updates(revokedKey(tx)))
}

// revokedKey releases the subject of the key, so that another key can be registered for the same program.
func revokedKey(tx *Tx) map[string]any {
	return map[string]any{"revoked_at": tx.Now, "subject": nil, "version": gorm.Expr("version + 1"), "updated_at": tx.Now}
}

// RevokeAPIKeysOf revokes the keys that are bound to an application, or to one tenant of it.
func (tx *Tx) RevokeAPIKeysOf(applicationID, tenantID string) (int, error) {
	q := tx.db.Model(&models.APIKey{}).Where("application_id = ? AND revoked_at IS NULL", applicationID)
	if tenantID != "" {
		q = q.Where("tenant_id = ?", tenantID)
	}
	return all(q.Updates(revokedKey(tx)))
}

// RevokeKeysOfUser revokes a user's own keys.
func (tx *Tx) RevokeKeysOfUser(userID string) (int, error) {
	return all(tx.db.Model(&models.APIKey{}).Where("user_id = ? AND user_id <> ? AND revoked_at IS NULL", userID, "").
		Updates(revokedKey(tx)))
}

// SpendBudget takes one of limit uses within a window, before the use. It returns false if none is
// left. Outside a transaction each call commits at once, and no rollback returns the use. Inside
// a transaction a rollback returns it, which is right for a mail that is then not sent. Wrong
// guesses are counted by ChangeTries.
func (tx *Tx) SpendBudget(key secret.Digest, limit int, window time.Duration) (bool, error) {
	take := func() (bool, error) {
		return one(tx.db.Model(&models.Counter{}).
			Where("counter_key = ? AND window_ends_at > ? AND hits < ?", key.Bytes(), tx.Now, limit).
			Updates(map[string]any{"hits": gorm.Expr("hits + 1")}))
	}
	ok, err := take()
	if ok || err != nil {
		return ok, err
	}
	if err := tx.openWindow(key, window); err != nil {
		return false, err
	}
	return take()
}

// openWindow creates the counter, or resets it if its window has ended. The order of the
// assignments matters: MySQL evaluates them one after another.
func (tx *Tx) openWindow(key secret.Digest, window time.Duration) error {
	row := &models.Counter{Key: key.Bytes(), WindowEndsAt: tx.Now.Add(window)}
	return translate(tx.db.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "counter_key"}},
		DoUpdates: clause.Set{
			{Column: clause.Column{Name: "hits"}, Value: gorm.Expr("CASE WHEN counters.window_ends_at <= ? THEN 0 ELSE counters.hits END", tx.Now)},
			{Column: clause.Column{Name: "window_ends_at"}, Value: gorm.Expr("CASE WHEN counters.window_ends_at <= ? THEN ? ELSE counters.window_ends_at END", tx.Now, tx.Now.Add(window))},
		},
	}).Create(row).Error)
}
