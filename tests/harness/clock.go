package harness

import (
	"sync"
	"time"
)

// Clock stands still until it is moved.
type Clock struct {
	mu  sync.Mutex
	now time.Time
	of  *Clock        // the clock that this one follows; nil: none
	off time.Duration // how far ahead of it
}

// NewClock starts at the given time.
func NewClock(at time.Time) *Clock {
	return &Clock{now: at.UTC().Truncate(time.Microsecond)}
}

// Ahead is a clock that follows this one and is wrong by so much: another machine's.
func (c *Clock) Ahead(by time.Duration) *Clock { return &Clock{of: c, off: by} }

// Now is the time it was last moved to.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != nil {
		return c.of.Now().Add(c.off)
	}
	return c.now
}

// Advance moves the clock; a negative step moves it back. Of one that follows another it
// is that one alone which moves.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != nil {
		c.off += d
		return
	}
	c.now = c.now.Add(d).Truncate(time.Microsecond)
}
