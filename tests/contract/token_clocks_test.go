package contract_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestATokenOfAServerWhoseClockDiffers: what one server issued another admits if their
// clocks are up to a minute apart, at both ends of its life; what ended does not profit.
func TestATokenOfAServerWhoseClockDiffers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, k := asOwner(w), w.Key("users:read")
		client := func(at *harness.World) string { return native{at, ""}.tokenOf(t, k.ID, k.Secret.Reveal()).token }
		admitted := func(t *testing.T, at *harness.World, token string, want bool) {
			t.Helper()
			if got := (native{at, token}).get("/v1/users").Status == http.StatusOK; got != want {
				t.Errorf("admitted %t, want %t", got, want)
			}
		}
		near, far := w.TwinAhead(59*time.Second), w.TwinAhead(61*time.Second)
		w.Check("one from a minute ahead is admitted at once", func(t *testing.T) { admitted(t, w, client(near), true) })
		w.Check("one from further ahead is not", func(t *testing.T) { admitted(t, w, client(far), false) })
		w.Check("it lives its time at a server that is a minute ahead, and not at one further ahead", func(t *testing.T) {
			token := client(w)
			w.Clock.Advance(15 * time.Minute)
			admitted(t, near, token, true)
			admitted(t, far, token, false)
		})
		w.Check("what ended is refused at once, whatever the clocks say", func(t *testing.T) {
			ada := w.Person("ada")
			in := n.must(201, http.MethodPost, "/v1/sessions", j{"username": ada.Username, "password": ada.Password})
			var opened struct{ Session struct{ ID string } }
			in.JSON(t, &opened)
			own := func(at *harness.World) int {
				return native{at, in.Field(t, "accessToken")}.get("/v1/users/" + ada.ID).Status
			}
			if got := own(near); got != http.StatusForbidden {
				t.Fatalf("the token is not admitted: %d", got)
			}
			n.must(204, http.MethodDelete, "/v1/sessions/"+opened.Session.ID, nil)
			for _, at := range []*harness.World{w, near, far} {
				if got := own(at); got != http.StatusUnauthorized {
					t.Errorf("of a session that ended: %d", got)
				}
			}
			of := client(w)
			n.must(204, http.MethodDelete, "/v1/api-keys/"+k.ID, nil)
			admitted(t, near, of, false)
		})
	})
}
