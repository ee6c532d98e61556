package store

import (
	"time"

	"github.com/rekeyhq/rekey/models"
)

// MaxSigningKeys is the largest number of keys that are not retired: all of them are published.
const MaxSigningKeys = 32

// InsertSigningKey writes a new signing key. If several processes write the same sequence, the
// first succeeds and the others get ErrDuplicate.
func (tx *Tx) InsertSigningKey(k *models.SigningKey) error { return insert(tx, k) }

// FindSigningKey reads a signing key, also one that is retired.
func (rd *Reader) FindSigningKey(id string) (*models.SigningKey, error) {
	return take[models.SigningKey](rd, "id = ?", id)
}

// SigningKeys lists the keys that are not retired, the newest first.
func (rd *Reader) SigningKeys() ([]models.SigningKey, error) {
	return list[models.SigningKey](rd, "sequence DESC", 10*MaxSigningKeys, "retired_at IS NULL OR retired_at > ?", rd.Now)
}

// LastSigningKey is the sequence of the newest key, retired or not; zero if there is none.
func (rd *Reader) LastSigningKey() (int64, error) {
	rows, err := list[models.SigningKey](rd, "sequence DESC", 1, "sequence > ?", 0)
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return rows[0].Sequence, nil
}

// ListSigningKeys lists all keys below a sequence, also retired ones, the newest first, and
// tells whether there are more.
func (rd *Reader) ListSigningKeys(below int64, limit int) ([]models.SigningKey, bool, error) {
	rows, err := list[models.SigningKey](rd, "sequence DESC", limit+1, "sequence < ?", below)
	if err != nil || len(rows) <= limit {
		return rows, false, err
	}
	return rows[:limit], true, nil
}

// RetireSigningKeys retires every key of a lower sequence at a time, unless it is retired
// earlier.
func (tx *Tx) RetireSigningKeys(below int64, at time.Time) error {
	_, err := all(tx.db.Model(&models.SigningKey{}).Where("sequence < ? AND (retired_at IS NULL OR retired_at > ?)", below, at).
		Updates(map[string]any{"retired_at": exact(at)}))
	return err
}

// RetireSigningKey retires a key now. It returns false if the key was retired before.
func (tx *Tx) RetireSigningKey(id string) (bool, error) {
	return one(tx.db.Model(&models.SigningKey{}).Where("id = ? AND (retired_at IS NULL OR retired_at > ?)", id, tx.Now).
		Updates(map[string]any{"retired_at": tx.Now}))
}

// KeepSigningKey cancels a future retirement of a key.
func (tx *Tx) KeepSigningKey(id string) error {
	_, err := all(tx.db.Model(&models.SigningKey{}).Where("id = ? AND retired_at > ?", id, tx.Now).
		Updates(map[string]any{"retired_at": nil}))
	return err
}
