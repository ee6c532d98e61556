package harness

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	_ "github.com/go-sql-driver/mysql" // the driver that makes databases for tests

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// StoreKind is an engine to test on.
type StoreKind struct {
	Name  string
	Fresh func(testing.TB) string // the URL of an empty database
}

// SQLite is the embedded engine.
func SQLite() StoreKind { return StoreKind{Name: "sqlite", Fresh: freshSQLite} }

// Stores lists the engines: SQLite always, and the server that REKEY_TEST_MYSQL_DSN
// names; under the race detector one of them. REKEY_TEST_STORES=all makes its absence an
// error, so that no run on one engine can pass for a run on both.
func Stores(t testing.TB) []StoreKind {
	t.Helper()
	kinds := []StoreKind{SQLite()}
	if dsn := os.Getenv("REKEY_TEST_MYSQL_DSN"); dsn != "" {
		kinds = append(kinds, StoreKind{Name: "mariadb", Fresh: func(t testing.TB) string { return freshMySQL(t, dsn) }})
		if Sparing {
			return kinds[drawn(len(kinds)):][:1]
		}
		return kinds
	}
	if os.Getenv("REKEY_TEST_STORES") == "all" {
		t.Fatal("REKEY_TEST_STORES=all, but REKEY_TEST_MYSQL_DSN is not set; run: make test")
	}
	return kinds
}

// Share: under the race detector one of so many worlds of a package is played, drawn anew
// each time. Many stories of one caller after the other find no race that a third does not.
var Share = 1

// Some are those of a list that are played in this run: all, and under the race detector
// a random part, drawn anew each time, that is still enough to prove something.
func Some[T any](list []T) []T {
	if !Sparing {
		return list
	}
	part := slices.Clone(list)
	for i := range part {
		k := i + drawn(len(part)-i)
		part[i], part[k] = part[k], part[i]
	}
	return part[:min(len(part), max(12, len(part)/16))]
}

// drawn is a number below n, about as often each.
func drawn(n int) int {
	var b [2]byte
	_, _ = rand.Read(b[:])
	return int(binary.BigEndian.Uint16(b[:])) % n
}

// template is a migrated SQLite file, made once and copied for each world.
var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "rekey-template")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "t.db")
	ctx := testingContext()
	s, err := store.Open(ctx, store.Options{
		URL: "sqlite:" + path, Clock: clock.System{}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		return nil, err
	}
	if _, err := s.Migrate(ctx); err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil { // the last connection folds the log into the file
		return nil, err
	}
	return os.ReadFile(path)
})

// signingKey is made once for all worlds: it takes longer than everything else.
var signingKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

func (w *World) plantSigningKey() {
	w.T.Helper()
	private, err := signingKey()
	if err != nil {
		w.T.Fatal(err)
	}
	row := &models.SigningKey{ID: secret.NewID(), CreatedAt: w.Clock.Now()}
	row.Public, err = x509.MarshalPKIXPublicKey(&private.PublicKey)
	if err == nil {
		row.Sealed, err = w.Keyring.Seal(x509.MarshalPKCS1PrivateKey(private), "signing-key:"+row.ID)
	}
	if err == nil {
		err = w.Store.Write(testingContext()).InsertSigningKey(row)
	}
	if err != nil {
		w.T.Fatal(err)
	}
}

func freshSQLite(t testing.TB) string {
	t.Helper()
	body, err := template()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "rekey.db")
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// freshMySQL makes a database on the server that the URL mysql://user:pass@host:port/
// names, and drops it after the test.
func freshMySQL(t testing.TB, base string) string {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "mysql" {
		t.Fatal("REKEY_TEST_MYSQL_DSN must be mysql://user:pass@host:port/")
	}
	password, _ := u.User.Password()
	admin, err := sql.Open("mysql", fmt.Sprintf("%s:%s@tcp(%s)/", u.User.Username(), password, u.Host))
	if err != nil {
		t.Fatal(err)
	}
	name := "rekey_" + strings.ReplaceAll(secret.NewID(), "-", "")
	if _, err := admin.ExecContext(t.Context(), "CREATE DATABASE "+name+" CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_, _ = admin.ExecContext(testingContext(), "DROP DATABASE "+name)
		_ = admin.Close()
	})
	u.Path = "/" + name
	return u.String()
}

// Spoil changes the database beside the service, as somebody who has it in his hands.
func (w *World) Spoil(statement string, args ...any) {
	w.T.Helper()
	Spoil(w.T, w.DBURL, statement, args...)
}

// Spoil changes a database beside the service that runs on it.
func Spoil(t testing.TB, dbURL, statement string, args ...any) {
	t.Helper()
	db := Beside(t, dbURL)
	if _, err := db.ExecContext(testingContext(), statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	_ = db.Close() // the service may end before the test does
}

// Beside connects to a database beside the service that runs on it, until the test ends.
func Beside(t testing.TB, dbURL string) *sql.DB {
	t.Helper()
	driver, dsn := "sqlite", strings.TrimPrefix(dbURL, "sqlite:")+"?_pragma=busy_timeout(5000)"
	if strings.HasPrefix(dbURL, "mysql:") {
		u, err := url.Parse(dbURL)
		if err != nil {
			t.Fatal(err)
		}
		password, _ := u.User.Password()
		driver, dsn = "mysql", fmt.Sprintf("%s:%s@tcp(%s)%s", u.User.Username(), password, u.Host, u.Path)
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}
