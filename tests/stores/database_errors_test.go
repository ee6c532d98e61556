package stores_test

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// serverErrors are those of MariaDB, MySQL and Galera that waiting cures.
var serverErrors = []int{
	1213, 1205, 1020, 1412, 1615, 3101,
	1040, 1203, 1226, 1044, 1045, 1049, 1042, 1043, 1129, 1158, 1159, 1160, 1161, 1037, 1038, 1041, 1135, 1206, 1637, 3, 1021, 1026, 1030, 1114,
	1053, 1077, 1079, 1080, 1317, 1927, 3169, 4031, 1243, 3168, 1969, 3024, 1180, 1181, 1568, 1290, 1792, 1836, 3100, 1047,
}

func exec(t testing.TB, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// errorLine is a service whose database can be made to answer with an error.
type errorLine struct {
	w *harness.World
	p *harness.Person
}

func (l errorLine) login() harness.Call {
	return harness.Call{Method: http.MethodPost, Path: "/v1/sessions", Body: map[string]any{"username": l.p.Username, "password": l.p.Password}}
}

// unavailable insists on the answer for what waiting cures.
func (l errorLine) unavailable(t *testing.T, why any) {
	t.Helper()
	a := l.w.Do(l.login())
	if a.Status != http.StatusServiceUnavailable || a.Header.Get("Retry-After") == "" {
		t.Errorf("%v: a login is answered %d, Retry-After %q: %s", why, a.Status, a.Header.Get("Retry-After"), a.Body)
	}
}

// ready asks for the readiness, after the last answer is over.
func (l errorLine) ready(t *testing.T, why any, want int) {
	t.Helper()
	l.w.Clock.Advance(time.Second)
	if a := l.w.Do(harness.Call{Method: http.MethodGet, Path: "/readyz"}); a.Status != want {
		t.Errorf("%v: /readyz answers %d, not %d", why, a.Status, want)
	}
}

func (l errorLine) well(t *testing.T, why any) {
	t.Helper()
	l.ready(t, why, http.StatusOK)
	if a := l.w.Do(l.login()); a.Status != http.StatusCreated {
		t.Errorf("%v is over: a login is answered %d: %s", why, a.Status, a.Body)
	}
}

// TestErrorsOfTheServerThatWaitingCures: each is answered 503 with Retry-After, the service
// is not ready meanwhile, and all is well when it is over. The server sends them itself,
// since a trigger tells it to.
func TestErrorsOfTheServerThatWaitingCures(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		l := errorLine{w, w.Person("ada")}
		db := harness.Beside(t, w.DBURL)
		for _, number := range seed.Draw(t, serverErrors) {
			for _, table := range []string{"tries", "readiness"} {
				for _, event := range []string{"INSERT", "UPDATE"} {
					exec(t, db, fmt.Sprintf("CREATE TRIGGER %[1]s_%[2]s BEFORE %[2]s ON %[1]s FOR EACH ROW SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = %[3]d", table, event, number))
				}
			}
			l.unavailable(t, number)
			l.ready(t, number, http.StatusServiceUnavailable)
			for _, name := range []string{"tries_INSERT", "tries_UPDATE", "readiness_INSERT", "readiness_UPDATE"} {
				exec(t, db, "DROP TRIGGER "+name)
			}
			w.Clock.Advance(10 * time.Second) // a refused row counts for so long
			l.well(t, number)
		}
	}
}

// TestATableWithoutRoom: what fits into the pages that a table has is still written on a full
// disk, so that the row of the readiness alone tells nothing. The server sends the error as
// it did from a disk that was full.
func TestATableWithoutRoom(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		l := errorLine{w, w.Person("ada")}
		db := harness.Beside(t, w.DBURL)
		exec(t, db, "CREATE TRIGGER no_room BEFORE INSERT ON sessions FOR EACH ROW SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114")
		l.ready(t, "nobody wrote yet", http.StatusOK)
		l.unavailable(t, "a full table")
		l.ready(t, "a full table", http.StatusServiceUnavailable)
		exec(t, db, "DROP TRIGGER no_room")
		w.Clock.Advance(10 * time.Second)
		l.well(t, "a full table")
	}
}

// TestADemotedPrimary turns read-only under connections that stay, and back again; then
// there are too many connections. A server that is not the tests' own is left as it is.
func TestADemotedPrimary(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		w := harness.New(t, k)
		p := w.Person("ada")
		root := harness.Beside(t, w.DBURL)
		where := ""
		must(t, root.QueryRowContext(t.Context(), "SELECT @@datadir").Scan(&where))
		if !strings.Contains(where, "/rekey-mariadb.") {
			t.Logf("its data are in %s", where)
			continue
		}
		u, err := url.Parse(w.DBURL)
		must(t, err)
		name := strings.Trim(u.Path, "/")
		user := "'" + name + "'@'%'" // root is not held up by a read-only server
		exec(t, root, "CREATE USER "+user+" IDENTIFIED BY 'pw'")
		t.Cleanup(func() { w.Spoil("SET GLOBAL read_only = 0"); w.Spoil("DROP USER " + user) })
		exec(t, root, "GRANT ALL ON "+name+".* TO "+user)
		u.User = url.UserPassword(name, "pw")
		s := openStore(t, u.String(), w.Clock, nil)
		must(t, s.InTx(t.Context(), incrementVersion(p)))

		exec(t, root, "SET GLOBAL read_only = 1")
		changed, ready := s.InTx(t.Context(), incrementVersion(p)), s.Ready(t.Context())
		if !errors.Is(changed, fault.ErrUnavailable) || ready == nil {
			t.Errorf("a read-only server: %v; ready: %v", changed, ready)
		}
		exec(t, root, "SET GLOBAL read_only = 0")
		if err := errors.Join(s.InTx(t.Context(), incrementVersion(p)), s.Ready(t.Context())); err != nil {
			t.Errorf("after that: %v", err)
		}
		must(t, s.Close())

		exec(t, root, "ALTER USER "+user+" WITH MAX_USER_CONNECTIONS 1")
		s = openStore(t, u.String(), w.Clock, nil)
		err = s.InTx(t.Context(), func(*store.Tx) error { return s.Ready(t.Context()) })
		if !errors.Is(err, fault.ErrUnavailable) {
			t.Errorf("with too many connections: %v", err)
		}
		must(t, s.Ready(t.Context()))
	}
}

// TestAnotherVersionsSchemaIsNotServed: an older one, or a newer one that took away what this version needs. A newer
// one that only added to the schema is served.
func TestAnotherVersionsSchemaIsNotServed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		l := errorLine{w, w.Person("ada")}
		l.well(t, "its own")
		w.Spoil("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
		l.well(t, "a newer one")
		w.Spoil("INSERT INTO schema_floor (id, version) VALUES (1, 9999)")
		l.ready(t, "a newer one without what it needs", http.StatusServiceUnavailable)
		w.Spoil("DELETE FROM schema_floor")
		w.Spoil("DELETE FROM goose_db_version WHERE version_id > 30")
		l.ready(t, "an older one", http.StatusServiceUnavailable)
	})
}

// TestReadinessIsLookedAtOnceASecond, since it writes, and anybody may ask.
func TestReadinessIsLookedAtOnceASecond(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		l := errorLine{w, w.Person("ada")}
		l.ready(t, "first", http.StatusOK)
		var looks atomic.Int32
		w.BreakStore(func(statement string) bool {
			if statement == "insert readiness" {
				looks.Add(1)
			}
			return true
		})
		for range 10 {
			if a := w.Do(harness.Call{Method: http.MethodGet, Path: "/readyz"}); a.Status != http.StatusOK {
				t.Errorf("%d", a.Status)
			}
		}
		if n := looks.Load(); n != 0 {
			t.Errorf("%d looks within a second", n)
		}
		l.ready(t, "after a second", http.StatusServiceUnavailable)
		w.BreakStore(nil)
		l.well(t, "broken")
	})
}

// TestATransactionThatDidNotEnd: a server that refuses ROLLBACK, COMMIT or BEGIN may have
// the transaction open still. Nobody else gets its connection.
func TestATransactionThatDidNotEnd(t *testing.T) {
	t.Parallel()
	for _, k := range servers(t) {
		for _, refused := range seed.Draw(t, []string{"ROLLBACK", "COMMIT", "START TRANSACTION"}) {
			t.Run(refused, func(t *testing.T) {
				t.Parallel()
				w := harness.New(t, k)
				p := w.Person("ada")
				u, err := url.Parse(w.DBURL)
				must(t, err)
				line := newProxy(t, u.Host)
				s := openStore(t, line.through(t, w.DBURL), w.Clock, nil)
				must(t, s.InTx(t.Context(), incrementVersion(p)))

				line.refuse.Store(&refused)
				err = s.InTx(t.Context(), func(tx *store.Tx) error {
					return errors.Join(incrementVersion(p)(tx), map[bool]error{true: errNo}[refused == "ROLLBACK"])
				})
				want, repeated := error(fault.ErrUnavailable), 0
				switch refused {
				case "ROLLBACK":
					want = errNo
				case "COMMIT": // a read tells that the transaction was not committed, so it is repeated
					want, repeated = nil, 1
				}
				if line.refuse.Load() != nil || !errors.Is(err, want) {
					t.Errorf("it was not refused, or answered %v", err)
				}
				for range 3 { // on the connection that was used last, which is the first to be used again
					must(t, s.InTx(t.Context(), incrementVersion(p)))
				}
				must(t, w.Store.InTx(t.Context(), incrementVersion(p))) // nothing is locked
				if n := applied(t, w, p); n != 5+repeated {
					t.Errorf("%d of %d were committed", n, 5+repeated)
				}
			})
		}
	}
}

var errNo = errors.New("no")
