//go:build !race

package harness

// Sparing: without the race detector each test plays on every store.
const Sparing = false
