package clock_test

import (
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/clock"
)

func TestSystemTellsUTCInMicroseconds(t *testing.T) {
	t.Parallel()
	var c clock.Clock = clock.System{}
	now := c.Now()
	if now.Location() != time.UTC || now.Nanosecond()%1000 != 0 || now.Year() < 2024 {
		t.Errorf("%v", now)
	}
	if later := c.Now(); later.Before(now) {
		t.Errorf("%v after %v", later, now)
	}
}

func TestManualMovesOnlyWhenTold(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("east", 3600)
	m := clock.NewManual(time.Date(2026, 3, 1, 1, 0, 0, 1999, east))
	start := time.Date(2026, 3, 1, 0, 0, 0, 1000, time.UTC)
	if m.Now() != start || m.Now() != start {
		t.Errorf("%v, want %v", m.Now(), start)
	}
	m.Advance(time.Hour + 1500*time.Nanosecond)
	if want := start.Add(time.Hour + time.Microsecond); m.Now() != want {
		t.Errorf("%v, want %v", m.Now(), want)
	}
	m.Advance(-2 * time.Hour)
	if !m.Now().Before(start) {
		t.Errorf("%v is not before %v", m.Now(), start)
	}
}

func TestManualIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	m := clock.NewManual(start)
	var movers sync.WaitGroup
	for range 50 {
		movers.Go(func() { m.Advance(time.Second); m.Now() })
	}
	movers.Wait()
	if want := start.Add(50 * time.Second); m.Now() != want {
		t.Errorf("%v, want %v", m.Now(), want)
	}
}
