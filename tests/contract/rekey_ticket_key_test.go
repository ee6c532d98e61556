package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// A ticket with form key is redeemed by the link operations of the boomi surface, each in its own key space.
func TestRekeyTicketsWithAKey(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		order := func(p *harness.Person, purpose string) j {
			return j{"userId": p.ID, "purpose": purpose, "medium": "link", "form": "key", "deliver": "return"}
		}
		for _, c := range [][2]string{{"set", setPath}, {"invite", setPath}, {"reset", resetPath}} {
			purpose, redeemed := c[0], c[1]
			p := w.Person("key-"+purpose, harness.NoPassword)
			key := n.must(201, http.MethodPost, "/v1/tickets", order(p, purpose)).Field(t, "proof", "key")
			if len(key) != 36 {
				t.Fatalf("%s: the key is %q", purpose, key)
			}
			w.Check(purpose+": the other operations know no such key", func(t *testing.T) {
				other := map[string]string{setPath: resetPath, resetPath: setPath}[redeemed]
				must(w, check(other, key), http.StatusBadRequest)
				nobody(w).refused(http.StatusUnprocessableEntity, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", j{"ticket": key, "newPassword": harness.NewPassword})
			})
			w.Check(purpose+": the key sets the password once", func(t *testing.T) {
				must(w, check(redeemed, key), http.StatusOK)
				must(w, redeem(redeemed, key, harness.NewPassword), http.StatusOK)
				must(w, redeem(redeemed, key, harness.Password), http.StatusBadRequest)
				must(w, login(p.Username, harness.NewPassword), http.StatusOK)
			})
		}
		w.Check("a mailed invitation verifies the address", func(t *testing.T) {
			p := w.Person("invited", harness.NoPassword, harness.Unverified)
			n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "invite", "medium": "link", "form": "key"})
			must(w, redeem(setPath, mailedKey(w, p.Email), harness.NewPassword), http.StatusOK)
			a, err := w.Store.Read(t.Context()).AddressesOf(p.ID)
			if err != nil || len(a) != 1 || !a[0].Verified() {
				t.Errorf("addresses %v, %v", a, err)
			}
		})
		w.Check("a newer invitation ends the older key", func(t *testing.T) {
			p := w.Person("invited-twice", harness.NoPassword)
			old := n.must(201, http.MethodPost, "/v1/tickets", order(p, "invite")).Field(t, "proof", "key")
			n.must(201, http.MethodPost, "/v1/tickets", order(p, "invite"))
			must(w, check(setPath, old), http.StatusBadRequest)
		})
		w.Check("the answer to a mailed key has no key", func(t *testing.T) {
			p := w.Person("mailed")
			a := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "medium": "link", "form": "key"})
			if key := mailedKey(w, p.Email); strings.Contains(a.Body, key) || strings.Contains(a.Body, "proof") {
				t.Errorf("the answer: %s", a.Body)
			}
		})
		w.Check("a form that makes no sense is refused by name", func(t *testing.T) {
			p := w.Person("odd", harness.Unverified)
			for _, change := range []j{
				with(order(p, string(models.PurposeReset)), "medium", "otp"),
				with(with(order(p, string(models.PurposeReset)), "medium", "otp"), "form", "ticket"),
				order(p, string(models.PurposeVerify)),
			} {
				a := n.must(400, http.MethodPost, "/v1/tickets", change)
				if !strings.Contains(a.Body, `"/form"`) || !strings.Contains(a.Body, "not_allowed") {
					t.Errorf("%v: %s", change, a.Body)
				}
			}
		})
	})
}
