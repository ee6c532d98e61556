package store

import (
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// InsertIdempotencyRecord records a request before it is carried out; ErrDuplicate means that
// it was sent before.
func (tx *Tx) InsertIdempotencyRecord(r *models.IdempotencyRecord) error { return insert(tx, r) }

// FindIdempotencyRecord reads a record by the MAC of its caller and key.
func (rd *Reader) FindIdempotencyRecord(id secret.Digest) (*models.IdempotencyRecord, error) {
	return take[models.IdempotencyRecord](rd, "id = ?", id.Bytes())
}

// TakeOverAttempt gives a record to a new attempt, if the attempt that was read is still the
// latest, its lease has ended, and nothing of it was committed. The former attempt can then no
// longer commit, even if its server was only suspended.
func (tx *Tx) TakeOverAttempt(former string, r *models.IdempotencyRecord, now time.Time) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).
		Where("id = ? AND attempt = ? AND leased_until <= ? AND committed_at IS NULL AND answered_at IS NULL", r.ID, former, now).
		Updates(map[string]any{"attempt": r.Attempt, "leased_until": r.LeasedUntil, "keep_until": r.KeepUntil}))
}

// RenewAttempt extends the lease of a running attempt. It returns false if another attempt took
// over, or the answer is stored already.
func (tx *Tx) RenewAttempt(id []byte, attempt string, lease time.Duration) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"leased_until": now.Add(lease)}))
}

// CommitAttempt records, in the transaction of the change, that the attempt is committed. It
// returns false if another attempt took over.
func (tx *Tx) CommitAttempt(id []byte, attempt string) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"committed_at": tx.Now}))
}

// AnswerAttempt stores the sealed answer of an attempt.
func (tx *Tx) AnswerAttempt(id []byte, attempt string, sealed []byte) (bool, error) {
	return one(tx.db.Model(&models.IdempotencyRecord{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"answered_at": tx.Now, "sealed": sealed}))
}

// DropAttempt deletes the record of an attempt that committed nothing, so that the request can
// be sent again.
func (tx *Tx) DropAttempt(id []byte, attempt string) (bool, error) {
	return one(tx.db.Where("id = ? AND attempt = ? AND committed_at IS NULL AND answered_at IS NULL", id, attempt).
		Delete(&models.IdempotencyRecord{}))
}

// DropExpiredRecord deletes a record if it has expired.
func (tx *Tx) DropExpiredRecord(id secret.Digest) (bool, error) {
	return one(tx.db.Where("id = ? AND expires_at <= ?", id.Bytes(), tx.Now).Delete(&models.IdempotencyRecord{}))
}
