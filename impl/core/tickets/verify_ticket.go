package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// VerifyTicket proves a short code ahead of the password and notes it. The ticket
// stays live: the code is shown again when it is redeemed.
func (uc *UseCases) VerifyTicket(ctx context.Context, p core.Proof) (*InspectedTicket, error) {
	t, err := uc.prove(ctx, p)
	if err != nil {
		return nil, err
	}
	err = uc.recordOnce(ctx, t, models.TicketVerified, func(tx *store.Tx) (bool, error) { return tx.MarkVerified(t.ID) })
	if err != nil {
		return nil, err
	}
	return inspected(t), nil
}
