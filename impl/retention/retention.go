// Package retention deletes rows whose time is over, and marks tickets that have expired.
//
// A sweep is one kind of rows with the statement that deletes a batch of them. How long rows
// are kept after their end is a setting (config.Retentions); rows without a use after their
// end, such as counters, are deleted at once. The audit trail is not swept: an operator
// archives it.
//
// impl/service runs the sweeps beside the other background jobs ([Sweeper.Run]), and tests
// and commands run one batch of each ([Sweeper.Jobs]). Several servers may sweep at once.
// Each statement is bounded and commits by itself, and time is the database's, so that a
// server whose clock is ahead deletes nothing early.
//
// Nothing here decides whether something has ended: the core wrote the times that are read.
package retention

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/store"
)

// Deps are what the sweeps need; every field is required.
type Deps struct {
	Store   *store.Store
	Periods config.Retentions
	// ExpireTickets marks a batch of tickets as expired, with their events. The sweep of
	// tickets deletes them later.
	ExpireTickets func(context.Context) (int, error)
	ExpiryBatch   int // the most tickets of one call
	// Report records how a job ended.
	Report func(ctx context.Context, job string, err error)
}

// Sweeper runs the sweeps.
type Sweeper struct {
	deps    Deps
	deleted *prometheus.CounterVec
	behind  *prometheus.GaugeVec
}

// New checks that nothing is missing.
func New(d Deps) (*Sweeper, error) {
	if d.Store == nil || d.ExpireTickets == nil || d.ExpiryBatch < 1 || d.Report == nil {
		return nil, errors.New("retention: Store, ExpireTickets, ExpiryBatch and Report are required")
	}
	s := &Sweeper{deps: d, deleted: newDeletedRows(), behind: newBehind()}
	for _, w := range s.sweeps() {
		s.setBehind(w, false)
	}
	return s, nil
}

// Deleted counts the deleted rows, by kind.
func (s *Sweeper) Deleted() prometheus.Collector { return s.deleted }

// Behind tells, by kind, whether the last batch was full, so that more rows are likely to be due.
func (s *Sweeper) Behind() prometheus.Collector { return s.behind }

// Job is one kind of sweep, for a caller that runs it once.
type Job struct {
	Name string
	Do   func(context.Context) (int, error) // a batch; answers the number of rows
}

// Jobs lists the sweeps.
func (s *Sweeper) Jobs() []Job {
	var jobs []Job
	for _, w := range s.sweeps() {
		jobs = append(jobs, Job{Name: w.job(), Do: w.do})
	}
	return jobs
}

const (
	sweepEvery = 10 * time.Second
	sweepBatch = 500 // rows of one statement
	// sweepPause is the pause after a batch, as a multiple of the time that the batch took: a server
	// sweeps for a tenth of the time at most.
	sweepPause = 9
)

// Run sweeps at every tick until ctx ends.
func (s *Sweeper) Run(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for n := 0; ctx.Err() == nil; n++ {
		s.Sweep(ctx, n)
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
}

// Sweep runs one batch of each sweep that is due at a tick, and repeats this until nothing is left: many
// rows of one kind do not delay the others. It pauses after each batch, so that requests can use the
// database.
func (s *Sweeper) Sweep(ctx context.Context, tick int) {
	var due []sweep
	for _, w := range s.sweeps() {
		if tick%w.every == 0 {
			due = append(due, w)
		}
	}
	for len(due) > 0 && ctx.Err() == nil {
		due = slices.DeleteFunc(due, func(w sweep) bool {
			if ctx.Err() != nil {
				return true
			}
			watch := clock.Start()
			n, err := w.do(ctx)
			s.deps.Report(ctx, w.job(), err)
			s.setBehind(w, err == nil && n >= w.full)
			if err != nil || n < w.full {
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

// sweep deletes expired rows, or marks them as expired, in bounded batches. Each call returns the
// number of rows; if it is full, there are likely more.
type sweep struct {
	kind  string
	full  int
	every int // ticks
	do    func(context.Context) (int, error)
}

// job is the name of the sweep among the background jobs.
func (w sweep) job() string { return "sweep_" + w.kind }

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

func newBehind() *prometheus.GaugeVec {
	return prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "rekey_sweep_behind", Help: "1 if the last batch of a sweep was full, so that more rows are due; else 0.",
	}, []string{"kind"})
}

func (s *Sweeper) setBehind(w sweep, more bool) {
	value := 0.0
	if more {
		value = 1
	}
	s.behind.WithLabelValues(w.kind).Set(value)
}

// expiredTickets are marked as expired here, and deleted by the sweep of tickets.
const expiredTickets = "expired_tickets"

// sweeps lists the kinds of rows that expire, and how they are deleted.
func (s *Sweeper) sweeps() []sweep {
	batch := func(kind string, delete func(*store.Tx, int) (int, error)) sweep {
		return sweep{kind: kind, full: sweepBatch, every: 1, do: func(ctx context.Context) (int, error) {
			tx, err := s.deps.Store.Past(ctx)
			if err != nil {
				return 0, err
			}
			n, err := delete(tx, sweepBatch)
			s.deleted.WithLabelValues(kind).Add(float64(n))
			return n, err
		}}
	}
	all := []sweep{
		batch("idempotency_answers", (*store.Tx).WipeAnswers), batch("idempotency_keys", (*store.Tx).SweepIdempotencyRecords),
		batch("tries", (*store.Tx).SweepTries), batch("counters", (*store.Tx).SweepCounters),
		{kind: expiredTickets, full: s.deps.ExpiryBatch, every: 1, do: s.deps.ExpireTickets},
	}
	retained := func(kind string, r config.Retention, delete func(*store.Tx, time.Time, int) (int, error)) {
		if !r.Forever() {
			all = append(all, batch(kind, func(tx *store.Tx, limit int) (int, error) { return delete(tx, r.Before(tx.Now), limit) }))
		}
	}
	retained("challenges", s.deps.Periods.Sessions, (*store.Tx).SweepChallenges)
	retained("messages", s.deps.Periods.Messages, (*store.Tx).SweepMessages)
	retained("tickets", s.deps.Periods.Tickets, (*store.Tx).SweepTickets)
	if r := s.deps.Periods.Sessions; !r.Forever() {
		all = append(all, sweep{kind: "sessions", full: sweepBatch, every: 1, do: func(ctx context.Context) (int, error) { return s.sweepSessions(ctx, r) }})
	}
	if r := s.deps.Periods.APIKeys; !r.Forever() {
		all = append(all, sweep{kind: "api_keys", full: sweepBatch, every: keysEvery, do: func(ctx context.Context) (int, error) { return 0, s.sweepAPIKeys(ctx, r) }})
	}
	return all
}

func (s *Sweeper) sweepSessions(ctx context.Context, r config.Retention) (int, error) {
	tx, err := s.deps.Store.Past(ctx)
	if err != nil {
		return 0, err
	}
	sessions, tokens, err := tx.SweepSessions(r.Before(tx.Now), sweepBatch)
	s.deleted.WithLabelValues("sessions").Add(float64(sessions))
	s.deleted.WithLabelValues("refresh_tokens").Add(float64(tokens))
	return max(sessions, tokens), err
}

// keysEvery is an hour: the sweep of API keys reads all of them.
const keysEvery = int(time.Hour / sweepEvery)

func (s *Sweeper) sweepAPIKeys(ctx context.Context, r config.Retention) error {
	for after := ""; ; {
		tx, err := s.deps.Store.Past(ctx)
		if err != nil {
			return err
		}
		n, last, err := tx.SweepAPIKeys(r.Before(tx.Now), after, sweepBatch)
		s.deleted.WithLabelValues("api_keys").Add(float64(n))
		if err != nil || last == "" {
			return err
		}
		after = last
	}
}
