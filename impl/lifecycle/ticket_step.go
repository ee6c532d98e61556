package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ticketStep says in the audit trail that a ticket moved on. Each step of its life is a
// line with the ticket's id, in the transaction of the step.
func ticketStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *models.Tenant, userID, ticketID, detail string) error {
	e := event(ctx, state.Action(), t, userID)
	e.TicketID, e.Detail = ticketID, detail
	return tx.AppendEvent(e)
}

// shownStep is the step of a ticket that was shown.
func shownStep(ctx context.Context, tx *store.Tx, state models.TicketState, t *store.ShownTicket, detail string) error {
	return ticketStep(ctx, tx, state, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID, t.ID, detail)
}

// endTickets ends a user's live tickets of the given purposes, none meaning all: another
// took their place, or what they stood on is gone.
func endTickets(ctx context.Context, tx *store.Tx, t *models.Tenant, userID string, because models.TicketEnd, purposes ...models.Purpose) error {
	ended, err := tx.EndTickets(userID, because, purposes...)
	if err != nil {
		return err
	}
	for _, id := range ended {
		if err := ticketStep(ctx, tx, because.State(), t, userID, id, ""); err != nil {
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

// note takes a step that only one caller ever takes, and whose absence changes nothing.
func (c *Core) note(ctx context.Context, t *store.ShownTicket, state models.TicketState, mark func(*store.Tx) (bool, error)) error {
	return c.store.InTx(ctx, func(tx *store.Tx) error {
		mine, err := mark(tx)
		if err != nil || !mine {
			return err
		}
		return shownStep(ctx, tx, state, t, "")
	})
}

// ExpiredAtOnce bounds one transaction of ExpireTickets.
const ExpiredAtOnce = 50

// ExpireTickets notes which tickets ran out and wipes what failed messages carried, up to
// a batch of each, and tells how many there were. Nothing waits for it: a ticket is
// refused from the moment of its expiry on.
func (c *Core) ExpireTickets(ctx context.Context) (int, error) {
	past, err := c.store.Past(ctx)
	if err != nil {
		return 0, err
	}
	wiped, err := past.WipeMessages(ExpiredAtOnce)
	if err != nil {
		return 0, err
	}
	overdue, err := past.OverdueTickets(ExpiredAtOnce)
	if err != nil || len(overdue) == 0 {
		return wiped, err
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System})
	err = c.store.InTx(ctx, func(tx *store.Tx) error {
		for _, t := range overdue {
			mine, err := tx.ExpireTicket(t.ID)
			if err != nil {
				return err
			}
			if !mine {
				continue
			}
			owner := &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}
			if err := ticketStep(ctx, tx, models.TicketExpired, owner, t.UserID, t.ID, "at "+t.ExpiresAt.Format(time.RFC3339)); err != nil {
				return err
			}
		}
		return nil
	})
	return wiped + len(overdue), err
}
