package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/models"
)

// SendPasswordResetEmail mails a user a link or an OTP, as his tenant has chosen.
func (h *handlers) SendPasswordResetEmail(ctx context.Context, r wristbandapi.SendPasswordResetEmailRequestObject) (wristbandapi.SendPasswordResetEmailResponseObject, error) {
	out, err := h.Core.IssueTicket(ctx, lifecycle.IssueTicket{
		UserID: r.Body.UserID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofMailCode,
		Channel: models.ChannelEmail, AllowOTP: true,
	})
	if err != nil {
		return nil, err
	}
	return wristbandapi.SendPasswordResetEmail200JSONResponse{RequestCode: orNull(out.Secret)}, nil
}
