package boomi

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// problem is the answer of this surface to a fault.
type problem struct {
	status int
	detail string // empty: the fault's own message
	typed  bool   // programs may distinguish it: type is urn:rekey:fault:<code>
	field  string // what the fault is about, in the words of the redemption body
}

const notValid = "The request is not valid."

// byCode holds the faults for which this surface has a message of its own.
var byCode = map[string]problem{
	core.ErrTicketUnusable.Code:    {status: http.StatusBadRequest, detail: "Password link is not valid or has expired."},
	core.ErrPasswordPolicy.Code:    {status: http.StatusBadRequest, detail: "The new password breaks a rule.", typed: true, field: "/password"},
	core.ErrPasswordsDiffer.Code:   {status: http.StatusBadRequest, detail: notValid, field: "/confirmPassword"},
	core.ErrPasswordMissing.Code:   {status: http.StatusBadRequest, detail: notValid, field: "/password"},
	core.ErrPasswordText.Code:      {status: http.StatusBadRequest, detail: notValid, field: "/password"},
	core.ErrWrongCurrent.Code:      {status: http.StatusBadRequest, detail: "The current password is not correct.", field: "/currentPassword"},
	core.ErrTooYoung.Code:          {status: http.StatusBadRequest, typed: true},
	core.ErrNoDirectory.Code:       {status: http.StatusBadRequest, typed: true},
	core.ErrCredentialChanged.Code: {status: http.StatusBadRequest, typed: true},
	core.ErrTenantNotFound.Code:    {status: http.StatusBadRequest, typed: true},
	core.ErrUserNotFound.Code:      {status: http.StatusUnauthorized, detail: fault.ErrUnauthenticated.Message}, // the caller's own account is gone
	core.ErrLoginFailed.Code:       {status: http.StatusUnauthorized, detail: "The user name, the password or the code is not correct."},
	core.ErrRefreshInvalid.Code:    {status: http.StatusUnauthorized, detail: "The refresh token is not valid. Log in again."},
	surface.ErrChangeRequired.Code: {status: http.StatusUnauthorized, typed: true},
}

// byKind answers every other fault.
var byKind = map[fault.Kind]problem{
	fault.Internal:         {status: http.StatusInternalServerError},
	fault.Unavailable:      {status: http.StatusServiceUnavailable},
	fault.Limited:          {status: http.StatusTooManyRequests},
	fault.TooLarge:         {status: http.StatusRequestEntityTooLarge},
	fault.Unsupported:      {status: http.StatusUnsupportedMediaType},
	fault.Malformed:        {status: http.StatusBadRequest},
	fault.Unauthenticated:  {status: http.StatusUnauthorized},
	fault.Forbidden:        {status: http.StatusForbidden},
	fault.NotFound:         {status: http.StatusNotFound},
	fault.MethodNotAllowed: {status: http.StatusMethodNotAllowed},
	fault.NotServed:        {status: http.StatusNotImplemented, typed: true},
	fault.Invalid:          {status: http.StatusBadRequest, typed: true},
	fault.Precondition:     {status: http.StatusBadRequest, typed: true},
	fault.Conflict:         {status: http.StatusConflict, typed: true},
	fault.Challenge:        {status: http.StatusConflict},
}

// write answers a fault in this surface's shape: a problem document (RFC 9457), or the
// challenge of a second factor, which is not an error.
func write(g *gin.Context, f *fault.Fault) {
	if needs := (*surface.NeedsCode)(nil); errors.As(f, &needs) {
		send(g, http.StatusConflict, "application/json", challenge(needs))
		return
	}
	if onlyKeyInvalid(g, f) {
		f = core.ErrTicketUnusable
	}
	p, ok := byCode[f.Code]
	if administers := strings.HasPrefix(g.FullPath(), "/api/AdminUsers"); !ok || administers && f.Code == core.ErrUserNotFound.Code {
		p = byKind[f.Kind]
	}
	send(g, p.status, "application/problem+json", document(g, p, f))
}

func send(g *gin.Context, status int, mediaType string, body any) {
	raw, err := json.Marshal(body)
	if err != nil { // unreachable: the documents are maps and strings
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Data(status, mediaType, raw)
}

func challenge(needs *surface.NeedsCode) boomiapi.MfaChallenge {
	c := boomiapi.MfaChallenge{
		Sid: needs.ID.Reveal(), Message: "A verification code was sent to your e-mail address.", ExpiresAt: &needs.ExpiresAt,
	}
	if needs.Method == core.FactorTOTP {
		c.Message = "Enter the code of your authenticator app, or a recovery code."
	}
	return c
}

// onlyKeyInvalid reports whether the only mistake of a request is the form of the
// link's key. It is answered like an unknown key: a second answer would be an
// oracle for what keys look like, and the vendor knows no 422.
func onlyKeyInvalid(g *gin.Context, f *fault.Fault) bool {
	if f.Code != fault.ErrMalformed.Code || !strings.HasPrefix(g.FullPath(), "/api/Password/") || len(f.Violations) == 0 {
		return false
	}
	query := g.Request.Method != http.MethodPost // the key is all that it reads
	for _, v := range f.Violations {
		if !query && (v.Pointer != "/key" || v.Code == fault.BrokenDuplicate) {
			return false
		}
	}
	return true
}

func document(g *gin.Context, p problem, f *fault.Fault) boomiapi.ProblemDetails {
	id := g.Writer.Header().Get("X-Request-Id")
	d := boomiapi.ProblemDetails{
		Type: "about:blank", Title: http.StatusText(p.status), Status: int32(p.status), Detail: &p.detail, TraceID: &id,
	}
	if p.status == http.StatusRequestEntityTooLarge {
		d.Title = "Content Too Large" // RFC 9110 section 15.5.14 renamed it
	}
	if p.detail == "" {
		d.Detail = &f.Message
	}
	if p.typed {
		d.Type = "urn:rekey:fault:" + f.Code
	}
	if needs := (*surface.NeedsChange)(nil); errors.As(f, &needs) {
		if key, err := uuid.Parse(needs.Ticket.Reveal()); err == nil {
			d.Key = &key
		}
	}
	at := pointer(g, p.field)
	switch {
	case f.Code == core.ErrPasswordPolicy.Code:
		d.Errors, d.Violations = messagesByField(f, at), rules(f, at)
	case len(f.Violations) > 0:
		d.Errors = messagesByField(f, "")
	case at != "":
		messages := map[string][]string{at: {f.Message}}
		d.Errors = &messages
	}
	return d
}

// pointer names a field as the operation's body does.
func pointer(g *gin.Context, field string) string {
	if field == "/password" && strings.HasPrefix(g.FullPath(), "/api/Account/") {
		return "/newPassword"
	}
	return field
}

// messagesByField groups messages by pointer; at stands in for a missing one.
func messagesByField(f *fault.Fault, at string) *map[string][]string {
	messages := map[string][]string{}
	for _, v := range f.Violations {
		p := v.Pointer
		if p == "" {
			p = at
		}
		messages[p] = append(messages[p], v.Message)
	}
	return &messages
}

// rules lists the broken rules of the policy, for programs (D7).
func rules(f *fault.Fault, at string) *[]boomiapi.RuleViolation {
	broken := make([]boomiapi.RuleViolation, 0, len(f.Violations))
	for _, v := range f.Violations {
		r := boomiapi.RuleViolation{Code: v.Code, Pointer: &at}
		if len(v.Params) > 0 {
			r.Parameters = new(v.Params.Strings())
		}
		broken = append(broken, r)
	}
	return &broken
}
