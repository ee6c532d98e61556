//go:build race

package lifecycle

// judgements are a tenth under the race detector, which makes each ten times as long.
// make test-whole runs them all.
const judgements = 10_000
