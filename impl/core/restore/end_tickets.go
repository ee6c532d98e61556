package restore

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// EndTickets revokes a batch of live tickets.
func (uc *UseCases) EndTickets(ctx context.Context) (ended int, more bool, err error) {
	if err := authorize(ctx); err != nil {
		return 0, false, err
	}
	live, err := uc.store.Read(ctx).LiveTickets(recordedAtATime)
	if err != nil || len(live) == 0 {
		return 0, false, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		ended = 0
		for i := range live {
			t := &live[i]
			mine, err := tx.EndTicket(t.ID, models.EndedRevoked)
			if err != nil {
				return err
			}
			if !mine {
				continue
			}
			ended++
			owner := &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}
			if err := core.RecordTicketStep(ctx, tx, models.TicketRevoked, owner, t.UserID, t.ID, "restored from a backup"); err != nil {
				return err
			}
		}
		return nil
	})
	return ended, len(live) == recordedAtATime, err
}
