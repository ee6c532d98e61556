// Package service assembles the program: from a configuration to a server that listens, with its
// background jobs beside it. Read it in this order:
//
//	service.go   Open: the store, the core, the delivery of messages, the edge
//	core.go      the kernel and the rooms around it
//	surfaces.go  the APIs that the service has
//	await.go     Await: Open for a database that may not be there yet
//	serve.go     Serve: listen until the context ends, with the jobs beside it
//	jobs.go      Run: the list of background jobs; impl/retention deletes what has expired
//
// # Nouns
//
// Parts are what an Instance is made of. An Instance is the whole program. A job is background work
// that runs in batches; a sweep is a job that deletes rows. An outage is a job that fails repeatedly.
//
// # Promises
//
// The commands use this package (cmd/rekey, impl/setup, impl/demo), and tests. An Instance that Open
// returned is complete: every dependency was checked, the schema is the one of this program, and the
// secret file belongs to the database. Close ends its connections.
//
// # What must not be done here
//
// Nothing is decided here. A rule about users, tickets or passwords is a use case of the core. A new
// dependency is a field in the Deps of the package that needs it; no package gets the Instance.
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
	"github.com/rekeyhq/rekey/impl/core/restore"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/idempotency"
	"github.com/rekeyhq/rekey/impl/keycheck"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/pages"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/retention"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/server"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/impl/tracing"
)

// Parts are what an Instance is made of. The senders and the fields for tests may be nil.
type Parts struct {
	Config   *config.Config
	Clock    clock.Clock
	Keyring  *secret.Keyring
	Log      *slog.Logger
	Hash     passhash.Params
	Surfaces []surface.New
	Email    outbox.Sender // nil: by configuration
	SMS      outbox.Sender // nil: by configuration

	// Waiting is called once, with the cause, if the database is not there yet and Open waits for it; nil:
	// Open fails at once.
	Waiting func(cause error)

	// For tests: they observe statements and make them fail, read the store, and control the clocks.
	Intercept     func(ctx context.Context, statement string) error
	Observe       func(store.Statement)
	Opened        func(*store.Store)
	DatabaseClock clock.Clock
	Every         idempotency.Every
}

// Instance is the whole program: store, core, workers and edge.
type Instance struct {
	*server.Server
	Core    *surface.Core
	Restore *restore.UseCases // for the operator at the database
	Access  *access.Access
	Hasher  *passhash.Hasher
	Worker  *outbox.Worker
	Sweeper *retention.Sweeper
	Mailbox *outbox.DevMailbox // development profile

	*counters
	outages *jobOutages
	skew    *clockSkew

	store  *store.Store
	config *config.Config
	log    *slog.Logger
	clock  clock.Clock
	wake   chan struct{}
	keys   keycheck.Checker
	tracer *tracing.Tracer // nil: no traces
}

// Open builds an Instance. The schema of the database has to be up to date, unless migrate is true:
// then Open migrates it first.
func Open(ctx context.Context, p Parts, migrate bool) (*Instance, error) {
	options := store.Options{
		URL: p.Config.DatabaseURL, Clock: p.Clock, DatabaseClock: p.DatabaseClock, Log: p.Log, Keyring: p.Keyring, Intercept: p.Intercept, Observe: p.Observe, Within: databaseWithin, Traced: p.Config.Traces != nil,
	}
	if p.Waiting != nil {
		options.Patience, options.Waiting = databasePatience, p.Waiting
	}
	st, err := store.Open(ctx, options)
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

// assemble builds the parts on the store, each with the parts below it.
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
		store: st, config: p.Config, log: p.Log, wake: make(chan struct{}, 1), keys: keycheck.Checker{Store: st, Keyring: p.Keyring},
		counters: newCounters(), clock: p.Clock, skew: &clockSkew{ahead: st.Ahead, log: p.Log},
	}
	if i.tracer, err = openTracer(&p, i.counters); err != nil {
		return nil, err
	}
	i.log = p.Log
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
	if i.Core, err = i.buildCore(p, st); err != nil {
		return nil, err
	}
	if i.Sweeper, err = retention.New(retention.Deps{
		Store: st, Periods: p.Config.Retentions(), ExpireTickets: i.Core.Tickets.ExpireTickets, ExpiryBatch: tickets.ExpiryBatchSize,
		Report: func(ctx context.Context, job string, err error) { i.outages.report(ctx, job, err) },
	}); err != nil {
		return nil, err
	}
	if err := i.buildDelivery(p); err != nil {
		return nil, err
	}
	return i, i.buildEdge(ctx, p)
}

// buildDelivery builds the worker that delivers messages. Its senders are the given ones, the
// configured ones, or the mailbox of the development profile.
func (i *Instance) buildDelivery(p Parts) (err error) {
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
		Attempted: i.countAttempt, Delivered: i.observeDelivery, CountTicket: i.countTicket,
	})
	return err
}

// buildEdge builds the server, with the metrics, the idempotency records and the hosted pages.
func (i *Instance) buildEdge(ctx context.Context, p Parts) (err error) {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	i.outages = newJobOutages(p.Clock, p.Log, i.jobNames()...)
	if err := i.registerMetrics(ctx, registry); err != nil {
		return err
	}
	records, err := idempotency.New(idempotency.Deps{
		Records: idempotencyRecords{i.store}, Sealer: p.Keyring, Log: p.Log, MaxWork: server.MaxWork, Every: p.Every,
	})
	if err != nil {
		return err
	}
	deps := server.Deps{
		Core: i.Core, Access: i.Access, Idempotency: records, Surfaces: p.Surfaces,
		PublicURL: p.Config.PublicURL, Sealer: p.Keyring, Clock: p.Clock, Log: p.Log, Metrics: registry,
		Ready: (&readiness{clock: p.Clock, log: p.Log, check: i.checkReady, failed: i.notReady.Inc}).lastCheck, Secure: strings.HasPrefix(p.Config.PublicURL, "https://"), TrustedProxies: p.Config.Proxies,
		InFlight: p.Config.InFlight, PerMinute: p.Config.PerMinute, Burst: p.Config.PerMinute, Refused: i.countRefusal, Tracer: i.tracer,
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

// checkReady returns why this server cannot serve now.
func (i *Instance) checkReady(ctx context.Context) error {
	if err := i.store.Ready(ctx); err != nil {
		return err
	}
	return i.keys.Current(ctx)
}

// wakeJobs starts the next run of the jobs now. It does not wait for them.
func (i *Instance) wakeJobs() {
	select {
	case i.wake <- struct{}{}:
	default:
	}
}

// writeCheckpoints writes the checkpoints of the audit trail that are due. It also writes them to the
// log, where an attacker with access to the database cannot change them.
func (i *Instance) writeCheckpoints(ctx context.Context) (int, error) {
	signed, err := i.Core.Audit.WriteCheckpoints(ctx)
	for _, c := range signed {
		i.log.InfoContext(ctx, "audit checkpoint", "tenant", c.TenantID, "sequence", c.Sequence,
			"head", hex.EncodeToString(c.Head), "checkpoint", c.Signature)
	}
	return len(signed), err
}
