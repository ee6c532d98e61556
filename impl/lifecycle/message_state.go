package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListMessages lists the messages to users whom the caller reaches, and tells whether
// there are more behind them.
func (c *Core) ListMessages(ctx context.Context, f store.MessageFilter, p store.Page) ([]models.Message, bool, error) {
	return c.Store.Read(ctx).ListMessages(reach(ctx), f, p)
}

// FindMessage reads a message to a user whom the caller reaches.
func (c *Core) FindMessage(ctx context.Context, id string) (*models.Message, error) {
	m, err := c.Store.Read(ctx).FindMessage(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).Reaches(m.ApplicationID, m.TenantID, m.UserID) {
		return nil, ErrMessageNotFound
	}
	return m, err
}

// ResendMessage sends a failed message again, word for word; one that waits is due at
// once. What was sent is wiped, and what a dead ticket says is not worth sending.
func (c *Core) ResendMessage(ctx context.Context, id string) (*models.Message, error) {
	m, err := c.FindMessage(ctx, id)
	if err != nil {
		return nil, err
	}
	switch m.State {
	case models.MessageSent:
		return nil, ErrMessageGone
	case models.MessageQueued:
		_, err = c.Store.Write(ctx).HurryMessage(id)
	default:
		err = c.requeue(ctx, m)
	}
	if err != nil {
		return nil, err
	}
	c.Wake()
	return c.FindMessage(ctx, id)
}

// requeue puts a failed message back, within the user's budget of mails (S48).
func (c *Core) requeue(ctx context.Context, m *models.Message) error {
	t, err := c.Store.Read(ctx).FindTenant(m.TenantID)
	if err != nil {
		return err
	}
	return c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RequeueMessage(m.ID)
		if err != nil {
			return err
		}
		if !mine {
			return ErrMessageGone
		}
		within, err := tx.Spend(secret.Sum("plea-user", m.UserID), t.Settings.Tickets.MailsPerHour, mailWindow)
		if err != nil {
			return err
		}
		if !within {
			return ErrMailBudget
		}
		if m.TicketID != "" {
			alive, err := tx.MarkRequeued(m.TicketID)
			if err != nil {
				return err
			}
			if !alive {
				return ErrMessageGone
			}
			if err := ticketStep(ctx, tx, models.TicketQueued, t, m.UserID, m.TicketID, m.Template); err != nil {
				return err
			}
		}
		e := event(ctx, "message.resent", t, m.UserID)
		e.TicketID, e.Detail = m.TicketID, m.Template
		return tx.AppendEvent(e)
	})
}
