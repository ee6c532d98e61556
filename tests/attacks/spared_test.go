//go:build !race

package attacks_test

// spared: without the race detector everything is played.
const spared = 1
