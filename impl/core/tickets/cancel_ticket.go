package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CancelTicket revokes a ticket that is not over, and drops its messages that are not sent yet.
func (uc *UseCases) CancelTicket(ctx context.Context, id string) error {
	t, err := uc.readTicket(ctx, id)
	if err != nil {
		return err
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		revoked, err := tx.EndTicket(id, models.EndedRevoked)
		if err != nil {
			return err
		}
		if !revoked {
			return core.ErrTicketOver
		}
		if _, err := tx.DropMessages(id, "not sent: the ticket was cancelled"); err != nil {
			return err
		}
		owner := &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}
		return core.RecordTicketStep(ctx, tx, models.TicketRevoked, owner, t.UserID, id, "cancelled")
	})
}
