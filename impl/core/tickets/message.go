package tickets

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Message is the state of a message to a user. Its content and address stay sealed.
type Message struct {
	ID              string
	ApplicationID   string
	TenantID        string
	UserID          string
	TicketID        string // empty: the message carries no ticket
	Channel         core.Channel
	Template        MessageTemplate
	State           MessageState
	Attempts        int    // since the message was last queued
	LastAnswer      string // from the mail server or SMS gateway
	CreatedAt       time.Time
	NextAttemptAt   *time.Time // of a queued message
	SentAt          *time.Time
	FailedAt        *time.Time
	ResendableUntil *time.Time // of a failed message whose content is still stored
}

// The values of these types are stored as they are answered.
type (
	MessageState    = models.MessageState
	MessageTemplate = models.Template
)

func newMessage(row *models.Message) Message {
	m := Message{
		ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID, TicketID: row.TicketID,
		Channel: row.Channel, Template: row.Template, State: row.State, Attempts: row.Attempts, LastAnswer: row.LastAnswer,
		CreatedAt: row.CreatedAt, SentAt: row.SentAt, FailedAt: row.FailedAt,
	}
	switch {
	case row.State == models.MessageQueued:
		m.NextAttemptAt = new(row.NextAttemptAt)
	case row.State == models.MessageFailed && len(row.Sealed) > 0:
		m.ResendableUntil = row.ContentUntil
	}
	return m
}

// findMessageInScope reads a message, if its user is in the caller's scope.
func (uc *UseCases) findMessageInScope(ctx context.Context, id string) (*models.Message, error) {
	m, err := uc.store.Read(ctx).FindMessage(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(m.ApplicationID, m.TenantID, m.UserID) {
		return nil, core.ErrMessageNotFound
	}
	return m, err
}
