package harness

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/pressly/goose/v3"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
)

// Memory is a folder of the test's own, in memory where the machine has such a place: a
// commit of SQLite waits for the disk, and no test here pulls the plug.
func Memory(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp(memoryRoot(), "rekey-test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// migrate brings the schema of an empty database up to date.
func migrate(dbURL string) (err error) {
	ctx := testingContext()
	s, err := store.Open(ctx, store.Options{
		URL: dbURL, Clock: clock.System{}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		return err
	}
	_, err = s.Migrate(ctx)
	return errors.Join(err, s.Close()) // SQLite's last connection folds the log into the file
}

// template is a migrated SQLite file, made once and copied for each world.
var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp(memoryRoot(), "rekey-template")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "t.db")
	if err := migrate("sqlite:" + path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func freshSQLite(t testing.TB) string {
	t.Helper()
	body, err := template()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(Memory(t), "rekey.db")
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + path
}

// dbServer is where MariaDB databases of this process are made. Making the tables of one
// takes thirty times as long as emptying them, so a world returns its database, emptied,
// for the next.
type dbServer struct {
	url   *url.URL
	admin *sql.DB

	mu   sync.Mutex
	idle []database // guarded by mu
}

// database is one on the server.
type database struct{ name, url, schema string }

var servers = struct {
	sync.Mutex
	by map[string]*dbServer
}{by: map[string]*dbServer{}}

// serverOf gives the server that the URL mysql://user:pass@host:port/ names.
func serverOf(t testing.TB, base string) *dbServer {
	t.Helper()
	servers.Lock()
	defer servers.Unlock()
	if s := servers.by[base]; s != nil {
		return s
	}
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "mysql" {
		t.Fatal("REKEY_TEST_MYSQL_DSN must be mysql://user:pass@host:port/")
	}
	password, _ := u.User.Password()
	admin, err := sql.Open("mysql", fmt.Sprintf("%s:%s@tcp(%s)/?multiStatements=true", u.User.Username(), password, u.Host))
	if err != nil {
		t.Fatal(err)
	}
	s := &dbServer{url: u, admin: admin}
	servers.by[base] = s
	return s
}

// lease gives a database with the schema and no row until the test ends.
func lease(t testing.TB, base string) string {
	t.Helper()
	s := serverOf(t, base)
	d, found := s.take()
	if !found {
		d = s.create(t)
		err := migrate(d.url)
		if err == nil {
			d.schema, _, err = s.schemaOf(d)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := s.empty(d); err != nil {
			s.drop(t, d)
			return
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.idle = append(s.idle, d)
	})
	return d.url
}

func (s *dbServer) take() (d database, found bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.idle) == 0 {
		return d, false
	}
	d = s.idle[len(s.idle)-1]
	s.idle = s.idle[:len(s.idle)-1]
	return d, true
}

func (s *dbServer) create(t testing.TB) database {
	t.Helper()
	u := *s.url
	name := "rekey_" + strings.ReplaceAll(secret.NewID(), "-", "")
	if _, err := s.admin.ExecContext(t.Context(), "CREATE DATABASE "+name+" CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"); err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return database{name: name, url: u.String()}
}

func (s *dbServer) drop(t testing.TB, d database) {
	t.Helper()
	if _, err := s.admin.ExecContext(testingContext(), "DROP DATABASE "+d.name); err != nil {
		t.Errorf("a database of the test is left behind: %v", err)
	}
}

// empty takes every row out of a database, unless the test changed its schema, which the
// next one would not expect.
func (s *dbServer) empty(d database) error {
	schema, tables, err := s.schemaOf(d)
	if err != nil {
		return err
	}
	if schema != d.schema {
		return errors.New("the test changed the schema")
	}
	var b strings.Builder
	for _, table := range tables {
		if table != goose.DefaultTablename {
			b.WriteString("DELETE FROM " + d.name + "." + table + ";")
		}
	}
	_, err = s.admin.ExecContext(testingContext(), b.String())
	return err
}

// schemaOf lists the tables of a database, and gives a checksum of their columns and
// indexes, and the number of constraints, triggers and steps of migration.
func (s *dbServer) schemaOf(d database) (schema string, tables []string, err error) {
	rows, err := s.admin.QueryContext(testingContext(), `
		SELECT table_name, BIT_XOR(CRC32(CONCAT_WS(' ', column_name, column_type, is_nullable, column_default, ordinal_position))), COUNT(*)
		FROM information_schema.columns WHERE table_schema = ? GROUP BY table_name
		UNION ALL
		SELECT CONCAT(table_name, '.', index_name), BIT_XOR(CRC32(CONCAT_WS(' ', column_name, seq_in_index, non_unique))), COUNT(*)
		FROM information_schema.statistics WHERE table_schema = ? GROUP BY table_name, index_name
		UNION ALL SELECT '.constraints', 0, COUNT(*) FROM information_schema.table_constraints WHERE table_schema = ?
		UNION ALL SELECT '.triggers', 0, COUNT(*) FROM information_schema.triggers WHERE trigger_schema = ?
		UNION ALL SELECT '.versions', COALESCE(MAX(version_id), 0), COUNT(*) FROM `+d.name+"."+goose.DefaultTablename+`
		ORDER BY 1`, d.name, d.name, d.name, d.name)
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = rows.Close() }()
	var b strings.Builder
	for rows.Next() {
		var name string
		var checksum, count int64
		if err := rows.Scan(&name, &checksum, &count); err != nil {
			return "", nil, err
		}
		fmt.Fprintln(&b, name, checksum, count)
		if !strings.Contains(name, ".") {
			tables = append(tables, name)
		}
	}
	return b.String(), tables, rows.Err()
}

// dropIdle drops the databases that worlds returned; a private server is gone anyhow.
func dropIdle() error {
	servers.Lock()
	defer servers.Unlock()
	var errs []error
	for _, s := range servers.by {
		for d, found := s.take(); found; d, found = s.take() {
			_, err := s.admin.ExecContext(testingContext(), "DROP DATABASE "+d.name)
			errs = append(errs, err)
		}
		errs = append(errs, s.admin.Close())
	}
	servers.by = map[string]*dbServer{}
	return errors.Join(errs...)
}
