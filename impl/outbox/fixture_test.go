package outbox_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/url"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const (
	sender    = "Acme Login <login@acme.example>"
	recipient = "jane@acme.example"
	link      = "https://login.acme.example/reset?key=7f3c9a52-0e1d-4c4b-9a65-2f8e6f0d1b77"
)

var start = time.Date(2026, 11, 21, 19, 15, 0, 0, time.UTC)

// post is a worker with its store, clock and log.
type post struct {
	t       *testing.T
	store   *store.Store
	keyring *secret.Keyring
	clock   *harness.Clock
	worker  *outbox.Worker
	log     *logBuffer
}

func newPost(t *testing.T, email, sms outbox.Sender) *post {
	t.Helper()
	p := &post{t: t, clock: harness.NewClock(start), log: &logBuffer{}}
	log := p.slog()
	var err error
	p.keyring, err = secret.NewKeyring([]byte("0123456789abcdef0123456789abcdef"))
	must(t, err)
	p.store, err = store.Open(t.Context(), store.Options{
		URL: "sqlite:" + filepath.Join(harness.Memory(t), "outbox.db"), Clock: p.clock, Log: log, Keyring: p.keyring,
	})
	must(t, err)
	t.Cleanup(func() { must(t, p.store.Close()) })
	_, err = p.store.Migrate(t.Context())
	must(t, err)
	p.worker, err = outbox.New(outbox.Deps{
		Store: p.store, Keyring: p.keyring, Email: email, SMS: sms, Clock: p.clock, Log: log, Product: "Acme Login",
		Attempted: func(models.Channel, outbox.Outcome) {},
		Delivered: func(models.Channel, time.Duration) {}, CountTicket: func(models.TicketState, models.Purpose, models.Medium) {},
	})
	must(t, err)
	return p
}

func (p *post) slog() *slog.Logger {
	return slog.New(slog.NewJSONHandler(p.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// letter is a message to be queued; zero fields get a default.
type letter struct {
	application string
	tenant      string
	user        string
	channel     models.Channel
	template    models.Template
	to          string
	locale      string
	data        map[string]string
}

// queue stores a message as the core does and returns its id.
func (p *post) queue(l letter) string {
	p.t.Helper()
	if l.application == "" {
		l.application = "application-1"
	}
	if l.tenant == "" {
		l.tenant = "tenant-1"
	}
	if l.user == "" {
		l.user = "user-1"
	}
	if l.channel == "" {
		l.channel = models.ChannelEmail
	}
	if l.template == "" {
		l.template = models.TemplateResetLink
	}
	if l.to == "" {
		l.to = recipient
	}
	if l.data == nil {
		l.data = map[string]string{"Username": "jane", "Link": link, "ExpiresAt": "2026-11-21T20:15:00Z"}
	}
	id := secret.NewID()
	content, err := json.Marshal(models.MessageContent{To: l.to, Locale: l.locale, Data: l.data})
	must(p.t, err)
	sealed, err := p.keyring.Seal(content, "message:"+id)
	must(p.t, err)
	p.insert(&models.Message{
		ID: id, ApplicationID: l.application, TenantID: l.tenant, UserID: l.user, Channel: l.channel, Template: l.template, Sealed: sealed,
		Destination: store.DestinationKey(p.keyring, l.channel, l.to),
	})
	return id
}

func (p *post) insert(m *models.Message) {
	p.t.Helper()
	must(p.t, p.store.InTx(p.t.Context(), func(tx *store.Tx) error { return tx.InsertMessage(m) }))
}

// drain delivers what is due and checks how many messages were accepted.
func (p *post) drain(want int) {
	p.t.Helper()
	sent, err := p.worker.Drain(p.t.Context())
	must(p.t, err)
	if sent != want {
		p.t.Fatalf("drain sent %d messages, want %d; log:\n%s", sent, want, p.log)
	}
}

// message reads the row of user-1's message.
func (p *post) message(id string) models.Message {
	p.t.Helper()
	all, err := p.store.Read(p.t.Context()).MessagesOf("user-1", 1000)
	must(p.t, err)
	for _, m := range all {
		if m.ID == id {
			return m
		}
	}
	p.t.Fatalf("no message %s", id)
	return models.Message{}
}

// expect compares the state and the answer of the row, and checks that a sent message has no content left.
func (p *post) expect(id string, state models.MessageState, answer string) {
	p.t.Helper()
	m := p.message(id)
	if m.State != state || !contains(m.LastAnswer, answer) {
		p.t.Fatalf("message is %s with answer %q after %d attempts, want %s with %q", m.State, m.LastAnswer, m.Attempts, state, answer)
	}
	if state == models.MessageSent && len(m.Sealed) > 0 {
		p.t.Fatalf("a %s message keeps %d bytes of content", m.State, len(m.Sealed))
	}
}

// mailer sends to a test server as `REKEY_SMTP_URL` and `REKEY_SMTP_CA` would.
func mailer(t *testing.T, server *harness.SMTP) *outbox.SMTP {
	t.Helper()
	config, err := outbox.ParseSMTPURL(server.URL() + "?from=" + url.QueryEscape(sender))
	must(t, err)
	config.RootCAs, err = outbox.LoadRootCAs(server.CAFile)
	must(t, err)
	s, err := outbox.NewSMTP(config)
	must(t, err)
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func contains(text, part string) bool { return bytes.Contains([]byte(text), []byte(part)) }

// logBuffer is a log that several goroutines may write.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// senderFunc is a sender made of a function.
type senderFunc func(ctx context.Context, m outbox.Outgoing) (string, error)

func (f senderFunc) Send(ctx context.Context, m outbox.Outgoing) (string, error) { return f(ctx, m) }
