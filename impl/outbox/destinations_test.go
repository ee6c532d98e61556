package outbox

import (
	"strconv"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

// TestManyDestinationsForgetTheOldest: what a server remembers of destinations is bounded, and the
// one whose answer is the oldest is forgotten.
func TestManyDestinationsForgetTheOldest(t *testing.T) {
	t.Parallel()
	l, now := newLanes(), time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	answer := func(to string, after time.Duration, accepted bool) {
		now = now.Add(time.Millisecond)
		l.recordAnswer(&delivery{lane: lane{to: to}, began: now.Add(-after)}, accepted, now)
	}
	answer("active", 0, true)
	answer("quiet", 0, true)
	answer("hangs", time.Minute, false)
	for i := range destinations - 3 {
		answer("d"+strconv.Itoa(i), 0, true)
	}
	answer("active", 0, true)
	if l.health("quiet", now) != answering || l.health("hangs", now) != hanging {
		t.Error("a destination is forgotten although there is room")
	}
	answer("one more", 0, true)
	for to, want := range seed.InOrder(map[string]health{"active": answering, "quiet": fresh, "hangs": hanging, "one more": answering}) {
		if got := l.health(to, now); got != want {
			t.Errorf("%s is %d, want %d", to, got, want)
		}
	}
	for i := range 2 * destinations {
		answer("e"+strconv.Itoa(i), 0, true)
	}
	if _, hang := l.count(now); hang != 0 || l.health("active", now) != fresh || l.health("e"+strconv.Itoa(destinations), now) != answering {
		t.Errorf("%d destinations hang, and the ones remembered are not the last %d", hang, destinations)
	}
}
