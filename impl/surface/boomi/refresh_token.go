package boomi

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/secret"
)

// RefreshToken exchanges a refresh token for new tokens.
func (h *handlers) RefreshToken(ctx context.Context, r boomiapi.RefreshTokenRequestObject) (boomiapi.RefreshTokenResponseObject, error) {
	old := text(r.Body.RefreshToken)
	if old == "" {
		return nil, missing("/refreshToken", "The refresh token is missing.")
	}
	signer, err := h.Access.Signer(ctx)
	if err != nil {
		return nil, err
	}
	in, err := h.Core.Logins.RefreshSession(ctx, secret.NewText(old))
	if err != nil {
		return nil, err
	}
	pair, err := tokens(signer, in)
	if err != nil {
		return nil, err
	}
	return boomiapi.RefreshToken200JSONResponse(pair), nil
}
