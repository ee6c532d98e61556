package rig

import (
	"testing"
	"time"
)

// Holds asks until something holds, and tells whether it did in time.
func Holds(within time.Duration, holds func() bool) bool {
	end := time.NewTimer(within)
	defer end.Stop()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-end.C:
			return holds()
		case <-tick.C:
		}
	}
	return true
}

// Await asks until something holds. It ends the test if it does not hold in time.
func Await(t testing.TB, what string, within time.Duration, holds func() bool) {
	t.Helper()
	if !Holds(within, holds) {
		t.Fatalf("%s: not within %v", what, within)
	}
}
