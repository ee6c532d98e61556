package cluster_test

import (
	"database/sql"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/history"
	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestUpgrade: servers of the previous release and of this one serve on one schema, under load, while
// it is migrated, forwards and a step back.
func TestUpgrade(t *testing.T) {
	previous := previousBinary(t)
	for name, database := range seed.InOrder(map[string]func(*testing.T) rig.Database{
		"sqlite":  func(t *testing.T) rig.Database { return rig.SQLite(t) },
		"mariadb": func(t *testing.T) rig.Database { return rig.MariaDB(t) },
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := &upgrade{t: t, previous: previous, db: database(t), some: 15}
			if seed.Cases() == seed.All {
				u.some = 100
			}
			u.service = rig.Serve(t, u.db, 2, rig.Options{Binary: previous})
			u.old = u.service.Servers
			u.load = history.New(t, history.Setup{Servers: urlsOf(u.old), Key: u.service.Key, Clients: 6, Users: 3})
			u.beside = harness.Beside(t, u.db.URL(0))
			u.play()
		})
	}
}

// previousBinary is the program of the commit that previous.txt names, which `make tools` has built.
func previousBinary(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("previous.txt")
	if err != nil {
		t.Fatal(err)
	}
	commit := ""
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 0 && !strings.HasPrefix(line, "#") {
			commit = fields[0]
		}
	}
	binary, err := filepath.Abs(filepath.Join("../../.tools/previous", commit))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(binary); err != nil {
		if said, err := exec.CommandContext(t.Context(), "./previous.sh", binary).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
	}
	return binary
}

func urlsOf(servers []*rig.Server) (list []string) {
	for _, s := range servers {
		list = append(list, s.URL)
	}
	return list
}

// upgrade is a story with two servers of the previous release, and two of this one.
type upgrade struct {
	t        *testing.T
	previous string
	db       rig.Database
	service  *rig.Service
	load     *history.Load
	old, now []*rig.Server
	beside   *sql.DB
	some     int // operations that must be acknowledged in each part of the story
}

func (u *upgrade) play() {
	u.load.Resume()
	u.goesOn("before the upgrade")
	u.run(rig.Binary, "migrate", "up")
	u.goesOn("after the migration")
	known := u.number("SELECT MAX(version_id) FROM goose_db_version")
	for range 2 {
		server := u.service.Add()
		server.Binary = rig.Binary
		server.Start()
		u.now = append(u.now, server)
	}
	u.load.Servers(append(urlsOf(u.old), urlsOf(u.now)...)...)
	u.goesOn("old and new servers")
	u.expand()
	u.goesOn("after a later migration")

	u.load.Servers(urlsOf(u.old)...)
	u.end(u.now)
	u.goesOn("a step back")
	for _, server := range u.now {
		server.Start()
	}
	u.load.Servers(urlsOf(u.now)...)
	u.end(u.old)
	u.goesOn("new servers alone")
	u.contract(known)
	u.load.Pause()
	u.judge()
}

// goesOn waits for a number of acknowledged operations.
func (u *upgrade) goesOn(when string) {
	u.t.Helper()
	for _, server := range u.service.Servers {
		if server.Running() && server.Ready() != http.StatusOK {
			u.t.Errorf("%s: %s is not ready", when, server.Name)
		}
	}
	if !u.load.Await(u.some, time.Minute) {
		u.t.Fatalf("%s: too few operations in a minute: %v", when, u.load.Figures())
	}
}

// run runs a command of a binary.
func (u *upgrade) run(binary string, args ...string) string {
	u.t.Helper()
	first := u.service.Servers[0]
	before := first.Binary
	first.Binary = binary
	defer func() { first.Binary = before }()
	return u.service.Run(args...)
}

// end ends servers as an operator does, after clients were led elsewhere.
func (u *upgrade) end(servers []*rig.Server) {
	u.t.Helper()
	for _, server := range servers {
		if code := server.Terminate(); code != 0 {
			u.t.Errorf("%s: exit code %d after SIGTERM\n%s", server.Name, code, server.Log())
		}
	}
}

// expand applies a migration that neither binary knows, to tables that the load uses.
func (u *upgrade) expand() {
	u.t.Helper()
	for _, statement := range []string{
		"CREATE TABLE later (id integer NOT NULL, PRIMARY KEY (id))",
		"ALTER TABLE users ADD COLUMN later varchar(8) NOT NULL DEFAULT ''",
		"ALTER TABLE sessions ADD COLUMN later varchar(8) DEFAULT NULL",
		"CREATE INDEX idx_later ON tickets (created_at)",
		"INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, 1)",
	} {
		u.exec(statement)
		if !u.load.Await(u.some/5, time.Minute) {
			u.t.Fatalf("after %s: %v", statement, u.load.Figures())
		}
	}
	if said := u.run(u.previous, "migrate", "status"); !strings.Contains(said, "may serve beside newer ones") {
		u.t.Errorf("migrate status of the previous release: %s", said)
	}
	if said := u.run(u.previous, "migrate", "up"); !strings.Contains(said, "0 migrations applied") {
		u.t.Errorf("migrate up of the previous release: %s", said)
	}
}

// contract raises the floor to what this release knows: the previous one must not serve any more.
func (u *upgrade) contract(known int64) {
	u.t.Helper()
	first := u.old[0]
	first.Start()
	u.exec(fmt.Sprintf("INSERT INTO schema_floor (id, version) VALUES (1, %d)", known))
	rig.Await(u.t, "the previous release is not ready on a contracted schema", 20*time.Second, func() bool {
		return first.Ready() == http.StatusServiceUnavailable
	})
	u.end(u.old[:1])
	first.Launch()
	if code := first.ExitCode(20 * time.Second); code == 0 || !strings.Contains(first.Log(), "run the newer binary") {
		u.t.Errorf("serve of the previous release: exit code %d\n%s", code, first.Log())
	}
	u.goesOn("on a contracted schema")
}

func (u *upgrade) judge() {
	u.t.Helper()
	for _, v := range u.load.Check(u.beside, history.Checks{Users: 10, Mails: u.service.Mail.Mails, Within: 5 * time.Second}) {
		u.t.Error(v)
	}
	f := u.load.Figures()
	u.t.Log(f)
	if f.Unavailable != 0 {
		u.t.Errorf("%d requests were answered 5xx", f.Unavailable)
	}
	u.service.Servers = slices.Concat(u.now, u.old) // commands call the first one
	u.service.Run("audit", "verify")
	story := figures.Story{
		Story: "the previous release and this one on one schema", Store: u.db.Name(), Servers: 4, Operations: f.Operations, Acknowledged: f.Acknowledged,
		Lost: f.Lost, Doubled: f.Doubled, Wrong: f.Wrong + f.Answers, Stall: f.Stall.Seconds(), Command: "make upgrade",
	}
	if err := story.Leave(); err != nil {
		u.t.Error(err)
	}
}

func (u *upgrade) exec(statement string) {
	u.t.Helper()
	if _, err := u.beside.ExecContext(u.t.Context(), statement); err != nil {
		u.t.Fatalf("%s: %v", statement, err)
	}
}

func (u *upgrade) number(query string) (n int64) {
	u.t.Helper()
	if err := u.beside.QueryRowContext(u.t.Context(), query).Scan(&n); err != nil {
		u.t.Fatal(err)
	}
	return n
}
