package doctor

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/impl/store"
)

// servers examines the settings and states of the database servers: what durability and a Galera cluster need.
func servers(ctx context.Context, st *store.Store) (out []Finding) {
	pool, all := st.ConnectionLimits(), st.Servers(ctx)
	var answering, nodes []store.Server
	for _, s := range all {
		if s.Err != nil {
			out = append(out, Finding{Warn, "database", s.Host + ": " + s.Err.Error()})
			continue
		}
		answering = append(answering, s)
		if s.Variables["wsrep_on"] == "ON" {
			nodes = append(nodes, s)
		}
	}
	if len(answering) == 0 {
		return out
	}
	if len(nodes) > 0 {
		out = append(out, cluster(nodes, pool)...)
	}
	out = append(out, durability(answering)...)
	return append(out, connections(answering, pool)...)
}

// The bits of wsrep_sync_wait that the guarantees of Rekey need: reads and BEGIN, UPDATE and DELETE.
const readsAndUpdates = 3

// The smallest write set that a cluster should accept. Rekey's own are below 1 MiB.
const leastWriteSet = 16 << 20

// cluster reports a Galera cluster, as the nodes of the list see it.
func cluster(nodes []store.Server, pool store.ConnectionLimits) (out []Finding) {
	warn := func(format string, args ...any) {
		out = append(out, Finding{Warn, "cluster", fmt.Sprintf(format, args...)})
	}
	var states []string
	for _, n := range nodes {
		state := n.Status["wsrep_local_state_comment"]
		states = append(states, n.Host+" "+state)
		switch {
		case n.Status["wsrep_cluster_status"] != "Primary":
			out = append(out, Finding{Fail, "cluster", fmt.Sprintf("%s has no quorum (wsrep_cluster_status is %s); start the other nodes, or see docs/operate.md",
				n.Host, n.Status["wsrep_cluster_status"])})
		case state != "Synced":
			warn("%s is %s; it serves again when it is Synced", n.Host, state)
		}
		for _, rule := range clusterRules {
			if have := n.Variables[rule.name]; !rule.good(have) {
				warn("%s: %s is %s; set %s: %s", n.Host, rule.name, have, rule.want, rule.why)
			}
		}
	}
	size := number(nodes[0].Status["wsrep_cluster_size"])
	if size < 3 {
		warn("it has %d nodes; with less than three, the loss of one ends the service of the others", size)
	}
	if pool.Hosts < min(size, 2) {
		warn("REKEY_DATABASE_URL names one node; name the others after it, so that this node of Rekey serves without that one")
	}
	causal := fmt.Sprintf("causal reads are on (wsrep_sync_wait=%d)", pool.SyncWait)
	if pool.SyncWait&readsAndUpdates != readsAndUpdates {
		causal = fmt.Sprintf("causal reads are off (wsrep_sync_wait=%d)", pool.SyncWait)
		warn("%s: what one node of Rekey wrote, such as a code or a password, can be refused at the next; take wsrep_sync_wait out of REKEY_DATABASE_URL", causal)
	}
	return append(out, Finding{OK, "cluster", fmt.Sprintf("Galera, %d nodes; %s; %s", size, strings.Join(states, ", "), causal)})
}

// rule is a setting of a server with its recommended value.
type rule struct {
	name, want, why string
	good            func(have string) bool
}

// unknown settings are not judged: not every server has each of them.
func is(wanted ...string) func(string) bool {
	return func(have string) bool {
		if have == "" {
			return true
		}
		for _, w := range wanted {
			if strings.EqualFold(have, w) {
				return true
			}
		}
		return false
	}
}

// atLeast accepts a limit that is high enough; 0 means none.
func atLeast(least int) func(string) bool {
	return func(have string) bool { n := number(have); return n == 0 || n >= least }
}

// clusterRules are what Galera requires (https://galeracluster.com/library/documentation/configuration.html), and room for
// write sets.
var clusterRules = []rule{
	{"binlog_format", "binlog_format=ROW", "a cluster replicates rows", is("ROW")},
	{"innodb_autoinc_lock_mode", "innodb_autoinc_lock_mode=2", "other modes can deadlock the threads that apply changes", is("2")},
	{"wsrep_max_ws_size", "wsrep_max_ws_size=2147483647", "larger changes are refused", atLeast(leastWriteSet)},
	{"wsrep_max_ws_rows", "wsrep_max_ws_rows=0", "deletions of old rows in batches would be refused", atLeast(10_000)},
}

// durability reports settings with which an acknowledged change can be lost
// (https://mariadb.com/kb/en/innodb-system-variables/#innodb_flush_log_at_trx_commit).
func durability(all []store.Server) (out []Finding) {
	for _, s := range all {
		loss := "the last second of acknowledged changes is lost if the machine loses power"
		if s.Variables["wsrep_on"] == "ON" { // it sends each change to the others before it acknowledges it
			loss = "the last second of acknowledged changes is lost if all nodes lose power at once; keep it only if they have separate power supplies"
		}
		rules := []rule{
			{"innodb_flush_log_at_trx_commit", "innodb_flush_log_at_trx_commit=1", loss, is("1", "3")},
			{"innodb_doublewrite", "innodb_doublewrite=ON", "a page that is half written at a loss of power damages the database", is("ON", "1", "DETECT_AND_RECOVER")},
		}
		if s.Variables["log_bin"] == "ON" && s.Variables["wsrep_on"] != "ON" {
			rules = append(rules, rule{"sync_binlog", "sync_binlog=1", "a replica or a restore from the binary log can lack acknowledged changes", is("1")})
		}
		for _, r := range rules {
			if have := s.Variables[r.name]; !r.good(have) {
				out = append(out, Finding{Warn, "durability", fmt.Sprintf("%s: %s is %s; set %s: %s", s.Host, r.name, have, r.want, r.why)})
			}
		}
	}
	if out == nil {
		out = append(out, Finding{OK, "durability", "what the database acknowledged survives a loss of power"})
	}
	return out
}

// connections compares the limit of each server with what Rekey may open: the pool, and one that
// watches a host among several.
func connections(all []store.Server, pool store.ConnectionLimits) (out []Finding) {
	need := pool.Connections
	if pool.Hosts > 1 {
		need++
	}
	fit := 0
	for i, s := range all {
		most := number(s.Variables["max_connections"])
		if user := number(s.Variables["max_user_connections"]); user > 0 {
			most = min(most, user)
		}
		if most < need {
			out = append(out, Finding{Warn, "connections", fmt.Sprintf("%s allows %d connections, and this node of Rekey may open %d; raise max_connections there, or lower connections= in REKEY_DATABASE_URL", s.Host, most, need)})
		}
		if n := most / need; i == 0 || n < fit {
			fit = n
		}
	}
	if out == nil {
		out = append(out, Finding{OK, "connections", fmt.Sprintf("up to %d for this node of Rekey; there is room for %d such nodes", need, fit)})
	}
	return out
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}
