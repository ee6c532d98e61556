package stores_test

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/doctor"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestTheDoctorComparesKeptCheckpoints: a log of the service that was kept elsewhere shows that a
// database is older than it.
func TestTheDoctorComparesKeptCheckpoints(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("ada")
		var log strings.Builder
		for range 2 {
			w.Clock.Advance(2 * time.Hour)
			signed, err := w.Core.Audit.WriteCheckpoints(t.Context())
			must(t, err)
			for _, c := range signed {
				fmt.Fprintf(&log, `{"msg":"audit checkpoint","tenant":%q,"sequence":%d,"checkpoint":%q}`+"\n", c.TenantID, c.Sequence, c.Signature)
			}
			w.Person("bob" + fmt.Sprint(log.Len()))
		}
		file := filepath.Join(t.TempDir(), "rekey.log")
		examined := func(text string) string {
			must(t, os.WriteFile(file, []byte(text), 0o600))
			d := doctor.Doctor{Config: &config.Config{DatabaseURL: w.DBURL}, Clock: w.Clock, Log: slog.New(slog.DiscardHandler), Checkpoints: file}
			var found []string
			for _, f := range d.Examine(t.Context()) {
				if f.About == "checkpoints" {
					found = append(found, string(f.State)+" "+f.Text)
				}
			}
			return strings.Join(found, "\n")
		}
		last := lastChain(t, w)
		for _, step := range []struct{ name, change, log, want string }{
			{"it agrees", "", log.String(), "ok the last ones of "},
			{"no checkpoint", "", "a log without one", "warn " + file + " has none"},
			{"another hash", fmt.Sprintf("UPDATE events SET hash = previous_hash WHERE tenant_id = '%s' AND sequence = %d", w.Tenant.ID, last), log.String(), "warn the checkpoint of tenant " + w.Tenant.ID},
			{"no event", fmt.Sprintf("DELETE FROM events WHERE tenant_id = '%s' AND sequence = %d", w.Tenant.ID, last), log.String(), "is missing; run rekey audit verify"},
			{"an older end", fmt.Sprintf("UPDATE event_chains SET sequence = 1 WHERE tenant_id = '%s'", w.Tenant.ID), log.String(), "the database ends at event 1: it is older"},
		} {
			if step.change != "" {
				w.Spoil(step.change)
			}
			if got := examined(step.log); !strings.Contains(got, step.want) {
				t.Errorf("%s: %s; want %s", step.name, got, step.want)
			}
		}
	})
}

// lastChain is the place of the last checkpoint in the tenant's chain.
func lastChain(t *testing.T, w *harness.World) int64 {
	t.Helper()
	n, err := w.Store.Read(t.Context()).LastCheckpoint(w.Tenant.ID)
	must(t, err)
	return n
}
