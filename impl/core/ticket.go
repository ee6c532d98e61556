package core

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

func TicketOf(row *models.Ticket, now time.Time) Ticket {
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

// TicketEnd is why a ticket was revoked.
type TicketEnd string

// The reasons.
const (
	TicketEndRevoked   = TicketEnd(models.EndedRevoked)
	TicketEndExhausted = TicketEnd(models.EndedExhausted) // too many wrong codes
)

func (k *Kernel) ReachedTicket(ctx context.Context, id string) (*models.Ticket, error) {
	t, err := k.store.Read(ctx).FindTicketByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return nil, ErrTicketNotFound
	}
	return t, err
}
