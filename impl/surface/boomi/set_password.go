package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/models"
)

// SetPassword redeems a set link.
func (h *handlers) SetPassword(ctx context.Context, r boomiapi.SetPasswordRequestObject) (boomiapi.SetPasswordResponseObject, error) {
	if err := h.redeem(ctx, r.Body, models.PurposeSet); err != nil {
		return nil, err
	}
	const done = "Password has been set."
	if wantsJSON(ctx) {
		return boomiapi.SetPassword200JSONResponse(done), nil
	}
	return boomiapi.SetPassword200TextResponse(done), nil
}
