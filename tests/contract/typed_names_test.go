package contract_test

import (
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestBlanksAroundATypedName come from a keyboard or the clipboard: they name nobody else,
// since no name or address that is stored begins or ends with one. Those of a password count.
func TestBlanksAroundATypedName(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, n := w.Person("ada"), nobody(w)
		for what, typed := range seed.InOrder(map[string]string{
			"behind a name": "ada ", "before a name": " \tada", "no-break spaces": "\u00a0ada\u00a0", "around an address": " " + p.Email + " ",
		}) {
			w.Check(what+", a login", func(t *testing.T) {
				n.must(201, http.MethodPost, sessionsPath, nativeLogin(typed, p.Password, ""))
				if a := w.Do(harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Body: j{"userName": typed, "password": p.Password}}); a.Status != http.StatusCreated && a.Status != http.StatusOK {
					t.Errorf("at Boomi's surface: %d: %s", a.Status, a.Body)
				}
				n.must(401, http.MethodPost, sessionsPath, nativeLogin(typed, p.Password+" ", ""))
			})
		}
		w.Check("a reset reaches the mailbox", func(t *testing.T) {
			before := len(w.Mails())
			n.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "ada "})
			n.must(202, http.MethodPost, "/v1/reset-requests", j{"email": " " + p.Email})
			if more := len(w.Mails()) - before; more != 2 {
				t.Errorf("%d mails", more)
			}
		})
	})
}
