// Package harness builds small worlds for tests: a whole Rekey on a database of its
// own, with a clock that stands still, a mailbox, and people in it. Every answer is
// checked against the contract without being asked.
package harness

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/tracing"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// World is one running Rekey.
type World struct {
	*service.Instance
	T       testing.TB
	Store   *store.Store // behind the service
	URL     string
	Clock   *Clock // of the database, and of the server unless it is a twin that is ahead
	Log     *Log
	DBURL   string
	Kind    string // of the store
	Keyring *secret.Keyring
	Tenant  *models.Tenant // the default tenant of the default application
	Client  *http.Client   // checks each answer against the contract
	DNS     *DNS           // whom it asks
	Traces  *Collector     // of WithTraces; else nil
	breaker atomic.Pointer[func(string) error]
	watcher atomic.Pointer[func(context.Context, string)]
	ran     atomic.Pointer[func(store.Statement)]
	parts   service.Parts

	// Ticks is what work that goes on by time waits for, here and in twins.
	Ticks chan time.Time
}

// Option changes a world before it starts.
type Option func(*setup)

type setup struct {
	config   config.Config
	settings models.Settings
	email    outbox.Sender
	sms      outbox.Sender
	hosts    []string
	traced   bool
}

// WithConfig changes the configuration.
func WithConfig(change func(*config.Config)) Option {
	return func(s *setup) { change(&s.config) }
}

// WithSettings changes the default tenant's settings.
func WithSettings(change func(*models.Settings)) Option {
	return func(s *setup) { change(&s.settings) }
}

// WithTraces sends traces to a collector.
func WithTraces(s *setup) { s.traced = true }

// WithSenders replaces the mailbox by real senders.
func WithSenders(email, sms outbox.Sender) Option {
	return func(s *setup) { s.email, s.sms = email, sms }
}

// PublicURL is what links in mails begin with.
const PublicURL = "https://id.example.test"

// CheapHash keeps tests fast; what it costs is tested elsewhere.
func CheapHash() passhash.Params {
	return passhash.Params{MemoryKiB: 64, Iterations: 1, Parallelism: 1}
}

// NewKeyring gives the keys of every world.
func NewKeyring() (*secret.Keyring, error) {
	return secret.NewKeyring([]byte("a secret for tests, at least 32 bytes long"))
}

// Epoch is when every world begins.
func Epoch() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 678901000, time.UTC) }

// Share: under the race detector one of so many worlds of a package is played, which the
// seed draws. Many stories of one caller after the other find no race that a third does not.
var Share = 1

// Each runs a test in a world on SQLite and in one on MariaDB.
func Each(t *testing.T, test func(t *testing.T, w *World), options ...Option) {
	t.Helper()
	if seed.RaceDetector && seed.Cases() == seed.Some && Share > 1 {
		if seed.For(t, "share").IntN(Share) != 0 {
			seed.Count("worlds", 0, 2)
			return
		}
	}
	for _, s := range Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			test(t, New(t, s, options...))
		})
	}
}

// New starts a world on a store.
func New(t testing.TB, s StoreKind, options ...Option) *World {
	t.Helper()
	set := &setup{settings: models.DefaultSettings(), config: config.Config{
		PublicURL: PublicURL, DatabaseURL: s.Fresh(t), Profile: config.Development, Product: "Rekey",
		HashLimit: 2, HashQueue: 4096, InFlight: 512, PerMinute: 1_000_000, LogLevel: slog.LevelInfo,
	}}
	for _, o := range options {
		o(set)
	}
	w := &World{T: t, Clock: NewClock(Epoch()), Log: &Log{}, DBURL: set.config.DatabaseURL, Kind: s.Name, DNS: NewDNS(t), Ticks: make(chan time.Time)}
	set.config.DNSServer = w.DNS.Addr()
	var err error
	if w.Keyring, err = NewKeyring(); err != nil {
		t.Fatal(err)
	}
	if set.traced {
		w.Traces = NewCollector(t)
		set.config.Traces = &tracing.Settings{Endpoint: w.Traces.URL}
	}
	logger := slog.New(slog.NewJSONHandler(w.Log, &slog.HandlerOptions{Level: set.config.LogLevel}))
	w.parts = service.Parts{
		Config: &set.config, Clock: w.Clock, DatabaseClock: w.Clock, Keyring: w.Keyring, Log: logger, Hash: CheapHash(),
		Surfaces: service.Surfaces(), Email: set.email, SMS: set.sms, Every: w.every,
	}
	w.open()
	w.plantSigningKey()
	w.Tenant = w.NewTenant("Acme", true, set.settings, set.hosts...)
	return w
}

// open starts the world's server.
func (w *World) open() {
	w.T.Helper()
	w.parts.Intercept, w.parts.Observe = w.intercept, w.observe
	w.parts.Opened = func(st *store.Store) { w.Store = st }
	var err error
	if w.Instance, err = service.Open(w.T.Context(), w.parts, false); err != nil {
		w.T.Fatalf("open a world on %s: %v", w.Kind, err)
	}
	w.T.Cleanup(func() { _ = w.Close() })
	web := httptest.NewUnstartedServer(nil)
	web.Config = w.Instance.Web()
	web.Start()
	w.T.Cleanup(web.Close)
	w.URL = web.URL
	w.Client = &http.Client{Transport: &Checked{T: w.T}, CheckRedirect: noRedirect}
}

// Twin starts a second server on the world's database, with a breaker of its own, and
// perhaps with other settings.
func (w *World) Twin(change ...func(*config.Config)) *World { return w.TwinAhead(0, change...) }

// TwinAhead is a twin whose clock is wrong by so much.
func (w *World) TwinAhead(by time.Duration, change ...func(*config.Config)) *World {
	w.T.Helper()
	twin := &World{T: w.T, DNS: w.DNS, Clock: w.Clock, Log: w.Log, DBURL: w.DBURL, Kind: w.Kind, Keyring: w.Keyring, Tenant: w.Tenant, Ticks: w.Ticks, parts: w.parts}
	own := *w.parts.Config
	for _, c := range change {
		c(&own)
	}
	twin.parts.Config = &own
	if by != 0 {
		twin.Clock = w.Clock.Ahead(by)
		twin.parts.Clock = twin.Clock
	}
	twin.open()
	return twin
}

func (w *World) every(time.Duration) (<-chan time.Time, func()) { return w.Ticks, func() {} }

func noRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// ErrBroken is what a broken store answers.
var ErrBroken = errors.New("the store was broken by the test")

// BreakStore makes each statement fail for which broken returns true. A statement is
// named like "update tickets"; nil mends the store.
func (w *World) BreakStore(broken func(statement string) bool) {
	if broken == nil {
		w.breaker.Store(nil)
		return
	}
	f := func(s string) error {
		if broken(s) {
			return ErrBroken
		}
		return nil
	}
	w.breaker.Store(&f)
}

// WatchStore shows each statement with the context that it runs in; nil ends that.
func (w *World) WatchStore(watch func(ctx context.Context, statement string)) {
	if watch == nil {
		w.watcher.Store(nil)
		return
	}
	w.watcher.Store(&watch)
}

// ObserveStore shows each statement after it ran; nil ends that.
func (w *World) ObserveStore(see func(store.Statement)) {
	if see == nil {
		w.ran.Store(nil)
		return
	}
	w.ran.Store(&see)
}

func (w *World) observe(s store.Statement) {
	if see := w.ran.Load(); see != nil {
		(*see)(s)
	}
}

func (w *World) intercept(ctx context.Context, statement string) error {
	if watch := w.watcher.Load(); watch != nil {
		(*watch)(ctx, statement)
	}
	if f := w.breaker.Load(); f != nil {
		return (*f)(statement)
	}
	return nil
}

// Deliver works off all requests and messages.
func (w *World) Deliver() {
	w.T.Helper()
	if err := w.Settle(context.Background()); err != nil {
		w.T.Fatalf("deliver: %v", err)
	}
}

// Mails delivers and lists what the mailbox got, oldest first.
func (w *World) Mails() []outbox.Mail {
	w.T.Helper()
	w.Deliver()
	return w.Mailbox.Messages()
}

// LastMail is the newest mail to an address.
func (w *World) LastMail(to string) outbox.Mail {
	w.T.Helper()
	mails := w.Mails()
	for i := len(mails) - 1; i >= 0; i-- {
		if mails[i].To == to {
			return mails[i]
		}
	}
	w.T.Fatalf("no mail to %s among %d", to, len(mails))
	return outbox.Mail{}
}

// Log keeps what was logged.
type Log struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *Log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// String is everything logged so far.
func (l *Log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

var _ io.Writer = (*Log)(nil)
