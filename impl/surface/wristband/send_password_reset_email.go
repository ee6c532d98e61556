package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
)

// SendPasswordResetEmail mails a user a link or an OTP, as the tenant's policy requires.
func (h *handlers) SendPasswordResetEmail(ctx context.Context, r wristbandapi.SendPasswordResetEmailRequestObject) (wristbandapi.SendPasswordResetEmailResponseObject, error) {
	out, err := h.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
		UserID: r.Body.UserID, Purpose: core.PurposeReset, Medium: core.MediumLink, Form: core.ProofMailCode,
		Channel: core.ChannelEmail, AllowOTP: true,
	})
	if err != nil {
		return nil, err
	}
	return wristbandapi.SendPasswordResetEmail200JSONResponse{RequestCode: orNull(out.Secret)}, nil
}
