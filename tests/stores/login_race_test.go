package stores_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// A login that was verified before a change, and is written while the change runs,
// leaves no session behind: either the change sees it and ends it, or it is refused.
func TestNoSessionSlipsPastAChange(t *testing.T) {
	t.Parallel()
	changes := map[string]func(context.Context, *harness.World, *harness.Person) error{
		"a new password": func(ctx context.Context, w *harness.World, p *harness.Person) error {
			pw, err := secret.NewPassword(harness.NewPassword)
			if err != nil {
				return err
			}
			_, err = w.Core.SetPassword(ctx, lifecycle.SetPassword{UserID: p.ID, Password: pw})
			return err
		},
		"a lock": func(ctx context.Context, w *harness.World, p *harness.Person) error {
			_, err := w.Core.LockUser(ctx, p.ID)
			return err
		},
	}
	for name, change := range seed.InOrder(changes) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				p := w.Person("ada")
				slip(t, w, p, change)
			})
		})
	}
}

// slip runs the change in the middle of the login's transaction: after what it checks,
// before its session is written.
func slip(t *testing.T, w *harness.World, p *harness.Person, change func(context.Context, *harness.World, *harness.Person) error) {
	t.Helper()
	ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
	done := make(chan error, 1)
	var once sync.Once
	w.BreakStore(func(statement string) bool {
		if statement == "insert sessions" {
			once.Do(func() {
				go func() { done <- change(ctx, w, p) }()
				awaitDoneOrBlocked(t, w, done)
			})
		}
		return false
	})
	pw, err := secret.NewPassword(p.Password)
	if err != nil {
		t.Fatal(err)
	}
	in, err := w.Core.LogIn(ctx, lifecycle.LogIn{Username: p.Username, Password: pw})
	if err != nil && !errors.Is(err, lifecycle.ErrLoginFailed) {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.BreakStore(nil)
	if in == nil {
		return
	}
	s, err := w.Store.Read(ctx).FindSession(in.Session.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s.Live(w.Clock.Now()) {
		t.Error("a session of the old password outlives the change")
	}
}

// awaitDoneOrBlocked returns once the change is over, or waits for the login: on SQLite
// at once, since there is one writer; on a server when a transaction waits for a lock.
func awaitDoneOrBlocked(t *testing.T, w *harness.World, done chan error) {
	t.Helper()
	if w.Store.Dialect() == "sqlite" {
		return
	}
	name := w.DBURL[strings.LastIndex(w.DBURL, "/")+1:]
	db, err := sql.Open("mysql", "root@tcp("+strings.TrimPrefix(w.DBURL[:strings.LastIndex(w.DBURL, "/")], "mysql://root@")+")/"+name)
	if err != nil {
		t.Error(err)
		return
	}
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
		if err := db.QueryRow(query, name).Scan(&waiting); err != nil {
			t.Error(err)
			return
		}
		if waiting > 0 {
			return
		}
	}
	t.Error("the change neither ended nor waited")
}
