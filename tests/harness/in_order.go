package harness

import (
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// InOrder forces the order of two acts: the second one begins when the first is about to
// make one of the statements, and the first goes on when the second is over or waits for a
// lock. The first acts through this world, and the second one through whichever it likes.
// If the first ends without such a statement, the second comes after it.
func (w *World) InOrder(first, second func() error, at ...string) (firstErr, secondErr error) {
	w.T.Helper()
	done := make(chan error, 1)
	var begun atomic.Bool
	w.BreakStore(func(statement string) bool {
		if slices.Contains(at, statement) && begun.CompareAndSwap(false, true) {
			go func() { done <- second() }()
			w.awaitDoneOrBlocked(done)
		}
		return false
	})
	firstErr = first()
	w.BreakStore(nil)
	if !begun.Load() {
		return firstErr, second()
	}
	return firstErr, <-done
}

// awaitDoneOrBlocked returns once the act is over, or waits for the other: on SQLite at
// once, since there is one writer; on a server when a transaction waits for a lock.
func (w *World) awaitDoneOrBlocked(done chan error) {
	if w.Store.Dialect() == "sqlite" {
		return
	}
	db := Beside(w.T, w.DBURL)
	defer func() { _ = db.Close() }()
	tick := time.NewTicker(150 * time.Millisecond) // the server renews what it tells of locks only when left alone for 100 ms
	defer tick.Stop()
	for range 100 {
		select {
		case err := <-done:
			done <- err
			return
		case <-tick.C:
		}
		var waiting int
		query := `SELECT COUNT(*) FROM information_schema.innodb_trx t JOIN information_schema.processlist p
			ON p.id = t.trx_mysql_thread_id WHERE t.trx_state = 'LOCK WAIT' AND p.db = ?`
		if err := db.QueryRowContext(testingContext(), query, w.DBURL[strings.LastIndex(w.DBURL, "/")+1:]).Scan(&waiting); err != nil {
			w.T.Error(err)
			return
		}
		if waiting > 0 {
			return
		}
	}
	w.T.Error("the second act neither ended nor waited")
}
