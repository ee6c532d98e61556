package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const sessionsPath = "/v1/sessions"

func nativeLogin(name, password, code string) j {
	b := j{"username": name, "password": password}
	if code != "" {
		b["code"] = code
	}
	return b
}

// as makes the same calls with another credential.
func (n native) as(token string) native { return native{n.World, token} }

func TestRekeyLogin(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, nobody := asOwner(w), native{w, ""}
		p := w.Person("ada")
		in := nobody.must(201, http.MethodPost, sessionsPath, nativeLogin("ADA@example.test", p.Password, ""))
		if in.Header.Get("Cache-Control") != "no-store" || in.Field(t, "tokenType") != "Bearer" || in.Field(t, "session", "userId") != p.ID {
			t.Errorf("logged in: %v %s", in.Header, in.Body)
		}
		self := n.as(in.Field(t, "accessToken"))
		path := sessionsPath + "/" + in.Field(t, "session", "id")
		if got := self.must(200, http.MethodGet, path, nil); got.Field(t, "passwordAt") == "" || strings.Contains(got.Body, "oken") {
			t.Errorf("the session: %s", got.Body)
		}
		failed := nobody.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", "wrong", ""))
		for _, body := range []j{
			nativeLogin("nobody", p.Password, ""), nativeLogin("ada", "with\x00in", ""), nativeLogin("nobody", p.Password, "123456"),
			nativeLogin(w.Person("empty", harness.NoPassword).Username, p.Password, ""),
		} {
			sameButIDs(t, failed, nobody.must(401, http.MethodPost, sessionsPath, body))
		}

		next := nobody.must(200, http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": in.Field(t, "refreshToken")})
		if next.Field(t, "refreshToken") == in.Field(t, "refreshToken") || next.Field(t, "session", "id") != in.Field(t, "session", "id") {
			t.Errorf("refreshed: %s", next.Body)
		}
		nobody.refused(401, "refresh_token_unusable", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": in.Field(t, "refreshToken")})
		nobody.refused(401, "refresh_token_unusable", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": next.Field(t, "refreshToken")})
		self.refused(401, "unauthenticated", http.MethodGet, path, nil) // reuse ended the session, and its access token
	})
}

// What names a tenant is what the caller reaches; an anonymous one reaches none.
func TestRekeyLoginChoosesTheTenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, stranger := w.Sibling("Sibling"), w.NewTenant("Stranger", false, models.DefaultSettings())
		p := w.Person("ada", harness.Of(sibling))
		body := nativeLogin("ada", p.Password, "")
		n := native{w, w.Key("sessions:write").Key.Reveal()}
		n.refused(401, "login_failed", http.MethodPost, sessionsPath, body)
		body["tenantId"] = sibling.ID
		in := n.must(201, http.MethodPost, sessionsPath, body)
		if in.Field(t, "session", "tenantId") != sibling.ID {
			t.Errorf("logged in: %s", in.Body)
		}
		native{w, w.TenantKey(sibling, "sessions:write").Key.Reveal()}.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
		native{w, w.TenantKey(w.Tenant, "sessions:write").Key.Reveal()}.refused(404, "tenant_not_found", http.MethodPost, sessionsPath, body)
		native{w, ""}.refused(404, "tenant_not_found", http.MethodPost, sessionsPath, body)
		body["tenantId"] = stranger.ID
		n.refused(404, "tenant_not_found", http.MethodPost, sessionsPath, body)
		native{w, w.Key("users:read").Key.Reveal()}.refused(403, "forbidden", http.MethodPost, sessionsPath, body)
		native{w, w.Key("users:read").Key.Reveal()}.refused(403, "forbidden", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": "x"})
	})
}

func TestRekeyLoginGoesNoFurtherThanItMay(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, nobody := asOwner(w), native{w, ""}
		mailed := w.Person("mia", harness.WithMFA)
		asked := nobody.refused(401, "second_factor_required", http.MethodPost, sessionsPath, nativeLogin("mia", mailed.Password, ""))
		if asked.Field(t, "method") != "mail" || asked.Field(t, "challenge") == "" || asked.Field(t, "expiresAt") == "" {
			t.Errorf("the second step: %s", asked.Body)
		}
		nobody.must(201, http.MethodPost, sessionsPath, nativeLogin("mia", mailed.Password, mailedCode(w, mailed.Email)))

		p := w.Person("ada")
		a := withApp(w, p)
		asked = nobody.refused(401, "second_factor_required", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
		if asked.Field(t, "method") != "totp" {
			t.Errorf("the second step: %s", asked.Body)
		}
		nobody.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.wrong()))
		in := nobody.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.code()))
		if in.Field(t, "session", "secondFactorAt") == "" {
			t.Errorf("logged in: %s", in.Body)
		}
		nobody.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.code()))

		// S09, S11: a generated password works once, and only for the change step.
		w.Clock.Advance(totp.Period)
		set := n.must(200, http.MethodPut, "/v1/users/"+p.ID+"/password", j{"generate": true, "returnPassword": true})
		generated := set.Field(t, "password")
		change := nobody.refused(403, "password_change_required", http.MethodPost, sessionsPath, nativeLogin("ada", generated, a.code()))
		w.Clock.Advance(totp.Period)
		nobody.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", generated, a.code()))
		again := j{"ticket": change.Field(t, "ticket"), "newPassword": generated}
		nobody.refused(422, "password_policy", http.MethodPost, "/v1/tickets/redeem", again)
		again["newPassword"] = harness.NewPassword
		nobody.must(200, http.MethodPost, "/v1/tickets/redeem", again)
		nobody.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.code()))
	})
}

func TestRekeySessions(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("sessions:read", "sessions:write").Key.Reveal()}
		ada, bob := w.Person("ada"), w.Person("bob")
		stranger := w.NewTenant("Stranger", false, models.DefaultSettings())
		theirs := w.Person("eve", harness.Of(stranger))
		eve := foreignLogin(w, stranger, theirs)
		here, there, bobs := w.LogIn(ada), w.LogIn(ada), w.LogIn(bob)
		self := n.as(here.AccessToken)
		ids := func(n native, query string) (found []string) {
			var list struct{ Items []struct{ ID string } }
			n.must(200, http.MethodGet, sessionsPath+query, nil).JSON(t, &list)
			for _, s := range list.Items {
				found = append(found, s.ID)
			}
			return found
		}
		same := func(name string, got []string, want ...string) {
			t.Helper()
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
		same("all that the key reaches", ids(n, ""), here.SessionID, there.SessionID, bobs.SessionID)
		same("of one user", ids(n, "?userId="+bob.ID), bobs.SessionID)
		same("of a stranger", ids(n, "?userId="+theirs.ID))
		same("one's own", ids(self, ""), here.SessionID, there.SessionID)
		same("another's", ids(self, "?userId="+bob.ID))
		var page struct{ NextCursor string }
		n.must(200, http.MethodGet, sessionsPath+"?limit=2", nil).JSON(t, &page)
		same("the second page", ids(n, "?limit=2&cursor="+page.NextCursor), bobs.SessionID)

		for _, c := range []native{self, n} {
			for _, id := range []string{eve, map[bool]string{true: bobs.SessionID, false: eve}[c.token == self.token]} {
				c.refused(404, "session_not_found", http.MethodGet, sessionsPath+"/"+id, nil)
				c.refused(404, "session_not_found", http.MethodDelete, sessionsPath+"/"+id, nil)
			}
			c.refused(404, "user_not_found", http.MethodDelete, "/v1/users/"+theirs.ID+"/sessions", nil)
		}
		self.must(204, http.MethodDelete, sessionsPath+"/"+there.SessionID, nil)
		self.must(204, http.MethodDelete, sessionsPath+"/"+there.SessionID, nil)
		must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
		self.refused(404, "session_not_found", http.MethodGet, sessionsPath+"/"+there.SessionID, nil)
		ended := self.must(200, http.MethodDelete, "/v1/users/"+ada.ID+"/sessions", nil)
		if ended.Field(t, "endedSessions") != "1" || ended.Field(t, "revokedRefreshTokens") != "1" {
			t.Errorf("ended: %s", ended.Body)
		}
		self.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		same("what is left", ids(n, ""), bobs.SessionID)
		same("of the other tenant", ids(n.as(w.TenantKey(stranger, "sessions:read").Key.Reveal()), ""), eve)
	})
}

// foreignLogin begins a session in another tenant, without the wire.
func foreignLogin(w *harness.World, t *models.Tenant, p *harness.Person) string {
	w.T.Helper()
	key := native{w, w.TenantKey(t, "sessions:write").Key.Reveal()}
	return key.must(201, http.MethodPost, sessionsPath, nativeLogin(p.Username, p.Password, "")).Field(w.T, "session", "id")
}

// sameButIDs compares two problems without the id of the request.
func sameButIDs(t *testing.T, a, b harness.Answer) {
	t.Helper()
	cut := func(x harness.Answer) string { return strings.ReplaceAll(x.Body, x.Field(t, "request_id"), "") }
	if cut(a) != cut(b) || a.Status != b.Status {
		t.Errorf("%d %s\nis not %d %s", a.Status, a.Body, b.Status, b.Body)
	}
}

// A secret that is not shown anywhere else is not in the log either.
func notLogged(w *harness.World, secrets ...secret.Text) {
	w.T.Helper()
	for _, s := range secrets {
		if strings.Contains(w.Log.String(), s.Reveal()) {
			w.T.Error("a secret is in the log")
		}
	}
}
