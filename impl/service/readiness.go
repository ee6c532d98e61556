package service

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

const (
	readyFor    = time.Second     // how long a result is reused: a check costs a write
	readyWithin = 2 * time.Second // timeout of a check
)

// readiness caches the result of the last check. Concurrent callers wait for one check.
type readiness struct {
	clock  clock.Clock
	log    *slog.Logger
	check  func(context.Context) error
	failed func() // counts a check that failed

	mu    sync.Mutex
	until time.Time
	last  error
}

// lastCheck returns the cached result, or checks. The check has a timeout of its own and does not end
// with its caller, since others wait for the same result.
func (r *readiness) lastCheck(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now := r.clock.Now(); now.Before(r.until) && r.until.Sub(now) <= readyFor {
		return r.last
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyWithin)
	defer cancel()
	before := r.last
	r.last = r.check(ctx)
	if r.last != nil {
		r.failed()
	}
	switch { // log changes only
	case before == nil && r.last != nil:
		r.log.WarnContext(ctx, "not ready", "cause", r.last.Error())
	case before != nil && r.last == nil:
		r.log.InfoContext(ctx, "ready again")
	}
	r.until = r.clock.Now().Add(readyFor)
	return r.last
}
