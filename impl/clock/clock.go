// Package clock tells the time, so that tests can move it.
package clock

import (
	"sync"
	"time"
)

// Clock tells the time in UTC, truncated to microseconds: what both databases keep.
type Clock interface {
	Now() time.Time
}

// System is the machine's clock.
type System struct{}

// Now is the current time.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Manual stands still until it is moved; for tests and the development profile.
type Manual struct {
	mu  sync.Mutex
	now time.Time
}

// NewManual starts at the given time.
func NewManual(at time.Time) *Manual {
	return &Manual{now: at.UTC().Truncate(time.Microsecond)}
}

// Now is the time it was last moved to.
func (m *Manual) Now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// Advance moves the clock; a negative step moves it back.
func (m *Manual) Advance(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now = m.now.Add(d).Truncate(time.Microsecond)
}
