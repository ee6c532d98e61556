package tickets

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ExpiredAtOnce bounds one transaction of ExpireTickets.
const ExpiredAtOnce = 50

// ExpireTickets notes which tickets ran out and wipes what failed messages carried, up to
// a batch of each, and tells how many there were. Nothing waits for it: a ticket is
// refused from the moment of its expiry on.
func (uc *UseCases) ExpireTickets(ctx context.Context) (int, error) {
	past, err := uc.store.Past(ctx)
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
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		for _, t := range overdue {
			mine, err := tx.ExpireTicket(t.ID)
			if err != nil {
				return err
			}
			if !mine {
				continue
			}
			owner := &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}
			if err := core.RecordTicketStep(ctx, tx, models.TicketExpired, owner, t.UserID, t.ID, "at "+t.ExpiresAt.Format(time.RFC3339)); err != nil {
				return err
			}
		}
		return nil
	})
	return wiped + len(overdue), err
}
