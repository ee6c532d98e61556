package wristband

import (
	"context"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// GetToken is the token endpoint. A refresh token is exchanged in the client's name,
// which binds the chain to the client (RFC 9700 section 4.14).
func (h *handlers) GetToken(ctx context.Context, r wristbandapi.GetTokenRequestObject) (wristbandapi.GetTokenResponseObject, error) {
	ctx, err := surface.OAuthClient(ctx, h.Access, r.Body.ClientID, r.Body.ClientSecret)
	if err != nil {
		return nil, err
	}
	switch r.Body.GrantType {
	case "client_credentials":
		return h.forClient(ctx)
	case "refresh_token":
		return h.forUser(ctx, r.Body.RefreshToken)
	}
	return nil, surface.ErrGrantType
}

func (h *handlers) forClient(ctx context.Context) (wristbandapi.GetTokenResponseObject, error) {
	who := caller.From(ctx)
	token, err := h.Access.IssueForKey(ctx, who)
	if err != nil {
		return nil, err
	}
	out := granted(token)
	if len(who.Permissions) > 0 {
		scope := strings.Join(who.Permissions, " ")
		out.Body.Scope = &scope
	}
	return out, nil
}

func (h *handlers) forUser(ctx context.Context, refreshToken *string) (wristbandapi.GetTokenResponseObject, error) {
	if refreshToken == nil {
		return nil, fault.ErrMalformed.With(broken("refresh_token", "required", "", ""))
	}
	signer, err := h.Access.Signer(ctx)
	if err != nil {
		return nil, err
	}
	in, err := h.Core.Logins.RefreshSession(ctx, text(refreshToken))
	if err != nil {
		return nil, err
	}
	token, err := surface.AccessToken(signer, in)
	if err != nil {
		return nil, err
	}
	out := granted(token)
	next := in.RefreshToken.Reveal()
	out.Body.RefreshToken = &next
	return out, nil
}

func granted(t *access.Token) wristbandapi.GetToken200JSONResponse {
	return wristbandapi.GetToken200JSONResponse{
		Headers: wristbandapi.GetToken200ResponseHeaders{Pragma: "no-cache"},
		Body: wristbandapi.TokenResult{
			AccessToken: t.Text.Reveal(), TokenType: "Bearer", ExpiresIn: int32(t.ExpiresAt.Sub(t.IssuedAt) / time.Second),
		},
	}
}
