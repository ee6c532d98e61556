package stores_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestABudgetIsSpentExactly: 100 callers at once get the limit, no more and no less,
// in each window.
func TestABudgetIsSpentExactly(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const limit, window = 37, time.Hour
		for round := range 4 {
			key := secret.Sum("budget", fmt.Sprint(round))
			for turn := range 2 { // the second window begins where the first ends
				got := make([]bool, 100)
				for i, err := range together(len(got), func(i int) (err error) {
					got[i], err = w.Store.Write(context.Background()).SpendBudget(key, limit, window)
					return err
				}) {
					if err != nil {
						t.Fatalf("round %d, caller %d: %v", round, i, err)
					}
				}
				if n := count(got); n != limit {
					t.Fatalf("round %d, window %d: %d of %d were served", round, turn, n, limit)
				}
				w.Clock.Advance(window - time.Microsecond)
				if spend(t, w, key, limit, window) {
					t.Fatalf("round %d: the window ended early", round)
				}
				w.Clock.Advance(time.Microsecond)
			}
		}
	})
}

// TestBudgetsOpenAtOnce: the statements that do it can lock each other out, and the one
// that gives way is done again (it was a 500 for one of twenty redeemers).
func TestBudgetsOpenAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for i, err := range together(20, func(int) error {
			for n := range 40 {
				ok, err := w.Store.Write(context.Background()).SpendBudget(secret.Sum("budget", fmt.Sprint(n)), 20, time.Hour)
				if err == nil && !ok {
					err = errors.New("there was one left")
				}
				if err != nil {
					return err
				}
			}
			return nil
		}) {
			if err != nil {
				t.Fatalf("caller %d: %v", i, err)
			}
		}
	})
}

func count(got []bool) (n int) {
	for _, g := range got {
		if g {
			n++
		}
	}
	return n
}

func spend(t *testing.T, w *harness.World, key secret.Digest, limit int, window time.Duration) bool {
	t.Helper()
	ok, err := w.Store.Write(t.Context()).SpendBudget(key, limit, window)
	must(t, err)
	return ok
}

// TestEndedBudgetsAreSwept: what is over is deleted, what still counts is not.
func TestEndedBudgetsAreSwept(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		spend(t, w, secret.Sum("budget"), 1, time.Hour)
		spend(t, w, secret.Sum("longer"), 1, 2*time.Hour)
		w.Clock.Advance(time.Hour)
		for _, want := range []int{1, 0} {
			if n, err := w.Store.Write(t.Context()).SweepCounters(10); n != want || err != nil {
				t.Errorf("%d counters were swept, want %d, %v", n, want, err)
			}
		}
	})
}
