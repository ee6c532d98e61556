package harness

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "github.com/go-sql-driver/mysql" // the driver that makes databases for tests

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// StoreKind is an engine to test on.
type StoreKind struct {
	Name  string
	Fresh func(testing.TB) string // the URL of a database with the schema and no row
	Empty func(testing.TB) string // the URL of a database without a table
}

// SQLite is the embedded engine.
func SQLite() StoreKind {
	return StoreKind{Name: "sqlite", Fresh: freshSQLite, Empty: func(t testing.TB) string {
		return "sqlite:" + filepath.Join(Memory(t), "rekey.db")
	}}
}

// MariaDB is the server that a URL names.
func MariaDB(dsn string) StoreKind {
	return StoreKind{
		Name:  "mariadb",
		Fresh: func(t testing.TB) string { return lease(t, dsn) },
		Empty: func(t testing.TB) string {
			s := serverOf(t, dsn)
			d := s.create(t)
			t.Cleanup(func() { s.drop(t, d) })
			return d.url
		},
	}
}

// Stores lists the engines: SQLite always, and the server that REKEY_TEST_MYSQL_DSN
// names; under the race detector, which looks at our code and not at the engines, one of
// them. REKEY_TEST_STORES=all makes its absence an
// error, so that no run on one engine can pass for a run on both.
func Stores(t testing.TB) []StoreKind {
	t.Helper()
	kinds := []StoreKind{SQLite()}
	if dsn := os.Getenv("REKEY_TEST_MYSQL_DSN"); dsn != "" {
		kinds = append(kinds, MariaDB(dsn))
		if seed.RaceDetector {
			seed.Count("worlds", 1, len(kinds))
			return kinds[seed.For(t, "store").IntN(len(kinds)):][:1]
		}
		return kinds
	}
	if os.Getenv("REKEY_TEST_STORES") == "all" {
		t.Fatal("REKEY_TEST_STORES=all, but REKEY_TEST_MYSQL_DSN is not set; run: make test")
	}
	return kinds
}

// DrawnStore is the store that the seed draws, for a test whose subject lies above the stores; a run of all cases has
// both.
func DrawnStore(t testing.TB) []StoreKind {
	t.Helper()
	kinds := Stores(t)
	if seed.Cases() == seed.All || len(kinds) == 1 {
		return kinds
	}
	seed.Count("worlds", 1, len(kinds))
	return kinds[seed.For(t, "store").IntN(len(kinds)):][:1]
}

// signingKey is made once for all worlds: it takes longer than everything else.
var signingKey = sync.OnceValues(func() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) })

func (w *World) plantSigningKey() {
	w.T.Helper()
	private, err := signingKey()
	if err != nil {
		w.T.Fatal(err)
	}
	row := &models.SigningKey{ID: secret.NewID(), CreatedAt: w.Clock.Now(), Sequence: 1, SignsFrom: w.Clock.Now()}
	row.Public, err = x509.MarshalPKIXPublicKey(&private.PublicKey)
	if err == nil {
		row.Sealed, err = w.Keyring.Seal(x509.MarshalPKCS1PrivateKey(private), row.SealedFor())
	}
	if err == nil {
		err = w.Store.Write(testingContext()).InsertSigningKey(row)
	}
	if err != nil {
		w.T.Fatal(err)
	}
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
