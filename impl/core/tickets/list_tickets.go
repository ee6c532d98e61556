package tickets

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ListTicketsInput filters a list of tickets; an empty field does not filter.
type ListTicketsInput struct {
	TenantID string
	UserID   string
	Purpose  core.Purpose
	State    core.TicketState
	Page     core.Page
}

// ListTickets returns a page of the tickets in the caller's scope, and whether more follow.
func (uc *UseCases) ListTickets(ctx context.Context, in ListTicketsInput) ([]core.Ticket, bool, error) {
	f := store.TicketFilter{TenantID: in.TenantID, UserID: in.UserID, Purpose: in.Purpose, State: in.State}
	rows, more, err := uc.store.Read(ctx).ListTickets(core.CallerScope(ctx), f, in.Page.Stored())
	now := uc.clock.Now()
	return core.ResultsOf(rows, func(row *models.Ticket) core.Ticket { return core.TicketOf(row, now) }), more, err
}
