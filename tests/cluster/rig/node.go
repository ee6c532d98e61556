package rig

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	mysqldriver "github.com/go-sql-driver/mysql"
)

// Name of the database that the servers use.
const database = "rekey"

// readyWithin is how long a node may take until it is ready, with the copy of all data from another.
const readyWithin = 90 * time.Second

// Node is one MariaDB server. It is durable: what it acknowledged is there after kill -9.
type Node struct {
	*Process

	Addr string // host:port

	dir     string
	cluster *galeraNode // nil: it is alone
	pool    *sql.DB
}

// install makes an empty data folder, once for all tests of this process.
func install(t testing.TB) string {
	t.Helper()
	installed.Lock()
	defer installed.Unlock()
	if installed.dir != "" {
		return installed.dir
	}
	if _, err := exec.LookPath("mariadbd"); err != nil {
		t.Fatal("mariadbd is missing: install the package mariadb-server, and rsync and galera-4 for a cluster")
	}
	dir, err := os.MkdirTemp("", "rekey-mariadb")
	if err == nil {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(dir, "data")
	c := exec.CommandContext(background(t), "mariadb-install-db", "--no-defaults", "--datadir="+data,
		"--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve")
	if os.Getuid() == 0 {
		c.Args = append(c.Args, "--user=mysql")
	}
	if out, err := c.CombinedOutput(); err != nil {
		_ = os.RemoveAll(dir)
		t.Fatalf("mariadb-install-db: %v\n%s", err, out)
	}
	installed.dir = data
	return data
}

var installed struct {
	sync.Mutex
	dir string
}

// Tidy removes what the tests of this process share. TestMain calls it at the end.
func Tidy() error {
	installed.Lock()
	defer installed.Unlock()
	if installed.dir == "" {
		return nil
	}
	return os.RemoveAll(filepath.Dir(installed.dir))
}

// runsAs is the user mysql if root starts the server, which refuses to run as root: the copy of a
// node's data by rsync fails too (its daemon becomes nobody).
func runsAs(t testing.TB) *syscall.Credential {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup("mysql")
	if err != nil {
		t.Fatal(err)
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		t.Fatal(err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

// newNode prepares a server with a copy of a data folder.
func newNode(t testing.TB, name, dir, data string, id int, cluster *galeraNode) *Node {
	t.Helper()
	n := &Node{Addr: local(port(t)), dir: dir, cluster: cluster}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	copyFolder(t, data, n.DataFolder())
	if err := os.WriteFile(n.config(), []byte(n.configuration(id)), 0o644); err != nil {
		t.Fatal(err)
	}
	as := runsAs(t)
	if as != nil {
		if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	n.Process = newProcess(t, name, filepath.Join(dir, "log"), func() *exec.Cmd { return n.program(as) })
	n.pool = n.open("", nil)
	return n
}

// open gives a pool of connections of root. They end with the test.
func (n *Node) open(name string, parameters map[string]string) *sql.DB {
	n.t.Helper()
	c := mysqldriver.NewConfig()
	c.User, c.Net, c.Addr, c.DBName, c.Params = "root", "tcp", n.Addr, name, parameters
	c.Timeout, c.ReadTimeout, c.WriteTimeout = 2*time.Second, 20*time.Second, 20*time.Second
	c.ParseTime, c.Loc, c.Logger = true, time.UTC, &mysqldriver.NopLogger{}
	connector, err := mysqldriver.NewConnector(c)
	if err != nil {
		n.t.Fatal(err)
	}
	pool := sql.OpenDB(connector)
	pool.SetMaxIdleConns(2)
	n.t.Cleanup(func() { _ = pool.Close() })
	return pool
}

// Data gives a pool of connections of root to the database of the servers. What it reads is what every
// node of a cluster has acknowledged before.
func (n *Node) Data() *sql.DB {
	n.t.Helper()
	if n.cluster == nil {
		return n.open(database, nil)
	}
	return n.open(database, map[string]string{"wsrep_sync_wait": "1"})
}

func (n *Node) config() string { return filepath.Join(n.dir, "my.cnf") }

func (n *Node) program(as *syscall.Credential, extra ...string) *exec.Cmd {
	c := exec.CommandContext(background(n.t), "mariadbd", append([]string{"--defaults-file=" + n.config()}, extra...)...)
	c.Dir = n.dir
	if as != nil {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	}
	return c
}

func (n *Node) configuration(id int) string {
	_, number, _ := strings.Cut(n.Addr, ":")
	text := fmt.Sprintf(`[mariadbd]
datadir=%[1]s/data
socket=%[1]s/sock
pid-file=%[1]s/pid
port=%[2]s
bind-address=127.0.0.1
skip-name-resolve
server_id=%[3]d
max_connections=500
performance_schema=OFF
innodb_flush_log_at_trx_commit=1
innodb_doublewrite=1
innodb_buffer_pool_size=64M
innodb_log_file_size=32M
log_bin
sync_binlog=1
binlog_format=ROW
`, n.dir, number, id)
	if n.cluster != nil {
		text += n.cluster.configuration()
	}
	return text
}

// Start starts the node and waits until it is ready. One of a cluster that was killed finds out
// first how far it came, so that it needs only what it missed from the others, and not all data.
func (n *Node) Start() {
	n.t.Helper()
	n.Launch()
	n.AwaitReady(readyWithin)
}

// Launch starts the node, with further arguments, and does not wait.
func (n *Node) Launch(extra ...string) {
	n.t.Helper()
	if n.cluster != nil {
		extra = append(extra, n.recovered()...)
	}
	n.Process.Launch(extra...)
}

// Replace gives the node an empty data folder, as a new machine has. The node must not run.
func (n *Node) Replace() {
	n.t.Helper()
	if err := os.RemoveAll(n.DataFolder()); err != nil {
		n.t.Fatal(err)
	}
	copyFolder(n.t, install(n.t), n.DataFolder())
}

// DataFolder is where the node has its data.
func (n *Node) DataFolder() string { return filepath.Join(n.dir, "data") }

// Settings is the file of settings that the node was started with.
func (n *Node) Settings() string {
	n.t.Helper()
	text, err := os.ReadFile(n.config())
	if err != nil {
		n.t.Fatal(err)
	}
	return string(text)
}

// Stop ends the node as an operator does.
func (n *Node) Stop() {
	n.t.Helper()
	if code := n.Terminate(); code != 0 {
		n.t.Fatalf("%s ended with %d:\n%s", n.Name, code, n.tail(30))
	}
}

// AwaitReady waits until the node takes statements.
func (n *Node) AwaitReady(within time.Duration) {
	n.t.Helper()
	ready := Holds(within, func() bool {
		if !n.Running() {
			n.t.Fatalf("%s ended:\n%s", n.Name, n.tail(60))
		}
		return n.Ready()
	})
	if !ready {
		n.t.Fatalf("%s is not ready after %v:\n%s", n.Name, within, n.tail(60))
	}
}

// Ready tells whether the node takes statements: one of a cluster does not while it joins, and
// without a quorum.
func (n *Node) Ready() bool {
	ctx, cancel := context.WithTimeout(background(n.t), 2*time.Second)
	defer cancel()
	if n.cluster == nil {
		return n.pool.PingContext(ctx) == nil
	}
	return n.status(ctx, "wsrep_ready") == "ON"
}

// Status is a value of SHOW STATUS, or empty if the node does not answer.
func (n *Node) Status(name string) string {
	ctx, cancel := context.WithTimeout(background(n.t), 5*time.Second)
	defer cancel()
	return n.status(ctx, name)
}

func (n *Node) status(ctx context.Context, name string) string {
	var value string
	if err := n.pool.QueryRowContext(ctx, "SHOW GLOBAL STATUS LIKE '"+name+"'").Scan(&name, &value); err != nil {
		return ""
	}
	return value
}

// SQL is a pool of connections of root to this node. It names no database.
func (n *Node) SQL() *sql.DB { return n.pool }

// Exec runs a statement as root.
func (n *Node) Exec(statement string) {
	n.t.Helper()
	ctx, cancel := context.WithTimeout(background(n.t), 20*time.Second)
	defer cancel()
	if _, err := n.pool.ExecContext(ctx, statement); err != nil {
		n.t.Fatalf("%s: %s: %v", n.Name, statement, err)
	}
}
