package stores_test

import (
	"context"
	"errors"
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAChangeOfAnyVersionGetsThrough changes a user whom others keep changing: a request that names
// no version is not answered that the version does not match.
func TestAChangeOfAnyVersionGetsThrough(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key, busy := w.Key("users:write").Key.Reveal(), w.Person("ada")
		for _, c := range []struct {
			name   string
			others int // changes by others, each between the reading and the writing
			want   int
		}{
			{"eight others", 8, http.StatusOK},
			{"more than it waits for", 100, http.StatusServiceUnavailable},
		} {
			w.WatchStore(between(t, w, busy.ID, c.others))
			got := w.Do(harness.Call{Method: http.MethodPatch, Path: "/v1/users/" + busy.ID, Token: key, Body: map[string]any{"givenName": c.name}})
			w.WatchStore(nil)
			if got.Status != c.want {
				t.Errorf("%s: the answer is %d %s, want %d", c.name, got.Status, got.Body, c.want)
			}
		}
	})
}

// between changes the user so many times: before each reading of the addresses, which is after that
// of the user.
func between(t *testing.T, w *harness.World, userID string, times int) func(context.Context, string) {
	t.Helper()
	own := false
	return func(ctx context.Context, statement string) {
		if statement != "select addresses" || own || times == 0 {
			return
		}
		own, times = true, times-1
		if _, err := w.Store.Write(ctx).IncrementUserVersion(userID); err != nil && !errors.Is(err, fault.ErrUnavailable) {
			t.Error(err)
		}
		own = false
	}
}
