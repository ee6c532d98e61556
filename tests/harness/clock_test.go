package harness_test

import (
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

func TestTheClockMovesOnlyWhenMoved(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("east", 3600)
	c := harness.NewClock(time.Date(2026, 3, 1, 1, 0, 0, 1999, east))
	start := time.Date(2026, 3, 1, 0, 0, 0, 1000, time.UTC)
	for range 2 {
		if c.Now() != start {
			t.Errorf("%v, want %v", c.Now(), start)
		}
	}
	c.Advance(time.Hour + 1500*time.Nanosecond)
	if want := start.Add(time.Hour + time.Microsecond); c.Now() != want {
		t.Errorf("%v, want %v", c.Now(), want)
	}
	c.Advance(-2 * time.Hour)
	if !c.Now().Before(start) {
		t.Errorf("%v is not before %v", c.Now(), start)
	}
}

func TestClockIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	c := harness.NewClock(start)
	var movers sync.WaitGroup
	for range 50 {
		movers.Go(func() { c.Advance(time.Second); c.Now() })
	}
	movers.Wait()
	if want := start.Add(50 * time.Second); c.Now() != want {
		t.Errorf("%v, want %v", c.Now(), want)
	}
}
