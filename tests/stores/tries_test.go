package stores_test

import (
	"context"
	"errors"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const wrongPassword = "not the password of anybody"

// tryOn is a login at one of several servers.
func tryOn(ctx context.Context, t testing.TB, core *surface.Core, p *harness.Person, text string) error {
	t.Helper()
	_, err := loggedIn(core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: password(t, text)}))
	return err
}

// TestRightLoginsSideBySideAllSucceed: a service account that twenty workers of two
// servers log in with is refused to none of them, and to nobody who waits with them.
func TestRightLoginsSideBySideAllSucceed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, cores := w.Person("service"), []*surface.Core{w.Core, w.Twin().Core}
		for round := range 4 {
			for i, err := range together(20, func(i int) error {
				return tryOn(context.Background(), t, cores[i%2], p, p.Password)
			}) {
				if err != nil {
					t.Fatalf("round %d, login %d of 20: %v (%v)", round, i, err, errors.Unwrap(err))
				}
			}
		}
	})
}

// TestWrongLoginsSideBySideAreNoMoreThanTheFree: of forty guesses at once at two servers
// five are looked at, so that the wait is the first one.
func TestWrongLoginsSideBySideAreNoMoreThanTheFree(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, cores := w.Person("ada"), []*surface.Core{w.Core, w.Twin().Core}
		for i, err := range together(40, func(i int) error {
			return tryOn(context.Background(), t, cores[i%2], p, wrongPassword)
		}) {
			if !errors.Is(err, core.ErrLoginFailed) {
				t.Fatalf("guess %d: %v (%v)", i, err, errors.Unwrap(err))
			}
		}
		w.Clock.Advance(30 * time.Second)
		if err := tryOn(t.Context(), t, w.Core, p, p.Password); err != nil {
			t.Errorf("the right one after the first wait: %v", err)
		}
	})
}

// TestACallerWhoHangsUpUsesNothingUp: a hundred and five logins whose callers left while they
// waited for a hash do not keep its owner out.
func TestACallerWhoHangsUpUsesNothingUp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		free := occupied(t, w)
		for range 105 {
			ctx, leave := context.WithCancel(context.Background())
			done := make(chan error, 1)
			go func() { done <- tryOn(ctx, t, w.Core, p, wrongPassword) }()
			for waiting := 0; waiting == 0 && len(done) == 0; _, waiting = w.Hasher.Stats() {
				runtime.Gosched()
			}
			leave()
			if err := <-done; !errors.Is(err, context.Canceled) {
				t.Errorf("who left while he waited for a hash is answered %v", err)
				break
			}
		}
		free()
		if err := tryOn(t.Context(), t, w.Core, p, p.Password); err != nil {
			t.Errorf("the owner: %v", err)
		}
	}, harness.WithConfig(func(c *config.Config) { c.HashLimit = 1 }))
}

// occupied takes the one place of a world's hash limiter until free is called.
func occupied(t *testing.T, w *harness.World) (free func()) {
	t.Helper()
	expensive, err := passhash.New(passhash.Deps{Keyring: w.Keyring, Params: passhash.Default(), Limit: 1})
	must(t, err)
	hash, err := expensive.Hash(t.Context(), passhash.Share{}, password(t, wrongPassword))
	must(t, err)
	hold := &held{Context: context.Background(), reached: make(chan struct{}), leave: make(chan struct{})}
	var group sync.WaitGroup
	group.Go(func() {
		_, _ = w.Hasher.VerifyAny(hold, passhash.Share{}, []models.PasswordHash{hash, hash}, password(t, wrongPassword))
	})
	<-hold.reached
	return func() { close(hold.leave); group.Wait() }
}

// held is a context that stops its caller between two hashes, where it has the place.
type held struct {
	context.Context
	asked          atomic.Int32
	reached, leave chan struct{}
}

// Err is asked before the first hash, and before the second.
func (h *held) Err() error {
	if h.asked.Add(1) == 2 {
		close(h.reached)
		<-h.leave
	}
	return nil
}

// abandoned is the context of a request whose caller hangs up when the password was hashed.
type abandoned struct {
	context.Context
	leave  func()
	hasher *passhash.Hasher
	before uint64
}

func hangsUpAtHash(w *harness.World) *abandoned {
	ctx, leave := context.WithCancel(context.Background())
	return &abandoned{ctx, leave, w.Hasher, w.Hasher.Count()}
}

func (l *abandoned) look() {
	if l.hasher.Count() > l.before {
		l.leave()
	}
}

// Done is closed when the caller is gone.
func (l *abandoned) Done() <-chan struct{} { l.look(); return l.Context.Done() }

// Err tells whether the caller is gone.
func (l *abandoned) Err() error { l.look(); return l.Context.Err() }

// TestAWrongPasswordCountsIfTheCallerHangsUp: once it was checked, a caller who hangs up
// gets no free guess.
func TestAWrongPasswordCountsIfTheCallerHangsUp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for range 5 {
			if err := tryOn(hangsUpAtHash(w), t, w.Core, p, wrongPassword); err == nil {
				t.Fatal("a wrong password is in")
			}
		}
		if err := tryOn(t.Context(), t, w.Core, p, p.Password); !errors.Is(err, core.ErrLoginFailed) {
			t.Errorf("after five wrong ones the right one does not wait: %v", err)
		}
		w.Clock.Advance(30 * time.Second)
		_ = tryOn(hangsUpAtHash(w), t, w.Core, p, p.Password) // ends the row of failures all the same
		for range 4 {
			_ = tryOn(t.Context(), t, w.Core, p, wrongPassword)
		}
		if err := tryOn(t.Context(), t, w.Core, p, p.Password); err != nil {
			t.Errorf("a right one whose caller left did not end the row of failures: %v", err)
		}
		events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 100)
		must(t, err)
		refused := 0
		for _, e := range events {
			if e.Action == "login" && e.Outcome == "refused" {
				refused++
			}
		}
		if refused != 10 {
			t.Errorf("the trail knows of %d refused logins, want 10", refused)
		}
	})
}

// TestAHundredWrongLoginsInARow: they are not counted within a window.
func TestAHundredWrongLoginsInARow(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for n := range 100 {
			w.Clock.Advance(90 * time.Minute)
			if err := tryOn(t.Context(), t, w.Core, p, wrongPassword); !errors.Is(err, core.ErrLoginFailed) {
				t.Fatalf("guess %d: %v", n+1, err)
			}
		}
		w.Clock.Advance(100 * day)
		for range 2 { // once it is told, no more
			w.Deliver()
		}
		if err := tryOn(t.Context(), t, w.Core, p, p.Password); !errors.Is(err, core.ErrLoginFailed) {
			t.Errorf("the right one after a hundred wrong ones: %v", err)
		}
		if n := shutEvents(t, w, p); n != 1 {
			t.Errorf("%d events say that the password was shut", n)
		}
		mails := w.Mails()
		if len(mails) != 1 || mails[0].To != p.Email || !strings.Contains(mails[0].Text, "is not accepted any more") {
			t.Errorf("the owner was told by %d mails: %v", len(mails), mails)
		}
		if n, err := w.Store.Read(t.Context()).CountLockouts(); n != 1 || err != nil {
			t.Errorf("the metric counts %d, %v", n, err)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Sessions.BackoffMaxSecs = 3600 }))
}

// limit is the number of a row of docs/limits.md, and its unit.
func limit(t testing.TB, what string) (n int, unit string) {
	t.Helper()
	page, err := os.ReadFile("../../docs/limits.md")
	must(t, err)
	row := regexp.MustCompile(`(?m)^\| ` + regexp.QuoteMeta(what) + ` \| ([0-9]+)[,]? ?([a-z]*)`).FindSubmatch(page)
	if row == nil {
		t.Fatalf("docs/limits.md has no row %q", what)
	}
	n, err = strconv.Atoi(string(row[1]))
	must(t, err)
	return n, string(row[2])
}

// TestTheLimitsOfTriesAreMeasured: the page says what callers get who guess at
// two servers at once, as often and as soon as they can.
func TestTheLimitsOfTriesAreMeasured(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, cores, db := w.Person("ada"), []*surface.Core{w.Core, w.Twin().Core}, harness.Beside(t, w.DBURL)
		storm := func() (wrong int) {
			for i, err := range together(12, func(i int) error {
				return tryOn(context.Background(), t, cores[i%2], p, wrongPassword)
			}) {
				if !errors.Is(err, core.ErrLoginFailed) {
					t.Fatalf("guess %d: %v (%v)", i, err, errors.Unwrap(err))
				}
			}
			must(t, db.QueryRowContext(t.Context(), "SELECT wrong FROM tries WHERE user_id = ?", p.ID).Scan(&wrong))
			return wrong
		}
		free, _ := limit(t, "wrong and open logins before waiting begins")
		if wrong := storm(); wrong != free {
			t.Errorf("%d guesses were looked at before waiting began, the page says %d", wrong, free)
		}
		first, _ := limit(t, "the first wait")
		w.Clock.Advance(time.Duration(first)*time.Second - time.Microsecond)
		if wrong := storm(); wrong != free {
			t.Errorf("the first wait is less than %d seconds: %d guesses were looked at", first, wrong)
		}
		w.Clock.Advance(time.Microsecond)
		most, _ := limit(t, "wrong logins in a row")
		for range most { // each time after the longest wait
			if storm() >= most {
				break
			}
			w.Clock.Advance(time.Hour)
		}
		w.Clock.Advance(1000 * day)
		if wrong := storm(); wrong != most {
			t.Errorf("%d guesses in a row were looked at, the page says %d", wrong, most)
		}
	})
}

// TestACrashEndsWithItsLease: a login of a server that died counts as open for a minute.
func TestACrashEndsWithItsLease(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		for range 4 {
			must(t, ignore(tryOn(t.Context(), t, w.Core, p, wrongPassword)))
		}
		w.BreakStore(func(statement string) bool { return statement == "update tries" && w.Hasher.Count() > 5 })
		if err := tryOn(t.Context(), t, w.Core, p, wrongPassword); !errors.Is(err, harness.ErrBroken) {
			t.Fatalf("the fifth does not crash: %v", err)
		}
		w.BreakStore(nil)
		lease, unit := limit(t, "a login that a crash left open counts for")
		if unit != "minute" {
			t.Fatalf("the lease is told in %q", unit)
		}
		w.Clock.Advance(time.Duration(lease)*time.Minute - time.Microsecond)
		impatient, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		if err := tryOn(impatient, t, w.Core, p, p.Password); !errors.Is(err, fault.ErrUnavailable) {
			t.Errorf("while it may still be open, another one is looked at: %v", err)
		}
		w.Clock.Advance(time.Microsecond)
		must(t, tryOn(t.Context(), t, w.Core, p, p.Password))
	})
}

// ignore leaves the answers out that a wrong password gets.
func ignore(err error) error {
	if errors.Is(err, core.ErrLoginFailed) {
		return nil
	}
	return err
}
