package rig

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// Cluster is a Galera cluster of three nodes.
type Cluster struct{ Nodes []*Node }

// galeraNode is what a node of a cluster has besides.
type galeraNode struct {
	name     string
	provider string
	// Ports: of the group's communication, and for what a node receives when it joins: the changes that it
	// missed (IST), or all data (SST).
	group, changes, all int

	peers []*galeraNode
}

// providerOf is where Debian, Red Hat and their like install the library.
func providerOf(t testing.TB) string {
	t.Helper()
	for _, path := range []string{"/usr/lib/galera/libgalera_smm.so", "/usr/lib64/galera-4/libgalera_smm.so", "/usr/lib64/galera/libgalera_smm.so"} {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Fatal("the Galera library is missing: install the package galera-4")
	return ""
}

// Galera starts a cluster of three nodes with an empty database. A dead node is given up after three
// seconds; by default it would be five. With one second, nodes on a busy machine suspected each other.
func Galera(t testing.TB) *Cluster {
	t.Helper()
	data := formed(t)
	return cluster(t, data, 3)
}

func cluster(t testing.TB, data string, size int) *Cluster {
	t.Helper()
	dir, library := folder(t), providerOf(t)
	peers := make([]*galeraNode, size)
	for i := range peers {
		peers[i] = &galeraNode{name: fmt.Sprintf("node%d", i), provider: library, group: port(t), changes: port(t), all: port(t), peers: peers}
	}
	c := &Cluster{}
	for i, p := range peers {
		c.Nodes = append(c.Nodes, newNode(t, p.name, filepath.Join(dir, p.name), data, i+1, p))
	}
	c.Nodes[0].Process.Launch("--wsrep-new-cluster")
	c.Nodes[0].AwaitReady(readyWithin)
	for _, n := range c.Nodes[1:] {
		n.Process.Launch()
	}
	for _, n := range c.Nodes[1:] {
		n.AwaitReady(readyWithin)
	}
	return c
}

var formedOnce struct {
	sync.Mutex
	dir string
}

// formed is the data of a cluster of one node that was stopped. Nodes that begin with copies of it know
// that they have the same data, and need not copy it from each other.
func formed(t testing.TB) string {
	t.Helper()
	formedOnce.Lock()
	defer formedOnce.Unlock()
	if formedOnce.dir != "" {
		return formedOnce.dir
	}
	n := cluster(t, install(t), 1).Nodes[0]
	n.Exec(create)
	n.Stop()
	data := filepath.Join(filepath.Dir(install(t)), "formed")
	copyFolder(t, filepath.Join(n.dir, "data"), data)
	formedOnce.dir = data
	return data
}

func (g *galeraNode) configuration() string {
	var group []string
	if len(g.peers) > 1 {
		for _, p := range g.peers {
			group = append(group, local(p.group))
		}
	}
	options := []string{
		"gmcast.listen_addr=tcp://" + local(g.group), "ist.recv_addr=" + local(g.changes), "gcache.size=64M",
		"evs.keepalive_period=PT0.2S", "evs.inactive_check_period=PT0.2S", "evs.suspect_timeout=PT3S",
		"evs.inactive_timeout=PT5S", "evs.install_timeout=PT5S",
	}
	return fmt.Sprintf(`default_storage_engine=InnoDB
innodb_autoinc_lock_mode=2
wsrep_on=ON
wsrep_provider=%s
wsrep_cluster_name=rekey
wsrep_cluster_address=gcomm://%s
wsrep_node_name=%s
wsrep_node_address=%s
wsrep_sst_method=rsync
wsrep_sst_receive_address=%s
wsrep_slave_threads=2
wsrep_provider_options="%s"
`, g.provider, strings.Join(group, ","), g.name, local(g.group), local(g.all), strings.Join(options, ";"))
}

var position = regexp.MustCompile(`Recovered position: ([0-9a-f-]{36}:\d+)`)

// recovered gives the argument with which a node that was killed starts, as galera_recovery does for
// systemd: without it, the node would copy all data from another.
func (n *Node) recovered() []string {
	n.t.Helper()
	said := filepath.Join(n.dir, "recover.log")
	_ = os.Remove(said)
	c := n.program(runsAs(n.t), "--wsrep-recover", "--log-error="+said)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := begin(c); err != nil {
		n.t.Fatal(err)
	}
	err := c.Wait()
	text, readErr := os.ReadFile(said)
	if err != nil || readErr != nil {
		n.t.Fatalf("%s --wsrep-recover: %v, %v\n%s%s", n.Name, err, readErr, out.String(), text)
	}
	if at := position.FindSubmatch(text); at != nil {
		return []string{"--wsrep_start_position=" + string(at[1])}
	}
	return nil
}

// Name is that of the database among the others.
func (*Cluster) Name() string { return "galera" }

// URL names all nodes. Each server prefers another one.
func (c *Cluster) URL(server int) string {
	var order []int
	for i := range c.Nodes {
		order = append(order, (server+i)%len(c.Nodes))
	}
	return c.Hosts(order...)
}

// Hosts is the URL with these nodes, in this order.
func (c *Cluster) Hosts(order ...int) string {
	var hosts []string
	for _, i := range order {
		hosts = append(hosts, c.Nodes[i].Addr)
	}
	u := url.URL{Scheme: "mysql", User: url.User("root"), Host: strings.Join(hosts, ","), Path: "/" + database}
	return u.String()
}

// Whole tells whether the node takes statements, has all that the others have, and sees all of them.
func (n *Node) Whole() bool {
	return n.Ready() && n.Status("wsrep_local_state_comment") == "Synced" && n.Status("wsrep_cluster_size") == strconv.Itoa(len(n.cluster.peers))
}

// provide sets an option of the library.
func (n *Node) provide(option string) {
	n.t.Helper()
	n.Exec("SET GLOBAL wsrep_provider_options = '" + option + "'")
}

// CutOff ends the connections of the node with the others, and refuses new ones (gmcast.isolate). Its
// clients still reach it.
func (n *Node) CutOff() {
	n.t.Helper()
	n.provide("gmcast.isolate=1")
}

// Rejoin ends CutOff.
func (n *Node) Rejoin() {
	n.t.Helper()
	n.provide("gmcast.isolate=0")
}

// Bootstrap makes this node, and those that it reaches, the cluster: what an operator does if the
// majority does not come back.
func (n *Node) Bootstrap() {
	n.t.Helper()
	n.provide("pc.bootstrap=1")
	n.AwaitReady(readyWithin)
}
