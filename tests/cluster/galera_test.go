package cluster_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/history"
	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/figures"
	"github.com/rekeyhq/rekey/tests/seed"
)

// galera is a cluster of three nodes, and three servers that each prefer another node.
type galera struct {
	*testing.T

	db      *rig.Cluster
	service *rig.Service
	urls    []string // of the servers
}

// galeraStory is one kind of fault, made under load.
type galeraStory struct {
	name  string
	short bool // also played in the gate
	play  func(*faults)
}

func galeraStories() []galeraStory {
	return []galeraStory{
		{"races across servers", true, racesAcrossServers},
		{"a node killed and started again", true, killedNode},
		{"a quorum lost, and regained by starting the nodes", true, lostQuorum},
		{"a quorum lost, and regained by an operator", false, bootstrappedQuorum},
		{"all nodes killed", false, killedCluster},
		{"a node frozen", false, frozenNode},
		{"a node cut off", false, cutOffNode},
		{"a node stopped and started again, one after the other", false, rollingRestart},
		{"a node replaced by an empty one", false, replacedNode},
		{"a server killed and started again", false, killedServer},
		{"a server frozen", false, frozenServer},
	}
}

// TestClusterGalera breaks a Galera cluster, and holds that no acknowledged operation is lost or done twice, that
// races have one winner, that each change has its event and its mail, and that all nodes end with the same data.
func TestClusterGalera(t *testing.T) {
	t.Parallel()
	g := &galera{T: t, db: rig.Galera(t)}
	g.service = rig.Serve(t, g.db, 3)
	for _, s := range g.service.Servers {
		g.urls = append(g.urls, s.URL)
	}
	for i, s := range galeraStories() {
		if s.short || seed.Cases() == seed.All {
			g.run(s.name, func(g *galera) { g.underLoad(i, s) })
		}
	}
	g.run("a read after a write at the next server", (*galera).readAfterWrite)
	g.run("histories of one account", (*galera).histories)
	g.run("a read at a node that is behind", (*galera).readBehind)
	g.run("the audit trail is intact", func(g *galera) { g.service.Run("audit", "verify") })
	g.run("all nodes have the same data", (*galera).same)
}

// run plays a part as a test of its own. If it does not come to its end, the rest would find things broken.
func (g *galera) run(name string, play func(*galera)) {
	began, ended := false, false
	g.Run(name, func(t *testing.T) {
		began = true
		play(&galera{t, g.db, g.service, g.urls})
		ended = true
	})
	if began && !ended {
		g.FailNow()
	}
}

// faults is a story while it is played.
type faults struct {
	*galera

	load       *history.Load
	made       int
	recoveries []time.Duration
}

// some is how many operations have to be acknowledged before and after each fault, and between.
const some = 40

// underLoad plays a story under a load of its own.
func (g *galera) underLoad(number int, s galeraStory) {
	f := &faults{galera: g}
	f.load = history.New(g, history.Setup{Servers: g.urls, Key: g.service.Key, Name: fmt.Sprintf("galera%d", number), Clients: 6})
	f.load.Resume()
	f.works()
	s.play(f)
	f.works()
	f.load.Pause()
	for _, v := range f.load.Check(g.db.Nodes[0].Data(), history.Checks{Mails: g.service.Mail.Mails, Within: mailsWithin()}) {
		g.Error(v)
	}
	seen := f.load.Figures()
	g.Logf("%v; stall %v; recoveries %v", seen, f.stall(), f.recoveries)
	story := figures.Story{
		Story: s.name, Store: g.db.Name(), Servers: len(g.urls), Operations: seen.Operations, Acknowledged: seen.Acknowledged, Faults: f.made,
		Lost: seen.Lost, Doubled: seen.Doubled, Wrong: seen.Wrong + seen.Answers, Stall: f.stall().Seconds(), Command: "make cluster",
	}
	if !s.short {
		story.Command = "REKEY_TEST_CASES=all make cluster"
	}
	story.Recovered(f.recoveries)
	if slowest := story.RecoveryMax; slowest > recoverWithin.Seconds() {
		g.Errorf("the servers were ready %v s after the fault was over", slowest)
	}
	if err := story.Leave(); err != nil {
		g.Error(err)
	}
}

// mailsWithin is how long mails are waited for. One that was being sent when its outcome could not be written down is
// sent again after a minute, for which the gate does not wait.
func mailsWithin() time.Duration {
	if seed.Cases() == seed.All {
		return 90 * time.Second
	}
	return 10 * time.Second
}

// works waits until clients get ahead.
func (f *faults) works() {
	f.Helper()
	if !f.load.Await(some, time.Minute) {
		f.Fatalf("%d operations were not acknowledged within a minute: %v", some, f.load.Figures())
	}
}

// fault counts one.
func (f *faults) fault(make func()) {
	f.made++
	make()
}

// conflicts is how many transactions lost against one of another node.
func (g *galera) conflicts() (n int) {
	for _, node := range g.db.Nodes {
		for _, name := range []string{"wsrep_local_cert_failures", "wsrep_local_bf_aborts"} {
			var count int
			_, _ = fmt.Sscan(node.Status(name), &count) // 0 of a node that is down
			n += count
		}
	}
	return n
}

// stall is the longest time in which nothing was acknowledged.
func (f *faults) stall() (longest time.Duration) {
	var ends []time.Time
	for _, o := range f.load.Operations() {
		if o.Outcome == history.Acknowledged {
			ends = append(ends, o.End)
		}
	}
	slices.SortFunc(ends, time.Time.Compare)
	for i := range ends[1:] {
		longest = max(longest, ends[i+1].Sub(ends[i]))
	}
	return longest
}

// recoverWithin is how long after the database every server has to be ready again, on a machine that is busy with
// other tests; the goal is five seconds.
const recoverWithin = 10 * time.Second

// recovers makes the database whole again, and measures how long after it the servers are ready.
func (f *faults) recovers(repair func()) {
	f.Helper()
	repair()
	var nodes [3]time.Time
	var all sync.WaitGroup
	for i, n := range f.db.Nodes {
		all.Go(func() {
			if rig.Holds(2*time.Minute, n.Whole) {
				nodes[i] = time.Now()
			}
		})
	}
	all.Wait()
	for i, at := range nodes {
		if at.IsZero() {
			f.Fatalf("node %d is not ready again", i)
		}
	}
	f.ready(slices.MaxFunc(nodes[:], time.Time.Compare))
}

// ready waits until all servers are ready, and measures since when.
func (f *faults) ready(since time.Time) {
	f.Helper()
	for _, s := range f.service.Servers {
		if !rig.Holds(time.Minute, func() bool { return s.Ready() == http.StatusOK }) {
			f.Fatalf("%s is not ready a minute after the database:\n%s", s.Name, s.Log())
		}
	}
	f.recoveries = append(f.recoveries, time.Since(since))
}

// left waits until a cluster has this many nodes.
func (f *faults) left(at *rig.Node, size string) {
	f.Helper()
	rig.Await(f, "the cluster has "+size+" nodes", 30*time.Second, func() bool { return at.Status("wsrep_cluster_size") == size })
}

// racesAcrossServers goes on until transactions of several nodes have met: each conflict is a lost race.
func racesAcrossServers(f *faults) {
	before := f.conflicts()
	for n := 0; n < 5 || f.conflicts() == before && n < 100; n++ {
		f.works()
	}
	f.Logf("%d transactions lost against one of another node", f.conflicts()-before)
	if f.conflicts() == before {
		f.Error("no transactions of several nodes met")
	}
}

func killedNode(f *faults) {
	n := f.db.Nodes
	f.fault(n[2].Kill)
	f.left(n[0], "2")
	f.ready(time.Now()) // all servers have left it
	f.works()
	f.recovers(func() { n[2].Launch() })
}

func lostQuorum(f *faults) {
	f.loseQuorum()
	n := f.db.Nodes
	f.recovers(func() { // they wait for each other
		n[1].Launch()
		n[2].Launch()
	})
}

func bootstrappedQuorum(f *faults) {
	f.loseQuorum()
	n := f.db.Nodes
	n[0].Bootstrap()
	f.recovers(func() {
		n[1].Launch()
		n[2].Launch()
	})
}

func (f *faults) loseQuorum() {
	f.Helper()
	n := f.db.Nodes
	f.fault(n[1].Kill)
	f.fault(n[2].Kill)
	rig.Await(f, "the last node has no quorum", 30*time.Second, func() bool { return !n[0].Ready() })
	for _, s := range f.service.Servers {
		rig.Await(f, s.Name+" is not ready without a quorum", 30*time.Second, func() bool { return s.Ready() == http.StatusServiceUnavailable })
	}
}

// killedCluster is a loss of power of all machines: the nodes find each other again, since each wrote down who
// belonged to the cluster (pc.recovery).
func killedCluster(f *faults) {
	for _, n := range f.db.Nodes {
		f.fault(n.Kill)
	}
	f.recovers(func() {
		for _, n := range f.db.Nodes {
			n.Launch()
		}
	})
}

func frozenNode(f *faults) {
	n := f.db.Nodes
	f.fault(n[1].Freeze)
	f.left(n[0], "2")
	f.ready(time.Now()) // all servers have left it
	f.works()
	f.recovers(n[1].Thaw)
}

func cutOffNode(f *faults) {
	n := f.db.Nodes
	f.fault(n[1].CutOff)
	f.left(n[0], "2")
	f.ready(time.Now()) // all servers have left it
	f.works()
	f.recovers(n[1].Rejoin)
}

func rollingRestart(f *faults) {
	for _, n := range f.db.Nodes {
		f.fault(n.Stop)
		f.works()
		f.recovers(func() { n.Launch() })
	}
}

func replacedNode(f *faults) {
	n := f.db.Nodes[1]
	f.fault(n.Kill)
	f.left(f.db.Nodes[0], "2")
	n.Replace()
	f.works()
	f.recovers(func() { n.Launch() })
}

func killedServer(f *faults) {
	s := f.service.Servers[1]
	end := f.load.Fault()
	f.fault(s.Kill)
	end()
	f.works()
	began := time.Now()
	s.Launch()
	f.ready(began)
}

// frozenServer takes the server out of the clients' list, as a proxy does that asks for /readyz. What it is working
// at keeps its transactions and leases.
func frozenServer(f *faults) {
	s := f.service.Servers[1]
	end := f.load.Fault()
	f.fault(s.Freeze)
	f.load.Servers(f.urls[0], f.urls[2])
	f.works()
	began := time.Now()
	s.Thaw()
	end()
	f.ready(began)
	f.load.Servers(f.urls...)
}

// same compares the data of all nodes, after the servers have ended.
func (g *galera) same() {
	for _, s := range g.service.Servers[:len(g.urls)] {
		if code := s.Terminate(); code != 0 {
			g.Errorf("%s ended with %d:\n%s", s.Name, code, s.Log())
		}
	}
	var sums []string
	for _, n := range g.db.Nodes {
		sums = append(sums, checksum(g, n))
	}
	for i, sum := range sums[1:] {
		if sum != sums[0] {
			g.Errorf("node %d has other data than node 0:\n%s\n%s", i+1, sum, sums[0])
		}
	}
	if strings.Count(sums[0], "\n") < 10 {
		g.Errorf("these are too few tables:\n%s", sums[0])
	}
}

// checksum is that of each table of a node.
func checksum(t testing.TB, n *rig.Node) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	db := n.Data()
	rows, err := db.QueryContext(ctx, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var b strings.Builder
	for rows.Next() {
		var table, name string
		var sum int64
		if err := rows.Scan(&table); err != nil {
			t.Fatal(err)
		}
		if err := db.QueryRowContext(ctx, "CHECKSUM TABLE "+table+" EXTENDED").Scan(&name, &sum); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, name, sum)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
