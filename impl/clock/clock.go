// Package clock provides the time, so that tests can move it.
//
// Every package that needs the current time takes a Clock as a dependency; only this one reads
// the machine's clock, and tests/shape keeps that. Times are UTC with microseconds, which both
// databases store exactly. A Stopwatch measures durations for logs and metrics; no decision about
// a user may depend on it.
package clock

import "time"

// Clock returns the time in UTC, truncated to the microseconds that both databases store.
type Clock interface {
	Now() time.Time
}

// System is the machine's clock.
type System struct{}

// Now returns the current time.
func (System) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Stopwatch measures how long something takes, even if the machine's clock is changed
// meanwhile.
type Stopwatch struct{ began time.Time }

// Start starts a stopwatch.
func Start() Stopwatch { return Stopwatch{time.Now()} }

// Elapsed returns the time since Start.
func (s Stopwatch) Elapsed() time.Duration { return time.Since(s.began) }
