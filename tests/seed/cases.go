package seed

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Mode says how much of the large tables a run plays.
type Mode string

// The modes; REKEY_TEST_CASES sets one. Without it a run of a whole package or of a given
// seed plays some; who asks for one test by -run means all of its cases.
const (
	Some Mode = "some" // a part that the seed draws: make test
	Rest Mode = "rest" // what Some leaves out with the same seed: make test-exhaustive
	All  Mode = "all"  // both: make check-long
)

// Cases is the mode of this run.
func Cases() Mode {
	m, err := mode()
	if err != nil {
		panic(err)
	}
	return m
}

var mode = sync.OnceValues(func() (Mode, error) {
	switch m := Mode(os.Getenv("REKEY_TEST_CASES")); m {
	case "":
		if f := flag.Lookup("test.run"); f != nil && f.Value.String() != "" && os.Getenv(Variable) == "" {
			return All, nil
		}
		return Some, nil
	case Some, Rest, All:
		return m, nil
	default:
		return "", fmt.Errorf("REKEY_TEST_CASES must be some, rest or all, not %q", m)
	}
})

// Draw gives the cases of a large table that this run plays, in the table's order. Under
// the race detector, which makes everything ten times as slow, these are far fewer: a
// race shows itself in few calls.
func Draw[T any](t testing.TB, list []T) []T {
	t.Helper()
	n := part(len(list))
	drawn := map[int]bool{}
	for _, i := range For(t, "cases").Perm(len(list))[:n] {
		drawn[i] = true
	}
	var played []T
	for i, x := range list {
		if Cases() == All || drawn[i] == (Cases() == Some) {
			played = append(played, x)
		}
	}
	Count("cases", len(played), len(list))
	return played
}

// Rounds is how often this run plays a race that is worth n rounds.
func Rounds(t testing.TB, n int) int {
	t.Helper()
	played := part(n)
	switch Cases() {
	case Rest:
		played = n - played
	case All:
		played = n
	}
	Count("rounds", played, n)
	return played
}

// part of n cases is enough to prove something, and little enough for every run.
func part(n int) int {
	if RaceDetector {
		return min(n, max(12, n/16))
	}
	return min(n, max(16, n/6))
}

// counts are the cases that were played and those that there are, by kind.
var counts = struct {
	sync.Mutex
	figures map[string]Figure
}{figures: map[string]Figure{}}

// Count records how many cases of a kind are played of how many, for the run's last line.
func Count(kind string, played, of int) {
	counts.Lock()
	defer counts.Unlock()
	f := counts.figures[kind]
	counts.figures[kind] = Figure{Kind: kind, Played: f.Played + played, Of: f.Of + of}
}

// Figure is how many of a kind were played.
type Figure struct {
	Kind   string `json:"kind"`
	Played int    `json:"played"`
	Of     int    `json:"of"`
}

// Counted lists what was counted so far.
func Counted() []Figure {
	counts.Lock()
	defer counts.Unlock()
	return slices.SortedFunc(maps.Values(counts.figures), func(a, b Figure) int { return strings.Compare(a.Kind, b.Kind) })
}

// LeftOut tells in a line what a run left out.
func LeftOut(figures []Figure) string {
	var parts []string
	for _, f := range figures {
		if left := f.Of - f.Played; left > 0 {
			parts = append(parts, fmt.Sprintf("%d of %d %s", left, f.Of, f.Kind))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing"}
	}
	return fmt.Sprintf("left out: %s (%s)", strings.Join(parts, ", "), environment())
}
