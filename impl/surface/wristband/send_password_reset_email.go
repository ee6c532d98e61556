package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/lifecycle"
)

// SendPasswordResetEmail mails a user a link or an OTP, as his tenant has chosen.
func (h *handlers) SendPasswordResetEmail(ctx context.Context, r wristbandapi.SendPasswordResetEmailRequestObject) (wristbandapi.SendPasswordResetEmailResponseObject, error) {
	out, err := h.Core.IssueTicket(ctx, lifecycle.IssueTicket{
		UserID: r.Body.UserID, Purpose: lifecycle.PurposeReset, Medium: lifecycle.MediumLink, Form: lifecycle.ProofMailCode,
		Channel: lifecycle.ChannelEmail, AllowOTP: true,
	})
	if err != nil {
		return nil, err
	}
	return wristbandapi.SendPasswordResetEmail200JSONResponse{RequestCode: orNull(out.Secret)}, nil
}
