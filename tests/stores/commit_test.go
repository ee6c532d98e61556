package stores_test

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// servers are the engines that are reached over a line that can break.
func servers(t *testing.T) (found []harness.StoreKind) {
	t.Helper()
	for _, k := range harness.Stores(t) {
		if k.Name != "sqlite" {
			found = append(found, k)
		}
	}
	return found
}

// bump is one transaction: the user's version moves on, with a line in the trail.
func incrementVersion(p *harness.Person) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		if _, err := tx.IncrementUserVersion(p.ID); err != nil {
			return err
		}
		return tx.AppendEvent(&models.Event{UserID: p.ID, Action: "test", Outcome: "done"})
	}
}

// applied counts how often bump took effect, and checks that it did so as a whole.
func applied(t testing.TB, w *harness.World, p *harness.Person) int {
	t.Helper()
	u, err := w.Store.Write(t.Context()).FindUser(p.ID)
	must(t, err)
	events, err := w.Store.Write(t.Context()).EventsOf(p.ID, 1000)
	must(t, err)
	if n := len(events) - 1; n != int(u.Version)-1 { // the first is of the creation
		t.Fatalf("version moved by %d, but there are %d events", u.Version-1, n)
	}
	intact(t, w)
	return int(u.Version) - 1
}

// TestALostCommit cuts the line at COMMIT: before the server has it, while it is on
// its way, and when the server has committed but its answer is lost. The caller is
// told what is true, and nothing is done twice.
func TestALostCommit(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		u, err := url.Parse(w.DBURL)
		must(t, err)
		line := newProxy(t, u.Host)
		s := openStore(t, line.through(t, w.DBURL), w.Clock, nil)
		p := w.Person("ada")
		for round := range 30 {
			for _, when := range []cut{never, before, at, answered} {
				name := fmt.Sprintf("round %d, cut %d", round, when)
				calls, had := 0, applied(t, w, p)
				line.next.Store(int32(when))
				err := s.InTx(t.Context(), func(tx *store.Tx) error {
					calls++
					return incrementVersion(p)(tx)
				})
				took := applied(t, w, p) - had
				if line.next.Load() != int32(never) || calls != 1 {
					t.Fatalf("%s: the line was not cut, or the closure ran %d times", name, calls)
				}
				if err != nil && !errors.Is(err, fault.ErrUnavailable) {
					t.Fatalf("%s: %v", name, err)
				}
				want := map[cut]int{never: 1, before: 0, answered: 1, at: took}[when]
				if took != want || (err == nil) != (took == 1) {
					t.Fatalf("%s: applied %d times, answered %v", name, took, err)
				}
			}
		}
	}
}

// TestASilentCommit: a server that does not answer is not waited for longer than said, and
// what became of the transaction is found out on another line.
func TestASilentCommit(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		p := w.Person("ada")
		u, err := url.Parse(w.DBURL)
		must(t, err)
		line := newProxy(t, u.Host)
		keyring, err := harness.NewKeyring()
		must(t, err)
		s, err := store.Open(t.Context(), store.Options{
			URL: line.through(t, w.DBURL), Clock: w.Clock, DatabaseClock: w.Clock, Log: slog.New(slog.DiscardHandler), Keyring: keyring, Within: time.Second,
		})
		must(t, err)
		t.Cleanup(func() { _ = s.Close() })
		line.next.Store(int32(silent))
		if err := s.InTx(t.Context(), incrementVersion(p)); err != nil || applied(t, w, p) != 1 {
			t.Errorf("%v, %d times", err, applied(t, w, p))
		}
	}
}

// TestALostCommitOfWhatIsNotThere: a transaction without an event cannot be read back
// and is never reported as done.
func TestALostCommitOfWhatIsNotThere(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		u, err := url.Parse(w.DBURL)
		must(t, err)
		line := newProxy(t, u.Host)
		s := openStore(t, line.through(t, w.DBURL), w.Clock, nil)
		line.next.Store(int32(before))
		err = s.InTx(t.Context(), func(tx *store.Tx) error {
			return tx.InsertApplication(&models.Application{ID: secret.NewShortID(), Name: "x"})
		})
		if !errors.Is(err, fault.ErrUnavailable) {
			t.Error(err)
		}
	}
}
