package store

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestTheURLBecomesADSN(t *testing.T) {
	t.Parallel()
	for raw, want := range seed.InOrder(map[string]string{
		"mysql://ada:s%2Fcr%40t@db.test/rekey":                           "ada:s/cr@t@tcp(db.test:3306)/rekey?",
		"mysql://ada:pw@db.test:3307/rekey?tls=true":                     "ada:pw@tcp(db.test:3307)/rekey?",
		"mysql://ada@[::1]/rekey":                                        "ada@tcp([::1]:3306)/rekey?",
		"mysql://ada@db.test/rekey?socket=/run/mysqld/mysqld.sock":       "ada@unix(/run/mysqld/mysqld.sock)/rekey?",
		"mysql://ada:pw@db.test/rekey?wsrep_sync_wait=1&tls=skip-verify": "ada:pw@tcp(db.test:3306)/rekey?",
	}) {
		d, err := dialectFor(raw, 7*time.Second, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Errorf("%s: %v", raw, err)
			continue
		}
		dsn := d.(mysqlDialect).configs[0].FormatDSN()
		if !strings.HasPrefix(dsn, want) {
			t.Errorf("%s: %s", raw, dsn)
		}
		for _, setting := range []string{
			"parseTime=true", "clientFoundRows=true", "collation=utf8mb4_bin", "timeout=5s", "readTimeout=7s", "writeTimeout=7s", "rejectReadOnly=true", "STRICT_ALL_TABLES",
		} {
			if !strings.Contains(dsn, setting) {
				t.Errorf("%s lacks %s", raw, setting)
			}
		}
		c, err := mysqldriver.ParseDSN(dsn) // what the driver reads is what was meant
		if err != nil || c.Passwd != d.(mysqlDialect).configs[0].Passwd || c.Loc.String() != "UTC" {
			t.Errorf("%s is read back as %+v, %v", raw, c, err)
		}
	}
}

// TestABadURLIsRefusedWithoutItsPassword, since errors end in logs.
func TestABadURLIsRefusedWithoutItsPassword(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{
		"mysql://ada:canary@db.test:99999999/rekey%zz", "mysql://ada:can%ary@db.test/rekey", "mysql://ada:canary@/rekey",
		"mysql://ada:canary@db.test", "mysql://ada:canary@db.test/", "mysql://ada:canary@db.test/rekey?timeout=1s",
		"mysql://ada:canary@db.test/rekey?connections=1", "mysql://ada:canary@db.test/rekey?connections=many",
		"mysql://ada:canary@db.test/rekey?allowAllFiles=true", "mysql://ada:canary@db test/rekey",
		"postgres://ada:canary@db.test/rekey", "ada:canary@tcp(db.test)/rekey", "sqlite:", "",
		"mysql://ada:canary@127.0.0.1:1/rekey", "mysql://ada:canary@127.0.0.1:1/rekey?tls=canary-config",
	} {
		_, err := Open(t.Context(), Options{URL: raw, Clock: clock.System{}, Log: slog.New(slog.DiscardHandler)})
		if err == nil || strings.Contains(err.Error(), "canary@") || strings.Contains(err.Error(), ":canary") {
			t.Errorf("%s: %v", raw, err)
		}
	}
}

// TestOurConnectionsAreStrict whatever the server's own mode is.
func TestOurConnectionsAreStrict(t *testing.T) {
	t.Parallel()
	base := os.Getenv("REKEY_TEST_MYSQL_DSN")
	if base == "" {
		return // there is no server to ask
	}
	s, err := Open(t.Context(), Options{URL: base + "information_schema", Clock: clock.System{}, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	var is struct{ Mode, Zone, Collation string }
	err = s.write.Raw("SELECT @@SESSION.sql_mode AS mode, @@SESSION.time_zone AS zone, @@SESSION.collation_connection AS collation").Scan(&is).Error
	if err != nil || !strings.Contains(is.Mode, "STRICT_ALL_TABLES") || !strings.Contains(is.Mode, "NO_ZERO_DATE") || is.Collation != "utf8mb4_bin" {
		t.Errorf("%+v, %v", is, err)
	}
}

func TestCloseEndsBothPools(t *testing.T) {
	t.Parallel()
	s, err := Open(t.Context(), Options{
		URL: "sqlite:" + filepath.Join(t.TempDir(), "rekey.db"), Clock: clock.System{}, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	if s.read == s.write {
		t.Fatal("SQLite has no pool of its own for reads")
	}
	for range 2 { // the second time there is nothing to do
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if s.Ping(t.Context()) == nil {
		t.Error("a closed store answers")
	}
	for _, unfinished := range []*Store{{}, {write: s.write}, {write: s.write, read: s.write}} {
		if err := unfinished.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := Open(t.Context(), Options{URL: "sqlite:" + t.TempDir()}); err == nil {
		t.Error("opened without a clock and a log")
	}
	_, err = Open(t.Context(), Options{
		URL: "sqlite:" + t.TempDir(), Clock: clock.System{}, Log: slog.New(slog.DiscardHandler),
	})
	if err == nil || errors.Is(err, ErrNotFound) {
		t.Errorf("a folder was opened as a database: %v", err)
	}
}
