//go:build race

package harness

// Sparing: the race detector makes a world ten times as dear. Under it each test plays on
// one of the stores, drawn anew each time; make test-whole plays on both without it.
const Sparing = true
