package service

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/clock"
)

// outages tell of background jobs that fail: in the log when that begins and when it is
// over, since they are tried each second meanwhile; each failure is counted.
type outages struct {
	clock    clock.Clock
	log      *slog.Logger
	failures *prometheus.CounterVec

	mu      sync.Mutex
	failing map[string]*outage // by job; guarded by mu
}

type outage struct {
	since    time.Time
	failures int
}

func newOutages(c clock.Clock, log *slog.Logger, jobs ...string) *outages {
	o := &outages{clock: c, log: log, failing: map[string]*outage{}, failures: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_job_failures_total", Help: "Failures of background jobs, which are tried again by themselves.",
	}, []string{"job"})}
	for _, job := range jobs {
		o.failures.WithLabelValues(job) // a rate needs the zero before
	}
	return o
}

// report notes how a try of a job ended. What was cut off by the end of the program is no
// failure.
func (o *outages) report(ctx context.Context, job string, err error) {
	if ctx.Err() != nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	was := o.failing[job]
	switch {
	case err == nil && was != nil:
		delete(o.failing, job)
		o.log.InfoContext(ctx, "a background job works again", "job", job,
			"failures", was.failures, "after", o.clock.Now().Sub(was.since).String())
	case err != nil && was == nil:
		was = &outage{since: o.clock.Now()}
		o.failing[job] = was
		o.log.ErrorContext(ctx, "a background job fails; it is tried again, and not told again", "job", job, "cause", err.Error())
	}
	if err != nil {
		was.failures++
		o.failures.WithLabelValues(job).Inc()
	}
}
