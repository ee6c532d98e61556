package clock_test

import (
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
