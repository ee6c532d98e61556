package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// TestUsersWriteAloneCannotSwitchOffASecondFactor, nor on: that is what second-factors:write
// is for, on a mailed code as on an app; and the user is told.
func TestUsersWriteAloneCannotSwitchOffASecondFactor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, q := w.Person("ada", harness.WithMFA), w.Person("bob")
		clerk := native{w, w.Key("users:write").Key.Reveal()}
		off, on := j{"secondFactor": false}, j{"secondFactor": true}
		clerk.refuses(
			refusal{"off", 403, "forbidden", http.MethodPatch, "/v1/users/" + p.ID, off, nil},
			refusal{"off, with something else", 403, "forbidden", http.MethodPatch, "/v1/users/" + p.ID, j{"secondFactor": false, "locale": "de"}, nil},
			refusal{"on", 403, "forbidden", http.MethodPatch, "/v1/users/" + q.ID, on, nil},
		)
		nobody(w).refused(401, "second_factor_required", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
		w.Check("what it is already may be said", func(t *testing.T) {
			clerk.must(200, http.MethodPatch, "/v1/users/"+p.ID, j{"secondFactor": true, "locale": "de"})
		})
		desk := native{w, w.Key("users:write", "second-factors:write").Key.Reveal()}
		w.Step("who may change second factors switches it off", func(t *testing.T) {
			desk.must(200, http.MethodPatch, "/v1/users/"+p.ID, off)
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
			if m := w.LastMail(p.Email); !strings.Contains(m.Text, "Codes per Mail als zweiter Faktor abgeschaltet") { // her language was changed
				t.Errorf("the user is not told: %s\n%s", m.Subject, m.Text)
			}
		})
	})
}
