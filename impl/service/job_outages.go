package service

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/rekeyhq/rekey/impl/clock"
)

// jobOutages counts the failures of background jobs. Jobs run again every second, so it logs only the
// first failure of an outage and its end.
type jobOutages struct {
	clock     clock.Clock
	log       *slog.Logger
	failures  *prometheus.CounterVec
	succeeded *prometheus.GaugeVec

	mu      sync.Mutex
	failing map[string]*outage // by name; guarded by mu
}

type outage struct {
	since    time.Time
	failures int
}

func newJobOutages(c clock.Clock, log *slog.Logger, jobs ...string) *jobOutages {
	o := &jobOutages{clock: c, log: log, failing: map[string]*outage{}, failures: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "rekey_job_failures_total", Help: "Failures of background jobs, which are tried again by themselves.",
	}, []string{"background_job"}), succeeded: prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "rekey_job_last_success_timestamp_seconds", Help: "When a background job last ran without a failure, by job.",
	}, []string{"background_job"})}
	for _, job := range jobs {
		o.failures.WithLabelValues(job) // a rate needs a zero to start from
	}
	return o
}

// report records the result of one run of a job. A run that the end of the program cut off is not a
// failure.
func (o *jobOutages) report(ctx context.Context, job string, err error) {
	if ctx.Err() != nil {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	failing := o.failing[job]
	switch {
	case err == nil && failing != nil:
		delete(o.failing, job)
		o.log.InfoContext(ctx, "a background job works again", "job", job,
			"failures", failing.failures, "after_seconds", o.clock.Now().Sub(failing.since).Seconds())
	case err != nil && failing == nil:
		failing = &outage{since: o.clock.Now()}
		o.failing[job] = failing
		o.log.ErrorContext(ctx, "a background job fails; it is tried again, and not told again", "job", job, "cause", err.Error())
	}
	if err == nil {
		o.succeeded.WithLabelValues(job).Set(float64(o.clock.Now().UnixMilli()) / 1000)
		return
	}
	failing.failures++
	o.failures.WithLabelValues(job).Inc()
}
