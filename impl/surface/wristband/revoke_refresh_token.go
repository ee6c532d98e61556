package wristband

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
)

// RevokeRefreshToken ends a refresh token by its id.
func (h *handlers) RevokeRefreshToken(ctx context.Context, r wristbandapi.RevokeRefreshTokenRequestObject) (wristbandapi.RevokeRefreshTokenResponseObject, error) {
	if err := h.Core.Logins.RevokeRefreshToken(ctx, r.RefreshTokenID); err != nil {
		return nil, err
	}
	return wristbandapi.RevokeRefreshToken204Response{}, nil
}
