package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// SetPassword redeems a set link.
func (h *handlers) SetPassword(ctx context.Context, r boomiapi.SetPasswordRequestObject) (boomiapi.SetPasswordResponseObject, error) {
	if err := h.redeem(ctx, r.Body, core.PurposeSet); err != nil {
		return nil, err
	}
	return answerText(ctx, "Password has been set."), nil
}
