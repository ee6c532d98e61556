package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
)

// ValidatePasswordSetLink checks a set link and consumes nothing.
func (h *handlers) ValidatePasswordSetLink(ctx context.Context, r boomiapi.ValidatePasswordSetLinkRequestObject) (boomiapi.ValidatePasswordSetLinkResponseObject, error) {
	m, err := h.check(ctx, r.Params.Key, core.PurposeSet)
	if err != nil {
		return nil, err
	}
	return boomiapi.ValidatePasswordSetLink200JSONResponse(m), nil
}
