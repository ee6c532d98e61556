package cluster_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/history"
	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// crashes are kill -9, SIGTERM and SIGSTOP of servers and of the database, under load.
type crashes struct {
	name     string
	database func(testing.TB) rig.Database
	servers  int
	faults   int // in the gate
	all      int // with REKEY_TEST_CASES=all
}

// TestCrash plays each story beside the others: while one waits for what a killed process had claimed, another works.
func TestCrash(t *testing.T) {
	sqlite := func(t testing.TB) rig.Database { return rig.SQLite(t) }
	mariadb := func(t testing.TB) rig.Database { return rig.MariaDB(t) }
	for _, c := range []crashes{
		{"one server", sqlite, 1, 8, 250},
		{"two servers on one file", sqlite, 2, 6, 250},
		{"two servers", mariadb, 2, 10, 300},
		{"three nodes", func(t testing.TB) rig.Database { return rig.Galera(t) }, 3, 0, 200}, // make cluster has the short one
	} {
		played := c.faults
		if seed.Cases() == seed.All {
			played = c.all
		}
		seed.Count("faults", played, c.all)
		if played == 0 {
			continue
		}
		t.Run(strings.ReplaceAll(c.name, " ", "_"), func(t *testing.T) {
			t.Parallel()
			c.play(t, played)
		})
	}
}

// crash is a story as it is played.
type crash struct {
	t        *testing.T
	random   *seed.Source
	service  *rig.Service
	database rig.Database
	load     *history.Load
	reported int // violations
	recovery []time.Duration
}

func (c crashes) play(t *testing.T, faults int) {
	db := c.database(t)
	s := &crash{t: t, random: seed.For(t), database: db, service: rig.Serve(t, db, c.servers)}
	s.load = history.New(t, history.Setup{Servers: urls(s.service), Key: s.service.Key, Clients: 6, Users: 3})
	s.load.Run(30) // so that there are users to work with
	for n := range faults {
		s.load.Resume()
		if !s.load.Await(1+s.random.IntN(6), 2*time.Minute) {
			t.Fatalf("nothing was acknowledged for two minutes: %v", s.load.Figures())
		}
		name, took := s.fault()
		t.Logf("fault %d of %d: %s; ready after %v", n+1, faults, name, took.Round(time.Millisecond))
		if !s.load.Await(2, 2*time.Minute) {
			t.Fatalf("%s: nothing was acknowledged for two minutes afterwards: %v", name, s.load.Figures())
		}
		s.load.Pause()
		s.check(name, history.Checks{Users: 3})
	}
	last := history.Checks{Users: 10, Mails: s.service.Mail.Mails, Within: 3 * time.Second}
	if seed.Cases() == seed.All {
		last.Users, last.Within = 100, 90*time.Second // more than a worker that was killed keeps its claims
	}
	s.check("at the end", last)
	s.service.Run("audit", "verify")
	f := s.load.Figures()
	t.Logf("%v; longest stall %v", f, f.Stall.Round(time.Millisecond))
	story := figures.Story{
		Story: "kill -9, SIGTERM and SIGSTOP, " + c.name, Store: db.Name(), Servers: c.servers, Operations: f.Operations, Acknowledged: f.Acknowledged,
		Faults: faults, Lost: f.Lost, Doubled: f.Doubled, Wrong: f.Wrong + f.Answers, Stall: f.Stall.Seconds(), Command: "make crash",
	}
	story.Recovered(s.recovery)
	if err := story.Leave(); err != nil {
		t.Error(err)
	}
}

func urls(s *rig.Service) (list []string) {
	for _, server := range s.Servers {
		list = append(list, server.URL)
	}
	return list
}

// check compares the history with what the service says and stores, and reports what is new.
func (s *crash) check(after string, what history.Checks) {
	s.t.Helper()
	db := s.beside()
	defer func() { _ = db.Close() }()
	found := s.load.Check(db, what)
	for _, v := range found[s.reported:] {
		s.t.Errorf("%s: %s", after, v)
	}
	s.reported = len(found)
}

// beside connects to the database. The connection is closed again: on SQLite, a process that has the file open would spare
// the next start the recovery.
func (s *crash) beside() *sql.DB {
	switch database := s.database.(type) {
	case *rig.Single:
		return database.Data()
	case *rig.Cluster:
		return database.Nodes[0].Data()
	}
	return harness.Beside(s.t, s.database.URL(0))
}

// fault breaks something at a random moment, and mends it. It returns how long it took from then on until all
// servers were ready.
func (s *crash) fault() (name string, took time.Duration) {
	after := time.Duration(s.random.IntN(60_000)) * time.Microsecond
	<-time.After(after)
	victim := s.random.IntN(len(s.service.Servers))
	kinds := []func(int) (string, time.Time){s.killServer, s.killServer, s.stopServer, s.freezeServer}
	switch db := s.database.(type) {
	case *rig.Single:
		kinds = append(kinds, node(s, db.Node)...)
	case *rig.Cluster:
		kinds = append(kinds, node(s, db.Nodes[victim])...)
	}
	name, mended := kinds[s.random.IntN(len(kinds))](victim)
	for _, server := range s.service.Servers {
		server.AwaitReady(2 * time.Minute)
	}
	took = time.Since(mended)
	s.recovery = append(s.recovery, took)
	return fmt.Sprintf("%s, %v after an answer", name, after), took
}

// killServer is kill -9, and the start of the server after a while.
func (s *crash) killServer(n int) (string, time.Time) {
	end := s.load.Fault()
	defer end()
	server := s.service.Servers[n]
	server.Kill()
	s.some(300 * time.Millisecond)
	mended := time.Now()
	server.Launch()
	return fmt.Sprintf("kill -9 of server %d", n), mended
}

// stopServer is SIGTERM. No connection may be cut: the server answers what it accepted.
func (s *crash) stopServer(n int) (string, time.Time) {
	server := s.service.Servers[n]
	began := time.Now()
	if code := server.Terminate(); code != 0 {
		s.t.Errorf("SIGTERM of server %d: exit code %d", n, code)
	}
	drained := time.Since(began)
	mended := time.Now()
	server.Launch()
	return fmt.Sprintf("SIGTERM of server %d, drained in %v", n, drained.Round(time.Millisecond)), mended
}

// freezeServer is SIGSTOP and SIGCONT.
func (s *crash) freezeServer(n int) (string, time.Time) {
	end := s.load.Fault()
	defer end()
	server := s.service.Servers[n]
	server.Freeze()
	lasted := s.some(1500 * time.Millisecond)
	server.Thaw()
	return fmt.Sprintf("SIGSTOP of server %d for %v", n, lasted), time.Now()
}

// node are the faults of a database server. The service must answer meanwhile: a cut connection is a violation.
func node(s *crash, n *rig.Node) []func(int) (string, time.Time) {
	return []func(int) (string, time.Time){
		func(int) (string, time.Time) {
			n.Kill()
			n.Start()
			return "kill -9 of " + n.Name, time.Now()
		},
		func(int) (string, time.Time) {
			n.Stop()
			n.Start()
			return "SIGTERM of " + n.Name, time.Now()
		},
		func(int) (string, time.Time) {
			n.Freeze()
			lasted := s.some(1500 * time.Millisecond)
			n.Thaw()
			return fmt.Sprintf("SIGSTOP of %s for %v", n.Name, lasted), time.Now()
		},
	}
}

// some waits for a random time, which is part of the fault.
func (s *crash) some(most time.Duration) time.Duration {
	d := time.Duration(s.random.Int64N(int64(most))).Round(time.Millisecond)
	<-time.After(d)
	return d
}
