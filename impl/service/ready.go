package service

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

const (
	readyFor    = time.Second     // how long an answer holds: to find it costs a write
	readyWithin = 2 * time.Second // how long the database has for it
)

// readiness remembers the last answer. Those who ask meanwhile wait for one look.
type readiness struct {
	clock clock.Clock
	log   *slog.Logger
	look  func(context.Context) error

	mu    sync.Mutex
	until time.Time
	last  error
}

// ask looks within a time of its own, since others wait for the same answer.
func (r *readiness) ask(ctx context.Context) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now := r.clock.Now(); now.Before(r.until) && r.until.Sub(now) <= readyFor {
		return r.last
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyWithin)
	defer cancel()
	was := r.last
	r.last = r.look(ctx)
	switch { // once, and not at each look
	case was == nil && r.last != nil:
		r.log.WarnContext(ctx, "not ready", "cause", r.last.Error())
	case was != nil && r.last == nil:
		r.log.InfoContext(ctx, "ready again")
	}
	r.until = r.clock.Now().Add(readyFor)
	return r.last
}
