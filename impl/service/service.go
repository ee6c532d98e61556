// Package service assembles the program: from a configuration to a server that listens, with its
// background jobs beside it.
//
// Open opens the store and hands it to those that take it: the keys of the database (impl/keycheck),
// who calls (impl/access), the core, the delivery of messages (impl/outbox) and the records of
// repeated requests (impl/idempotency). On the core stand the surfaces (surfaces.go) and the hosted
// pages (impl/pages), which impl/server answers for; core.go builds the rooms of the core. What comes of it is an Instance: Serve listens
// and works until it is told to end (serve.go), Run does the jobs alone (jobs.go, sweeps.go).
//
// Commands call it (cmd/rekey, impl/setup, impl/demo), and tests; nothing that it assembles does. An
// Instance that Open returned is whole: each part was checked, the schema is this program's, and the
// secret file is the database's. Close ends its connections.
//
// Nothing is decided here. A rule about users, tickets or passwords is a use case of the core, and a
// new part says in its own Deps what it needs; none is handed the Instance.
package service

import (
	"context"
	"encoding/hex"
	"errors"
	"log/slog"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/keycheck"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/pages"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/server"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/surface"
)

// Parts are what an instance is made of; the senders, and what is for tests, may be nil.
type Parts struct {
	Config   *config.Config
	Clock    clock.Clock
	Keyring  *secret.Keyring
	Log      *slog.Logger
	Hash     passhash.Params
	Surfaces []surface.New
	Email    outbox.Sender // nil: by configuration
	SMS      outbox.Sender // nil: by configuration

	// Tests see and fail statements, look into the store, move the clock of the database, and say when time goes on.
	Intercept     func(ctx context.Context, statement string) error
	Observe       func(store.Statement)
	Opened        func(*store.Store)
	DatabaseClock clock.Clock
	Every         idempotency.Every
}

// Instance is a whole Rekey: store, core, workers and edge.
type Instance struct {
	*server.Server
	Core    *surface.Core
	Access  *access.Access
	Hasher  *passhash.Hasher
	Worker  *outbox.Worker
	Mailbox *outbox.DevMailbox // development profile

	refusals  *prometheus.CounterVec
	outages   *outages
	skew      *skewWatch
	attempts  *prometheus.CounterVec
	swept     *prometheus.CounterVec
	retention config.Retentions

	store  *store.Store
	config *config.Config
	log    *slog.Logger
	wake   chan struct{}
	keys   keycheck.Checker
}

// Open builds an instance on a database whose schema is up to date, or brings it
// there if migrate says so.
func Open(ctx context.Context, p Parts, migrate bool) (*Instance, error) {
	st, err := store.Open(ctx, store.Options{
		URL: p.Config.DatabaseURL, Clock: p.Clock, DatabaseClock: p.DatabaseClock, Log: p.Log, Keyring: p.Keyring, Intercept: p.Intercept, Observe: p.Observe, Within: databaseWithin,
	})
	if err != nil {
		return nil, err
	}
	if p.Opened != nil {
		p.Opened(st)
	}
	i, err := assemble(ctx, p, st, migrate)
	if err != nil {
		return nil, errors.Join(err, st.Close())
	}
	return i, nil
}

func assemble(ctx context.Context, p Parts, st *store.Store, migrate bool) (*Instance, error) {
	if migrate {
		if _, err := st.Migrate(ctx); err != nil {
			return nil, err
		}
	}
	err := st.CheckSchema(ctx)
	if err != nil {
		return nil, err
	}
	i := &Instance{
		store: st, config: p.Config, log: p.Log, wake: make(chan struct{}, 1), keys: keycheck.Checker{Store: st, Keyring: p.Keyring}, refusals: newRefusals(),
		skew:     &skewWatch{store: st, log: p.Log},
		attempts: newAttempts(),
		swept:    newSwept(), retention: p.Config.Retentions(),
	}
	if err := i.keys.Register(ctx); err != nil {
		return nil, err
	}
	if i.Hasher, err = passhash.New(passhash.Deps{
		Keyring: p.Keyring, Params: p.Hash, Limit: p.Config.HashLimit, Queue: p.Config.HashQueue,
	}); err != nil {
		return nil, err
	}
	if i.Access, err = access.New(access.Deps{
		Store: st, Keyring: p.Keyring, Clock: p.Clock, Issuer: strings.TrimSuffix(p.Config.PublicURL, "/"),
	}); err != nil {
		return nil, err
	}
	if i.Core, err = i.core(p, st); err != nil {
		return nil, err
	}
	if err := i.senders(p); err != nil {
		return nil, err
	}
	return i, i.edge(p)
}

// senders chooses how messages leave: as given, as configured, or into the mailbox of
// the development profile.
func (i *Instance) senders(p Parts) (err error) {
	email, sms := p.Email, p.SMS
	if p.Config.Profile == config.Development {
		if i.Mailbox, err = outbox.NewDevMailbox(); err != nil {
			return err
		}
	}
	if email == nil && p.Config.SMTP != nil {
		if email, err = outbox.NewSMTP(*p.Config.SMTP); err != nil {
			return err
		}
	}
	if sms == nil && p.Config.SMSURL != "" {
		sms, err = outbox.NewSMS(outbox.SMSConfig{URL: p.Config.SMSURL, Secret: p.Config.SMSSecret.Text, Clock: p.Clock})
		if err != nil {
			return err
		}
	}
	if i.Mailbox != nil {
		if email == nil {
			email = i.Mailbox
		}
		if sms == nil {
			sms = i.Mailbox
		}
	}
	if sms == nil {
		sms = outbox.Unconfigured{}
	}
	i.Worker, err = outbox.New(outbox.Deps{
		Store: i.store, Keyring: p.Keyring, Email: email, SMS: sms, Clock: p.Clock, Log: p.Log, Product: p.Config.Product,
		Attempted: i.attempted,
	})
	return err
}

func (i *Instance) edge(p Parts) (err error) {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	i.outages = newOutages(p.Clock, p.Log, i.jobNames()...)
	i.measure(registry)
	repeats, err := idempotency.New(idempotency.Deps{
		Records: idempotencyRecords{i.store}, Sealer: p.Keyring, Log: p.Log, MaxWork: server.MaxWork, Every: p.Every,
	})
	if err != nil {
		return err
	}
	deps := server.Deps{
		Core: i.Core, Access: i.Access, Idempotency: repeats, PublicURL: p.Config.PublicURL, Sealer: p.Keyring, Clock: p.Clock, Log: p.Log, Metrics: registry, Surfaces: p.Surfaces,
		Ready: (&readiness{clock: p.Clock, log: p.Log, look: i.ready}).ask, Secure: strings.HasPrefix(p.Config.PublicURL, "https://"), TrustedProxies: p.Config.Proxies,
		InFlight: p.Config.InFlight, PerMinute: p.Config.PerMinute, Burst: p.Config.PerMinute, Refused: i.refused,
	}
	deps.Pages = func(routes gin.IRoutes, edge server.PageEdge) error {
		return pages.Mount(routes, pages.Deps{
			Tickets: i.Core.Tickets, Edge: edge, Clock: p.Clock, Sealer: p.Keyring, PublicURL: p.Config.PublicURL, Product: p.Config.Product,
		})
	}
	if i.Mailbox != nil {
		deps.Mailbox = i.Mailbox
	}
	i.Server, err = server.New(deps)
	return err
}

// ready tells why this server cannot serve now.
func (i *Instance) ready(ctx context.Context) error {
	if err := i.store.Ready(ctx); err != nil {
		return err
	}
	return i.keys.Current(ctx)
}

// poke wakes the workers without waiting for them.
func (i *Instance) poke() {
	select {
	case i.wake <- struct{}{}:
	default:
	}
}

// sign writes the checkpoints of the audit trail that are due, to the log too: there
// they are out of reach for whoever can write to the database.
func (i *Instance) sign(ctx context.Context) (int, error) {
	signed, err := i.Core.Audit.WriteCheckpoints(ctx)
	for _, c := range signed {
		i.log.InfoContext(ctx, "audit checkpoint", "tenant", c.TenantID, "sequence", c.Sequence,
			"head", hex.EncodeToString(c.Head), "checkpoint", c.Signature)
	}
	return len(signed), err
}

// Close ends the database connections.
func (i *Instance) Close() error { return i.store.Close() }
