package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// ResetPassword redeems a reset link.
func (h *handlers) ResetPassword(ctx context.Context, r boomiapi.ResetPasswordRequestObject) (boomiapi.ResetPasswordResponseObject, error) {
	if err := h.redeem(ctx, r.Body, core.PurposeReset); err != nil {
		return nil, err
	}
	return answerText(ctx, "Password has been reset."), nil
}
