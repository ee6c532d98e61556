package wristband

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// Faults of the OAuth endpoints alone (RFC 6749 section 5.2, RFC 7009 section 2.2.1).
var (
	errGrantType  = fault.New(fault.Invalid, "unsupported_grant_type", "The grant_type is not supported.")
	errTokenType  = fault.New(fault.Invalid, "unsupported_token_type", "Only refresh tokens can be revoked.")
	errNoClient   = fault.New(fault.Invalid, "unauthorized_client", "The API key of a user is not an OAuth client. Use the API key of an application or a tenant.")
	errTwoClients = fault.New(fault.Invalid, "two_clients", "The client must use only one method of authentication.")
)

// writeOAuth answers a fault as RFC 6749 section 5.2 requires.
func writeOAuth(g *gin.Context, f *fault.Fault) {
	p := oauthProblem(f)
	g.Header("Pragma", "no-cache")
	if p.status == http.StatusUnauthorized {
		g.Header("WWW-Authenticate", `Basic realm="rekey"`)
	}
	send(g, p.status, wristbandapi.OAuthError{Error: p.code, ErrorDescription: &p.message})
}

func oauthProblem(f *fault.Fault) problem {
	switch f.Code {
	case core.ErrRefreshInvalid.Code:
		return problem{http.StatusBadRequest, "invalid_grant", "The refresh token is not valid, or was issued to another client."}
	case errGrantType.Code, errTokenType.Code, errNoClient.Code:
		return problem{http.StatusBadRequest, f.Code, f.Message}
	case errTwoClients.Code:
		return problem{http.StatusBadRequest, "invalid_request", f.Message}
	}
	switch f.Kind {
	case fault.Unavailable:
		return problem{http.StatusServiceUnavailable, "temporarily_unavailable", "The service is not available for the moment."}
	case fault.Limited:
		return problem{http.StatusTooManyRequests, "temporarily_unavailable", "Too many requests."}
	case fault.TooLarge:
		return problem{http.StatusRequestEntityTooLarge, "invalid_request", "The body is too large."}
	case fault.Unsupported:
		return problem{http.StatusUnsupportedMediaType, "invalid_request", "The content type has to be application/x-www-form-urlencoded."}
	case fault.Unauthenticated:
		return problem{http.StatusUnauthorized, "invalid_client", "Client authentication failed."}
	case fault.Forbidden:
		return problem{http.StatusForbidden, "unauthorized_client", "The client may not do this."}
	case fault.NotFound:
		return problem{http.StatusNotFound, "not_found", "There is nothing at this path."}
	case fault.NotServed:
		return problem{http.StatusNotImplemented, "invalid_request", "The request asks for something that this service does not do."}
	case fault.MethodNotAllowed:
		return problem{http.StatusMethodNotAllowed, "method_not_allowed", "This path does not support the method."}
	case fault.Malformed, fault.Invalid, fault.Precondition, fault.Conflict, fault.Challenge:
		return problem{http.StatusBadRequest, "invalid_request", aboutForm(f.Violations)}
	}
	return problem{http.StatusInternalServerError, "server_error", "The request could not be completed."}
}

// aboutForm names the first field that is wrong. Only names of the contract are
// repeated: a description must not carry what was sent (RFC 6749 section 5.2 allows
// few characters in it).
func aboutForm(list []fault.Violation) string {
	known := []string{"grant_type", "refresh_token", "scope", "client_id", "client_secret", "token", "token_type_hint"}
	for _, v := range list {
		field := strings.TrimPrefix(v.Pointer, "/")
		switch {
		case !slices.Contains(known, field):
		case v.Code == fault.BrokenRequired:
			return "The field " + field + " is required."
		case v.Code == fault.BrokenDuplicate:
			return "The field " + field + " appears twice."
		default:
			return "The field " + field + " is not valid."
		}
	}
	return "The form is not valid."
}
