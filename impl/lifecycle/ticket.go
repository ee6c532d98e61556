package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Ticket is the one-time right to set a password, as its issuer may see it: without what redeems it.
type Ticket struct {
	ID            string
	ApplicationID string
	TenantID      string
	UserID        string
	Purpose       Purpose
	Medium        Medium
	Form          ProofForm
	State         TicketState
	FailedTries   int
	CreatedAt     time.Time
	ExpiresAt     time.Time
	QueuedAt      *time.Time
	DeliveredAt   *time.Time
	FailedAt      *time.Time
	OpenedAt      *time.Time
	VerifiedAt    *time.Time
	ConsumedAt    *time.Time
	EndedAt       *time.Time
	EndedBecause  TicketEnd // of a revoked ticket
}

// TicketEnd is why a ticket was revoked.
type TicketEnd string

// The reasons.
const (
	TicketEndRevoked   = TicketEnd(models.EndedRevoked)
	TicketEndExhausted = TicketEnd(models.EndedExhausted) // too many wrong codes
)

func ticketOf(row *models.Ticket, now time.Time) Ticket {
	t := Ticket{
		ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID,
		Purpose: row.Purpose, Medium: row.Medium, Form: row.Proof, State: row.State(now), FailedTries: row.FailedTries,
		CreatedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt, QueuedAt: row.QueuedAt, DeliveredAt: row.DeliveredAt, FailedAt: row.FailedAt,
		OpenedAt: row.OpenedAt, VerifiedAt: row.VerifiedAt, ConsumedAt: row.ConsumedAt, EndedAt: row.EndedAt,
	}
	switch t.State {
	case models.TicketExpired:
		t.EndedAt = new(row.ExpiresAt) // also before the sweep has noted it
	case models.TicketRevoked:
		t.EndedBecause = TicketEndRevoked
		if row.Exhausted() {
			t.EndedBecause = TicketEndExhausted
		}
	}
	return t
}

// ListTicketsInput narrows a list of tickets; empty members do not narrow it.
type ListTicketsInput struct {
	TenantID string
	UserID   string
	Purpose  Purpose
	State    TicketState
	Page     Page
}

// ListTickets lists the tickets that the caller reaches, and tells whether there are
// more behind them.
func (c *Core) ListTickets(ctx context.Context, in ListTicketsInput) ([]Ticket, bool, error) {
	f := store.TicketFilter{TenantID: in.TenantID, UserID: in.UserID, Purpose: in.Purpose, State: in.State}
	rows, more, err := c.store.Read(ctx).ListTickets(reach(ctx), f, in.Page.stored())
	now := c.clock.Now()
	return resultsOf(rows, func(row *models.Ticket) Ticket { return ticketOf(row, now) }), more, err
}

// FindTicket reads a ticket of a user whom the caller reaches.
func (c *Core) FindTicket(ctx context.Context, id string) (*Ticket, error) {
	t, err := c.reachedTicket(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(ticketOf(t, c.clock.Now())), nil
}

func (c *Core) reachedTicket(ctx context.Context, id string) (*models.Ticket, error) {
	t, err := c.store.Read(ctx).FindTicketByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return nil, ErrTicketNotFound
	}
	return t, err
}

// CancelTicket revokes a ticket that is not over, and what still waits to be sent of it.
func (c *Core) CancelTicket(ctx context.Context, id string) error {
	t, err := c.reachedTicket(ctx, id)
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
