package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindTicket reads a ticket of a user in the caller's scope.
func (uc *UseCases) FindTicket(ctx context.Context, id string) (*core.Ticket, error) {
	t, err := uc.readTicket(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(core.TicketOf(t, uc.clock.Now())), nil
}

// readTicket reads a ticket whose user is in the caller's scope. Any other ticket is answered
// like one that does not exist.
func (uc *UseCases) readTicket(ctx context.Context, id string) (*models.Ticket, error) {
	t, err := uc.store.Read(ctx).FindTicketByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return nil, core.ErrTicketNotFound
	}
	return t, err
}
