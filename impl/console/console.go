// Package console makes commands from the operations of a contract, with flags, help, output and
// exit codes.
//
// A Console holds the commands; an operation with x-command is a command, its parameters and the
// members of its body are flags. A Local command works on the machine of the service instead of
// calling it. cmd/rekey adds the commands to its own parser.
//
// It promises that a secret is never taken from the command line, where other processes can read
// it, and never printed unless the answer exists to hand it out; and that a request is repeated only
// if that is safe. It is a client like any other: it knows the contract only, so a program can do
// with the same names what a command does. It must not import the service.
//
// The flags of an operation, its exit codes and the scripts of completion are made here, on kong.
// General clients of a contract (restish, openapi-cli-generator) take a body with its secrets as
// arguments, which other users of the machine can read, and do not repeat a request under its
// idempotency key. The completion libraries for kong (kongplete, kong-completion, carapace) run the
// program at each press of Tab, which takes a fifth of a second; a script with every command does
// not.
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

// Deps are the dependencies of the commands; all except Prompt and Local are required.
type Deps struct {
	Spec        *openapi3.T
	In          io.Reader
	Out, Err    io.Writer
	Terminal    bool       // Out is a terminal
	Width       func() int // the columns of that terminal; 0: unlimited
	Environment func(name string) string
	Transport   http.RoundTripper
	Wait        func(ctx context.Context, d time.Duration) error
	Agent       string // User-Agent
	// Prompt asks the user at the terminal for a secret, without echo; nil: there is no terminal.
	Prompt func(label string) (secret.Text, error)
	Local  []Local
}

// Console holds the commands.
type Console struct {
	Deps
	operations []*operation
	drained    bool // standard input was read
}

// New makes the commands from the contract.
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
	ExitFailed      = 1 // any failure without a code of its own
	ExitRefused     = 2 // the command or its values are wrong: 400, 413, 415, 422
	ExitWhoAreYou   = 3 // the key is missing or not valid: 401
	ExitForbidden   = 4 // the key lacks the permission: 403
	ExitNotFound    = 5 // no such object in the scope of the key: 404
	ExitConflict    = 6 // the state of the object does not allow it, or the object was changed meanwhile: 409, 412
	ExitTryAgain    = 7 // the service is busy or cannot be reached: 429, 503, network
	ExitNotIntact   = 8 // audit verify found a change of the audit trail
	ExitNotSetUp    = 9 // a set-up of contract-test failed
	ExitCodesInHelp = `Exit codes: 0 done, 1 failed, 2 wrong usage or refused values, 3 not authenticated, 4 not permitted, 5 not found, 6 conflict or changed meanwhile, 7 busy or not reachable (try again later), 8 the audit trail is not intact, 9 a contract test could not set up what it needs.`
)

// exitOf returns the exit code for the status of an answer.
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
