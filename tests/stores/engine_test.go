// Package stores_test is the one conformance suite that both engines must pass: what
// the core relies on must hold on SQLite and on MariaDB alike.
package stores_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/glebarez/sqlite"
	"gorm.io/driver/mysql"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }

// onEach runs a test once for each engine.
func onEach(t *testing.T, test func(t *testing.T, k harness.StoreKind)) {
	t.Helper()
	for _, k := range harness.Stores(t) {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			test(t, k)
		})
	}
}

// openStore opens a store of its own on a URL; intercept may be nil.
func openStore(t testing.TB, dbURL string, c clock.Clock, intercept func(context.Context, string) error) *store.Store {
	t.Helper()
	keyring, err := harness.NewKeyring()
	must(t, err)
	s, err := store.Open(t.Context(), store.Options{
		URL: dbURL, Clock: c, DatabaseClock: c, Log: slog.New(slog.DiscardHandler), Keyring: keyring, Intercept: intercept,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// openRaw opens the database behind a URL beside the store, to look at it or to spoil it.
func openRaw(t testing.TB, dbURL string) *gorm.DB {
	t.Helper()
	var d gorm.Dialector
	if path, ok := strings.CutPrefix(dbURL, "sqlite:"); ok {
		d = sqlite.Open("file:" + path + "?_pragma=busy_timeout(5000)")
	} else {
		u, err := url.Parse(dbURL)
		must(t, err)
		password, _ := u.User.Password()
		precision := 6
		d = mysql.New(mysql.Config{
			DSN: fmt.Sprintf("%s:%s@tcp(%s)%s?parseTime=true&loc=UTC&collation=utf8mb4_bin",
				u.User.Username(), password, u.Host, u.Path),
			DefaultDatetimePrecision: &precision, DefaultStringSize: 255,
		})
	}
	db, err := gorm.Open(d, &gorm.Config{Logger: logger.Discard})
	must(t, err)
	pool, err := db.DB()
	must(t, err)
	t.Cleanup(func() { _ = pool.Close() })
	return db
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// asOwner is a caller whose scope is everything.
func asOwner(ctx context.Context) context.Context {
	return caller.Into(ctx, caller.Caller{
		Kind: caller.APIKey, ID: secret.NewID(), Boundary: models.BoundaryPlatform, Permissions: []string{"*"},
	})
}

// asUser is a user who acts for himself.
func asUser(ctx context.Context, p *harness.Person) context.Context {
	return caller.Into(ctx, caller.Caller{
		Kind: caller.User, ID: p.ID, Boundary: models.BoundarySelf, ApplicationID: p.ApplicationID, TenantID: p.TenantID,
	})
}

func password(t testing.TB, text string) secret.Password {
	t.Helper()
	pw, err := secret.NewPassword(text)
	must(t, err)
	return pw
}

// onServer tells whether the world's database is a server with row locks.
func onServer(w *harness.World) bool { return w.Store.Dialect() == "mysql" }
