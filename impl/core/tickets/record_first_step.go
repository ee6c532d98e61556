package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// recordFirstStep runs a guarded update, and records the step if it changed the ticket: of several
// callers, only the first one records it. No rule depends on such a step.
func (uc *UseCases) recordFirstStep(ctx context.Context, t *store.ShownTicket, state models.TicketState, update func(*store.Tx) (bool, error)) error {
	return uc.store.InTx(ctx, func(tx *store.Tx) error {
		first, err := update(tx)
		if err != nil || !first {
			return err
		}
		return core.RecordShownTicketStep(ctx, tx, state, t, "")
	})
}
