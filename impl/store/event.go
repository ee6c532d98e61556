package store

import (
	"gorm.io/gorm/clause"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// AppendEvent adds a line to the audit trail. The first event of a transaction
// carries the attempt's id, by which a lost COMMIT is read back.
func (tx *Tx) AppendEvent(e *models.Event) error {
	e.ID, e.At = secret.NewID(), tx.Now
	if tx.attempt != "" && tx.events == 0 {
		e.ID = tx.attempt
	}
	tx.events++
	return insert(tx, e)
}

// EventsOf lists a user's events, the newest first.
func (tx *Tx) EventsOf(userID string, limit int) ([]models.Event, error) {
	return list[models.Event](tx, "at DESC, id DESC", limit, "user_id = ?", userID)
}

// eventExists waits, on a server, for a transaction that wrote the event and is not
// over yet: a COMMIT whose answer was lost may still be under way. SQLite has no
// locking reads and needs none.
func (tx *Tx) eventExists(id string) (bool, error) {
	var found []models.Event
	err := tx.db.Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).
		Where("id = ?", id).Limit(1).Find(&found).Error
	return len(found) == 1, translate(err)
}
