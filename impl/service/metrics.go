package service

import (
	"context"
	"math"
	"runtime"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/models"
)

// registerMetrics adds the metrics of the program's parts. Those of requests are the server's.
func (i *Instance) registerMetrics(ctx context.Context, r *prometheus.Registry) error {
	r.MustRegister(i.counters.all()...)
	r.MustRegister(i.outages.failures, i.outages.succeeded, i.Sweeper.Deleted(), i.Sweeper.Behind(), &pools{i.store.Pools})
	schema, err := i.store.Schema(ctx)
	if err != nil {
		return err
	}
	r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "rekey_build_info", Help: "The program: always 1.", ConstLabels: prometheus.Labels{
			"version": openapi.Version, "schema": strconv.FormatInt(schema.Needed, 10), "go_version": runtime.Version(),
		},
	}, func() float64 { return 1 }))
	gauges := registerGauge(r)
	i.registerHashing(r, gauges)
	i.registerMessages(gauges)
	i.registerKeys(gauges)
	gauges("rekey_clock_ahead_seconds", "How far this machine's clock is ahead of the database's.", i.skew.seconds)
	gauges("rekey_secrets_shut", "Passwords and second factors that are not accepted after too many wrong tries in a row.",
		countRows(i.Core.Logins.CountLockouts))
	gauges("rekey_reset_requests_waiting", "Requests for a reset that are not processed yet.", countRows(i.Core.Tickets.CountResetRequests))
	return nil
}

// register adds a gauge that is read at each scrape.
type register func(name, help string, read func() float64)

func registerGauge(r *prometheus.Registry) register {
	return func(name, help string, read func() float64) {
		r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, read))
	}
}

func (i *Instance) registerHashing(r *prometheus.Registry, gauge register) {
	gauge("rekey_hashes_running", "Password hashes under way.", func() float64 { n, _ := i.Hasher.Stats(); return float64(n) })
	gauge("rekey_hashes_waiting", "Callers waiting for a password hash.", func() float64 { _, n := i.Hasher.Stats(); return float64(n) })
	gauge("rekey_hash_queue_limit", "Callers that may wait for a password hash.", func() float64 { return float64(i.config.HashQueue) })
	counter := func(name, help string, labels prometheus.Labels, read func() uint64) {
		r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help, ConstLabels: labels}, func() float64 { return float64(read()) }))
	}
	counter("rekey_hashes_unverifiable_total", "Stored password hashes that could not be verified when they were asked for.", nil, i.Hasher.Flawed)
	counter("rekey_queue_refusals_total", "Requests that were answered 503 since a queue was full.", prometheus.Labels{"queue": "hashes"}, i.Hasher.Refused)
}

func (i *Instance) registerMessages(gauge register) {
	gauge("rekey_messages_queued", "Messages that are not delivered yet.", countRows(func(ctx context.Context) (int64, error) {
		return i.Core.Tickets.CountMessages(ctx, models.MessageQueued)
	}))
	gauge("rekey_messages_failed", "Messages that were refused for good.", countRows(func(ctx context.Context) (int64, error) {
		return i.Core.Tickets.CountMessages(ctx, models.MessageFailed)
	}))
	gauge("rekey_messages_sending", "Messages that this server is handing over.", func() float64 { n, _ := i.Worker.Count(); return float64(n) })
	gauge("rekey_message_destinations_hanging", "Mail domains and SMS gateways that keep this server waiting.",
		func() float64 { _, n := i.Worker.Count(); return float64(n) })
}

// registerKeys adds the ages of signatures: nothing replaces a signing key by itself, and events without a
// checkpoint can be changed by an attacker who can write to the database and has the secret file.
func (i *Instance) registerKeys(gauge register) {
	now := i.clock.Now
	gauge("rekey_signing_key_age_seconds", "For how long the current signing key has been signing.", atScrape(func(ctx context.Context) (float64, error) {
		since, _, err := i.Access.SigningTimes(ctx)
		if err != nil || since == nil {
			return math.NaN(), err
		}
		return now().Sub(*since).Seconds(), nil
	}))
	gauge("rekey_signing_key_next_seconds", "Until the next signing key begins to sign.", atScrape(func(ctx context.Context) (float64, error) {
		_, next, err := i.Access.SigningTimes(ctx)
		if err != nil || next == nil {
			return math.NaN(), err
		}
		return next.Sub(now()).Seconds(), nil
	}))
	gauge("rekey_audit_checkpoint_age_seconds", "Age of the oldest last checkpoint with events after it; 0 if every event is covered.",
		atScrape(func(ctx context.Context) (float64, error) {
			oldest, err := i.Core.Audit.FindOldestUnsigned(ctx)
			if err != nil || oldest == nil {
				return 0, err
			}
			return now().Sub(*oldest).Seconds(), nil
		}))
}

// scrapeWithin bounds a read of the database at a scrape.
const scrapeWithin = time.Second

// atScrape reads a value at each scrape; not a number if the store fails.
func atScrape(read func(context.Context) (float64, error)) func() float64 {
	return func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), scrapeWithin)
		defer cancel()
		v, err := read(ctx)
		if err != nil {
			return math.NaN()
		}
		return v
	}
}

// countRows counts rows at each scrape.
func countRows(count func(context.Context) (int64, error)) func() float64 {
	return atScrape(func(ctx context.Context) (float64, error) {
		n, err := count(ctx)
		return float64(n), err
	})
}
