package wristband

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// errTokenType is a fault of the revocation endpoint alone (RFC 7009 section 2.2.1).
var errTokenType = fault.New(fault.Invalid, "unsupported_token_type", "Only refresh tokens can be revoked.")

// writeOAuth answers a fault as RFC 6749 section 5.2 requires.
func writeOAuth(g *gin.Context, f *fault.Fault) {
	p := oauthProblem(f)
	g.Header("Pragma", "no-cache")
	if p.Status == http.StatusUnauthorized {
		g.Header("WWW-Authenticate", `Basic realm="rekey"`)
	}
	send(g, p.Status, wristbandapi.OAuthError{Error: p.Code, ErrorDescription: &p.Description})
}

func oauthProblem(f *fault.Fault) surface.OAuthError {
	switch f.Code {
	case core.ErrRefreshInvalid.Code:
		return surface.OAuthError{Status: http.StatusBadRequest, Code: "invalid_grant", Description: "The refresh token is not valid, or was issued to another client."}
	case errTokenType.Code:
		return surface.OAuthError{Status: http.StatusBadRequest, Code: f.Code, Description: f.Message}
	}
	if f.Kind == fault.NotServed && len(f.Violations) > 0 && f.Violations[0].Pointer == "" {
		return surface.OAuthError{Status: http.StatusNotImplemented, Code: "invalid_request", Description: instead(f.Violations[0])}
	}
	return surface.OAuthErrorOf(f, []string{"grant_type", "refresh_token", "scope", "client_id", "client_secret", "token", "token_type_hint"})
}
