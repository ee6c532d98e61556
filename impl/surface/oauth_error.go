package surface

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
)

// Faults of the token endpoints (RFC 6749 section 5.2).
var (
	ErrGrantType  = fault.New(fault.Invalid, "unsupported_grant_type", "The grant_type is not supported.")
	ErrNoClient   = fault.New(fault.Invalid, "unauthorized_client", "The API key of a user is not an OAuth client. Use the API key of an application or a tenant.")
	ErrTwoClients = fault.New(fault.Invalid, "two_clients", "The client must use only one method of authentication.")
)

// OAuthError is the answer to a fault in the shape of RFC 6749 section 5.2.
type OAuthError struct {
	Status      int
	Code        string
	Description string
}

// OAuthErrorOf answers a fault. The names of the form's fields are those of the contract.
func OAuthErrorOf(f *fault.Fault, fields []string) OAuthError {
	switch f.Code {
	case ErrGrantType.Code, ErrNoClient.Code:
		return OAuthError{http.StatusBadRequest, f.Code, f.Message}
	case ErrTwoClients.Code:
		return OAuthError{http.StatusBadRequest, "invalid_request", f.Message}
	}
	switch f.Kind {
	case fault.Unavailable:
		return OAuthError{http.StatusServiceUnavailable, "temporarily_unavailable", "The service is not available for the moment."}
	case fault.Limited:
		return OAuthError{http.StatusTooManyRequests, "temporarily_unavailable", "Too many requests."}
	case fault.TooLarge:
		return OAuthError{http.StatusRequestEntityTooLarge, "invalid_request", "The body is too large."}
	case fault.Unsupported:
		return OAuthError{http.StatusUnsupportedMediaType, "invalid_request", "The content type has to be application/x-www-form-urlencoded."}
	case fault.Unauthenticated:
		return OAuthError{http.StatusUnauthorized, "invalid_client", "Client authentication failed."}
	case fault.Forbidden:
		return OAuthError{http.StatusForbidden, "unauthorized_client", "The client may not do this."}
	case fault.NotFound:
		return OAuthError{http.StatusNotFound, "not_found", "There is nothing at this path."}
	case fault.NotServed:
		return OAuthError{http.StatusNotImplemented, "invalid_request", "The request asks for something that this service does not do."}
	case fault.MethodNotAllowed:
		return OAuthError{http.StatusMethodNotAllowed, "method_not_allowed", "This path does not support the method."}
	case fault.Malformed, fault.Invalid, fault.Precondition, fault.Conflict, fault.Challenge:
		return OAuthError{http.StatusBadRequest, "invalid_request", aboutForm(f.Violations, fields)}
	}
	return OAuthError{http.StatusInternalServerError, "server_error", "The request could not be completed."}
}

// aboutForm names the first field that is wrong. Only names of the contract are
// repeated: a description must not carry what was sent (RFC 6749 section 5.2 allows
// few characters in it).
func aboutForm(list []fault.Violation, fields []string) string {
	for _, v := range list {
		field := strings.TrimPrefix(v.Pointer, "/")
		switch {
		case !slices.Contains(fields, field):
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
