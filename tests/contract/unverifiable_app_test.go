package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestAnAppThatCannotBeVerified: its secret was sealed under a secret file that is lost, or
// the row is damaged. Its codes are wrong ones then, with an alarm, and nothing is out of
// order for the caller; a recovery code still lets the owner in.
func TestAnAppThatCannotBeVerified(t *testing.T) {
	t.Parallel()
	for name, sealed := range seed.InOrder(map[string]string{"of a lost secret file": strings.Repeat("s", 80), "too short": "s"}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				n, p := asOwner(w), w.Person("ada")
				a := withApp(w, p)
				boomi := w.Do(withCode("ada", p.Password, a.wrong()))
				native := w.Do(harness.Call{Method: http.MethodPost, Path: sessionsPath, Body: nativeLogin("ada", p.Password, a.wrong())})
				w.Spoil("UPDATE totp_factors SET sealed = ? WHERE user_id = ?", []byte(sealed), p.ID)
				w.Check("its code is answered as a wrong one", func(t *testing.T) {
					same(t, "at one surface", boomi, w.Do(withCode("ada", p.Password, a.code())))
					same(t, "at another", native, w.Do(harness.Call{Method: http.MethodPost, Path: sessionsPath, Body: nativeLogin("ada", p.Password, a.code())}))
				})
				w.Check("an event says why", func(t *testing.T) {
					event := n.must(200, http.MethodGet, "/v1/events?userId="+p.ID+"&action=second_factor.unverifiable", nil).Body
					if strings.Count(event, `"action":"second_factor.unverifiable"`) != 2 {
						t.Errorf("%s", event)
					}
				})
				w.Check("a recovery code is as good as before", func(*testing.T) {
					nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.codes[0].Reveal()))
				})
			})
		})
	}
}
