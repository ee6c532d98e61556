package service

import (
	"context"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/store"
)

const (
	sweepEvery = 10 * time.Second
	sweepBatch = 500 // rows of one statement
	// sweepPause is the pause after a batch, as a multiple of the time that the batch took: a server
	// sweeps for a tenth of the time at most.
	sweepPause = 9
)

// sweep deletes expired rows, or marks them as expired, in bounded batches. Each call returns the
// number of rows; if it is full, there are likely more.
type sweep struct {
	kind  string
	full  int
	every int // ticks
	do    func(context.Context) (int, error)
}

// jobName is the name of the sweep among the jobs.
func (s sweep) jobName() string { return "sweep_" + s.kind }

// newDeletedRows counts the rows that sweeps delete, by kind.
func newDeletedRows() *prometheus.CounterVec {
	rows := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_swept_rows_total", Help: "Rows that were deleted since their time was over.",
	}, []string{"kind"})
	for _, kind := range []string{
		"sessions", "refresh_tokens", "challenges", "tickets", "messages", "api_keys", "tries", "counters", "idempotency_keys", "idempotency_answers",
	} { // a rate needs a zero to start from
		rows.WithLabelValues(kind)
	}
	return rows
}

// expiredTickets are marked as expired here, and deleted by the sweep of tickets.
const expiredTickets = "expired_tickets"

// sweeps lists the kinds of rows that expire, and how they are deleted.
func (i *Instance) sweeps() []sweep {
	batch := func(kind string, delete func(*store.Tx, int) (int, error)) sweep {
		return sweep{kind: kind, full: sweepBatch, every: 1, do: func(ctx context.Context) (int, error) {
			tx, err := i.store.Past(ctx)
			if err != nil {
				return 0, err
			}
			n, err := delete(tx, sweepBatch)
			i.deleted.WithLabelValues(kind).Add(float64(n))
			return n, err
		}}
	}
	all := []sweep{
		batch("idempotency_answers", (*store.Tx).WipeAnswers), batch("idempotency_keys", (*store.Tx).SweepIdempotencyRecords),
		batch("tries", (*store.Tx).SweepTries), batch("counters", (*store.Tx).SweepCounters),
		{kind: expiredTickets, full: tickets.ExpiryBatchSize, every: 1, do: i.Core.Tickets.ExpireTickets},
	}
	retained := func(kind string, r config.Retention, delete func(*store.Tx, time.Time, int) (int, error)) {
		if !r.Forever() {
			all = append(all, batch(kind, func(tx *store.Tx, limit int) (int, error) { return delete(tx, r.Before(tx.Now), limit) }))
		}
	}
	retained("challenges", i.retention.Sessions, (*store.Tx).SweepChallenges)
	retained("messages", i.retention.Messages, (*store.Tx).SweepMessages)
	retained("tickets", i.retention.Tickets, (*store.Tx).SweepTickets)
	if r := i.retention.Sessions; !r.Forever() {
		all = append(all, sweep{kind: "sessions", full: sweepBatch, every: 1, do: func(ctx context.Context) (int, error) { return i.sweepSessions(ctx, r) }})
	}
	if r := i.retention.APIKeys; !r.Forever() {
		all = append(all, sweep{kind: "api_keys", full: sweepBatch, every: keysEvery, do: func(ctx context.Context) (int, error) { return 0, i.sweepAPIKeys(ctx, r) }})
	}
	return all
}

func (i *Instance) sweepSessions(ctx context.Context, r config.Retention) (int, error) {
	tx, err := i.store.Past(ctx)
	if err != nil {
		return 0, err
	}
	sessions, tokens, err := tx.SweepSessions(r.Before(tx.Now), sweepBatch)
	i.deleted.WithLabelValues("sessions").Add(float64(sessions))
	i.deleted.WithLabelValues("refresh_tokens").Add(float64(tokens))
	return max(sessions, tokens), err
}

// keysEvery is an hour: the sweep of API keys reads all of them.
const keysEvery = int(time.Hour / sweepEvery)

func (i *Instance) sweepAPIKeys(ctx context.Context, r config.Retention) error {
	for after := ""; ; {
		tx, err := i.store.Past(ctx)
		if err != nil {
			return err
		}
		n, last, err := tx.SweepAPIKeys(r.Before(tx.Now), after, sweepBatch)
		i.deleted.WithLabelValues("api_keys").Add(float64(n))
		if err != nil || last == "" {
			return err
		}
		after = last
	}
}

// sweepUntilDone sweeps at every tick until ctx ends. The other jobs do not wait for it.
func (i *Instance) sweepUntilDone(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for n := 0; ctx.Err() == nil; n++ {
		i.Sweep(ctx, n)
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
}

// Sweep runs one batch of each sweep that is due at a tick, and repeats this until nothing is left: many
// rows of one kind do not delay the others. It pauses after each batch, so that requests can use the
// database.
func (i *Instance) Sweep(ctx context.Context, tick int) {
	var due []sweep
	for _, s := range i.sweeps() {
		if tick%s.every == 0 {
			due = append(due, s)
		}
	}
	for len(due) > 0 && ctx.Err() == nil {
		due = slices.DeleteFunc(due, func(s sweep) bool {
			if ctx.Err() != nil {
				return true
			}
			watch := clock.Start()
			n, err := s.do(ctx)
			i.outages.report(ctx, s.jobName(), err)
			if err != nil || n < s.full {
				return true
			}
			pause(ctx, sweepPause*watch.Elapsed())
			return false
		})
	}
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
