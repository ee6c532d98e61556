package store

import (
	"gorm.io/gorm"

	"github.com/rekeyhq/rekey/models"
)

// TicketFilter narrows a list of tickets; empty fields do not narrow it.
type TicketFilter struct {
	TenantID string
	UserID   string
	Purpose  models.Purpose
	State    models.TicketState
}

// ListTickets lists the tickets in scope, and tells whether there are more.
func (rd *Reader) ListTickets(s Scope, f TicketFilter, p Page) ([]models.Ticket, bool, error) {
	q := s.within(rd.db.Model(&models.Ticket{}), "application_id", "tenant_id", "user_id")
	if f.TenantID != "" {
		q = q.Where("tenant_id = ?", f.TenantID)
	}
	if f.UserID != "" {
		q = q.Where("user_id = ?", f.UserID)
	}
	if f.Purpose != "" {
		q = q.Where("purpose = ?", f.Purpose)
	}
	if f.State != "" {
		q = rd.inState(q, f.State)
	}
	return page[models.Ticket](q, p)
}

// inState is models.Ticket.State as a condition; a test compares the two.
func (rd *Reader) inState(q *gorm.DB, state models.TicketState) *gorm.DB {
	const spent = "(max_tries > 0 AND failed_tries >= max_tries)"
	switch state {
	case models.TicketConsumed:
		return q.Where("consumed_at IS NOT NULL")
	case models.TicketSuperseded:
		return q.Where("consumed_at IS NULL AND ended_because = ?", models.EndedSuperseded)
	case models.TicketRevoked:
		return q.Where("consumed_at IS NULL AND (ended_because IN ? OR (ended_at IS NULL AND expires_at > ? AND "+spent+"))",
			[]models.TicketEnd{models.EndedRevoked, models.EndedExhausted}, rd.Now)
	case models.TicketExpired:
		return q.Where("consumed_at IS NULL AND (ended_because = ? OR (ended_at IS NULL AND expires_at <= ?))", models.EndedExpired, rd.Now)
	}
	q = q.Where(live+" AND NOT "+spent, rd.Now)
	// The steps of a ticket's life, the latest first: its state is the first of them that it has
	// reached.
	for _, step := range []struct {
		state  models.TicketState
		column string
	}{
		{models.TicketVerified, "verified_at"}, {models.TicketOpened, "opened_at"}, {models.TicketDelivered, "delivered_at"},
		{models.TicketFailed, "failed_at"}, {models.TicketQueued, "queued_at"},
	} {
		if step.state == state {
			return q.Where(step.column + " IS NOT NULL")
		}
		q = q.Where(step.column + " IS NULL")
	}
	return q // issued: it has reached no other step
}
