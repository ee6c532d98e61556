package outbox

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/tracing"
	"github.com/rekeyhq/rekey/models"
)

const (
	sendWithin = 30 * time.Second
	lease      = time.Minute
	renewAfter = lease / 3 // so that two more tries remain if one fails
	markWithin = 5 * time.Second
	pollEvery  = time.Second
	maxWait    = 24 * time.Hour // the longest Retry-After of a server that is respected
)

// Outcome is how an attempt ended.
type Outcome string

// The outcomes.
const (
	OutcomeSent    Outcome = "sent"
	OutcomeDelayed Outcome = "delayed" // tried again later
	OutcomeHung    Outcome = "hung"    // delayed, after more than hangsAfter without an answer
	OutcomeFailed  Outcome = "failed"  // not tried again
)

// Outcomes lists all outcomes.
func Outcomes() []Outcome { return []Outcome{OutcomeSent, OutcomeDelayed, OutcomeHung, OutcomeFailed} }

// Deps are the dependencies of a worker. All are required; a channel without a sender gets Unconfigured.
type Deps struct {
	Store   *store.Store
	Keyring *secret.Keyring
	Email   Sender
	SMS     Sender
	Clock   clock.Clock
	Log     *slog.Logger
	Product string // the name of the service in messages
	// Attempted is called with the outcome of each attempt.
	Attempted func(models.Channel, Outcome)
	// Delivered is called with the time from the change that a message is about to its delivery.
	Delivered func(models.Channel, time.Duration)
	// CountTicket is called when the message of a ticket was delivered, or failed for good.
	CountTicket func(models.TicketState, models.Purpose, models.Medium)
}

// Worker delivers stored messages. Several may run at the same time, also on several machines: one of them
// claims a message.
type Worker struct {
	d        Deps
	renderer *Renderer
	lanes    *lanes

	polling  sync.Mutex // one poll at a time
	rotation rotation   // guarded by polling
}

// New checks the dependencies and parses the templates.
func New(d Deps) (*Worker, error) {
	if d.Store == nil || d.Keyring == nil || d.Email == nil || d.SMS == nil || d.Clock == nil || d.Log == nil ||
		d.Attempted == nil || d.Delivered == nil || d.CountTicket == nil {
		return nil, errors.New("outbox: Store, Keyring, Email, SMS, Clock, Log, Attempted, Delivered and CountTicket are required")
	}
	renderer, err := NewRenderer(d.Product)
	if err != nil {
		return nil, err
	}
	return &Worker{d: d, renderer: renderer, lanes: newLanes(), rotation: newRotation()}, nil
}

// Count returns how many deliveries are under way, and how many destinations hang.
func (w *Worker) Count() (underWay, hanging int) { return w.lanes.count(w.d.Clock.Now()) }

// Run delivers due messages every second and at each wake, until ctx ends. It then ends the deliveries under
// way, which the next run tries again. After each poll it reports whether the store could be read.
func (w *Worker) Run(ctx context.Context, wake <-chan struct{}, report func(error)) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	done := make(chan bool, places)
	underWay := 0
	defer func() { collect(done, underWay) }()
	for {
		ended, _ := finished(done)
		begun, err := w.poll(ctx, done)
		underWay += begun - ended
		if ctx.Err() != nil {
			return
		}
		report(err)
		select {
		case <-ctx.Done():
			return
		case <-wake:
		case <-tick.C:
		case <-done:
			underWay--
		}
	}
}

// Drain delivers everything that is due once, and returns how many messages were accepted. A failed delivery is
// not an error; it is recorded in the message.
func (w *Worker) Drain(ctx context.Context) (int, error) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	done := make(chan bool, places)
	sent, underWay := 0, 0
	for ctx.Err() == nil {
		ended, accepted := finished(done)
		sent += accepted
		begun, err := w.poll(ctx, done)
		if underWay += begun - ended; underWay == 0 || err != nil {
			return sent + collect(done, underWay), err
		}
		select {
		case accepted := <-done:
			underWay--
			if accepted {
				sent++
			}
		case <-tick.C: // renews leases
		}
	}
	return sent + collect(done, underWay), ctx.Err()
}

// finished counts the deliveries that have ended. It does not wait.
func finished(done <-chan bool) (ended, accepted int) {
	for {
		select {
		case ok := <-done:
			ended++
			if ok {
				accepted++
			}
		default:
			return ended, accepted
		}
	}
}

// collect waits for the deliveries under way and counts those that were accepted.
func collect(done <-chan bool, underWay int) (sent int) {
	for range underWay {
		if <-done {
			sent++
		}
	}
	return sent
}

// deliver makes one attempt and records its outcome.
func (w *Worker) deliver(ctx context.Context, f *delivery) bool {
	defer w.lanes.end(f)
	m := f.claim.Message
	ctx, span := tracing.Root(ctx, "deliver message")
	defer span.End()
	span.Text(tracing.Channel, string(m.Channel))
	span.Text(tracing.Template, string(m.Template))
	span.Number(tracing.Attempts, int64(m.Attempts))
	content, err := w.open(m)
	if err != nil {
		w.giveUp(ctx, f, err.Error())
		return false
	}
	out, err := w.renderer.Render(m.Channel, m.Template, content)
	if err != nil {
		w.giveUp(ctx, f, redacted("cannot be written: "+err.Error(), content))
		return false
	}
	out.ID, out.At = m.ID, w.d.Clock.Now()
	answer, late, err := w.send(ctx, f, out)
	answer = redacted(answer, content)

	var permanent *PermanentError
	switch {
	case err == nil:
		f.settle()
		w.record(ctx, m, func(tx *store.Tx) error { return w.markSent(tx, m, answer) })
		w.d.Attempted(m.Channel, OutcomeSent)
		span.Text(tracing.Outcome, string(OutcomeSent))
		w.d.Delivered(m.Channel, w.d.Clock.Now().Sub(m.CreatedAt))
		w.d.Log.Debug("message sent", describe(m, answer)...)
		return true
	case errors.As(err, &permanent):
		w.giveUp(ctx, f, answer)
	default:
		w.retry(ctx, f, answer, late, err)
	}
	return false
}

// send hands a message to its sender, and tells whether the answer was late. It ends when another server has
// claimed the message.
func (w *Worker) send(ctx context.Context, f *delivery, out Outgoing) (answer string, late bool, err error) {
	sending, cancel := context.WithTimeout(ctx, sendWithin)
	defer cancel()
	go func() {
		select {
		case <-f.lost:
			cancel()
		case <-sending.Done():
		}
	}()
	traced, span := tracing.Start(sending, "send "+string(out.Channel), tracing.Client)
	answer, err = w.sender(out.Channel).Send(traced, out)
	if err != nil {
		span.Fail("not_sent")
	}
	span.End()
	if ctx.Err() == nil { // else the time says nothing about the destination
		late = w.lanes.recordAnswer(f, err == nil, w.d.Clock.Now())
	}
	return answer, late, err
}

func (w *Worker) sender(c models.Channel) Sender {
	if c == models.ChannelSMS {
		return w.d.SMS
	}
	return w.d.Email
}

// open unseals the content of a message. Its errors contain nothing of it.
func (w *Worker) open(m models.Message) (models.MessageContent, error) {
	var content models.MessageContent
	plain, err := w.d.Keyring.Unseal(m.Sealed, m.SealedFor())
	if err != nil {
		return content, errors.New("cannot be unsealed: the row was changed, or the secret file was replaced")
	}
	if json.Unmarshal(plain, &content) != nil { // its error quotes the content
		return content, errors.New("cannot be read: the sealed content is not a message")
	}
	return content, nil
}

// retry schedules the next attempt, or gives the message up after a day.
func (w *Worker) retry(ctx context.Context, f *delivery, answer string, late bool, cause error) {
	m := f.claim.Message
	pause, more := backoff(m.Attempts)
	if !more {
		w.giveUp(ctx, f, answer)
		return
	}
	pause = jitter(pause)
	level := slog.LevelWarn
	var temporary *TemporaryError
	if errors.As(cause, &temporary) {
		pause = max(pause, min(temporary.RetryAfter, maxWait))
		if temporary.Setup { // no mail is delivered until the operator acts
			level = slog.LevelError
		}
	}
	outcome := OutcomeDelayed
	if late {
		outcome = OutcomeHung
	}
	claim := f.settle()
	w.record(ctx, m, func(tx *store.Tx) error {
		_, err := tx.MarkMessageRetry(claim, pause, answer)
		return err
	})
	w.d.Attempted(m.Channel, outcome)
	w.d.Log.Log(ctx, level, "message not delivered yet", append(describe(m, answer), "next", w.d.Clock.Now().Add(pause))...)
}

// giveUp marks the message as failed, where people can see it.
func (w *Worker) giveUp(ctx context.Context, f *delivery, answer string) {
	m, claim := f.claim.Message, f.settle()
	w.record(ctx, m, func(tx *store.Tx) error { return w.markFailed(tx, claim, answer) })
	w.d.Attempted(m.Channel, OutcomeFailed)
	w.d.Log.Error("message failed for good", describe(m, answer)...)
}

// record writes an outcome, even while the program stops: a message that was sent and not recorded would be
// sent again.
func (w *Worker) record(ctx context.Context, m models.Message, mark func(*store.Tx) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), markWithin)
	defer cancel()
	if err := w.d.Store.InTx(ctx, mark); err != nil {
		w.d.Log.Error("the outcome of a message cannot be recorded; it will be tried again",
			"message", m.ID, "template", m.Template, "error", err)
	}
}

// describe identifies a message in the log, without its content and its recipient.
func describe(m models.Message, answer string) []any {
	return []any{
		"message", m.ID, "template", m.Template, "channel", string(m.Channel), "user", m.UserID,
		"attempt", m.Attempts, "answer", answer,
	}
}
