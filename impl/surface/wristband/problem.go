package wristband

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
)

// write answers a fault in this surface's shape: RFC 6749 section 5.2 under oauth2, the
// vendor's own error everywhere else.
func write(g *gin.Context, f *fault.Fault) {
	if isOAuth(g) {
		writeOAuth(g, f)
		return
	}
	status, body := explain(f)
	body.Ticket = ticket(g)
	if status == http.StatusUnauthorized {
		g.Header("WWW-Authenticate", `Bearer realm="rekey"`)
	}
	send(g, status, body)
}

// send writes the media type that the contract declares, without a charset.
func send(g *gin.Context, status int, body any) {
	raw, err := json.Marshal(body)
	if err != nil {
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Data(status, "application/json", raw)
}

// ticket is the request id in 26 characters, so that an error is found in the log. A
// caller's own id that is not a UUID cannot be written in this form.
func ticket(g *gin.Context) string {
	if id, err := uuid.Parse(g.Writer.Header().Get("X-Request-Id")); err == nil {
		return secret.ShortID(id)
	}
	return secret.NewShortID()
}

// problem is the answer of this surface to a fault.
type problem struct {
	status  int
	code    string
	message string
}

const (
	codeBody    = "message_body_constraint_violations"
	messageBody = "The request body has fields that are not valid."
	codePath    = "path_constraint_violations"
	messagePath = "The request path has parts that are not valid."

	codeQuery    = "query_constraint_violations"
	messageQuery = "The request query has parameters that are not valid."
)

// byCode holds the faults that have a code of their own.
var byCode = map[string]problem{
	core.ErrUserNotFound.Code:         {http.StatusNotFound, "user_not_found", "The user was not found."},
	core.ErrUserAmbiguous.Code:        {http.StatusConflict, "user_ambiguous", "Several users have this id. Use a key of the user's tenant."},
	core.ErrTenantNotFound.Code:       {http.StatusNotFound, "tenant_not_found", "The tenant was not found."},
	core.ErrRefreshTokenNotFound.Code: {http.StatusNotFound, "refresh_token_not_found", "The refresh token was not found."},
	core.ErrUserInactive.Code:         {http.StatusBadRequest, "user_inactive", "The user is not active."},
	core.ErrInviteOpen.Code:           {http.StatusBadRequest, "invitation_open", "The user has not accepted the invitation yet."},
	core.ErrNoAddress.Code:            {http.StatusBadRequest, "no_verified_email", "The user has no verified email address."},
	core.ErrNoDirectory.Code: {http.StatusBadRequest, "directory_user",
		"The password of the user is kept in a directory and cannot be changed here."},
}

// byKind answers all other faults.
var byKind = map[fault.Kind]problem{
	fault.Unavailable:      {http.StatusServiceUnavailable, "service_unavailable", "The service is not available for the moment."},
	fault.Limited:          {http.StatusTooManyRequests, "too_many_requests", "Too many requests."},
	fault.TooLarge:         {http.StatusRequestEntityTooLarge, "payload_too_large", "The request body is too large."},
	fault.Unsupported:      {http.StatusUnsupportedMediaType, "unsupported_media_type", "The content type has to be application/json."},
	fault.Malformed:        {http.StatusBadRequest, "invalid_request", "The request is not valid."},
	fault.Unauthenticated:  {http.StatusUnauthorized, "unauthorized", "Authentication is required."},
	fault.Forbidden:        {http.StatusForbidden, "forbidden", "The caller may not do this."},
	fault.NotFound:         {http.StatusNotFound, "not_found", "There is nothing at this path."},
	fault.MethodNotAllowed: {http.StatusMethodNotAllowed, "method_not_allowed", "This path does not support the method."},
	fault.NotServed:        {http.StatusNotImplemented, "not_implemented", "The request asks for something that this service does not do."},
	fault.Invalid:          {http.StatusBadRequest, "invalid_request", "The request is not valid."},
	fault.Precondition:     {http.StatusBadRequest, "invalid_request", "The request cannot be carried out in the current state of the object."},
	fault.Conflict:         {http.StatusBadRequest, "invalid_request", "Another request changed the object in the meantime."},
	fault.Challenge:        {http.StatusBadRequest, "invalid_request", "The request cannot be carried out in the current state of the object."},
}

// implied is the broken rule that a fault means if it lists none.
var implied = map[string]fault.Violation{
	core.ErrWrongCurrent.Code: {Pointer: "/currentPassword", Code: "invalid_current_password"},
	// The password that was checked is no longer the current one.
	core.ErrCredentialChanged.Code: {Pointer: "/currentPassword", Code: "invalid_current_password"},
	core.ErrPasswordMissing.Code:   {Pointer: "/newPassword", Code: "required"},
	core.ErrPasswordText.Code:      {Pointer: "/newPassword", Code: "invalid_format"},
	core.ErrTooYoung.Code:          {Pointer: "/newPassword", Code: ruleTooYoung},
}

// explain finds status and body of a fault, except the ticket.
func explain(f *fault.Fault) (int, wristbandapi.WristbandError) {
	list := f.Violations
	if v, ok := implied[f.Code]; ok && len(list) == 0 {
		list = []fault.Violation{v}
	}
	if f.Kind == fault.NotServed {
		return http.StatusNotImplemented, notServed(f)
	}
	if code, message, found := violations(f, list); len(found) > 0 {
		return http.StatusBadRequest, wristbandapi.WristbandError{
			Type: wristbandapi.WristbandErrorTypeConstraintViolationsError, Code: code, Message: message, Violations: &found,
		}
	}
	p, ok := byCode[f.Code]
	if !ok {
		p, ok = byKind[f.Kind]
	}
	if !ok {
		p = problem{http.StatusInternalServerError, "internal_error", "The request could not be completed."}
	}
	if f.Kind == fault.Malformed && len(list) > 0 && list[0].Message != "" {
		p.message = list[0].Message // about the body as a whole
	}
	return p.status, wristbandapi.WristbandError{
		Type: wristbandapi.WristbandErrorTypeBaseError, Code: p.code, Message: p.message,
	}
}

// unsupported is the code of a value that is not served, of a member that is.
const unsupported = "unsupported"

// instead says what to use instead of a call that is not served.
func instead(v fault.Violation) string { return "This service does not serve this call. " + v.Message }

// notServed names what is not served in the message: the vendor's error has no other
// place for what is not a constraint.
func notServed(f *fault.Fault) wristbandapi.WristbandError {
	p := byKind[fault.NotServed]
	for i, v := range f.Violations {
		if v.Pointer == "" { // the call as a whole
			p.message = instead(v)
			continue
		}
		p.message += []string{" Not served: ", ", "}[min(i, 1)] + strings.TrimPrefix(strings.TrimPrefix(v.Pointer, "query:"), "/")
		if v.Code == unsupported {
			p.message += ". " + v.Message
		}
	}
	return wristbandapi.WristbandError{Type: wristbandapi.WristbandErrorTypeBaseError, Code: p.code, Message: p.message}
}

// coreFields are the vendor's names of members that the core names otherwise.
var coreFields = map[string]string{"emails": "email", "phones": "phoneNumber", "locale": "preferredLanguage"}

// howTo has the codes of violations whose message says what to write instead.
var howTo = map[string]struct{}{"invalid_query": {}, "invalid_sort": {}}

// violations groups broken rules by field. Those of the body as a whole have none.
func violations(f *fault.Fault, list []fault.Violation) (code, message string, found wristbandapi.Violations) {
	code, message, found = codeBody, messageBody, wristbandapi.Violations{}
	for _, v := range list {
		field, _, _ := strings.Cut(strings.TrimPrefix(v.Pointer, "/"), "/")
		if name, ok := strings.CutPrefix(v.Pointer, "path:"); ok {
			field, code, message = name, codePath, messagePath
		}
		if name, ok := strings.CutPrefix(v.Pointer, "query:"); ok {
			field, code, message = name, codeQuery, messageQuery
			if _, how := howTo[v.Code]; how {
				message = v.Message
			}
		}
		if name, ok := coreFields[field]; ok {
			field = name
		}
		if f.Code == core.ErrPasswordPolicy.Code {
			field = "newPassword"
		}
		if field != "" {
			found[field] = append(found[field], violation(v))
		}
	}
	return code, message, found
}

// ruleTooYoung is the policy's rule on the earliest own change.
const ruleTooYoung = "minimum_lifetime"

// violation describes one broken rule.
func violation(v fault.Violation) wristbandapi.Violation {
	switch v.Code {
	case fault.BrokenRequired, fault.BrokenNull:
		return named("not_blank", nil)
	case policy.TooShort:
		if least, err := strconv.Atoi(v.Params[fault.Min]); err == nil && least <= 1 {
			return named("not_blank", nil)
		}
		return named("too_short", wristbandapi.ConstraintAttributes{"minLength": v.Params[fault.Min]})
	case policy.TooLong:
		return named("too_long", wristbandapi.ConstraintAttributes{"maxLength": v.Params[fault.Max]})
	case policy.Blocklisted, policy.Breached:
		return named("password_breached", nil)
	case "format": // a name or an address, by the core
		return named("invalid_format", nil)
	case policy.InTheHistory:
		return ruled("history", v.Params)
	case policy.NeedsLower, policy.NeedsUpper, policy.NeedsDigit, policy.NeedsSymbol, policy.Repeated,
		policy.TooWeak, policy.ContextWord, ruleTooYoung:
		return ruled(v.Code, v.Params)
	}
	return named(v.Code, nil)
}

func named(code string, attributes wristbandapi.ConstraintAttributes) wristbandapi.Violation {
	v := wristbandapi.Violation{Code: code}
	if attributes != nil {
		v.ConstraintAttributes = &attributes
	}
	return v
}

// ruled is a broken rule of the policy for which the vendor has no code.
func ruled(rule string, params fault.Params) wristbandapi.Violation {
	attributes := wristbandapi.ConstraintAttributes{"rule": rule}
	for name, bound := range params {
		attributes[string(name)] = bound
	}
	return named("password_policy_violation", attributes)
}
