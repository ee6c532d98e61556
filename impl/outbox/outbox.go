// Package outbox delivers messages: mails and short messages that the core stored in the same transaction
// as the change that they are about.
//
// A message is a row, whose content is sealed until it is sent. A worker claims a due message for the time
// of a lease, renders it and hands it to the sender of its channel; each try is an attempt, with an answer
// and an outcome. A lane is the messages of one tenant to one destination (a mail domain or the SMS
// gateway); lanes share the places, which are the deliveries at one time, so that a destination that hangs
// or a busy tenant does not delay the others.
//
//	worker.go, backoff.go          attempts, their outcomes, and when the next one is
//	poll.go, lanes.go              which message is next, and how many at a time
//	render.go, fields.go           templates, and the values that they may contain
//	smtp*.go, sms.go, mailbox.go   the senders
//	answer.go, ticket.go           what is stored and logged of an outcome
//
// The core writes messages through the store and wakes the worker; the assembly runs it. The package does
// not know the core.
//
// It promises: a message is delivered at least once, and every attempt has the same Message-ID, so that a
// copy can be recognised; a link, code or password of a message is neither logged nor stored with its
// answer; nothing that a user chose becomes a link in a message. What must not be done here: sending within
// a transaction, building a link, or using a template that a request brought.
//
// SMTP and MIME are go-mail's. The queue is written here: libraries for queues need PostgreSQL or Redis (River,
// Asynq), and a message has to commit in the same transaction as the change.
package outbox

import (
	"context"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/models"
)

// Outgoing is a rendered message to one recipient.
type Outgoing struct {
	ID      string // of the stored message; the same in every attempt
	Channel models.Channel
	To      string
	Subject string // of a mail
	Text    string
	HTML    string    // of a mail
	At      time.Time // of this attempt
}

// Sender hands a message to the server that delivers it. It returns the server's answer, also with an error.
// Every error is a *TemporaryError or a *PermanentError; the worker treats any other as temporary.
type Sender interface {
	Send(ctx context.Context, message Outgoing) (answer string, err error)
}

// TemporaryError means that a later attempt can succeed. An unknown outcome counts as temporary, such as a
// connection that was lost while the server answered.
type TemporaryError struct {
	Answer     string        // of the server, or why it was not reached
	RetryAfter time.Duration // what the server asked for; 0: it did not
	Setup      bool          // only the operator can correct it: TLS, credentials, sender address
}

// Error contains the server's answer.
func (e *TemporaryError) Error() string { return "outbox: not delivered yet: " + e.Answer }

// PermanentError means that another attempt would be refused too.
type PermanentError struct {
	Answer string // of the server, or why it was not asked
}

// Error contains the server's answer.
func (e *PermanentError) Error() string { return "outbox: refused for good: " + e.Answer }

// Unconfigured is the sender of a channel that has none.
type Unconfigured struct{}

// Send refuses permanently, so that the message is marked as failed at once.
func (Unconfigured) Send(_ context.Context, m Outgoing) (string, error) {
	answer := fmt.Sprintf("no sender is configured for %s", m.Channel)
	return answer, &PermanentError{Answer: answer}
}
