package cluster_test

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/tests/cluster/rig"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestClusterMigratesOnce: `rekey migrate up` is started on three nodes at once. GET_LOCK would be
// local to each of them.
func TestClusterMigratesOnce(t *testing.T) {
	if seed.Cases() != seed.All { // the gate has the time of one cluster
		seed.Count("migrations of a cluster", 0, 1)
		return
	}
	seed.Count("migrations of a cluster", 1, 1)
	db := rig.Galera(t)
	said := make([]string, len(db.Nodes))
	var all sync.WaitGroup
	for i := range said {
		all.Go(func() {
			c := exec.CommandContext(t.Context(), rig.Binary, "migrate", "up")
			c.Dir = t.TempDir()
			c.Env = []string{"REKEY_DATABASE_URL=" + db.URL(i)}
			out, err := c.CombinedOutput()
			if said[i] = string(out); err != nil {
				t.Errorf("node %d: %v\n%s", i, err, out)
			}
		})
	}
	all.Wait()
	var applied int
	if err := db.Nodes[0].SQL().QueryRowContext(t.Context(), "SELECT COUNT(*) FROM rekey.goose_db_version WHERE version_id > 0").Scan(&applied); err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, text := range said {
		if n := regexp.MustCompile(`(\d+) migrations applied`).FindStringSubmatch(text); n != nil {
			count, _ := strconv.Atoi(n[1])
			sum += count
		}
	}
	if sum != applied || applied < 60 {
		t.Errorf("%d migrations were counted, and %d were applied: %s", sum, applied, fmt.Sprint(said))
	}
}
