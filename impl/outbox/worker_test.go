package outbox_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func newMailbox(t *testing.T) *outbox.DevMailbox {
	t.Helper()
	box, err := outbox.NewDevMailbox()
	must(t, err)
	return box
}

func TestDrainDeliversEverythingDueInOrder(t *testing.T) {
	t.Parallel()
	box := newMailbox(t)
	p := newPost(t, box, box)
	var ids []string
	for range 40 {
		ids = append(ids, p.queue(letter{}))
	}
	p.drain(40)
	p.drain(0)
	for i, m := range box.Messages() {
		if m.ID != ids[i] {
			t.Fatalf("message %d of one user is out of order", i)
		}
	}
	p.expect(ids[0], models.MessageSent, "mailbox")
	if m := p.message(ids[0]); m.SentAt == nil || !m.SentAt.Equal(start) || m.Attempts != 1 {
		t.Errorf("sent at %v after %d attempts", m.SentAt, m.Attempts)
	}
}

func TestTwoWorkersSendEachMessageOnce(t *testing.T) {
	t.Parallel()
	var sent sync.Map
	var twice atomic.Int32
	once := senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
		if _, have := sent.LoadOrStore(m.ID, true); have {
			twice.Add(1)
		}
		return "ok", nil
	})
	p := newPost(t, once, once)
	for range 60 {
		p.queue(letter{user: secret.NewID()})
	}
	var total atomic.Int32
	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() {
			n, err := p.worker.Drain(t.Context())
			if err != nil {
				t.Error(err)
			}
			total.Add(int32(n))
		})
	}
	workers.Wait()
	if total.Load() != 60 || twice.Load() != 0 {
		t.Errorf("%d messages sent, %d of them twice; want 60 and 0", total.Load(), twice.Load())
	}
}

func TestWorkerTriesForADayAndThenGivesUp(t *testing.T) {
	t.Parallel()
	var attempts []time.Time
	busy := senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
		attempts = append(attempts, m.At)
		return "451 busy", &outbox.TemporaryError{Answer: "451 busy"}
	})
	p := newPost(t, busy, outbox.Unconfigured{})
	id := p.queue(letter{})
	for range 30 * 4 {
		p.drain(0)
		p.clock.Advance(15 * time.Minute)
	}
	p.expect(id, models.MessageFailed, "451 busy")
	if m := p.message(id); m.FailedAt == nil {
		t.Error("the time of failure is missing")
	}
	if len(attempts) != 28 {
		t.Errorf("%d attempts, want 28", len(attempts))
	}
	if whole := attempts[len(attempts)-1].Sub(start); whole < 23*time.Hour || whole > 30*time.Hour {
		t.Errorf("gave up after %s, want about a day", whole)
	}
}

func TestWorkerGivesUpWhatCannotBeWritten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		given  letter
		answer string
	}{
		{"an unknown template", letter{template: "newsletter"}, "no template"},
		{"an unknown channel", letter{channel: "pigeon"}, "no channel"},
		{"a link is missing", letter{data: map[string]string{"Username": "jane"}}, "needs Link"},
		{"a link is no link", letter{data: map[string]string{"Link": "javascript:alert(1)"}}, "not an absolute http(s) URL"},
		{"the channel has no sender", letter{channel: models.ChannelSMS, to: "+41790000000"}, "no sender is configured for sms"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := newPost(t, newMailbox(t), outbox.Unconfigured{})
			id := p.queue(c.given)
			p.drain(0)
			p.expect(id, models.MessageFailed, c.answer)
			if log := p.log.String(); !contains(log, id) || !contains(log, "user-1") || !contains(log, `"level":"ERROR"`) {
				t.Errorf("the log does not name the message: %s", log)
			}
		})
	}
}

func TestWorkerGivesUpWhatCannotBeUnsealed(t *testing.T) {
	t.Parallel()
	p := newPost(t, newMailbox(t), outbox.Unconfigured{})
	foreign, err := secret.NewKeyring([]byte("ffffffffffffffffffffffffffffffff"))
	must(t, err)
	sealed, err := foreign.Seal([]byte(`{}`), "message:m-1")
	must(t, err)
	moved, err := p.keyring.Seal([]byte(`{}`), "message:m-1")
	must(t, err)
	noJSON, err := p.keyring.Seal([]byte(`canary`), "message:m-3")
	must(t, err)
	for id, bytes := range seed.InOrder(map[string][]byte{"m-1": sealed, "m-2": moved, "m-3": noJSON, "m-4": nil}) {
		p.insert(&models.Message{ID: id, ApplicationID: "application-1", TenantID: "tenant-1", UserID: "user-1", Channel: models.ChannelEmail, Template: models.TemplateResetLink, Sealed: bytes})
	}
	p.drain(0)
	for _, id := range []string{"m-1", "m-2", "m-3", "m-4"} {
		p.expect(id, models.MessageFailed, "cannot be")
	}
	if contains(p.log.String(), "canary") {
		t.Error("the log holds content")
	}
}

// S14, A-065, A-066: nothing of the content stays behind, wherever it went.
func TestWorkerLeavesNoContentInTheLog(t *testing.T) {
	t.Parallel()
	data := map[string]string{"Username": "jane", "Link": link, "Code": "048213", "Password": "Canary-Passw0rd", "Days": "3"}
	senders := map[string]outbox.Sender{
		"accepts": newMailbox(t),
		"refuses and quotes": senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
			return "550 " + m.Text, &outbox.PermanentError{Answer: m.Text}
		}),
		"breaks and quotes": senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
			return "421 " + m.Text, errors.New(m.Text)
		}),
	}
	for name, s := range seed.InOrder(senders) {
		p := newPost(t, s, s)
		for _, template := range []models.Template{
			models.TemplateResetLink, models.TemplateResetOTP, models.TemplateSetLink, models.TemplateInvite, models.TemplateVerifyLink, models.TemplateVerifyCode, models.TemplateLoginCode, models.TemplateSessionCode,
			models.TemplateNewPassword, models.TemplatePasswordExpiry, models.TemplatePasswordUpdated, models.TemplateAddressesChanged, models.TemplateUsername,
		} {
			p.queue(letter{template: template, data: data})
			p.queue(letter{template: template, data: data, channel: models.ChannelSMS, to: "+41790000000"})
		}
		_, err := p.worker.Drain(t.Context())
		must(t, err)
		all, err := p.store.Read(t.Context()).MessagesOf("user-1", 100)
		must(t, err)
		text := p.log.String()
		for _, m := range all {
			text += m.LastAnswer
			if len(m.LastAnswer) > 255 {
				t.Errorf("%s: an answer of %d bytes", name, len(m.LastAnswer))
			}
		}
		for _, never := range []string{"7f3c9a52", "048213", "Canary-Passw0rd", recipient, "+41790000000"} {
			if strings.Contains(text, never) {
				t.Errorf("%s: log or answers hold %q", name, never)
			}
		}
	}
}

func TestRunDeliversAtAWakeAndStops(t *testing.T) {
	t.Parallel()
	arrived := make(chan string, 1)
	p := newPost(t, senderFunc(func(_ context.Context, m outbox.Outgoing) (string, error) {
		arrived <- m.ID
		return "ok", nil
	}), outbox.Unconfigured{})
	ctx, cancel := context.WithCancel(t.Context())
	wake, stopped := make(chan struct{}, 1), make(chan struct{})
	go func() {
		defer close(stopped)
		p.worker.Run(ctx, wake, func(err error) { must(t, err) })
	}()
	id := p.queue(letter{})
	wake <- struct{}{}
	if got := <-arrived; got != id {
		t.Errorf("delivered %s, want %s", got, id)
	}
	cancel()
	<-stopped
}

func TestWhatWasSentIsRecordedDuringShutdown(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	p := newPost(t, senderFunc(func(context.Context, outbox.Outgoing) (string, error) {
		cancel()
		return "ok", nil
	}), outbox.Unconfigured{})
	id := p.queue(letter{})
	if sent, err := p.worker.Drain(ctx); sent != 1 || !errors.Is(err, context.Canceled) {
		t.Errorf("drain sent %d and ended with %v", sent, err)
	}
	p.expect(id, models.MessageSent, "ok")
}

func TestNewWorkerNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	if _, err := outbox.New(outbox.Deps{}); err == nil {
		t.Error("nothing at all is accepted")
	}
	p := newPost(t, outbox.Unconfigured{}, outbox.Unconfigured{})
	if _, err := outbox.New(outbox.Deps{
		Store: p.store, Keyring: p.keyring, Email: outbox.Unconfigured{}, SMS: outbox.Unconfigured{}, Clock: p.clock, Log: p.slog(),
	}); err == nil {
		t.Error("a nameless product is accepted")
	}
}
