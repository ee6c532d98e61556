package stores_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestWhatIsWrittenMeanwhileIsNotOld: an event that another server writes between the
// statements that look for the last old one is not taken for old.
func TestWhatIsWrittenMeanwhileIsNotOld(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.Twin()
		w.Clock.Advance(time.Hour)
		last, err := w.Store.Read(t.Context()).LastPlace(w.Tenant.ID)
		must(t, err)
		statements := 0
		w.WatchStore(func(_ context.Context, statement string) {
			if statements++; statements > 1 && strings.HasSuffix(statement, " events") {
				must(t, twin.Store.Write(t.Context()).AppendEvent(&models.Event{
					TenantID: w.Tenant.ID, ActorKind: "system", Action: "test.meanwhile", Outcome: "done",
				}))
			}
		})
		got, err := w.Store.Read(t.Context()).LastBefore(w.Tenant.ID, 0, w.Clock.Now())
		must(t, err)
		if got != last {
			t.Errorf("events up to %d are old, want %d: those behind were written now", got, last)
		}
	})
}
