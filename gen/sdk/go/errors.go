package rekey

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Code is the stable name of a problem. A code is itself an error, so that
// errors.Is(err, rekey.CodePasswordPolicy) recognises a problem.
type Code string

func (c Code) Error() string { return string(c) }

// Error is an answer that is not a success. errors.As finds in it the error of the
// operation's own surface: *RekeyProblem, *BoomiProblemDetails, *EntrustErrorInfo,
// *WristbandError, *WristbandOAuthError, *ZitadelStatus or *ZitadelOAuthError.
type Error struct {
	Operation  string
	Status     int
	Code       Code   // in the words of the surface
	Message    string // one sentence for people; the service repeats no value in it
	RequestID  string // finds the request in the service's log
	RetryAfter time.Duration
	Header     http.Header
	Body       []byte // may hold secrets, such as the key of a challenge
	envelope   error
}

func (e *Error) Error() string {
	text := fmt.Sprintf("rekey: %s: status %d", e.Operation, e.Status)
	if e.Code != "" {
		text += " " + string(e.Code)
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	if e.RequestID != "" {
		text += " (request " + e.RequestID + ")"
	}
	return text
}

// Is compares with a Code.
func (e *Error) Is(target error) bool {
	code, ok := target.(Code)
	return ok && code == e.Code
}

// Unwrap gives the error in the shape of its surface.
func (e *Error) Unwrap() error { return e.envelope }

// envelope has the information that the errors of all surfaces have, in different forms.
type envelope interface {
	error
	tell() (code, message string)
}

func failed(r *request, a *Response) error {
	e := &Error{Operation: r.id, Status: a.Status, RequestID: a.RequestID, Header: a.Header, Body: a.Body}
	e.RetryAfter, _ = retryAfter(a.Header)
	shape := r.refusal(a.Status)
	told, ok := shape.(envelope)
	if !ok || json.Unmarshal(a.Body, shape) != nil { // for instance a proxy's page
		e.Message = http.StatusText(a.Status)
		return e
	}
	code, message := told.tell()
	e.Code, e.Message, e.envelope = Code(code), message, shape
	return e
}

// refused makes an empty error of the type that a refusal has.
func refused[T any, E interface {
	*T
	error
}]() error {
	return E(new(T))
}

func (o operation) refusal(status int) error {
	if other := o.failures[status]; other != nil {
		return other()
	}
	return o.failure()
}

func said(code, message string) string { return strings.TrimSpace(code + ": " + message) }

// Error tells code and sentence.
func (p *RekeyProblem) Error() string                  { return said(p.tell()) }
func (p *RekeyProblem) tell() (code, message string)   { return p.Code, p.Detail }
func (p *BoomiProblemDetails) Error() string           { return said(p.tell()) }
func (c *BoomiMfaChallenge) Error() string             { return said(c.tell()) }
func (i *EntrustErrorInfo) Error() string              { return said(i.tell()) }
func (i *EntrustErrorInfo) tell() (code, msg string)   { return i.ErrorCode, i.ErrorMessage }
func (w *WristbandError) Error() string                { return said(w.tell()) }
func (w *WristbandError) tell() (code, message string) { return w.Code, w.Message }
func (w *WristbandOAuthError) Error() string           { return said(w.tell()) }
func (z *ZitadelStatus) Error() string                 { return said(z.tell()) }
func (z *ZitadelOAuthError) Error() string             { return said(z.tell()) }

func (p *BoomiProblemDetails) tell() (code, message string) {
	if p.Detail != nil {
		message = *p.Detail
	}
	return strings.TrimPrefix(p.Type, "urn:rekey:fault:"), message
}

func (c *BoomiMfaChallenge) tell() (code, message string) {
	if c.Message != "" {
		message = c.Message
	}
	return "second_factor_required", message
}

func (w *WristbandOAuthError) tell() (code, message string) { return oauth(w.Name, w.ErrorDescription) }
func (z *ZitadelOAuthError) tell() (code, message string)   { return oauth(z.Name, z.ErrorDescription) }

// oauth reads an error of RFC 6749 section 5.2, whose description is optional.
func oauth(name string, description *string) (code, message string) {
	if description != nil {
		message = *description
	}
	return name, message
}

func (z *ZitadelStatus) tell() (code, message string) { return strconv.Itoa(int(z.Code)), z.Message }

// reason is the text of a failed connection without the address, whose query may hold a key.
func reason(err error) string {
	var failed *url.Error
	if errors.As(err, &failed) {
		return failed.Err.Error()
	}
	return err.Error()
}
