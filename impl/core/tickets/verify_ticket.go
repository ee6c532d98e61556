package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// VerifyTicket checks a proof before the password is chosen, and records that it was right. The
// ticket stays live, because the proof is shown again when the ticket is redeemed.
func (uc *UseCases) VerifyTicket(ctx context.Context, p core.Proof) (*InspectedTicket, error) {
	t, err := uc.proveTicket(ctx, p)
	if err != nil {
		return nil, err
	}
	err = uc.recordFirstStep(ctx, t, models.TicketVerified, func(tx *store.Tx) (bool, error) { return tx.MarkVerified(t.ID) })
	if err != nil {
		return nil, err
	}
	return newInspectedTicket(t), nil
}
