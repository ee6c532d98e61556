package stores_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
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
					got[i], err = w.Store.Write(context.Background()).Spend(key, limit, window)
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

// TestBudgetsOpenAndEndAtOnce: the statements that do it can lock each other out, and the
// one that gives way is done again (it was a 500 for one of twenty redeemers).
func TestBudgetsOpenAndEndAtOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for i, err := range together(20, func(int) error {
			for n := range 40 {
				tx, key := w.Store.Write(context.Background()), secret.Sum("budget", fmt.Sprint(n%3))
				_, err := tx.Spend(key, 1000, time.Hour)
				if err := errors.Join(err, tx.Forgive(key)); err != nil {
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
	ok, err := w.Store.Write(t.Context()).Spend(key, limit, window)
	must(t, err)
	return ok
}

// TestABudgetIsGivenBack: a returned use can be spent again, an unspent one cannot be
// returned.
func TestABudgetIsGivenBack(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key := secret.Sum("budget")
		tx := w.Store.Write(t.Context())
		must(t, tx.ReturnSpent(key)) // nothing was spent yet
		if !spend(t, w, key, 1, time.Hour) || spend(t, w, key, 1, time.Hour) {
			t.Fatal("a budget of one is not one")
		}
		must(t, tx.ReturnSpent(key))
		must(t, tx.ReturnSpent(key)) // more than was spent
		if !spend(t, w, key, 1, time.Hour) || spend(t, w, key, 1, time.Hour) {
			t.Error("returning twice gave two uses")
		}
		must(t, tx.Forgive()) // nobody
		if spend(t, w, key, 1, time.Hour) {
			t.Error("forgiving nobody forgave somebody")
		}
		must(t, tx.Forgive(secret.Sum("other"), key))
		if !spend(t, w, key, 1, time.Hour) {
			t.Error("a forgiven counter still counts")
		}
		w.Clock.Advance(time.Hour)
		for _, want := range []int{1, 0} {
			if n, err := w.Store.Write(t.Context()).SweepCounters(); n != want || err != nil {
				t.Errorf("%d counters were swept, want %d, %v", n, want, err)
			}
		}
	})
}

// TestBackOffDoubles: from the threshold on each failure waits twice as long as the
// one before, up to the ceiling, until it is forgiven.
func TestBackOffDoubles(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const threshold, base, ceiling = 3, 30 * time.Second, 10 * time.Minute
		key := secret.Sum("failures")
		fail := func() {
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error { return tx.Penalise(key, threshold, base, ceiling) }))
		}
		blocked := func() bool {
			b, err := w.Store.Read(t.Context()).Blocked(key)
			must(t, err)
			return b
		}
		for n, wait := range []time.Duration{
			0, 0, base, 2 * base, 4 * base, 8 * base, 16 * base, ceiling, ceiling, ceiling,
		} {
			fail()
			if blocked() != (wait > 0) {
				t.Fatalf("failure %d: blocked %v", n+1, blocked())
			}
			w.Clock.Advance(max(wait-time.Microsecond, 0))
			if wait > 0 && !blocked() {
				t.Fatalf("failure %d waits less than %v", n+1, wait)
			}
			w.Clock.Advance(time.Microsecond)
			if blocked() {
				t.Fatalf("failure %d waits more than %v", n+1, wait)
			}
		}
		fail()
		must(t, w.Store.Write(t.Context()).Forgive(key))
		if blocked() {
			t.Error("forgiven, and still blocked")
		}
		fail()
		if blocked() {
			t.Error("a forgiven counter remembers")
		}
	})
}

// TestFailuresInParallelAllCount: no failure hides behind another.
func TestFailuresInParallelAllCount(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for round := range 4 {
			key := secret.Sum("failures", fmt.Sprint(round))
			for i, err := range together(30, func(int) error {
				return w.Store.InTx(context.Background(), func(tx *store.Tx) error {
					return tx.Penalise(key, 31, time.Minute, time.Hour)
				})
			}) {
				if err != nil {
					t.Fatalf("round %d, failure %d: %v", round, i, err)
				}
			}
			if b, err := w.Store.Read(t.Context()).Blocked(key); b || err != nil {
				t.Fatalf("round %d: blocked before the threshold, %v", round, err)
			}
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error { return tx.Penalise(key, 31, time.Minute, time.Hour) }))
			if b, err := w.Store.Read(t.Context()).Blocked(key); !b || err != nil {
				t.Fatalf("round %d: 31 failures do not block, %v", round, err)
			}
		}
	})
}
