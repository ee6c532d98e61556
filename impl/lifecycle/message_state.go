package lifecycle

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
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
	Channel         Channel
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
	Page     Page
}

// ListMessages lists the messages to users whom the caller reaches, and tells whether
// there are more behind them.
func (c *Core) ListMessages(ctx context.Context, in ListMessagesInput) ([]Message, bool, error) {
	f := store.MessageFilter{UserID: in.UserID, TicketID: in.TicketID, State: in.State}
	rows, more, err := c.store.Read(ctx).ListMessages(reach(ctx), f, in.Page.stored())
	return resultsOf(rows, messageOf), more, err
}

// FindMessage reads a message to a user whom the caller reaches.
func (c *Core) FindMessage(ctx context.Context, id string) (*Message, error) {
	m, err := c.reachedMessage(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(messageOf(m)), nil
}

func (c *Core) reachedMessage(ctx context.Context, id string) (*models.Message, error) {
	m, err := c.store.Read(ctx).FindMessage(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(m.ApplicationID, m.TenantID, m.UserID) {
		return nil, ErrMessageNotFound
	}
	return m, err
}

// ResendMessage sends a failed message again, word for word; one that waits is due at
// once. What was sent is wiped, and what a dead ticket says is not worth sending.
func (c *Core) ResendMessage(ctx context.Context, id string) (*Message, error) {
	m, err := c.reachedMessage(ctx, id)
	if err != nil {
		return nil, err
	}
	switch m.State {
	case models.MessageSent:
		return nil, ErrMessageGone
	case models.MessageQueued:
		_, err = c.store.Write(ctx).HurryMessage(id)
	default:
		err = c.requeue(ctx, m)
	}
	if spent := (*spentBudget)(nil); errors.As(err, &spent) {
		c.refused(spent.budget)
		err = ErrMailBudget
	}
	if err != nil {
		return nil, err
	}
	c.wake()
	return c.FindMessage(ctx, id)
}

// requeue puts a failed message back, within the user's budget of mails (S48).
func (c *Core) requeue(ctx context.Context, m *models.Message) error {
	return c.commit(ctx, func(tx *store.Tx) error {
		s, err := c.hold(tx, m.UserID)
		if errors.Is(err, ErrUserNotFound) {
			return ErrMessageGone
		}
		if err != nil {
			return err
		}
		t := s.tenant
		now, err := tx.FindMessage(m.ID)
		if err != nil {
			return err
		}
		to, err := c.recipient(now)
		if err != nil {
			return err
		}
		has, err := tx.AddressesOf(s.user.ID)
		if err != nil {
			return err
		}
		if m.Template != models.TemplateAddressesChanged && !reaches(has, to, m) {
			return ErrMessageGone
		}
		mine, err := tx.RequeueMessage(m.ID)
		if err != nil {
			return err
		}
		if !mine {
			return ErrMessageGone
		}
		kind := kindOf(m)
		if err := spendMail(tx, s, kind, mailboxKey(has, kind, to)); err != nil {
			return err
		}
		if m.TicketID != "" {
			alive, err := tx.MarkRequeued(m.TicketID)
			if err != nil {
				return err
			}
			if !alive {
				return ErrMessageGone
			}
			if err := ticketStep(ctx, tx, models.TicketQueued, t, m.UserID, m.TicketID, string(m.Template)); err != nil {
				return err
			}
		}
		e := event(ctx, models.ActionMessageResent, t, m.UserID)
		e.TicketID, e.Detail = m.TicketID, string(m.Template)
		return tx.AppendEvent(e)
	})
}

// recipient is the address that a message is sealed for; empty if its content was wiped.
func (c *Core) recipient(m *models.Message) (string, error) {
	if len(m.Sealed) == 0 {
		return "", nil
	}
	plain, err := c.keyring.Unseal(m.Sealed, m.SealedFor())
	if err != nil {
		return "", fmt.Errorf("lifecycle: unseal message: %w", err)
	}
	var content models.MessageContent
	if json.Unmarshal(plain, &content) != nil { // its error quotes the content
		return "", errors.New("lifecycle: the sealed content is not a message")
	}
	return content.To, nil
}

// kindOf is the kind of address that a message goes to.
func kindOf(m *models.Message) models.AddressKind {
	if m.Channel == models.ChannelSMS {
		return models.AddressPhone
	}
	return models.AddressEmail
}

// reaches tells whether a recipient is one of the user's addresses, and may have such a
// message.
func reaches(has []models.Address, to string, m *models.Message) bool {
	kind := kindOf(m)
	a := keyed(has, AddressKeys(kind, to))
	return a != nil && (a.Verified() || m.Template == models.TemplateInvite)
}

// mailboxKey is what a recipient's budget is counted by: his address's key, if it is still one
// of the user's.
func mailboxKey(has []models.Address, kind models.AddressKind, to string) []byte {
	keys := AddressKeys(kind, to)
	if a := keyed(has, keys); a != nil {
		return a.ValueKey
	}
	return keys[len(keys)-1]
}

// recall keeps codes, passwords and user names from being sent to an address that is no longer the
// user's. What carries a ticket is dropped with that.
func (c *Core) recall(tx *store.Tx, userID string, has []models.Address) error {
	waiting, err := tx.QueuedMessages(userID, models.TemplateNewPassword, models.TemplateLoginCode, models.TemplateUsername)
	if err != nil {
		return err
	}
	for i := range waiting {
		m := &waiting[i]
		to, err := c.recipient(m)
		if err != nil {
			return err
		}
		if reaches(has, to, m) {
			continue
		}
		if _, err := tx.DropMessage(m.ID, "not sent: the user's addresses were changed"); err != nil {
			return err
		}
	}
	return nil
}

// CountMessages counts, for the operator's metrics, the messages of all tenants in a state.
func (c *Core) CountMessages(ctx context.Context, state models.MessageState) (int64, error) {
	return c.store.Read(ctx).CountMessages(state)
}
