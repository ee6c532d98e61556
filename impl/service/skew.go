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

// skewWatch compares this machine's clock with the database's, which is that of all other
// servers too, and tells when they part and when they agree again.
type skewWatch struct {
	store *store.Store
	log   *slog.Logger

	mu    sync.Mutex
	skew  clock.Skew     // told last; guarded by mu
	ahead *time.Duration // nil: not measured yet; guarded by mu
}

// look measures once.
func (s *skewWatch) look(ctx context.Context) (int, error) {
	ahead, err := s.store.Ahead(ctx)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.skew
	s.skew, s.ahead = clock.SkewOf(ahead), &ahead
	level, message := slog.LevelWarn, "the clock differs from the database's; synchronise both with NTP"
	switch {
	case s.skew == was:
		return 0, nil
	case s.skew == clock.FarApart:
		level = slog.LevelError
	case s.skew == clock.Agree:
		level, message = slog.LevelInfo, "the clock agrees with the database's again"
	}
	s.log.Log(ctx, level, message, "ahead", ahead.Round(time.Millisecond).String())
	return 0, nil
}

// seconds is how far the clock was ahead at the last look.
func (s *skewWatch) seconds() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ahead == nil {
		return math.NaN()
	}
	return s.ahead.Seconds()
}
