package contract_test

import (
	"context"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestEveryStatementEndsSoonAfterItsRequest: nobody waits for a silent database longer than
// his connection is kept, since each statement has an end of its own, also of what is
// settled for a caller who is gone.
func TestEveryStatementEndsSoonAfterItsRequest(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		owner := w.Owner()
		for _, o := range harness.Contract() {
			within := 25 * time.Second // 15 of the request, and twice 5 of what is settled
			if o.ID == "exportEvents" {
				within = 30 * time.Second // each part of what is streamed
			}
			w.WatchStore(func(ctx context.Context, statement string) {
				if end, ok := ctx.Deadline(); !ok || time.Until(end) > within {
					t.Errorf("%s: %s ends %t at %s", o, statement, ok, end)
				}
			})
			_ = w.Do(o.Example(owner))
			w.WatchStore(nil)
		}
	})
}
