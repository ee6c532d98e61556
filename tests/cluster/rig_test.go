package cluster_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
)

// TestRig: what the other tests build on does what it says.
func TestRig(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		serves(t, rig.SQLite(t))
	})
	t.Run("mariadb", func(t *testing.T) {
		db := rig.MariaDB(t)
		s := serves(t, db)
		db.Kill()
		rig.Await(t, "not ready without a database", 30*time.Second, func() bool { return s.Servers[0].Ready() == 503 })
		db.Start()
		s.Servers[0].AwaitReady(30 * time.Second)
		db.Freeze()
		rig.Await(t, "not ready with a frozen database", 30*time.Second, func() bool { return s.Servers[0].Ready() != 200 })
		db.Thaw()
		s.Servers[0].AwaitReady(30 * time.Second)
		db.Stop()
		db.Start()
		s.Servers[0].AwaitReady(30 * time.Second)
	})
	t.Run("galera", func(t *testing.T) {
		began := time.Now()
		db := rig.Galera(t)
		t.Logf("cluster: %v", time.Since(began))
		began = time.Now()
		s := serves(t, db)
		t.Logf("service: %v", time.Since(began))
		n := db.Nodes
		n[2].Kill()
		rig.Await(t, "two nodes", 20*time.Second, func() bool { return n[0].Status("wsrep_cluster_size") == "2" })
		began = time.Now()
		n[2].Start()
		t.Logf("rejoined after kill: %v", time.Since(began))
		s.Servers[2].AwaitReady(30 * time.Second)
		n[1].CutOff()
		rig.Await(t, "cut off", 20*time.Second, func() bool { return !n[1].Ready() && n[0].Status("wsrep_cluster_size") == "2" })
		n[1].Rejoin()
		n[1].AwaitReady(30 * time.Second)
		n[1].Freeze()
		rig.Await(t, "frozen", 20*time.Second, func() bool { return n[0].Status("wsrep_cluster_size") == "2" })
		n[1].Thaw()
		rig.Await(t, "thawn", 20*time.Second, func() bool { return n[1].Ready() && n[0].Status("wsrep_cluster_size") == "3" })
		n[1].Kill()
		n[2].Kill()
		rig.Await(t, "no quorum", 20*time.Second, func() bool { return !n[0].Ready() })
		n[0].Bootstrap()
		began = time.Now()
		n[1].Start()
		n[2].Start()
		t.Logf("two rejoined: %v", time.Since(began))
		for _, server := range s.Servers {
			server.AwaitReady(30 * time.Second)
		}
	})
}

func serves(t *testing.T, db rig.Database) *rig.Service {
	t.Helper()
	s := rig.Serve(t, db, 3)
	one := s.Servers[1]
	if one.RSS() < 1<<20 {
		t.Errorf("RSS is %d", one.RSS())
	}
	if code := one.Terminate(); code != 0 {
		t.Errorf("SIGTERM: exit code %d", code)
	}
	one.Start()
	one.Kill()
	one.Start()
	one.Freeze()
	if one.Ready() != 0 {
		t.Error("a frozen server answers")
	}
	one.Thaw()
	one.AwaitReady(10 * time.Second)
	s.Run("audit", "verify")
	return s
}
