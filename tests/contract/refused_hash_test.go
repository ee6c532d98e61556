package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestARefusedHashNamesItsBound: an operator who moves users from another system learns which number
// was out of bounds, from each surface that takes a hash, and never sees the hash again.
func TestARefusedHashNamesItsBound(t *testing.T) {
	t.Parallel()
	cheap := "$2b$09$" + entrustHash[7:]
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for surface, call := range seed.InOrder(map[string]harness.Call{
			"the native one": {Method: http.MethodPut, Path: users + "/" + ada.ID + "/password", Token: w.Owner().Key.Reveal(), Body: j{"hash": cheap}},
			"Entrust's":      entrustPut(w, ada, entrustImport(cheap)),
			"ZITADEL's":      zitadel(w).patch("/v2/users/"+ada.ID, zitHuman(j{"hashedPassword": j{"hash": cheap}})),
		}) {
			w.Check(surface, func(t *testing.T) {
				a := w.Do(call)
				if a.Status < 400 || a.Status > 422 || !strings.Contains(a.Body, "bcrypt: the cost must be 10 to 16") || strings.Contains(a.Body, cheap[7:]) {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
		w.Check("a PBKDF2 hash without its length is taken", func(*testing.T) {
			asOwner(w).must(200, http.MethodPut, users+"/"+ada.ID+"/password",
				j{"hash": "$pbkdf2-sha256$i=10000$MDEyMzQ1Njc4OWFiY2RlZg$4srPkvRyT1CT3mYO4hFFZk5gbAWDiteafcOJ3ykbsng"})
			nobody(w).must(201, http.MethodPost, sessionsPath, nativeLogin("ada", "pleaseletmein", ""))
		})
	})
}
