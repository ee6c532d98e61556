package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// asksByAddress are the calls that name an address and prove nothing.
func asksByAddress(w *harness.World) map[string]func(address string) harness.Call {
	wb := wristband(w)
	return map[string]func(address string) harness.Call{
		"a reset request":        func(a string) harness.Call { return post("/v1/reset-requests", j{"email": a}) },
		"forgotPassword":         func(a string) harness.Call { return post(forgotPath, j{"emailAddress": a}) },
		"forgotUsername":         func(a string) harness.Call { return post(reminderPath, j{"emailAddress": a}) },
		"request-password-reset": func(a string) harness.Call { return wbAsk(w, wb, a) },
	}
}

// TestTheMailGoesToTheAddressThatWasTyped: a user who lost his first mailbox asks by the
// second one, and waits there.
func TestTheMailGoesToTheAddressThatWasTyped(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		addresses := func(second bool) {
			n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"emails": []j{
				{"address": ada.Email, "verified": true, "primary": true},
				{"address": "Second@example.test", "verified": second}, {"address": "third@example.test", "verified": false},
			}})
			w.Clock.Advance(time.Hour)
			w.Deliver()
		}
		gets := func(t *testing.T, c harness.Call, want ...string) {
			t.Helper()
			w.Clock.Advance(time.Hour)
			before := len(w.Mails())
			if a := w.Do(c); a.Status >= 300 {
				t.Fatalf("%d %s", a.Status, a.Body)
			}
			var to []string
			for _, m := range w.Mails()[before:] {
				to = append(to, m.To)
			}
			if strings.Join(to, " ") != strings.Join(want, " ") {
				t.Errorf("the mail went to %q, want %q", to, want)
			}
		}
		for _, by := range []models.ResetBy{models.ResetByLink, models.ResetByOTP} {
			w.Settings(func(s *models.Settings) { s.ResetBy = by })
			for way, ask := range seed.InOrder(asksByAddress(w)) {
				w.Check(way+" by "+string(by), func(t *testing.T) {
					addresses(true)
					gets(t, ask(ada.Email), ada.Email)
					gets(t, ask("second@example.test"), "Second@example.test")
					gets(t, ask("ＳＥＣＯＮＤ@EXAMPLE.test"), "Second@example.test") // as it is stored, not as it was typed
					gets(t, ask("third@example.test"))
					gets(t, ask("fourth@example.test"))
					addresses(false)
					gets(t, ask("second@example.test"))
				})
			}
		}
		w.Check("a user name leads to the primary address", func(t *testing.T) {
			addresses(true)
			gets(t, post("/v1/reset-requests", j{"username": "ada"}), ada.Email)
		})
		w.Check("a user name that is one of the addresses leads there", func(t *testing.T) {
			n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"username": "second@example.test"})
			gets(t, post("/v1/reset-requests", j{"username": "second@example.test"}), "Second@example.test")
			gets(t, post(forgotPath, j{"username": "SECOND@example.test"}), "Second@example.test")
		})
	})
}

// TestSeveralAddressesAreNoMoreMails: who asks by all of them gets no more than by one.
func TestSeveralAddressesAreNoMoreMails(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada := asOwner(w), w.Person("ada")
		n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"emails": []j{
			{"address": ada.Email, "verified": true}, {"address": "b@example.test", "verified": true}, {"address": "c@example.test", "verified": true},
		}})
		before := len(w.Mails())
		for range 3 {
			for _, body := range []j{{"email": ada.Email}, {"email": "b@example.test"}, {"email": "c@example.test"}, {"username": "ada"}} {
				must(w, post("/v1/reset-requests", body), http.StatusAccepted)
			}
		}
		if n := len(w.Mails()) - before; n != 3 {
			t.Errorf("%d mails within the hour", n)
		}
		w.Check("and a mailbox that changes hands gets no more", func(t *testing.T) {
			bob := w.Person("bob")
			w.Clock.Advance(time.Hour)
			for range 3 {
				must(w, post("/v1/reset-requests", j{"email": "b@example.test"}), http.StatusAccepted)
			}
			w.Deliver()
			n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"emails": []j{{"address": ada.Email, "verified": true}}})
			n.must(200, http.MethodPatch, users+"/"+bob.ID, j{"emails": []j{{"address": "b@example.test", "verified": true}}})
			before := len(w.Mails())
			must(w, post("/v1/reset-requests", j{"username": "bob"}), http.StatusAccepted)
			if n := len(w.Mails()) - before; n != 0 {
				t.Errorf("%d mails", n)
			}
		})
	})
}
