//go:build !race

package lifecycle

// judgements is how many pairs of a password and a policy are tried.
const judgements = 100_000
