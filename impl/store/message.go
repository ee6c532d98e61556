package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// contentKept is how long the content of a message that does not say is kept.
const contentKept = 24 * time.Hour

// InsertMessage queues a message; it is due at once, and waits in its lane if that is known.
func (tx *Tx) InsertMessage(m *models.Message) error {
	now, err := tx.LeaseTime()
	if err != nil {
		return err
	}
	m.State, m.NextAttemptAt, m.CreatedAt = models.MessageQueued, now, tx.Now
	m.Ready = len(m.Destination) > 0
	if m.Destination == nil {
		m.Destination = []byte{} // NULL is no value of the column
	}
	if m.ContentUntil == nil {
		at := tx.Now.Add(contentKept)
		m.ContentUntil = &at
	}
	return insert(tx, m)
}

// MessagesOf lists a user's messages, the newest first.
func (rd *Reader) MessagesOf(userID string, limit int) ([]models.Message, error) {
	return list[models.Message](rd, "created_at DESC, id DESC", limit, "user_id = ?", userID)
}

// FindMessage reads a message.
func (rd *Reader) FindMessage(id string) (*models.Message, error) {
	return take[models.Message](rd, "id = ?", id)
}

// MessageFilter narrows a list of messages; empty fields do not narrow.
type MessageFilter struct {
	UserID   string
	TicketID string
	State    models.MessageState
}

// ListMessages lists the messages in scope, and tells whether there are more.
func (rd *Reader) ListMessages(s Scope, f MessageFilter, p Page) ([]models.Message, bool, error) {
	q := s.within(rd.db.Model(&models.Message{}), "application_id", "tenant_id", "user_id")
	if f.UserID != "" {
		q = q.Where("user_id = ?", f.UserID)
	}
	if f.TicketID != "" {
		q = q.Where("ticket_id = ?", f.TicketID)
	}
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	return page[models.Message](q, p)
}

// HurryMessage makes a queued message due at once, unless a worker has it.
func (tx *Tx) HurryMessage(id string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.Message{}).
		Where("id = ? AND state = ? AND (claimed_until IS NULL OR claimed_until <= ?)", id, models.MessageQueued, now).
		Updates(map[string]any{"next_attempt_at": now}))
}

// RequeueMessage sends a failed message again, if its content is still there.
func (tx *Tx) RequeueMessage(id string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.Message{}).
		Where("id = ? AND state = ? AND sealed IS NOT NULL AND content_until > ?", id, models.MessageFailed, tx.Now).
		Updates(map[string]any{
			"state": models.MessageQueued, "ready": false, "next_attempt_at": now, "attempts": 0, "failed_at": nil, "claimed_until": nil,
		}))
}

// QueuedMessages lists what waits to be sent to a user in one of the templates.
func (rd *Reader) QueuedMessages(userID string, templates ...models.Template) ([]models.Message, error) {
	var rows []models.Message
	err := rd.db.Where("user_id = ? AND state = ? AND template IN ?", userID, models.MessageQueued, templates).Order("id").Find(&rows).Error
	return rows, translate(err)
}

// DropMessage gives up a message that waits to be sent.
func (tx *Tx) DropMessage(id, answer string) (bool, error) { return one(tx.drop(answer, "id = ?", id)) }

// DropMessages gives up what still waits to be sent of a ticket.
func (tx *Tx) DropMessages(ticketID, answer string) (int, error) {
	return all(tx.drop(answer, "ticket_id = ?", ticketID))
}

func (tx *Tx) drop(answer, where string, args ...any) *gorm.DB {
	return tx.db.Model(&models.Message{}).Where(where, args...).Where("state = ?", models.MessageQueued).
		Updates(map[string]any{
			"state": models.MessageFailed, "sealed": nil, "content_until": nil, "claimed_until": nil,
			"last_answer": answer, "failed_at": tx.Now,
		})
}

// WipeMessages wipes up to limit failed messages whose time is up.
func (tx *Tx) WipeMessages(limit int) (int, error) {
	var due []string
	// Not queued is failed here: what was sent has no content. By "state = ?" SQLite would
	// read every failed message each time, to find those whose time is up.
	err := tx.db.Model(&models.Message{}).Where("content_until <= ? AND state <> ?", tx.Now, models.MessageQueued).
		Order("content_until").Limit(limit).Pluck("id", &due).Error
	if err != nil || len(due) == 0 {
		return 0, translate(err)
	}
	return all(tx.db.Model(&models.Message{}).
		Where("id IN ? AND state = ? AND content_until <= ?", due, models.MessageFailed, tx.Now).
		Updates(map[string]any{"sealed": nil, "content_until": nil}))
}

// CountMessages counts messages by state, for metrics and the doctor.
func (rd *Reader) CountMessages(state models.MessageState) (int64, error) {
	var n int64
	err := rd.db.Model(&models.Message{}).Where("state = ?", state).Count(&n).Error
	return n, translate(err)
}
