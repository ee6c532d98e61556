package service

import (
	"context"
	"log/slog"
	"math"
	"sync"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

// clockSkew compares this machine's clock with the database's clock, which all servers share. It logs
// when they begin to differ and when they agree again.
type clockSkew struct {
	ahead func(context.Context) (time.Duration, error) // of the database's clock
	log   *slog.Logger

	mu   sync.Mutex
	skew clock.Skew     // logged last; guarded by mu
	last *time.Duration // how far ahead; nil: not measured; guarded by mu
}

// measure compares the clocks once.
func (s *clockSkew) measure(ctx context.Context) (int, error) {
	ahead, err := s.ahead(ctx)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.skew
	s.skew, s.last = clock.SkewOf(ahead), &ahead
	level, message := slog.LevelWarn, "the clock differs from the database's; synchronise both with NTP"
	switch {
	case s.skew == before:
		return 0, nil
	case s.skew == clock.FarApart:
		level = slog.LevelError
	case s.skew == clock.Agree:
		level, message = slog.LevelInfo, "the clock agrees with the database's again"
	}
	s.log.Log(ctx, level, message, "ahead_seconds", ahead.Round(time.Millisecond).Seconds())
	return 0, nil
}

// seconds is how far the clock was ahead at the last measurement; not a number before the first.
func (s *clockSkew) seconds() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.last == nil {
		return math.NaN()
	}
	return s.last.Seconds()
}
