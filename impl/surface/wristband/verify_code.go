package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
)

// VerifyCode checks an OTP ahead of the password.
func (h *handlers) VerifyCode(ctx context.Context, r wristbandapi.VerifyCodeRequestObject) (wristbandapi.VerifyCodeResponseObject, error) {
	w := byOTP(text(r.Body.RequestCode), text(r.Body.VerificationCode))
	out, err := h.Core.Tickets.VerifyTicket(ctx, w.proof)
	if err != nil {
		return nil, w.locate(err)
	}
	return wristbandapi.VerifyCode200JSONResponse{Result: "CODE_VERIFIED", ExpiresAt: out.ExpiresAt}, nil
}
