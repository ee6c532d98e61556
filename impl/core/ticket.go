package core

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Ticket is the one-time right to set a password, or to verify an address, as its issuer may see it: without the secret that
// redeems it.
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

// TicketOf converts a ticket's row; now decides whether the ticket has expired.
func TicketOf(row *models.Ticket, now time.Time) Ticket {
	t := Ticket{
		ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID,
		Purpose: row.Purpose, Medium: row.Medium, Form: row.Proof, State: row.State(now), FailedTries: row.FailedTries,
		CreatedAt: row.CreatedAt, ExpiresAt: row.ExpiresAt, QueuedAt: row.QueuedAt, DeliveredAt: row.DeliveredAt, FailedAt: row.FailedAt,
		OpenedAt: row.OpenedAt, VerifiedAt: row.VerifiedAt, ConsumedAt: row.ConsumedAt, EndedAt: row.EndedAt,
	}
	switch t.State {
	case models.TicketExpired:
		t.EndedAt = new(row.ExpiresAt) // also before a background job has recorded the end
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

// RecordTicketStep records in the audit trail that a ticket reached a state. Each state has its event
// with the ticket's id, in the transaction that changes the state.
func RecordTicketStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *models.Tenant, userID, ticketID, detail string) error {
	e := NewEvent(ctx, state.Action(), t, userID)
	e.TicketID, e.Detail = ticketID, detail
	return tx.AppendEvent(e)
}

// RecordShownTicketStep is RecordTicketStep for a ticket whose proof a caller showed.
func RecordShownTicketStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *store.ShownTicket, detail string) error {
	return RecordTicketStep(ctx, tx, state, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID, t.ID, detail)
}

// RecordTicketUse records that a ticket was redeemed, and counts it once that is committed.
func (k *Kernel) RecordTicketUse(ctx context.Context, tx *store.Tx, t *store.ShownTicket) error {
	k.countTicket(tx, models.TicketConsumed, t.Purpose, t.Medium)
	return RecordShownTicketStep(ctx, tx, models.TicketConsumed, t, "")
}

// countTicket counts a state that a ticket reached, once that is committed.
func (k *Kernel) countTicket(tx *store.Tx, state models.TicketState, p models.Purpose, m models.Medium) {
	if k.tally != nil {
		tx.AfterCommit(func() { k.tally(state, p, m) })
	}
}

// EndTickets ends the user's live tickets of the given purposes, or of all purposes if none is given,
// and records it. It also drops the mails of revoked tickets.
func EndTickets(ctx context.Context, tx *store.Tx, t *models.Tenant, userID string, because models.TicketEnd, purposes ...models.Purpose) error {
	ended, err := tx.EndTickets(userID, because, purposes...)
	if err != nil {
		return err
	}
	return recordEnds(ctx, tx, t, userID, because, ended)
}

// EndVerifications ends the live tickets that would verify one address, as EndTickets does.
func EndVerifications(ctx context.Context, tx *store.Tx, t *models.Tenant, userID, addressID string, because models.TicketEnd) error {
	ended, err := tx.EndVerifications(userID, addressID, because)
	if err != nil {
		return err
	}
	return recordEnds(ctx, tx, t, userID, because, ended)
}

// recordEnds records the ends of tickets, and drops the mails of those that were revoked.
func recordEnds(ctx context.Context, tx *store.Tx, t *models.Tenant, userID string, because models.TicketEnd, ended []string) error {
	for _, id := range ended {
		if err := RecordTicketStep(ctx, tx, because.State(), t, userID, id, ""); err != nil {
			return err
		}
		if because != models.EndedRevoked {
			continue // the mail of the new ticket replaces it
		}
		if _, err := tx.DropMessages(id, "not sent: the ticket was revoked"); err != nil {
			return err
		}
	}
	return nil
}
