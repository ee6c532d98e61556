package service

import (
	"context"
	"math"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/impl/server"
	"github.com/rekeyhq/rekey/models"
)

// registerMetrics adds the metrics of the hash limiter, of messages, of locked secrets and of the jobs.
func (i *Instance) registerMetrics(r *prometheus.Registry) {
	r.MustRegister(i.refusals, i.outages.failures, i.attempts, i.Sweeper.Deleted())
	gauge := func(name, help string, read func() float64) {
		r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, read))
	}
	gauge("rekey_hashes_running", "Password hashes under way.", func() float64 { n, _ := i.Hasher.Stats(); return float64(n) })
	gauge("rekey_hashes_waiting", "Callers waiting for a password hash.", func() float64 { _, n := i.Hasher.Stats(); return float64(n) })
	gauge("rekey_clock_ahead_seconds", "How far this machine's clock is ahead of the database's.", i.skew.seconds)
	gauge("rekey_messages_queued", "Messages that are not delivered yet.", countRows(func(ctx context.Context) (int64, error) {
		return i.Core.Tickets.CountMessages(ctx, models.MessageQueued)
	}))
	gauge("rekey_messages_failed", "Messages that were refused for good.", countRows(func(ctx context.Context) (int64, error) {
		return i.Core.Tickets.CountMessages(ctx, models.MessageFailed)
	}))
	gauge("rekey_messages_sending", "Messages that this server is handing over.", func() float64 { n, _ := i.Worker.Count(); return float64(n) })
	gauge("rekey_message_destinations_hanging", "Mail domains and SMS gateways that keep this server waiting.",
		func() float64 { _, n := i.Worker.Count(); return float64(n) })
	gauge("rekey_secrets_shut", "Passwords and second factors that are not accepted after too many wrong tries in a row.",
		countRows(i.Core.Logins.CountLockouts))
	r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
		Name: "rekey_hashes_unverifiable_total", Help: "Stored password hashes that could not be verified when they were asked for.",
	}, func() float64 { return float64(i.Hasher.Flawed()) }), prometheus.NewCounterFunc(prometheus.CounterOpts{
		Name: "rekey_hashes_refused_total", Help: "Callers that were refused since too many waited for a password hash.",
	}, func() float64 { return float64(i.Hasher.Refused()) }))
}

// countRows counts rows at each scrape; not a number if the store fails.
func countRows(count func(context.Context) (int64, error)) func() float64 {
	return func() float64 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		n, err := count(ctx)
		if err != nil {
			return math.NaN()
		}
		return float64(n)
	}
}

// newRefusals counts the refusals of budgets, including those that callers do not see.
func newRefusals() *prometheus.CounterVec {
	refusals := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_budget_refusals_total", Help: "Requests, mails and tries that were refused or dropped since a budget was spent.",
	}, []string{"budget"})
	for _, budget := range slices.Concat(core.Budgets(), server.Budgets()) {
		refusals.WithLabelValues(string(budget)) // a rate needs a zero to start from
	}
	return refusals
}

// newAttempts counts the attempts to deliver a message, by channel and outcome.
func newAttempts() *prometheus.CounterVec {
	attempts := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_message_attempts_total", Help: "Tries to deliver a message, by channel and outcome.",
	}, []string{"channel", "outcome"})
	for _, channel := range []models.Channel{models.ChannelEmail, models.ChannelSMS} {
		for _, outcome := range outbox.Outcomes() {
			attempts.WithLabelValues(string(channel), string(outcome)) // a rate needs a zero to start from
		}
	}
	return attempts
}

func (i *Instance) countAttempt(channel models.Channel, outcome outbox.Outcome) {
	i.attempts.WithLabelValues(string(channel), string(outcome)).Inc()
}

func (i *Instance) countRefusal(budget core.Budget) { i.refusals.WithLabelValues(string(budget)).Inc() }
