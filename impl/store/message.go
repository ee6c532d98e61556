package store

import (
	"context"
	"time"

	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// InsertMessage queues a message; it is due at once.
func (tx *Tx) InsertMessage(m *models.Message) error {
	m.State, m.NextAttemptAt, m.CreatedAt = models.MessageQueued, tx.Now, tx.Now
	return insert(tx, m)
}

// MessagesOf lists a user's messages, the newest first.
func (tx *Tx) MessagesOf(userID string, limit int) ([]models.Message, error) {
	return list[models.Message](tx, "created_at DESC, id DESC", limit, "user_id = ?", userID)
}

// ClaimMessages leases up to limit due messages to this worker. The claim is a
// guarded update of each row: SKIP LOCKED is ignored by some servers.
func (s *Store) ClaimMessages(ctx context.Context, limit int, lease time.Duration) ([]models.Message, error) {
	tx := s.Write(ctx)
	due, err := list[models.Message](s.Read(ctx), "next_attempt_at, id", limit,
		"state = ? AND next_attempt_at <= ?", models.MessageQueued, tx.Now)
	if err != nil {
		return nil, err
	}
	var mine []models.Message
	for _, m := range due {
		ok, err := one(tx.db.Model(&models.Message{}).
			Where("id = ? AND state = ? AND next_attempt_at = ?", m.ID, models.MessageQueued, m.NextAttemptAt).
			Updates(map[string]any{"next_attempt_at": tx.Now.Add(lease), "attempts": gorm.Expr("attempts + 1")}))
		if err != nil {
			return mine, err
		}
		if ok {
			m.Attempts++
			mine = append(mine, m)
		}
	}
	return mine, nil
}

// MarkMessageSent closes a message and wipes its content.
func (s *Store) MarkMessageSent(ctx context.Context, id, answer string) error {
	return s.settle(ctx, id, map[string]any{
		"state": models.MessageSent, "sealed": nil, "last_answer": answer, "sent_at": s.clock.Now(),
	})
}

// MarkMessageRetry leaves a message queued for a later time.
func (s *Store) MarkMessageRetry(ctx context.Context, id string, at time.Time, answer string) error {
	return s.settle(ctx, id, map[string]any{"next_attempt_at": at, "last_answer": answer})
}

// MarkMessageFailed gives a message up for good, keeps the row and wipes its content.
func (s *Store) MarkMessageFailed(ctx context.Context, id, answer string) error {
	return s.settle(ctx, id, map[string]any{
		"state": models.MessageFailed, "sealed": nil, "last_answer": answer, "failed_at": s.clock.Now(),
	})
}

func (s *Store) settle(ctx context.Context, id string, change map[string]any) error {
	_, err := one(s.Write(ctx).db.Model(&models.Message{}).
		Where("id = ? AND state = ?", id, models.MessageQueued).Updates(change))
	return err
}

// CountMessages counts messages by state, for metrics and the doctor.
func (tx *Tx) CountMessages(state models.MessageState) (int64, error) {
	var n int64
	err := tx.db.Model(&models.Message{}).Where("state = ?", state).Count(&n).Error
	return n, translate(err)
}
