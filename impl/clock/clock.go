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
