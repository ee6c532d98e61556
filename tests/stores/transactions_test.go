package stores_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestADeadlockIsRetried locks two rows in opposite order: the server ends one of the
// two transactions, and both take effect all the same.
func TestADeadlockIsRetried(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		ada, bob := w.Person("ada"), w.Person("bob")
		var calls atomic.Int32
		const times = 10
		for range times {
			rows := [2][2]*harness.Person{{ada, bob}, {bob, ada}}
			holds := [2]chan struct{}{make(chan struct{}), make(chan struct{})}
			for i, err := range together(2, func(i int) error {
				first := true
				return w.Store.InTx(context.Background(), func(tx *store.Tx) error {
					calls.Add(1)
					if err := incrementVersion(rows[i][0])(tx); err != nil {
						return err
					}
					if first { // both hold a row that the other wants
						first = false
						close(holds[i])
						<-holds[1-i]
					}
					return incrementVersion(rows[i][1])(tx)
				})
			}) {
				if err != nil {
					t.Fatalf("transaction %d: %v", i, err)
				}
			}
		}
		if n := calls.Load(); n <= 2*times {
			t.Errorf("%d calls of %d transactions: nothing was provoked", n, 2*times)
		}
		if a, b := applied(t, w, ada), applied(t, w, bob); a != 2*times || b != 2*times {
			t.Errorf("applied %d and %d times, want %d", a, b, 2*times)
		}
	}
}

// busy is SQLite's word for a lost race, as its driver says it.
type busy int

func (b busy) Error() string { return "database is locked" }
func (b busy) Code() int     { return int(b) }

// races are the errors of each engine that mean a lost race.
func races(w *harness.World) []error {
	if onServer(w) {
		return []error{
			&mysqldriver.MySQLError{Number: 1213}, &mysqldriver.MySQLError{Number: 1205}, &mysqldriver.MySQLError{Number: 1020},
		}
	}
	return []error{busy(5), busy(6), busy(5 | 2<<8)} // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_SNAPSHOT
}

// TestALostRaceIsRepeated: the whole closure runs again, a bounded number of times,
// and no longer than its context.
func TestALostRaceIsRepeated(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		var failing func(n int) error // by the number of the attempt
		attempts := 0
		s := openStore(t, w.DBURL, w.Clock, func(_ context.Context, statement string) error {
			if statement != "insert events" {
				return nil
			}
			attempts++
			return failing(attempts)
		})
		run := func(ctx context.Context, p *harness.Person) (int, error) {
			attempts = 0
			err := s.InTx(ctx, incrementVersion(p))
			return attempts, err
		}
		p := w.Person("ada")
		for i, lost := range races(w) {
			failing = func(n int) error {
				if n <= 3 {
					return lost
				}
				return nil
			}
			if n, err := run(t.Context(), p); n != 4 || err != nil || applied(t, w, p) != i+1 {
				t.Errorf("%v: %d attempts, %v, applied %d times", lost, n, err, applied(t, w, p))
			}
		}
		had := applied(t, w, p)
		failing = func(int) error { return races(w)[0] }
		if n, err := run(t.Context(), p); n != 12 || !errors.Is(err, fault.ErrUnavailable) {
			t.Errorf("endless races: %d attempts, %v", n, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		failing = func(n int) error {
			if n == 2 {
				cancel()
			}
			return races(w)[0]
		}
		if n, err := run(ctx, p); n != 2 || !errors.Is(err, fault.ErrUnavailable) || !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %d attempts, %v", n, err)
		}
		for _, final := range []error{harness.ErrBroken, core.ErrTicketUnusable, store.ErrDuplicate} {
			failing = func(int) error { return final }
			if n, err := run(t.Context(), p); n != 1 || !errors.Is(err, final) {
				t.Errorf("%v: %d attempts, %v", final, n, err)
			}
		}
		if n := applied(t, w, p); n != had {
			t.Errorf("%d changes came through that failed", n-had)
		}
	})
}

// TestTheOtherEnginesRaceIsNoRace: an error is judged by the engine it came from.
func TestTheOtherEnginesRaceIsNoRace(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for _, err := range []error{busy(1), busy(19), &mysqldriver.MySQLError{Number: 1062}, &mysqldriver.MySQLError{Number: 1406}} {
			calls := 0
			got := w.Store.InTx(t.Context(), func(*store.Tx) error {
				calls++
				return err
			})
			if calls != 1 || !errors.Is(got, err) {
				t.Errorf("%v: %d calls, answered %v", err, calls, got)
			}
		}
	})
}

// TestAPanicRollsBack and leaves the connection usable: SQLite has but one.
func TestAPanicRollsBack(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			_ = w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				must(t, incrementVersion(p)(tx))
				panic("a closure gone wrong")
			})
		}()
		if n := applied(t, w, p); n != 0 {
			t.Errorf("applied %d times", n)
		}
		must(t, w.Store.InTx(t.Context(), incrementVersion(p)))
		if n := applied(t, w, p); n != 1 {
			t.Errorf("applied %d times", n)
		}
	})
}

// TestALockIsWaitedOut: two processes write to one database; the second waits for the
// first, or until its context ends.
func TestALockIsWaitedOut(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		other := openStore(t, w.DBURL, w.Clock, nil)
		for range 10 {
			done, started := make(chan error, 1), make(chan struct{})
			must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
				if err := incrementVersion(p)(tx); err != nil {
					return err
				}
				go func() {
					close(started)
					done <- other.InTx(context.Background(), incrementVersion(p))
				}()
				<-started
				for range 5 {
					if _, err := tx.FindUser(p.ID); err != nil {
						return err
					}
				}
				return nil
			}))
			must(t, <-done)
		}
		if n := applied(t, w, p); n != 20 {
			t.Errorf("applied %d times, want 20", n)
		}
		must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			if err := incrementVersion(p)(tx); err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
			defer cancel()
			err := other.InTx(ctx, incrementVersion(p))
			if !errors.Is(err, fault.ErrUnavailable) && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("under a lock: %v", err)
			}
			return nil
		}))
		must(t, other.InTx(t.Context(), incrementVersion(p)))
		if n := applied(t, w, p); n != 22 {
			t.Errorf("applied %d times, want 22", n)
		}
	})
}

// TestNothingIsVisibleBeforeItIsComplete: a reader beside a transaction sees the old state.
func TestNothingIsVisibleBeforeItIsComplete(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			if _, err := tx.ReplaceCredential(1, &models.Credential{UserID: p.ID}); err != nil {
				return err
			}
			c, err := w.Store.Read(t.Context()).FindCredential(p.ID)
			if err == nil && (c.Version != 1 || !c.Present()) {
				t.Error("a change was seen before it was committed")
			}
			return err
		}))
		if v := versionOf(t, w, p); v != 2 {
			t.Errorf("version %d", v)
		}
	})
}
