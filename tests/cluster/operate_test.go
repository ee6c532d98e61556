package cluster_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
)

// block is a block of code of docs/operate.md that follows a mark with these words.
func block(t *testing.T, mark string) string {
	t.Helper()
	page, err := os.ReadFile("../../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(page), mark+" -->\n```")
	if !found {
		t.Fatalf("docs/operate.md has no block %q", mark)
	}
	_, rest, _ = strings.Cut(rest, "\n")
	text, _, _ := strings.Cut(rest, "\n```\n")
	return text
}

var host = regexp.MustCompile(`\bdb([123])\b`)

// shell runs commands of the page, which name the nodes db1, db2 and db3.
func shell(t *testing.T, db *rig.Cluster, commands string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	bin := t.TempDir()
	// The nodes differ by their ports here, and not by their names.
	script := "#!/bin/sh\n[ \"$1\" = -h ] || exit 2\nport=${2#*:}\nshift 2\nexec mariadb --no-defaults -uroot -h127.0.0.1 -P\"$port\" \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "mysql"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	commands = host.ReplaceAllStringFunc(commands, func(name string) string { return db.Nodes[name[2]-'1'].Addr })
	c := exec.CommandContext(ctx, "bash", "-eu", "-c", commands)
	c.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "DATA="+db.Nodes[0].DataFolder())
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", commands, err, out)
	}
	return string(out)
}

// TestClusterOperate runs the commands that docs/operate.md tells the operator of a cluster.
func TestClusterOperate(t *testing.T) {
	t.Parallel()
	db := rig.Galera(t)
	for line := range strings.Lines(block(t, "whose lines tests/cluster compares with its own")) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "wsrep_cluster_address=") || strings.HasPrefix(line, "wsrep_provider=") { // of this machine
			line, _, _ = strings.Cut(line, "=")
		}
		if !strings.Contains(db.Nodes[0].Settings(), "\n"+line) && !strings.HasPrefix(db.Nodes[0].Settings(), line) {
			t.Errorf("the tested nodes have no %q", line)
		}
	}
	said := shell(t, db, block(t, "tests/cluster runs it on three nodes"))
	if strings.Count(said, "\t3\n") != 3 || strings.Count(said, "\tPrimary\n") != 3 || strings.Count(said, "\tSynced\n") != 3 {
		t.Errorf("the nodes are not well:\n%s", said)
	}
	n := db.Nodes
	n[1].Kill()
	n[2].Kill()
	rig.Await(t, "no quorum", 30*time.Second, func() bool { return !n[0].Ready() })
	shell(t, db, block(t, "tests/cluster runs it on a node that lost the others"))
	n[0].AwaitReady(30 * time.Second)
	n[1].Start()
	n[2].Replace()
	n[2].Start()
	rig.Await(t, "a cluster of three", 30*time.Second, n[2].Whole)
	for _, node := range []*rig.Node{n[2], n[1], n[0]} {
		node.Kill()
	}
	shell(t, db, block(t, "tests/cluster runs it on a node of a cluster that is down"))
	n[0].Launch("--wsrep-new-cluster")
	n[0].AwaitReady(30 * time.Second)
	n[1].Start()
	n[2].Start()
	rig.Await(t, "a cluster of three", 30*time.Second, n[2].Whole)
}
