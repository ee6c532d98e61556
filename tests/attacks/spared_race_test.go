//go:build race

package attacks_test

// spared: under the race detector, which makes each statement ten times as long, one of so
// many is played, drawn anew each time. make test-whole plays all of them without it.
const spared = 16
