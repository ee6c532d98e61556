package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestALocaleHasOneSpelling in the store; a text that is no locale is refused with a reason.
func TestALocaleHasOneSpelling(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		at := users + "/" + ada.ID
		for given, want := range seed.InOrder(map[string]string{
			"en_US": "en-US", "de_DE": "de-DE", "de_CH.UTF-8": "de-CH", "de_DE@euro": "de-DE", "zh-hant-tw": "zh-Hant-TW", "FR": "fr", "es-419": "es-419", "de-CH-1996": "de-CH-1996",
		}) {
			w.Check(given, func(t *testing.T) {
				for _, a := range []harness.Answer{
					n.must(200, http.MethodPatch, at, j{"locale": given}),
					n.must(201, http.MethodPost, users, j{"tenantId": w.Tenant.ID, "username": "in " + given, "locale": given}),
				} {
					if got := a.Field(t, "locale"); got != want {
						t.Errorf("%s is %s, want %s", given, got, want)
					}
					// What was read can be sent back, and changes nothing.
					again := n.must(200, http.MethodPatch, users+"/"+a.Field(t, "id"), j{"locale": a.Field(t, "locale")})
					if again.Field(t, "version") != a.Field(t, "version") {
						t.Errorf("%s changed", a.Body)
					}
				}
			})
		}
		for given, status := range seed.InOrder(map[string]int{
			"xx": 422, "C": 422, "POSIX": 422, "english": 422, "und": 422, "": 400, "de DE": 400, "-": 400, "de-": 400, strings.Repeat("d", 36): 400,
		}) {
			w.Check("no locale: "+given, func(t *testing.T) {
				a := n.must(status, http.MethodPatch, at, j{"locale": given})
				if len(given) < 36 && !strings.Contains(a.Body, "such as en, de-CH or zh-Hant") {
					t.Errorf("%s", a.Body)
				}
			})
		}
		w.Check("those that messages are written in are listed", func(t *testing.T) {
			var list struct{ Items []struct{ Locale string } }
			n.must(200, http.MethodGet, "/v1/locales", nil).JSON(t, &list)
			for _, l := range list.Items {
				n.must(200, http.MethodPatch, at, j{"locale": l.Locale})
			}
			n.must(200, http.MethodPatch, at, j{"locale": "de-AT"})
			before := len(w.Mails())
			n.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "ada"})
			if m := w.Mails()[before:]; len(m) != 1 || !strings.Contains(m[0].Subject, "Passwort") || len(list.Items) < 2 {
				t.Errorf("%+v, %+v", m, list)
			}
		})
	})
}
