package store

import (
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// InsertIdempotencyRecord notes a change that is about to be carried out; ErrDuplicate
// means that it was asked for before.
func (tx *Tx) InsertIdempotencyRecord(r *models.IdempotencyRecord) error { return insert(tx, r) }

// FindIdempotencyRecord reads a record by the MAC of its caller and key.
func (rd *Reader) FindIdempotencyRecord(id secret.Digest) (*models.IdempotencyRecord, error) {
	return take[models.IdempotencyRecord](rd, "id = ?", id.Bytes())
}

// TakeOverAttempt gives a record to another attempt, if the one that was read is still the
// last, its lease is over by now, and nothing of it was committed. From then on the former
// attempt commits nothing any more, should its server only have been stopped.
func (tx *Tx) TakeOverAttempt(former string, r *models.IdempotencyRecord, now time.Time) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).
		Where("id = ? AND attempt = ? AND leased_until <= ? AND committed_at IS NULL AND answered_at IS NULL", r.ID, former, now).
		Updates(map[string]any{"attempt": r.Attempt, "leased_until": r.LeasedUntil, "keep_until": r.KeepUntil}))
}

// RenewAttempt prolongs the lease of an attempt that still works. It answers false if
// another took over, or the answer is kept.
func (tx *Tx) RenewAttempt(id []byte, attempt string, lease time.Duration) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"leased_until": now.Add(lease)}))
}

// CommitAttempt notes, in the transaction of the change, that it is carried out. It
// answers false if another attempt took over.
func (tx *Tx) CommitAttempt(id []byte, attempt string) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"committed_at": tx.Now}))
}

// AnswerAttempt keeps the sealed answer of an attempt.
func (tx *Tx) AnswerAttempt(id []byte, attempt string, sealed []byte) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"answered_at": tx.Now, "sealed": sealed}))
}

// DropAttempt forgets an attempt of which nothing was committed: it may be made anew.
func (tx *Tx) DropAttempt(id []byte, attempt string) (bool, error) {
	return one(tx.db.Where("id = ? AND attempt = ? AND committed_at IS NULL AND answered_at IS NULL", id, attempt).
		Delete(&models.IdempotencyRecord{}))
}

// DropExpiredRecord forgets a record whose time is over, if it is there.
func (tx *Tx) DropExpiredRecord(id secret.Digest) (bool, error) {
	return one(tx.db.Where("id = ? AND expires_at <= ?", id.Bytes(), tx.Now).Delete(&models.IdempotencyRecord{}))
}
