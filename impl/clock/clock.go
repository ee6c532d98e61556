// Package clock tells the time, so that tests can move it.
package clock

import "time"

// Clock tells the time in UTC, truncated to microseconds: what both databases keep.
type Clock interface {
	Now() time.Time
}

// System is the machine's clock.
type System struct{}

// Now is the current time.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Stopwatch measures how long something takes, whatever the machine's clock is set to
// meanwhile.
type Stopwatch struct{ began time.Time }

// Start begins to measure.
func Start() Stopwatch { return Stopwatch{time.Now()} }

// Elapsed is what has passed since.
func (s Stopwatch) Elapsed() time.Duration { return time.Since(s.began) }
