package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// CreatePasswordResetLink makes a link for the caller to deliver.
func (h *handlers) CreatePasswordResetLink(ctx context.Context, r wristbandapi.CreatePasswordResetLinkRequestObject) (wristbandapi.CreatePasswordResetLinkResponseObject, error) {
	out, err := h.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: r.Body.UserID, Purpose: core.PurposeReset, Medium: core.MediumReturned, Form: core.ProofLinkCode,
	})
	if err != nil {
		return nil, err
	}
	return wristbandapi.CreatePasswordResetLink200JSONResponse{
		PasswordResetLink: out.Link.Reveal(), PasswordResetCode: out.Secret.Reveal(), ExpiresAt: out.Ticket.ExpiresAt,
	}, nil
}
