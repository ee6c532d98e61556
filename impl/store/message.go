package store

import (
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// contentKept is how long content is kept if the message does not define it.
const contentKept = 24 * time.Hour

// InsertMessage queues a message. It is due at once, and waits in its lane if the lane is known.
func (tx *Tx) InsertMessage(m *models.Message) error {
	now, err := tx.LeaseTime()
	if err != nil {
		return err
	}
	m.State, m.NextAttemptAt, m.CreatedAt = models.MessageQueued, now, tx.Now
	m.Ready = len(m.Destination) > 0
	if m.Destination == nil {
		m.Destination = []byte{} // the column is NOT NULL
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

// HurryMessage makes a queued message due now, unless a worker has claimed it.
func (tx *Tx) HurryMessage(id string) (bool, error) {
	now, err := tx.LeaseTime()
	if err != nil {
		return false, err
	}
	return one(tx.db.Model(&models.Message{}).
		Where("id = ? AND state = ? AND (claimed_until IS NULL OR claimed_until <= ?)", id, models.MessageQueued, now).
		Updates(map[string]any{"next_attempt_at": now}))
}

// RequeueMessage queues a failed message again, if its content still exists.
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

// QueuedMessages lists the queued messages of some templates to a user.
func (rd *Reader) QueuedMessages(userID string, templates ...models.Template) ([]models.Message, error) {
	var rows []models.Message
	err := rd.db.Where("user_id = ? AND state = ? AND template IN ?", userID, models.MessageQueued, templates).Order("id").Find(&rows).Error
	return rows, translate(err)
}

// DropMessage marks a queued message as failed.
func (tx *Tx) DropMessage(id, answer string) (bool, error) { return one(tx.drop(answer, "id = ?", id)) }

// DropMessages marks the queued messages of a ticket as failed.
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

// WipeMessages removes the content of up to limit failed messages whose retention has ended.
func (tx *Tx) WipeMessages(limit int) (int, error) {
	var due []string
	// A message that is not queued has failed, since sent ones have no content. With "state = ?"
	// SQLite would read every failed message each time to find these.
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
