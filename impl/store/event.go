package store

import (
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

func (tx *Tx) eventExists(id string) (bool, error) {
	var n int64
	err := tx.db.Model(&models.Event{}).Where("id = ?", id).Count(&n).Error
	return n == 1, translate(err)
}
