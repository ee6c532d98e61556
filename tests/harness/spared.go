//go:build !race

package harness

// sparing: without the race detector each test plays on every store.
const sparing = false
