package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListTickets lists the tickets that the caller reaches, and tells whether there are
// more behind them.
func (c *Core) ListTickets(ctx context.Context, f store.TicketFilter, p Page) ([]models.Ticket, bool, error) {
	return c.Store.Read(ctx).ListTickets(reach(ctx), f, p.stored())
}

// FindTicket reads a ticket of a user whom the caller reaches.
func (c *Core) FindTicket(ctx context.Context, id string) (*models.Ticket, error) {
	t, err := c.Store.Read(ctx).FindTicketByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return nil, ErrTicketNotFound
	}
	return t, err
}

// CancelTicket revokes a ticket that is not over, and what still waits to be sent of it.
func (c *Core) CancelTicket(ctx context.Context, id string) error {
	t, err := c.FindTicket(ctx, id)
	if err != nil {
		return err
	}
	return c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.EndTicket(id, models.EndedRevoked)
		if err != nil {
			return err
		}
		if !mine {
			return ErrTicketOver
		}
		if _, err := tx.DropMessages(id, "not sent: the ticket was cancelled"); err != nil {
			return err
		}
		owner := &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}
		return ticketStep(ctx, tx, models.TicketRevoked, owner, t.UserID, id, "cancelled")
	})
}
