package wristband

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/surface"
)

// RevokeToken is the revocation endpoint (RFC 7009). An access token, known by the
// three parts of a JWT, expires, or ends with its session.
func (h *handlers) RevokeToken(ctx context.Context, r wristbandapi.RevokeTokenRequestObject) (wristbandapi.RevokeTokenResponseObject, error) {
	ctx, err := surface.OAuthClient(ctx, h.Access, r.Body.ClientID, r.Body.ClientSecret)
	if err != nil {
		return nil, err
	}
	token := text(r.Body.Token)
	if strings.Count(token.Reveal(), ".") == 2 {
		return nil, errTokenType
	}
	if err := h.Core.Logins.RevokeToken(ctx, token); err != nil {
		return nil, err
	}
	return wristbandapi.RevokeToken200Response{}, nil
}
