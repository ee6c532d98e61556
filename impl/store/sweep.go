package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// swept names up to limit rows that are over, the longest over first: what is swept is
// named by key, so that a statement touches no more rows than that, on any engine.
func swept[T any](tx *Tx, key, order string, limit int, over string, args ...any) ([][]byte, error) {
	var keys [][]byte
	err := tx.db.Model(new(T)).Where(over, args...).Order(order).Limit(limit).Pluck(key, &keys).Error
	return keys, translate(err)
}

// SweepTries deletes up to limit rows that say nothing any more, or that are of names
// that nobody has, a day after their last change.
func (tx *Tx) SweepTries(limit int) (int, error) {
	before := tx.Now.Add(-24 * time.Hour)
	const over = "changed_at <= ? AND (user_id = '' OR wrong = 0)"
	keys, err := swept[models.Tries](tx, "tries_key", "changed_at, tries_key", limit, over, before)
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	return all(tx.db.Where("tries_key IN ? AND "+over, keys, before).Delete(&models.Tries{}))
}

// SweepCounters deletes up to limit counters whose window ended.
func (tx *Tx) SweepCounters(limit int) (int, error) {
	const over = "window_ends_at <= ?"
	keys, err := swept[models.Counter](tx, "counter_key", "window_ends_at", limit, over, tx.Now)
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	return all(tx.db.Where("counter_key IN ? AND "+over, keys, tx.Now).Delete(&models.Counter{}))
}

// WipeAnswers forgets up to limit answers that are kept no longer.
func (tx *Tx) WipeAnswers(limit int) (int, error) {
	const over = "keep_until <= ? AND sealed IS NOT NULL"
	now, err := tx.LeaseTime()
	if err != nil {
		return 0, err
	}
	keys, err := swept[models.IdempotencyRecord](tx, "id", "keep_until", limit, over, now)
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	return all(tx.db.Model(&models.IdempotencyRecord{}).Where("id IN ? AND "+over, keys, now).Updates(map[string]any{
		"sealed": nil, "keep_until": gorm.Expr("expires_at"), // or it would be looked at each time
	}))
}

// SweepIdempotencyRecords deletes up to limit of them that expired.
func (tx *Tx) SweepIdempotencyRecords(limit int) (int, error) {
	const over = "expires_at <= ?"
	keys, err := swept[models.IdempotencyRecord](tx, "id", "expires_at", limit, over, tx.Now)
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	return all(tx.db.Where("id IN ? AND "+over, keys, tx.Now).Delete(&models.IdempotencyRecord{}))
}
