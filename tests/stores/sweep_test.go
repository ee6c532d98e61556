package stores_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// swept is a kind of row that is deleted, or wiped, when it is over.
type swept struct {
	sweep func(*store.Tx, int) (int, error)
	plant func(t *testing.T, w *harness.World, n int)
}

func sweepings() map[string]swept {
	record := func(t *testing.T, w *harness.World, n int, keep, expires time.Duration) {
		now := w.Clock.Now()
		must(t, openRaw(t, w.DBURL).Create(&models.IdempotencyRecord{
			ID: secret.Sum("record", fmt.Sprint(n)).Bytes(), Request: secret.Sum("request").Bytes(), Attempt: secret.NewID(),
			LeasedUntil: now, Sealed: []byte("an answer"), KeepUntil: now.Add(keep), ExpiresAt: now.Add(expires),
		}).Error)
	}
	rows := func(delete func(*store.Tx, time.Time, int) (int, error), model func(*ended) any) swept {
		return swept{
			func(tx *store.Tx, limit int) (int, error) { return delete(tx, tx.Now.Add(-time.Hour), limit) },
			func(t *testing.T, w *harness.World, n int) {
				one := &ended{}
				one.add(w.Clock.Now(), n, new(w.Clock.Now()))
				must(t, openRaw(t, w.DBURL).Create(model(one)).Error)
			},
		}
	}
	sessions := func(tx *store.Tx, before time.Time, limit int) (int, error) {
		n, _, err := tx.SweepSessions(before, limit)
		return n, err
	}
	return map[string]swept{
		"sessions":   rows(sessions, func(e *ended) any { return &e.sessions }),
		"challenges": rows((*store.Tx).SweepChallenges, func(e *ended) any { return &e.challenges }),
		"tickets":    rows((*store.Tx).SweepTickets, func(e *ended) any { return &e.tickets }),
		"messages":   rows((*store.Tx).SweepMessages, func(e *ended) any { return &e.messages }),
		"counters": {(*store.Tx).SweepCounters, func(t *testing.T, w *harness.World, n int) {
			spend(t, w, secret.Sum("budget", fmt.Sprint(n)), 1, time.Hour)
		}},
		"tries for unknown names": {(*store.Tx).SweepTries, func(t *testing.T, w *harness.World, n int) {
			row := models.Tries{Key: secret.Sum("nobody", fmt.Sprint(n)).Bytes(), Kind: models.TryPassword}
			must(t, w.Store.ChangeTries(t.Context(), row, func(t *models.Tries, _ time.Time) bool { t.Wrong = 1; return true }))
		}},
		"kept answers": {(*store.Tx).WipeAnswers, func(t *testing.T, w *harness.World, n int) { record(t, w, n, time.Hour, 90*day) }},
		"idempotency keys": {(*store.Tx).SweepIdempotencyRecords, func(t *testing.T, w *harness.World, n int) {
			record(t, w, n, time.Hour, 2*time.Hour)
		}},
	}
}

// TestSweepsAreBounded: a statement touches no more rows than it may, the ones that are
// over the longest first, and nothing that still counts; two servers share the work.
func TestSweepsAreBounded(t *testing.T) {
	t.Parallel()
	for name, s := range seed.InOrder(sweepings()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				for n := range 25 {
					s.plant(t, w, n)
				}
				w.Clock.Advance(26 * time.Hour)
				for n := range 5 { // which are not over
					s.plant(t, w, 100+n)
				}
				stores := []*store.Store{w.Store, w.Twin().Store}
				var all int
				for _, want := range []int{10, 10, 5, 0} {
					n, err := s.sweep(stores[all/10%2].Write(context.Background()), 10)
					if n != want || err != nil {
						t.Errorf("%d rows, want %d, %v", n, want, err)
					}
					all += n
				}
			})
		})
	}
}

// TestServersSweepSideBySide: what both name is swept once, and neither fails.
func TestServersSweepSideBySide(t *testing.T) {
	t.Parallel()
	for name, s := range seed.InOrder(sweepings()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				for n := range 40 {
					s.plant(t, w, n)
				}
				w.Clock.Advance(26 * time.Hour)
				stores := []*store.Store{w.Store, w.Twin().Store}
				counts := make([]int, 8)
				for i, err := range together(8, func(i int) (err error) {
					counts[i], err = s.sweep(stores[i%2].Write(context.Background()), 40)
					return err
				}) {
					must(t, err)
					counts[0] += map[bool]int{true: counts[i]}[i > 0]
				}
				if counts[0] != 40 {
					t.Errorf("%d rows were swept, want 40", counts[0])
				}
			})
		})
	}
}
