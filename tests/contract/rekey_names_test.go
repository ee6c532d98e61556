package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
)

// A password is made of none of a person's names: the check says so of a future user and of one who exists,
// and the change refuses it.
func TestRekeyAPasswordIsNotMadeOfAPersonsNames(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("minnie")
		for _, c := range []struct {
			name     string
			names    j
			password string
		}{
			{"the given name", j{"givenName": "Wolkenkratzerin"}, "wolkenkratzerin1"},
			{"the family name", j{"familyName": "Wolkenkratzerin"}, "wolkenkratzerin1"},
			{"the nickname", j{"nickname": "Wolkenkratzerin"}, "wolkenkratzerin1"},
			{"the display name", j{"displayName": "Wolken Kratzerin"}, "WolkenKratzerin!"},
			{"given and family name", j{"givenName": "Wolken", "familyName": "Kratzerin"}, "wolkenkratzerin"},
		} {
			w.Step(c.name, func(t *testing.T) {
				judged := func(body j, acceptable bool) {
					t.Helper()
					a := n.must(200, http.MethodPost, "/v1/password-checks", with(body, "password", c.password))
					if strings.Contains(a.Body, `"acceptable":true`) != acceptable || strings.Contains(a.Body, `"code":"context_word"`) == acceptable {
						t.Errorf("want acceptable: %v: %s", acceptable, a.Body)
					}
				}
				judged(with(c.names, "tenantId", w.Tenant.ID), false)
				n.must(200, http.MethodPatch, users+"/"+p.ID, with(j{"givenName": "", "familyName": "", "nickname": "", "displayName": ""}, "locale", "en"))
				judged(j{"userId": p.ID}, true)
				n.must(200, http.MethodPatch, users+"/"+p.ID, c.names)
				judged(j{"userId": p.ID}, false)
				n.refused(422, "password_policy", http.MethodPut, users+"/"+p.ID+"/password", j{"password": c.password})
			})
		}
	})
}
