package store

import (
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// InsertIntention notes a change that is about to be carried out; ErrDuplicate means
// that it was asked for before.
func (tx *Tx) InsertIntention(i *models.Intention) error { return insert(tx, i) }

// FindIntention reads an intention by the MAC of its caller and key.
func (tx *Tx) FindIntention(id secret.Digest) (*models.Intention, error) {
	return take[models.Intention](tx, "id = ?", id.Bytes())
}

// TakeOverIntention gives an intention to another attempt, if the one that was read is
// still the last, its lease is over and nothing of it was committed.
func (tx *Tx) TakeOverIntention(last string, i *models.Intention) (bool, error) {
	return one(tx.db.Model(&models.Intention{}).
		Where("id = ? AND attempt = ? AND leased_until <= ? AND committed_at IS NULL AND answered_at IS NULL", i.ID, last, tx.Now).
		Updates(map[string]any{"attempt": i.Attempt, "leased_until": i.LeasedUntil}))
}

// CommitIntention notes, in the transaction of the change, that it is carried out. It
// answers false if another attempt took over.
func (tx *Tx) CommitIntention(id []byte, attempt string) (bool, error) {
	return one(tx.db.Model(&models.Intention{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"committed_at": tx.Now}))
}

// AnswerIntention keeps the sealed answer of an attempt for some time.
func (tx *Tx) AnswerIntention(id []byte, attempt string, sealed []byte, keep time.Time) (bool, error) {
	return one(tx.db.Model(&models.Intention{}).Where("id = ? AND attempt = ? AND answered_at IS NULL", id, attempt).
		Updates(map[string]any{"answered_at": tx.Now, "sealed": sealed, "keep_until": keep}))
}

// DropIntention forgets an attempt of which nothing was committed: it may be made anew.
func (tx *Tx) DropIntention(id []byte, attempt string) (bool, error) {
	return one(tx.db.Where("id = ? AND attempt = ? AND committed_at IS NULL AND answered_at IS NULL", id, attempt).
		Delete(&models.Intention{}))
}

// DropExpiredIntention forgets one whose time is over, if it is there.
func (tx *Tx) DropExpiredIntention(id secret.Digest) (bool, error) {
	return one(tx.db.Where("id = ? AND expires_at <= ?", id.Bytes(), tx.Now).Delete(&models.Intention{}))
}
