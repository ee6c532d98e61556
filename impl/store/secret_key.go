package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// SecretKeys lists the keys of this database, ordered by generation.
func (rd *Reader) SecretKeys() ([]models.SecretKey, error) {
	return list[models.SecretKey](rd, "generation, id", 1000, "id <> ?", "")
}

// InsertSecretKey writes a new key. The error is ErrDuplicate if the database has the key, or
// another key with that generation.
func (tx *Tx) InsertSecretKey(k *models.SecretKey) error {
	k.CreatedAt = exact(tx.Now)
	if k.Leads() {
		k.CurrentAt = &k.CreatedAt
	}
	return insert(tx, k)
}

// PromoteSecretKey gives a key a generation. It returns false if the key has that generation or a
// later one, and ErrDuplicate if another key has it.
func (tx *Tx) PromoteSecretKey(k *models.SecretKey) (bool, error) {
	return one(tx.db.Model(&models.SecretKey{}).Where("id = ? AND (generation IS NULL OR generation < ?)", k.ID, k.Generation).Updates(map[string]any{
		"check_value": k.CheckValue, "generation": k.Generation, "current_at": tx.Now, "given_up_at": nil,
	}))
}

// RecoverSecretKey records that a key that was declared lost is available again.
func (tx *Tx) RecoverSecretKey(k *models.SecretKey) (bool, error) {
	return one(tx.db.Model(&models.SecretKey{}).Where("id = ? AND given_up_at IS NOT NULL", k.ID).
		Updates(map[string]any{"check_value": k.CheckValue, "given_up_at": nil}))
}

// GiveUpSecretKey records that a key is lost.
func (tx *Tx) GiveUpSecretKey(id string) (bool, error) {
	return one(tx.db.Model(&models.SecretKey{}).Where("id = ? AND given_up_at IS NULL", id).
		Updates(map[string]any{"given_up_at": tx.Now}))
}

// RetireUnreadable retires signing keys whose private half can no longer be decrypted.
func (tx *Tx) RetireUnreadable(ids []string) (int, error) {
	return all(tx.db.Model(&models.SigningKey{}).Where("id IN ? AND (retired_at IS NULL OR retired_at > ?)", ids, tx.Now).
		Updates(map[string]any{"retired_at": tx.Now}))
}

// HashesByKey counts current and former passwords by the key of their pepper. Imported hashes
// without a pepper are not counted.
func (rd *Reader) HashesByKey() (current, former map[string]int, err error) {
	if current, err = hashesByKey(rd.db.Model(&models.Credential{})); err != nil {
		return nil, nil, err
	}
	former, err = hashesByKey(rd.db.Model(&models.PasswordHistory{}))
	return current, former, err
}

func hashesByKey(q *gorm.DB) (map[string]int, error) {
	var rows []struct {
		HashKeyID string
		Hashes    int
	}
	err := q.Select("hash_key_id, COUNT(*) AS hashes").Where("hash_key_id <> ?", "").Group("hash_key_id").Scan(&rows).Error
	out := map[string]int{}
	for _, r := range rows {
		out[r.HashKeyID] = r.Hashes
	}
	return out, translate(err)
}

// AppsAfter lists authenticator apps in the order of their users.
func (rd *Reader) AppsAfter(userID string, limit int) ([]models.TOTPFactor, error) {
	return list[models.TOTPFactor](rd, "user_id", limit, "user_id > ?", userID)
}

// WaitingAfter lists queued messages.
func (rd *Reader) WaitingAfter(id string, limit int) ([]models.Message, error) {
	return list[models.Message](rd, "id", limit, "state = ? AND sealed IS NOT NULL AND id > ?", models.MessageQueued, id)
}

// ChainsAfter lists the ends of chains of events in the order of their tenants.
func (rd *Reader) ChainsAfter(tenantID string, limit int) ([]models.EventChain, error) {
	return list[models.EventChain](rd, "tenant_id", limit, "tenant_id > ?", tenantID)
}

// CountRecoveryCodes counts unused recovery codes from before a time.
func (rd *Reader) CountRecoveryCodes(before time.Time) (int, error) {
	var n int64
	err := rd.db.Model(&models.RecoveryCode{}).Where("used_at IS NULL AND created_at < ?", before).Count(&n).Error
	return int(n), translate(err)
}

// Used tells whether the database was ever used: each change writes an event. It reads no
// column, so that it works with an older schema.
func (s *Store) Used(ctx context.Context) (bool, error) {
	return s.hasRow(ctx, &models.EventChain{}, "event_chains")
}

// KnowsKeys tells whether the database has secret keys; one with an older schema has none.
func (s *Store) KnowsKeys(ctx context.Context) (bool, error) {
	return s.hasRow(ctx, &models.SecretKey{}, "secret_keys")
}

func (s *Store) hasRow(ctx context.Context, model any, table string) (bool, error) {
	there, err := s.hasTable(ctx, table)
	if err != nil || !there {
		return false, err
	}
	var rows []int
	err = s.read.WithContext(ctx).Model(model).Select("1").Limit(1).Scan(&rows).Error
	return len(rows) > 0, translate(err)
}
