//go:build !race

package docs_test

// sparing: without the race detector every page is played.
const sparing = false
