package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// ValidatePasswordResetLink checks a reset link and consumes nothing.
func (h *handlers) ValidatePasswordResetLink(ctx context.Context, r boomiapi.ValidatePasswordResetLinkRequestObject) (boomiapi.ValidatePasswordResetLinkResponseObject, error) {
	m, err := h.check(ctx, r.Params.Key, core.PurposeReset)
	if err != nil {
		return nil, err
	}
	return boomiapi.ValidatePasswordResetLink200JSONResponse(m), nil
}
