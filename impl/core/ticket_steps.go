package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RecordTicketStep says in the audit trail that a ticket moved on. Each step of its life is a
// line with the ticket's id, in the transaction of the step.
func RecordTicketStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *models.Tenant, userID, ticketID, detail string) error {
	e := NewEvent(ctx, state.Action(), t, userID)
	e.TicketID, e.Detail = ticketID, detail
	return tx.AppendEvent(e)
}

// RecordShownTicketStep is the step of a ticket that was shown.
func RecordShownTicketStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *store.ShownTicket, detail string) error {
	return RecordTicketStep(ctx, tx, state, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID, t.ID, detail)
}

// EndTickets ends a user's live tickets of the given purposes, none meaning all: another
// took their place, or what they stood on is gone.
func EndTickets(ctx context.Context, tx *store.Tx, t *models.Tenant, userID string, because models.TicketEnd, purposes ...models.Purpose) error {
	ended, err := tx.EndTickets(userID, because, purposes...)
	if err != nil {
		return err
	}
	for _, id := range ended {
		if err := RecordTicketStep(ctx, tx, because.State(), t, userID, id, ""); err != nil {
			return err
		}
		if because != models.EndedRevoked {
			continue // a newer one is on its way in its place
		}
		if _, err := tx.DropMessages(id, "not sent: the ticket was revoked"); err != nil {
			return err
		}
	}
	return nil
}
