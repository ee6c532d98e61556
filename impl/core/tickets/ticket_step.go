package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// recordOnce takes a step that only one caller ever takes, and whose absence changes nothing.
func (uc *UseCases) recordOnce(ctx context.Context, t *store.ShownTicket, state models.TicketState, mark func(*store.Tx) (bool, error)) error {
	return uc.store.InTx(ctx, func(tx *store.Tx) error {
		mine, err := mark(tx)
		if err != nil || !mine {
			return err
		}
		return core.RecordShownTicketStep(ctx, tx, state, t, "")
	})
}
