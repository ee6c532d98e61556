package contract_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestARefreshTokenThatIsShownAgain, where the tenant allows for tabs and lost answers: each
// surface answers its client with the same successor, and nobody else.
func TestARefreshTokenThatIsShownAgain(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, key, other := w.Person("ada"), w.Key("sessions:write").Key.Reveal(), w.Key("sessions:write").Key.Reveal()
		v1 := func(token, refreshToken string) harness.Call {
			return harness.Call{Method: http.MethodPost, Path: "/v1/sessions/refresh", Token: token, Body: j{"refreshToken": refreshToken}}
		}
		for _, c := range []struct {
			name   string
			call   func(refreshToken string) harness.Call
			member string
		}{
			{"rekey", func(r string) harness.Call { return v1("", r) }, "refreshToken"},
			{"rekey, with a key", func(r string) harness.Call { return v1(key, r) }, "refreshToken"},
			{"boomi", refresh, "refreshToken"},
		} {
			first := w.LogIn(ada).RefreshToken
			second := must(w, c.call(first), http.StatusOK).Field(t, c.member)
			if again := must(w, c.call(first), http.StatusOK).Field(t, c.member); again != second {
				t.Errorf("%s: another successor", c.name)
			}
			must(w, c.call(second), http.StatusOK)
			must(w, c.call(first), http.StatusUnauthorized)
		}
		first := w.LogIn(ada).RefreshToken
		second := must(w, v1(key, first), http.StatusOK).Field(t, "refreshToken")
		must(w, v1(other, first), http.StatusUnauthorized)
		must(w, v1(key, second), http.StatusUnauthorized)

		client := wristband(w)
		first = w.LogIn(ada).RefreshToken
		second = client.refresh(first).Field(t, "refresh_token")
		if again := client.refresh(first).Field(t, "refresh_token"); again != second {
			t.Error("wristband: another successor")
		}
		w.Clock.Advance(20 * time.Second)
		if a := client.refresh(first); a.Status != http.StatusBadRequest {
			t.Errorf("wristband: %d after the time", a.Status)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Sessions.RefreshReuseSeconds = 20 }))
}

// TestTwoPeopleAtOneMailbox: each resets by an address of his own, and an account without
// one by a link that is handed over.
func TestTwoPeopleAtOneMailbox(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		at := func(address string) func(*accounts.CreateUserInput) {
			return func(in *accounts.CreateUserInput) { in.Email = address }
		}
		w.Person("maria", at("family@example.test"))
		w.Person("leo", at("family+leo@example.test"))
		admin := w.Person("maria.admin", at(""))
		must(w, harness.Call{Method: http.MethodPost, Path: "/v1/reset-requests", Body: j{"email": "family+leo@example.test"}}, http.StatusAccepted)
		if mails := w.Mails(); len(mails) != 1 || mails[0].To != "family+leo@example.test" {
			t.Errorf("%d mails", len(mails))
		}
		n.must(201, http.MethodPost, "/v1/tickets", j{"userId": admin.ID, "purpose": "reset", "medium": "link", "deliver": "return"})
	})
}
