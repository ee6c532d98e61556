//go:build race

package docs_test

// sparing: the detector sees nothing of programs that are run; under it one page is played,
// drawn anew each time.
const sparing = true
