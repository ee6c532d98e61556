package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// FindTicket reads a ticket of a user whom the caller reaches.
func (uc *UseCases) FindTicket(ctx context.Context, id string) (*core.Ticket, error) {
	t, err := uc.kernel.ReachedTicket(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(core.TicketOf(t, uc.clock.Now())), nil
}
