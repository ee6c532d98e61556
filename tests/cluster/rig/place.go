package rig

import (
	"context"
	"net"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// folder is one of the test's own, in memory where the machine has such a place: what a process
// wrote before kill -9 is kept there as well. Other users may look into it, since a database server
// that root starts runs as another.
func folder(t testing.TB) string {
	t.Helper()
	root := ""
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() && spare("/dev/shm") > 4<<30 {
		root = "/dev/shm"
	}
	dir, err := os.MkdirTemp(root, "rekey-rig")
	if err == nil {
		err = os.Chmod(dir, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

var drawn = struct {
	sync.Mutex
	ports map[int]bool
}{ports: map[int]bool{}}

// port draws a free one that nothing else of this process has. It is below the range of outgoing
// connections (ip(7), ip_local_port_range), where it could be taken while its owner is down.
func port(t testing.TB) int {
	t.Helper()
	drawn.Lock()
	defer drawn.Unlock()
	d := seed.For(t, "port")
	for range 1000 {
		n := 12000 + d.IntN(20000)
		if drawn.ports[n] {
			continue
		}
		l, err := net.Listen("tcp", local(n))
		if err != nil {
			continue
		}
		drawn.ports[n] = true
		_ = l.Close()
		return n
	}
	t.Fatal("no free port")
	return 0
}

func local(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }

// copyFolder copies with owners and times.
func copyFolder(t testing.TB, from, to string) {
	t.Helper()
	if out, err := exec.CommandContext(context.WithoutCancel(t.Context()), "cp", "-a", from, to).CombinedOutput(); err != nil {
		t.Fatalf("cp: %v\n%s", err, out)
	}
}
