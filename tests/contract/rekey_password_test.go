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

// TestRekeySetPassword: an administrator sets, generates, imports and removes a password.
func TestRekeySetPassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("passwords:write", "passwords:read").Key.Reveal()}
		p := w.Person("ada")
		path := "/v1/users/" + p.ID + "/password"
		w.LogIn(p)
		w.LogIn(p)
		w.Step("setting one ends all logins, and tells how many", func(t *testing.T) {
			set := n.must(200, http.MethodPut, path, j{"password": harness.NewPassword, "mustChange": false})
			if set.Field(t, "endedSessions") != "2" || set.Field(t, "revokedRefreshTokens") != "2" || set.Field(t, "password") != "" ||
				set.Field(t, "state", "present") != "true" || set.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("set: %s", set.Body)
			}
			if !w.CanLogIn(p, harness.NewPassword) || len(w.Mails()) != 1 {
				t.Error("the password is not the new one, or the user was not told once")
			}
		})
		n.setsNoPassword(path)
		n.refuses(refusal{"a password for a user in a directory", 409, "no_directory", http.MethodPut,
			"/v1/users/" + w.Person("dir", harness.InDirectory).ID + "/password", j{"generate": true}, nil})

		w.Check("a generated one is mailed, not shown, and ends when it is told to", func(t *testing.T) {
			sent := len(w.Mails())
			mailed := n.must(200, http.MethodPut, path, j{"generate": true, "mailPassword": true, "expiresAt": "2026-01-03T00:00:00Z"})
			if mailed.Field(t, "password") != "" || mailed.Field(t, "state", "mustChange") != "true" || mailed.Field(t, "state", "expiresAt") != "2026-01-03T00:00:00Z" {
				t.Errorf("generated: %s", mailed.Body)
			}
			if m := w.Mails()[sent:]; len(m) != 1 || strings.Contains(mailed.Body, "password\":\"") {
				t.Errorf("%d mails", len(m))
			}
		})
		w.Step("an imported hash is a password", func(t *testing.T) {
			n.must(200, http.MethodPut, path, j{"hash": entrustHash, "clearHistory": true})
			state := n.must(200, http.MethodGet, path, nil)
			if state.Field(t, "present") != "true" || state.Field(t, "mustChange") != "false" {
				t.Errorf("imported: %s", state.Body)
			}
		})
		w.Step("a removed one is gone", func(t *testing.T) {
			gone := n.must(200, http.MethodDelete, path, nil)
			if gone.Field(t, "userId") != p.ID || n.must(200, http.MethodGet, path, nil).Body != `{"mustChange":false,"present":false}`+"\n" {
				t.Errorf("removed: %s", gone.Body)
			}
		})
		n.refuses(
			refusal{"removing it twice", 404, "no_password", http.MethodDelete, path, nil, nil},
			refusal{"removing one in a directory", 409, "no_directory", http.MethodDelete, "/v1/users/" + w.Person("dir2", harness.InDirectory).ID + "/password", nil, nil},
		)
	})
}

// setsNoPassword is tried by an administrator on somebody's password.
func (n native) setsNoPassword(path string) {
	n.T.Helper()
	for name, body := range seed.InOrder(map[string]j{
		"nothing": {}, "a password and a generated one": {"password": "violet otters paddle at noon", "generate": true},
		"a generated one and a hash": {"generate": true, "hash": "x"}, "one that is not generated": {"generate": false},
		"the return of one that is known": {"password": "violet otters paddle at noon", "returnPassword": true}, "an empty one": {"password": ""},
		"null": {"password": nil}, "an odd revocation": {"generate": true, "revoke": "some"},
	}) {
		n.refuses(refusal{"setting " + name, 400, "malformed_request", http.MethodPut, path, body, nil})
	}
	n.Check("a short one is refused, and not told again", func(t *testing.T) {
		short := n.refused(422, "password_policy", http.MethodPut, path, j{"password": "short"})
		if !strings.Contains(short.Body, `"code":"too_short"`) || strings.Contains(short.Body, `"short"`) {
			t.Errorf("against the policy: %s", short.Body)
		}
	})
	n.refuses(
		refusal{"a password that is no text", 422, "password_not_text", http.MethodPut, path, j{"password": "with\x00in"}, nil},
		refusal{"a hash of a weak kind", 422, "hash_not_accepted", http.MethodPut, path, j{"hash": "$1$md5"}, nil},
		refusal{"an end in the past", 422, "expiry_in_past", http.MethodPut, path, j{"generate": true, "expiresAt": "2020-01-01T00:00:00Z"}, nil},
		refusal{"a revocation that the tenant does not allow", 422, "revocation_not_allowed", http.MethodPut, path, j{"generate": true, "revoke": "none"}, nil},
	)
}

// TestRekeyChangePassword: a user changes his own, and a client does so in his name.
func TestRekeyChangePassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, bob := w.Person("ada"), w.Person("bob")
		here, there := w.LogIn(p), w.LogIn(p)
		self := native{w, here.AccessToken}
		path := "/v1/users/" + p.ID + "/password/change"
		change := func(current, next, revoke string) j {
			b := j{"currentPassword": current, "newPassword": next}
			if revoke != "" {
				b["revoke"] = revoke
			}
			return b
		}
		self.refuses(
			refusal{"a wrong current password", 422, "wrong_current_password", http.MethodPost, path, change("wrong", harness.NewPassword, ""), nil},
			refusal{"a current password that is no text", 422, "wrong_current_password", http.MethodPost, path, change("wrong\x00", harness.NewPassword, ""), nil},
			refusal{"a new password that is no text", 422, "password_not_text", http.MethodPost, path, change(p.Password, "with\x00in", ""), nil},
			refusal{"the same password again", 422, "password_policy", http.MethodPost, path, change(p.Password, p.Password, ""), nil},
			refusal{"a revocation that the tenant does not allow", 422, "revocation_not_allowed", http.MethodPost, path, change(p.Password, harness.NewPassword, "others"), nil},
			refusal{"another user's password", 404, "user_not_found", http.MethodPost, "/v1/users/" + bob.ID + "/password/change", change(bob.Password, harness.NewPassword, ""), nil},
			refusal{"setting it without the current one", 403, "forbidden", http.MethodPut, "/v1/users/" + p.ID + "/password", j{"generate": true}, nil},
		)
		w.Settings(func(s *models.Settings) {
			s.Sessions.Revocation = []models.Revocation{models.RevokeAll, models.RevokeOthers}
			s.Password.MinLifetimeHours = 1
		})
		w.Clock.Advance(2 * time.Hour)
		self = native{w, must(w, refresh(here.RefreshToken), http.StatusOK).Field(t, "accessToken")}
		w.Step("his other logins end, if he wants it so", func(t *testing.T) {
			out := self.must(200, http.MethodPost, path, change(p.Password, harness.NewPassword, "others"))
			if out.Field(t, "endedSessions") != "1" || out.Field(t, "revokedRefreshTokens") != "1" {
				t.Errorf("changed: %s", out.Body)
			}
			must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
		})
		self.refuses(refusal{"a change of a password that is too young", 409, "password_too_young", http.MethodPost, path, change(harness.NewPassword, "a third sentence that nobody knows", ""), nil})
		w.Check("a client that changes it ends all his logins", func(t *testing.T) {
			w.Clock.Advance(2 * time.Hour)
			n := native{w, w.Key("passwords:write").Key.Reveal()}
			out := n.must(200, http.MethodPost, path, change(harness.NewPassword, "a third sentence that nobody knows", ""))
			if out.Field(t, "endedSessions") != "1" {
				t.Errorf("changed by a client: %s", out.Body)
			}
		})
	})
}

// What another tenant has is not there, whatever is tried on it.
func TestRekeyPasswordsOfOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		foreign := w.NewTenant("Foreign", false, models.DefaultSettings())
		p := w.Person("ada")
		before := w.LogIn(p)
		n := native{w, w.TenantKey(foreign, "passwords:write", "passwords:read").Key.Reveal()}
		path := "/v1/users/" + p.ID + "/password"
		n.refused(404, "user_not_found", http.MethodGet, path, nil)
		n.refused(404, "user_not_found", http.MethodPut, path, j{"generate": true, "mailPassword": true})
		n.refused(404, "user_not_found", http.MethodDelete, path, nil)
		n.refused(404, "user_not_found", http.MethodPost, path+"/change", j{"currentPassword": p.Password, "newPassword": harness.NewPassword})
		if !w.CanLogIn(p, p.Password) || len(w.Mails()) != 0 {
			t.Error("something was changed or mailed")
		}
		must(w, refresh(before.RefreshToken), http.StatusOK)
	})
}
