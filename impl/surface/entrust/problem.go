package entrust

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// statuses of the kinds of fault.
var statuses = map[fault.Kind]int{
	fault.Internal:         http.StatusInternalServerError,
	fault.Unavailable:      http.StatusServiceUnavailable,
	fault.Limited:          http.StatusTooManyRequests,
	fault.TooLarge:         http.StatusRequestEntityTooLarge,
	fault.Unsupported:      http.StatusUnsupportedMediaType,
	fault.Malformed:        http.StatusBadRequest,
	fault.Unauthenticated:  http.StatusUnauthorized,
	fault.Forbidden:        http.StatusForbidden,
	fault.NotFound:         http.StatusNotFound,
	fault.MethodNotAllowed: http.StatusMethodNotAllowed,
	fault.NotServed:        http.StatusNotImplemented,
	fault.Invalid:          http.StatusBadRequest,
	fault.Precondition:     http.StatusBadRequest,
	fault.Conflict:         http.StatusConflict,
	fault.Challenge:        http.StatusBadRequest,
}

// codes holds the faults for which this surface has a code of its own.
var codes = map[string]string{
	fault.ErrInternal.Code:         "internal_error",
	fault.ErrUnavailable.Code:      "service_unavailable",
	fault.ErrMalformed.Code:        "invalid_request",
	fault.ErrUnauthenticated.Code:  "access_denied",
	fault.ErrNoRoute.Code:          "not_found",
	fault.ErrNotServed.Code:        "not_implemented",
	core.ErrPasswordPolicy.Code:    "password_policy_violation",
	core.ErrPasswordMissing.Code:   "password_required",
	core.ErrNoPassword.Code:        "password_not_found",
	core.ErrNoExpiry.Code:          "password_does_not_expire",
	core.ErrNoDirectory.Code:       "directory_not_configured",
	core.ErrCredentialChanged.Code: "conflict",
}

// fields are the members of the bodies that a fault concerns.
var fields = map[string]string{
	core.ErrPasswordPolicy.Code:  "/password",
	core.ErrPasswordMissing.Code: "/password",
	core.ErrPasswordText.Code:    "/password",
	core.ErrHashNotAccepted.Code: "/password",
	core.ErrExpiryPast.Code:      "/expiryTime",
	core.ErrExpiryFar.Code:       "/expiryTime",
	core.ErrWrongCurrent.Code:    "/currentPassword",
}

// members are the names that this surface has for members of a user.
var members = map[string]string{
	"/username": "/userId", "/givenName": "/firstName", "/familyName": "/lastName",
	"/emails/0/address": "/email", "/phones/0/address": "/mobile",
}

// The bounds that the contract sets on an error. The name that a caller gives a field can be
// longer, and is echoed in its pointer.
const (
	maxPointer    = 256
	maxParameters = 64
)

// write answers a fault in this surface's shape.
func write(g *gin.Context, f *fault.Fault) {
	raw, err := json.Marshal(errorInfo(f))
	if err != nil { // unreachable: strings alone
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Data(statuses[f.Kind], "application/json", raw)
}

// errorInfo writes a fault as the vendor does.
func errorInfo(f *fault.Fault) entrustapi.ErrorInfo {
	code, ok := codes[f.Code]
	if !ok {
		code = f.Code
	}
	message := f.Message
	if missing := (*caller.MissingPermission)(nil); errors.As(f, &missing) {
		message = missing.Permission + " required" // as the vendor writes it
	}
	list := parameters(f, code)
	return entrustapi.ErrorInfo{ErrorCode: code, ErrorMessage: message, Parameters: &list}
}

// parameters lists what is wrong; a fault about one field names it.
func parameters(f *fault.Fault, code string) []entrustapi.ErrorParameter {
	broken, field := f.Violations, fields[f.Code]
	if len(broken) == 0 && field != "" {
		broken = []fault.Violation{{Code: code, Message: f.Message}}
	}
	list := make([]entrustapi.ErrorParameter, 0, len(broken))
	for _, v := range broken[:min(len(broken), maxParameters)] {
		if f.Code == core.ErrHashNotAccepted.Code { // the hash is in password here
			v.Pointer, v.Code = field, code
		}
		p := entrustapi.ErrorParameter{Code: v.Code, Message: &v.Message}
		if v.Pointer == "" {
			v.Pointer = field
		}
		if own, ok := members[v.Pointer]; ok {
			v.Pointer = own
		}
		if text := []rune(v.Pointer); len(text) > 0 {
			cut := string(text[:min(len(text), maxPointer)])
			p.Pointer = &cut
		}
		if len(v.Params) > 0 {
			p.Parameters = new(v.Params.Strings())
		}
		list = append(list, p)
	}
	return list
}
