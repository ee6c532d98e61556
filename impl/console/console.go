// Package console makes commands of the operations of a contract. It is a client like
// any other: it knows the contract and nothing of the service behind it, so whatever a
// command does a program can do with the same names.
//
// The flags of an operation, its exit codes and the scripts of completion are made here, on kong. The
// general clients of a contract (restish, openapi-cli-generator) take a body with its secrets as
// arguments, which other users of the machine can read, and do not repeat a request under its idempotency key. The libraries
// that complete for kong (kongplete, kong-completion, carapace) run the program at each press of Tab,
// a fifth of a second here; a script that holds every command asks nothing.
package console

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/secret"
)

// Deps are what the commands need; all but Prompt and Local are required.
type Deps struct {
	Spec        *openapi3.T
	In          io.Reader
	Out, Err    io.Writer
	Terminal    bool       // a person looks at Out
	Width       func() int // the columns of that terminal; 0: as many as it takes
	Environment func(name string) string
	Transport   http.RoundTripper
	Wait        func(ctx context.Context, d time.Duration) error
	Agent       string // User-Agent
	// Prompt asks the person at the terminal for a secret, without echo; nil: nobody is there.
	Prompt func(label string) (secret.Text, error)
	Local  []Local
}

// Console holds the commands.
type Console struct {
	Deps
	operations []*operation
	drained    bool // standard input was read
}

// New reads the commands out of the contract.
func New(d Deps) (*Console, error) {
	if d.Spec == nil || d.In == nil || d.Out == nil || d.Err == nil || d.Environment == nil ||
		d.Transport == nil || d.Wait == nil || d.Agent == "" || d.Width == nil {
		return nil, errors.New("console: Spec, In, Out, Err, Environment, Transport, Wait, Width and Agent are required")
	}
	c := &Console{Deps: d}
	var err error
	c.operations, err = operationsOf(d.Spec)
	return c, err
}

// Exit codes, for scripts.
const (
	ExitDone        = 0
	ExitFailed      = 1 // what none of the others says
	ExitRefused     = 2 // the command or its values are wrong: 400, 413, 415, 422
	ExitWhoAreYou   = 3 // the key is missing or not valid: 401
	ExitForbidden   = 4 // the key lacks the permission: 403
	ExitNotFound    = 5 // no such object within reach of the key: 404
	ExitConflict    = 6 // the state of things does not allow it, or it was changed meanwhile: 409, 412
	ExitTryAgain    = 7 // the service is busy or cannot be reached: 429, 503, network
	ExitNotIntact   = 8 // audit verify found the audit trail changed
	ExitNotSetUp    = 9 // contract-test could not set up what cases need
	ExitCodesInHelp = `Exit codes: 0 done, 1 failed, 2 wrong usage or refused values, 3 not authenticated, 4 not permitted, 5 not found, 6 conflict or changed meanwhile, 7 busy or not reachable (try again later), 8 the audit trail is not intact, 9 a contract test could not set up what it needs.`
)

// exitOf is the exit code of an answer's status.
func exitOf(status int) int {
	switch status {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity:
		return ExitRefused
	case http.StatusUnauthorized:
		return ExitWhoAreYou
	case http.StatusForbidden:
		return ExitForbidden
	case http.StatusNotFound:
		return ExitNotFound
	case http.StatusConflict, http.StatusPreconditionFailed:
		return ExitConflict
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return ExitTryAgain
	}
	if status >= 200 && status < 300 {
		return ExitDone
	}
	return ExitFailed
}
