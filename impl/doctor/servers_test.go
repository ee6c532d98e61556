package doctor

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/tests/seed"
)

// node is a well-kept node of a cluster of three.
func node(changes ...string) store.Server {
	s := store.Server{Host: "db1:3306", Variables: map[string]string{
		"wsrep_on": "ON", "binlog_format": "ROW", "innodb_autoinc_lock_mode": "2", "wsrep_max_ws_size": "2147483647", "wsrep_max_ws_rows": "0",
		"innodb_flush_log_at_trx_commit": "1", "innodb_doublewrite": "ON", "log_bin": "OFF", "sync_binlog": "0", "max_connections": "151", "max_user_connections": "0",
	}, Status: map[string]string{"wsrep_cluster_size": "3", "wsrep_cluster_status": "Primary", "wsrep_local_state_comment": "Synced"}}
	for _, c := range changes {
		name, value, _ := strings.Cut(c, "=")
		if _, ok := s.Status[name]; ok {
			s.Status[name] = value
			continue
		}
		s.Variables[name] = value
	}
	return s
}

func TestServersAreJudgedByTheirSettings(t *testing.T) {
	t.Parallel()
	three := store.ConnectionLimits{Connections: 32, Hosts: 3, SyncWait: 7}
	examined := func(s store.Server, p store.ConnectionLimits) []Finding {
		var out []Finding
		if s.Variables["wsrep_on"] == "ON" {
			out = cluster([]store.Server{s}, p)
		}
		out = append(out, durability([]store.Server{s})...)
		return append(out, connections([]store.Server{s}, p)...)
	}
	for name, c := range seed.InOrder(map[string]struct {
		server store.Server
		pool   store.ConnectionLimits
		state  State
		want   string // the finding that is not ok
	}{
		"a good node":            {node(), three, OK, ""},
		"a good single server":   {node("wsrep_on=OFF", "log_bin=ON", "sync_binlog=1"), store.ConnectionLimits{Connections: 32, Hosts: 1, SyncWait: 7}, OK, ""},
		"an unknown setting":     {node("innodb_doublewrite="), three, OK, ""},
		"no quorum":              {node("wsrep_cluster_status=non-Primary"), three, Fail, "db1:3306 has no quorum"},
		"a joining node":         {node("wsrep_local_state_comment=Joining"), three, Warn, "db1:3306 is Joining"},
		"two nodes":              {node("wsrep_cluster_size=2"), three, Warn, "less than three"},
		"one host in the URL":    {node(), store.ConnectionLimits{Connections: 32, Hosts: 1, SyncWait: 7}, Warn, "REKEY_DATABASE_URL names one node"},
		"reads that do not wait": {node(), store.ConnectionLimits{Connections: 32, Hosts: 3, SyncWait: 1}, Warn, "causal reads are off (wsrep_sync_wait=1)"},
		"statements":             {node("binlog_format=STATEMENT"), three, Warn, "set binlog_format=ROW"},
		"another lock mode":      {node("innodb_autoinc_lock_mode=1"), three, Warn, "set innodb_autoinc_lock_mode=2"},
		"small write sets":       {node("wsrep_max_ws_size=1048576"), three, Warn, "set wsrep_max_ws_size=2147483647"},
		"few rows":               {node("wsrep_max_ws_rows=100"), three, Warn, "set wsrep_max_ws_rows=0"},
		"a lazy node":            {node("innodb_flush_log_at_trx_commit=2"), three, Warn, "if all nodes lose power at once"},
		"a lazy server":          {node("wsrep_on=OFF", "innodb_flush_log_at_trx_commit=0"), three, Warn, "is 0; set innodb_flush_log_at_trx_commit=1: the last second of acknowledged changes is lost if the machine loses power"},
		"a lazy binary log":      {node("wsrep_on=OFF", "log_bin=ON"), three, Warn, "set sync_binlog=1"},
		"half written pages":     {node("innodb_doublewrite=OFF"), three, Warn, "set innodb_doublewrite=ON"},
		"too few connections":    {node("max_connections=32"), three, Warn, "allows 32 connections, and this node of Rekey may open 33"},
		"too few of this user":   {node("max_user_connections=10"), three, Warn, "allows 10 connections"},
	}) {
		var bad []string
		state := OK
		for _, f := range examined(c.server, c.pool) {
			if f.State != OK {
				bad, state = append(bad, f.Text), f.State
			}
		}
		if state != c.state || len(bad) > 1 || c.want != "" && !strings.Contains(strings.Join(bad, ""), c.want) {
			t.Errorf("%s: %s %q, want %s %q", name, state, bad, c.state, c.want)
		}
	}
}
