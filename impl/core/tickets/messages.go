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

// Message is where a message to a user is; what it says, and to which address, stays sealed.
type Message struct {
	ID              string
	ApplicationID   string
	TenantID        string
	UserID          string
	TicketID        string // empty: it carries none
	Channel         core.Channel
	Template        MessageTemplate
	State           MessageState
	Attempts        int    // since it was queued last
	LastAnswer      string // of the mail server or SMS gateway
	CreatedAt       time.Time
	NextAttemptAt   *time.Time // of one that is queued
	SentAt          *time.Time
	FailedAt        *time.Time
	ResendableUntil *time.Time // of one that failed and whose content is still there
}

// The words of a message are stored as they are answered: words, not rows.
type (
	MessageState    = models.MessageState
	MessageTemplate = models.Template
)

func messageOf(row *models.Message) Message {
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

// ListMessagesInput narrows a list of messages; empty members do not narrow it.
type ListMessagesInput struct {
	UserID   string
	TicketID string
	State    MessageState
	Page     core.Page
}

func (uc *UseCases) reachedMessage(ctx context.Context, id string) (*models.Message, error) {
	m, err := uc.store.Read(ctx).FindMessage(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(m.ApplicationID, m.TenantID, m.UserID) {
		return nil, core.ErrMessageNotFound
	}
	return m, err
}

// mailboxKey is what a recipient's budget is counted by: his address's key, if it is still one
// of the user's.
func mailboxKey(has []models.Address, kind models.AddressKind, to string) []byte {
	keys := core.AddressKeys(kind, to)
	if a := core.FindAddressByKey(has, keys); a != nil {
		return a.ValueKey
	}
	return keys[len(keys)-1]
}

// CountMessages counts, for the operator's metrics, the messages of all tenants in a state.
func (uc *UseCases) CountMessages(ctx context.Context, state models.MessageState) (int64, error) {
	return uc.store.Read(ctx).CountMessages(state)
}
