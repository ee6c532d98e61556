package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// own is a change of one's own password.
func own(token string, body j) harness.Call {
	whole := j{"currentPassword": harness.Password, "newPassword": harness.NewPassword, "confirmPassword": harness.NewPassword}
	for k, v := range seed.InOrder(body) {
		whole[k] = v
	}
	c := post(changePath, whole)
	c.Token = token
	return c
}

func TestBoomiChangingOnesOwnPassword(t *testing.T) {
	t.Parallel()
	change := func(body j) func(*harness.World) harness.Call {
		return func(w *harness.World) harness.Call { return own(w.LogIn(w.Person("ada")).AccessToken, body) }
	}
	kept := func(w *harness.World, _ harness.Answer) { must(w, login("ada", harness.Password), http.StatusOK) }
	refused := func(name string, body j, has ...string) harness.Case {
		return harness.Case{Name: name, Status: http.StatusBadRequest, Given: change(body), Has: has, Then: kept, Never: []string{harness.NewPassword}}
	}
	cases := []harness.Case{
		refused("a wrong current password is refused", j{"currentPassword": harness.NewPassword},
			`"detail":"The current password is not correct."`, `"/currentPassword":["The current password is wrong. Try again, or reset the password."]`),
		refused("a missing current password is refused", j{"currentPassword": nil}, `"/currentPassword":["The current password is missing."]`),
		refused("a current password that is no text is refused", j{"currentPassword": "\x00"}, `"/currentPassword"`),
		refused("two new passwords that differ are refused", j{"confirmPassword": harness.NewPassword + "x"},
			`"/confirmPassword":["The two passwords are not the same. Type both again."]`),
		refused("a missing confirmation is refused", j{"confirmPassword": nil}, `"/confirmPassword"`),
		refused("no new password is refused", j{"newPassword": nil, "confirmPassword": nil}, `"/newPassword":["A password is required."]`),
		refused("a new password that breaks rules is refused", j{"newPassword": "password", "confirmPassword": "password"},
			"urn:rekey:fault:password_policy", `"pointer":"/newPassword"`, `"code":"too_short"`, `"code":"blocklisted"`, `"/newPassword":[`),
		refused("the current password is no new one", j{"newPassword": harness.Password, "confirmPassword": harness.Password},
			`"code":"in_history"`),
		refused("a new password of the wrong type is refused", j{"newPassword": 5}, `"/newPassword":["The value has the wrong type."]`),
		{
			Name: "somebody else's userId is refused", Status: http.StatusForbidden, Then: kept,
			Given: func(w *harness.World) harness.Call {
				bob := w.Person("bob")
				return own(w.LogIn(w.Person("ada")).AccessToken, j{"userId": bob.Number})
			},
		},
		{
			Name: "an API key is refused, whatever it may do", Status: http.StatusForbidden,
			Given: func(w *harness.World) harness.Call {
				return own(w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}).Key.Reveal(), nil)
			},
			Has: []string{"The credentials do not permit this operation."},
		},
		{
			Name: "one's own userId is accepted", Status: http.StatusOK, Has: []string{`{"message":"Password has been changed. Log in again."}`},
			Given: func(w *harness.World) harness.Call {
				p := w.Person("ada")
				return own(w.LogIn(p).AccessToken, j{"userId": p.Number})
			},
		},
		{Name: "userId 0 is nobody's", Status: http.StatusOK, Given: change(j{"userId": 0})},
	}
	harness.Run(t, cases)
}

func TestBoomiAChangeEndsEverySession(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		key := resetKey(w, p)
		here, there := w.LogIn(p), w.LogIn(p)
		must(w, own(here.AccessToken, nil), http.StatusOK)
		for _, in := range []*harness.Login{here, there} {
			must(w, own(in.AccessToken, nil), http.StatusUnauthorized)
			must(w, refresh(in.RefreshToken), http.StatusUnauthorized)
		}
		must(w, check(resetPath, key), http.StatusBadRequest)
		must(w, login("ada", harness.Password), http.StatusUnauthorized)
		must(w, login("ada", harness.NewPassword), http.StatusOK)
		if m := w.LastMail(p.Email); strings.Contains(m.Text, harness.NewPassword) || keyOfLink.MatchString(m.Text) {
			t.Error("the notice tells too much")
		}
	})
}

// TestBoomiAWrongCurrentPasswordCountsAsAFailedLogin plays S10.
func TestBoomiAWrongCurrentPasswordCountsAsAFailedLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		token := w.LogIn(w.Person("ada")).AccessToken
		for range 5 {
			must(w, own(token, j{"currentPassword": "a guess at the password"}), http.StatusBadRequest)
		}
		must(w, own(token, nil), http.StatusBadRequest)
		must(w, login("ada", harness.Password), http.StatusUnauthorized)
		w.Clock.Advance(9 * time.Minute)
		must(w, own(token, nil), http.StatusOK)
	})
}
