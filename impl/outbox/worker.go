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
	"github.com/rekeyhq/rekey/models"
)

// A claimed batch must be done before its lease ends, or another worker sends the
// same messages: nothing new is begun after startWithin, and what was begun ends
// within sendWithin.
const (
	batch       = 16
	startWithin = 15 * time.Second
	sendWithin  = 30 * time.Second
	lease       = time.Minute
	markWithin  = 5 * time.Second
	pollEvery   = time.Second
	maxWait     = 24 * time.Hour // the most that a server's Retry-After is believed
)

// Deps are what the worker needs; all are required. A channel without a sender gets
// Unconfigured.
type Deps struct {
	Store   *store.Store
	Keyring *secret.Keyring
	Email   Sender
	SMS     Sender
	Clock   clock.Clock
	Log     *slog.Logger
	Product string // what messages call the service
}

// Worker delivers queued messages. Several may run at once, also on several
// machines: each row is claimed by one.
type Worker struct {
	d        Deps
	renderer *Renderer
}

// New checks its parts and parses the templates.
func New(d Deps) (*Worker, error) {
	if d.Store == nil || d.Keyring == nil || d.Email == nil || d.SMS == nil || d.Clock == nil || d.Log == nil {
		return nil, errors.New("outbox: Store, Keyring, Email, SMS, Clock and Log are required")
	}
	renderer, err := NewRenderer(d.Product)
	if err != nil {
		return nil, err
	}
	return &Worker{d: d, renderer: renderer}, nil
}

// Run delivers whatever is due, each second and at each wake, until ctx ends. A
// message in flight at that moment is cut off and tried again by the next run. Each
// round tells report whether the store could be read.
func (w *Worker) Run(ctx context.Context, wake <-chan struct{}, report func(error)) {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		_, err := w.Drain(ctx)
		if ctx.Err() != nil {
			return
		}
		report(err)
		select {
		case <-ctx.Done():
			return
		case <-wake:
		case <-tick.C:
		}
	}
}

// Drain delivers everything that is due once and tells how many messages were
// accepted. A failed delivery is no error; it is recorded at the message.
func (w *Worker) Drain(ctx context.Context) (int, error) {
	sent := 0
	for ctx.Err() == nil {
		claimed, err := w.d.Store.ClaimMessages(ctx, batch, lease)
		sent += w.deliverAll(ctx, claimed)
		if err != nil || len(claimed) == 0 {
			return sent, err
		}
	}
	return sent, ctx.Err()
}

// deliverAll keeps the order of one user's messages, so that the newest link is the
// last to arrive, and serves different users side by side.
func (w *Worker) deliverAll(ctx context.Context, claimed []models.Message) int {
	start, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	byUser := map[string][]models.Message{}
	for _, m := range claimed {
		byUser[m.UserID] = append(byUser[m.UserID], m)
	}
	var lanes sync.WaitGroup
	results := make(chan bool, len(claimed))
	for _, messages := range byUser {
		lanes.Go(func() {
			for _, m := range messages {
				if start.Err() != nil {
					return // due again when the lease ends
				}
				results <- w.deliver(ctx, m)
			}
		})
	}
	lanes.Wait()
	close(results)
	sent := 0
	for ok := range results {
		if ok {
			sent++
		}
	}
	return sent
}

// deliver makes one attempt and records its outcome.
func (w *Worker) deliver(ctx context.Context, m models.Message) bool {
	content, err := w.open(m)
	if err != nil {
		w.giveUp(ctx, m, err.Error())
		return false
	}
	out, err := w.renderer.Render(m.Channel, m.Template, content)
	if err != nil {
		w.giveUp(ctx, m, tellable("cannot be written: "+err.Error(), content))
		return false
	}
	out.ID, out.At = m.ID, w.d.Clock.Now()

	sending, cancel := context.WithTimeout(ctx, sendWithin)
	answer, err := w.sender(m.Channel).Send(sending, out)
	cancel()
	answer = tellable(answer, content)

	var permanent *PermanentError
	switch {
	case err == nil:
		w.record(ctx, m, func(tx *store.Tx) error { return sent(tx, m, answer) })
		w.d.Log.Debug("message sent", describe(m, answer)...)
		return true
	case errors.As(err, &permanent):
		w.giveUp(ctx, m, answer)
	default:
		w.retry(ctx, m, answer, err)
	}
	return false
}

func (w *Worker) sender(c models.Channel) Sender {
	if c == models.ChannelSMS {
		return w.d.SMS
	}
	return w.d.Email
}

// open unseals the content. Its errors carry none of it.
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

// retry puts a message off, or gives it up after a day.
func (w *Worker) retry(ctx context.Context, m models.Message, answer string, cause error) {
	pause, more := wait(m.Attempts)
	if !more {
		w.giveUp(ctx, m, answer)
		return
	}
	pause = jitter(pause)
	level := slog.LevelWarn
	var temporary *TemporaryError
	if errors.As(cause, &temporary) {
		pause = max(pause, min(temporary.RetryAfter, maxWait))
		if temporary.Setup { // nobody gets a mail until somebody acts
			level = slog.LevelError
		}
	}
	w.record(ctx, m, func(tx *store.Tx) error {
		_, err := tx.MarkMessageRetry(m.ID, pause, answer)
		return err
	})
	w.d.Log.Log(ctx, level, "message not delivered yet", append(describe(m, answer), "next", w.d.Clock.Now().Add(pause))...)
}

// giveUp keeps the message as failed, for people to see.
func (w *Worker) giveUp(ctx context.Context, m models.Message, answer string) {
	w.record(ctx, m, func(tx *store.Tx) error { return failed(tx, m, answer) })
	w.d.Log.Error("message failed for good", describe(m, answer)...)
}

// record writes an outcome even while the program is shutting down: a sent message
// that is not recorded is sent again.
func (w *Worker) record(ctx context.Context, m models.Message, mark func(*store.Tx) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), markWithin)
	defer cancel()
	if err := w.d.Store.InTx(ctx, mark); err != nil {
		w.d.Log.Error("the outcome of a message cannot be recorded; it will be tried again",
			"message", m.ID, "template", m.Template, "error", err)
	}
}

// describe names a message in the log, never its content or its recipient.
func describe(m models.Message, answer string) []any {
	return []any{
		"message", m.ID, "template", m.Template, "channel", string(m.Channel), "user", m.UserID,
		"attempt", m.Attempts, "answer", answer,
	}
}
