package failover

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"

	"github.com/rekeyhq/rekey/tests/seed"
)

// pool is a pool over servers, whose watch is fast.
func pool(t *testing.T, syncWait *int, servers ...*fakeServer) (*sql.DB, *Connector) {
	t.Helper()
	var configs []*mysql.Config
	for _, s := range servers {
		configs = append(configs, s.config())
	}
	c, err := New(Options{Hosts: configs, SyncWait: syncWait, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	c.limits = limits{login: time.Second, every: 20 * time.Millisecond, answer: 200 * time.Millisecond, misses: 2, steady: 300 * time.Millisecond}
	db := sql.OpenDB(c)
	db.SetMaxIdleConns(8)
	t.Cleanup(func() { _ = db.Close() })
	return db, c
}

// uses runs a statement and tells whether this server executed it.
func uses(t *testing.T, db *sql.DB, s *fakeServer) bool {
	t.Helper()
	before := s.ran.Load()
	if _, err := db.ExecContext(t.Context(), "UPDATE x"); err != nil {
		t.Logf("statement: %v", err)
		return false
	}
	return s.ran.Load() > before
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-ctx.Done():
			t.Fatalf("not in time: %s", what)
		case <-tick.C:
		}
	}
}

// TestTheFirstHostThatWorksIsUsed, whatever is wrong with it later, and again when it works.
func TestTheFirstHostThatWorksIsUsed(t *testing.T) {
	t.Parallel()
	for name, fault := range seed.InOrder(map[string]struct {
		begins, ends func(*testing.T, *fakeServer)
		fails        bool // a statement fails before the host is left
	}{
		"killed": {begins: func(_ *testing.T, s *fakeServer) { s.stop() }, ends: func(t *testing.T, s *fakeServer) { s.start(t, s.address()) }},
		"without quorum": {
			begins: func(_ *testing.T, s *fakeServer) { s.ready.Store(false); s.refuse.Store(1047) },
			ends:   func(_ *testing.T, s *fakeServer) { s.ready.Store(true); s.refuse.Store(0) },
		},
		"read-only": {
			begins: func(_ *testing.T, s *fakeServer) { s.reads.Store(true); s.refuse.Store(1290) },
			ends:   func(_ *testing.T, s *fakeServer) { s.reads.Store(false); s.refuse.Store(0) },
		},
		"silent": {begins: func(_ *testing.T, s *fakeServer) { s.silent.Store(true) }, ends: func(_ *testing.T, s *fakeServer) { s.silent.Store(false) }, fails: true},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := newFake(t), newFake(t)
			a.wsrep.Store(name == "without quorum")
			b.wsrep.Store(name == "without quorum")
			db, _ := pool(t, nil, a, b)
			if !uses(t, db, a) {
				t.Fatal("the first host is not used")
			}
			fault.begins(t, a)
			if fault.fails {
				eventually(t, "the next host", func() bool { return uses(t, db, b) })
			} else if !uses(t, db, b) {
				t.Error("the next host is not used at once")
			}
			if a.ran.Load() != 1 {
				t.Errorf("the first host executed %d statements", a.ran.Load())
			}
			fault.ends(t, a)
			eventually(t, "the first host again", func() bool { return uses(t, db, a) })
		})
	}
}

// TestASilentHostHoldsUpNobody: statements in progress end when the host is left, not after their own timeouts.
func TestASilentHostHoldsUpNobody(t *testing.T) {
	t.Parallel()
	a, b := newFake(t), newFake(t)
	db, _ := pool(t, nil, a, b)
	if !uses(t, db, a) {
		t.Fatal("the first host is not used")
	}
	a.silent.Store(true)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	_, err := db.ExecContext(ctx, "UPDATE x")
	if err != nil && !errors.Is(err, mysql.ErrInvalidConn) {
		t.Errorf("%v", err)
	}
	if ctx.Err() != nil {
		t.Error("it waited for the whole time of its request")
	}
}

func TestABusyNodeIsAvoided(t *testing.T) {
	t.Parallel()
	a, b := newFake(t), newFake(t)
	a.wsrep.Store(true)
	b.wsrep.Store(true)
	db, _ := pool(t, nil, a, b)
	if !uses(t, db, a) {
		t.Fatal("the first host is not used")
	}
	a.donor.Store(true)
	eventually(t, "the other node", func() bool { return uses(t, db, b) })
	b.stop()
	eventually(t, "the busy node, since it is the only one", func() bool { return uses(t, db, a) })
}

func TestAClusterIsFoundOut(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct {
		wsrep    bool
		syncWait *int
		want     string
	}{
		"a cluster": {true, nil, "SET SESSION wsrep_sync_wait = 7"}, "a cluster and a setting": {true, new(int), "SET SESSION wsrep_sync_wait = 0"}, "no cluster": {false, nil, ""},
	}) {
		s := newFake(t)
		s.wsrep.Store(c.wsrep)
		db, _ := pool(t, c.syncWait, s)
		if !uses(t, db, s) {
			t.Fatalf("%s: it is not used", name)
		}
		if c.want != "" && !s.sawSet(c.want) || c.want == "" && s.sawSet("SET SESSION wsrep_sync_wait = 7") {
			t.Errorf("%s: the session has other settings", name)
		}
	}
}

// TestNoHostWorks: each is named, and while all of them fail, nobody waits for them again.
func TestNoHostWorks(t *testing.T) {
	t.Parallel()
	a, b := newFake(t), newFake(t)
	db, c := pool(t, nil, a, b)
	a.stop()
	b.wsrep.Store(true)
	b.ready.Store(false)
	eventually(t, "both are refused", func() bool {
		err := db.PingContext(t.Context())
		found := Refused(err)
		if len(found) != 2 || found[0].Host != a.address() || !errors.Is(found[1], ErrRefuses) {
			t.Fatalf("%v", err)
		}
		return len(c.candidates()) == 0
	})
	logins := b.logins.Load()
	if db.PingContext(t.Context()) == nil || b.logins.Load() > logins+5 { // the watch goes on
		t.Error("a host that failed was tried for a request")
	}
	b.ready.Store(true)
	eventually(t, "it works again", func() bool { return uses(t, db, b) })
}

// TestARefusedCommitIsReported as the server sent it, since its outcome is read back.
func TestARefusedCommitIsReported(t *testing.T) {
	t.Parallel()
	a, b := newFake(t), newFake(t)
	db, _ := pool(t, nil, a, b)
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	a.refuse.Store(1047)
	var server *mysql.MySQLError
	if err := tx.Commit(); !errors.As(err, &server) || server.Number != 1047 || errors.Is(err, driver.ErrBadConn) {
		t.Errorf("%v", err)
	}
	if !uses(t, db, b) {
		t.Error("the host is still used")
	}
}

// TestAHostThatWorksAgainMeanwhile: between finding that no host works and saying why, one of them may recover.
func TestAHostThatWorksAgainMeanwhile(t *testing.T) {
	t.Parallel()
	a, b := newFake(t), newFake(t)
	_, c := pool(t, nil, a, b)
	err := errors.Join(c.failures()...)
	if found := Refused(err); len(found) != 2 || !errors.Is(found[0], ErrRefuses) || err.Error() == "" {
		t.Errorf("%v", err)
	}
}
