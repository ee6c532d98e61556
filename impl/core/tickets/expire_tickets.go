package tickets

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ExpiryBatchSize is how many tickets one transaction of ExpireTickets expires at most.
const ExpiryBatchSize = 50

// ExpireTickets records which tickets expired, and wipes the contents of failed messages whose
// time to be sent again is over: a batch of each. It returns how many it handled. Nothing
// depends on when it runs, because a ticket is refused from the moment of its expiry.
func (uc *UseCases) ExpireTickets(ctx context.Context) (int, error) {
	past, err := uc.store.Past(ctx)
	if err != nil {
		return 0, err
	}
	wiped, err := past.WipeMessages(ExpiryBatchSize)
	if err != nil {
		return 0, err
	}
	overdue, err := past.OverdueTickets(ExpiryBatchSize)
	if err != nil || len(overdue) == 0 {
		return wiped, err
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System})
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		for _, t := range overdue {
			expired, err := tx.ExpireTicket(t.ID)
			if err != nil {
				return err
			}
			if !expired {
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
