// Package outbox delivers the messages that were written together with the changes
// they tell of: it claims due rows, renders them, hands them to a mail server or an
// SMS gateway, and tries again until they are accepted or refused for good.
//
// Delivery is at least once. A message keeps its Message-ID over every attempt, so
// that a second copy can be recognised.
package outbox

import (
	"context"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// Outgoing is a rendered message on its way to one recipient.
type Outgoing struct {
	ID      string // of the stored message; the same at each attempt
	Channel models.Channel
	To      string
	Subject string // of a mail
	Text    string
	HTML    string    // of a mail
	At      time.Time // of this attempt
}

// Sender hands a message to the server that carries it on. The answer is what that
// server said, also beside an error. Every error is a *TemporaryError or a
// *PermanentError; the worker takes any other for temporary.
type Sender interface {
	Send(ctx context.Context, message Outgoing) (answer string, err error)
}

// TemporaryError means that trying again later can succeed. An unknown outcome, such
// as a line cut while the server was answering, counts as temporary.
type TemporaryError struct {
	Answer     string        // of the server, or what went wrong on the way to it
	RetryAfter time.Duration // what the server asked for; 0: nothing
	Setup      bool          // only the operator can mend it: TLS, credentials, sender address
}

// Error says what the server answered.
func (e *TemporaryError) Error() string { return "outbox: not delivered yet: " + e.Answer }

// PermanentError means that the same message will be refused again.
type PermanentError struct {
	Answer string // of the server, or why it was not asked
}

// Error says what the server answered.
func (e *PermanentError) Error() string { return "outbox: refused for good: " + e.Answer }

// Unconfigured stands in for the sender of a channel that has none.
type Unconfigured struct{}

// Send refuses for good, so that the message shows up as failed at once.
func (Unconfigured) Send(_ context.Context, m Outgoing) (string, error) {
	answer := fmt.Sprintf("no sender is configured for %s", m.Channel)
	return answer, &PermanentError{Answer: answer}
}
