package service

import (
	"context"
	"log/slog"
	"math"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/store"
)

// clockSkew compares this machine's clock with the database's clock, which all servers share. It logs
// when they begin to differ and when they agree again.
type clockSkew struct {
	store *store.Store
	log   *slog.Logger

	mu    sync.Mutex
	skew  clock.Skew     // logged last; guarded by mu
	ahead *time.Duration // nil: not measured; guarded by mu
}

// measure compares the clocks once.
func (s *clockSkew) measure(ctx context.Context) (int, error) {
	ahead, err := s.store.Ahead(ctx)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.skew
	s.skew, s.ahead = clock.SkewOf(ahead), &ahead
	level, message := slog.LevelWarn, "the clock differs from the database's; synchronise both with NTP"
	switch {
	case s.skew == before:
		return 0, nil
	case s.skew == clock.FarApart:
		level = slog.LevelError
	case s.skew == clock.Agree:
		level, message = slog.LevelInfo, "the clock agrees with the database's again"
	}
	s.log.Log(ctx, level, message, "ahead", ahead.Round(time.Millisecond).String())
	return 0, nil
}

// seconds is how far the clock was ahead at the last measurement; not a number before the first.
func (s *clockSkew) seconds() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ahead == nil {
		return math.NaN()
	}
	return s.ahead.Seconds()
}
