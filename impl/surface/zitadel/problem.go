package zitadel

import (
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/surface"
)

// The gRPC codes that occur here (google.rpc.Code).
const (
	invalidArgument    = 3
	notFound           = 5
	alreadyExists      = 6
	permissionDenied   = 7
	resourceExhausted  = 8
	failedPrecondition = 9
	unimplemented      = 12
	internal           = 13
	unavailable        = 14
	unauthenticated    = 16
)

// problem is the answer to a fault. Without an id there are no details.
type problem struct {
	code int32
	id   string
	text string
}

// problems answers faults in this surface's shape.
type problems struct {
	operations map[string]string // operation ids by method and route
	messages   []message
}

// parameter matches a parameter in a path of the contract, which gin writes with a colon.
var parameter = regexp.MustCompile(`\{([^}]+)\}`)

func newProblems(spec *openapi3.T) *problems {
	p := &problems{operations: map[string]string{}, messages: messageTable()}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			p.operations[method+" "+parameter.ReplaceAllString(path, ":$1")] = op.OperationID
			if procedure, ok := op.Extensions["x-procedure"].(string); ok {
				p.operations[method+" /"+procedure] = op.OperationID
			}
		}
	}
	return p
}

// write answers a fault.
func (p *problems) write(g *gin.Context, f *fault.Fault) {
	if isOAuth(g.Request.URL.Path) {
		writeOAuth(g, f)
		return
	}
	answers := p.explain(p.operations[g.Request.Method+" "+g.FullPath()], reasonOf(g, f), f)
	raw, err := json.Marshal(document(f, answers))
	if err != nil { // unreachable: strings and numbers
		g.Status(http.StatusInternalServerError)
		return
	}
	g.Data(status(f.Kind, answers[0].code), "application/json", raw)
}

// explain finds the message of a fault: the first is what happened, further ones name
// further rules that a password breaks.
func (p *problems) explain(operation string, why reason, f *fault.Fault) []problem {
	if f.Code == fault.ErrMalformed.Code {
		return []problem{{code: invalidArgument, text: malformed(operation, f.Violations)}}
	}
	if former := (*deprecatedCall)(nil); errors.As(f, &former) {
		return []problem{{code: unimplemented, id: "REKEY-Deprecated", text: "Deprecated. Use " + former.operation + ": " + former.call}}
	}
	if f.Code == fault.ErrNotServed.Code {
		return []problem{{code: unimplemented, id: "REKEY-NotServed", text: notServed(f.Violations)}}
	}
	if f.Code == core.ErrPasswordPolicy.Code && len(f.Violations) > 0 {
		var all []problem
		for _, v := range f.Violations {
			all = append(all, ruleProblem(v))
		}
		return all
	}
	for _, w := range p.messages {
		if w.fault.Code == f.Code && (w.operation == "" || w.operation == operation) && (w.why == anyReason || w.why == why) {
			answer := w.problem
			if f.Code == core.ErrHashNotAccepted.Code && len(f.Violations) > 0 {
				answer.text += ": " + clause(strings.TrimPrefix(f.Violations[0].Message, "Not accepted: "))
			}
			if command := surface.AllowingCommand(f); command != "" {
				answer.text += ". " + command
			}
			return []problem{answer}
		}
	}
	text := strings.TrimSuffix(f.Message, ".")
	if (f.Code == core.ErrUser.Code || f.Code == core.ErrNameShape.Code) && len(f.Violations) > 0 {
		text = strings.TrimSuffix(f.Violations[0].Message, ".")
	}
	return []problem{{code: codeOf(f.Kind), id: "REKEY-" + camel(f.Code), text: text}}
}

func document(f *fault.Fault, answers []problem) zitadelapi.Status {
	s := zitadelapi.Status{Code: answers[0].code, Message: answers[0].text}
	if answers[0].id == "" {
		return s
	}
	s.Message += " (" + answers[0].id + ")"
	kind := zitadelapi.StatusDetailTypeTypeGoogleapisComZitadelV1ErrorDetail
	if f.Code == core.ErrLoginFailed.Code {
		kind = zitadelapi.StatusDetailTypeTypeGoogleapisComZitadelV1CredentialsCheckError
	}
	var all []zitadelapi.StatusDetail
	for _, p := range answers {
		all = append(all, zitadelapi.StatusDetail{Type: kind, ID: &p.id, Message: &p.text})
	}
	s.Details = &all
	return s
}

const maxMessage = 1000 // of the contract

// malformed names what is wrong with a request by pointer and rule.
func malformed(operation string, violations []fault.Violation) string {
	var b strings.Builder
	b.WriteString("invalid " + operation + "Request")
	for i, v := range violations {
		b.WriteString([]string{": ", "; "}[min(i, 1)])
		if v.Pointer != "" {
			b.WriteString(strings.TrimPrefix(strings.TrimPrefix(v.Pointer, "query:"), "path:") + ": ")
		}
		b.WriteString(clause(v.Message))
	}
	text := []rune(b.String())
	return string(text[:min(len(text), maxMessage)])
}

// notServed names the parts of a request that are not served.
func notServed(violations []fault.Violation) string {
	names := make([]string, len(violations))
	for i, v := range violations {
		names[i] = strings.TrimPrefix(v.Pointer, "query:")
	}
	return "Not served: " + strings.Join(names, ", ")
}

// clause writes a sentence as part of a longer one.
func clause(sentence string) string {
	first, size := utf8.DecodeRuneInString(sentence)
	if size == 0 {
		return "not valid"
	}
	return strings.TrimSuffix(string(unicode.ToLower(first))+sentence[size:], ".")
}

// status follows grpc-gateway, except where HTTP itself has a status.
func status(kind fault.Kind, code int32) int {
	switch kind {
	case fault.TooLarge:
		return http.StatusRequestEntityTooLarge
	case fault.Unsupported:
		return http.StatusUnsupportedMediaType
	case fault.NotServed:
		return http.StatusNotImplemented
	}
	switch code {
	case invalidArgument, failedPrecondition:
		return http.StatusBadRequest
	case notFound:
		return http.StatusNotFound
	case permissionDenied:
		return http.StatusForbidden
	case resourceExhausted:
		return http.StatusTooManyRequests
	case unimplemented:
		return http.StatusMethodNotAllowed
	case alreadyExists:
		return http.StatusConflict
	case unavailable:
		return http.StatusServiceUnavailable
	case unauthenticated:
		return http.StatusUnauthorized
	}
	return http.StatusInternalServerError
}

// codeOf is the code of a fault that has no message of its own here.
func codeOf(k fault.Kind) int32 {
	switch k {
	case fault.Unavailable:
		return unavailable
	case fault.Limited, fault.TooLarge:
		return resourceExhausted
	case fault.Unsupported, fault.Malformed, fault.Invalid:
		return invalidArgument
	case fault.Unauthenticated:
		return unauthenticated
	case fault.Forbidden:
		return permissionDenied
	case fault.NotFound:
		return notFound
	case fault.MethodNotAllowed, fault.NotServed:
		return unimplemented
	case fault.Precondition, fault.Conflict, fault.Challenge:
		return failedPrecondition
	}
	return internal
}

// camel writes no_directory as NoDirectory, in the manner of an id.
func camel(code string) string {
	var b strings.Builder
	for _, word := range strings.Split(code, "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}
