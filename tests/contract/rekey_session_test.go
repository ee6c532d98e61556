package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
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
		n, anyone := asOwner(w), nobody(w)
		p := w.Person("ada")
		var in harness.Answer
		w.Step("a user logs in by his address", func(t *testing.T) {
			in = anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("ADA@example.test", p.Password, ""))
			if in.Header.Get("Cache-Control") != "no-store" || in.Field(t, "tokenType") != "Bearer" || in.Field(t, "session", "userId") != p.ID {
				t.Errorf("logged in: %v %s", in.Header, in.Body)
			}
		})
		self := n.as(in.Field(t, "accessToken"))
		path := sessionsPath + "/" + in.Field(t, "session", "id")
		w.Check("he reads his session, which holds no token", func(t *testing.T) {
			if got := self.must(200, http.MethodGet, path, nil); got.Field(t, "passwordAt") == "" || strings.Contains(got.Body, "oken") {
				t.Errorf("the session: %s", got.Body)
			}
		})
		var failed harness.Answer
		w.Step("a wrong password fails", func(t *testing.T) {
			failed = anyone.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", "wrong", ""))
		})
		for name, body := range seed.InOrder(map[string]j{
			"an unknown user": nativeLogin("nobody", p.Password, ""), "a password that is no text": nativeLogin("ada", "with\x00in", ""),
			"an unknown user with a code": nativeLogin("nobody", p.Password, "123456"),
			"a user without a password":   nativeLogin(w.Person("empty", harness.NoPassword).Username, p.Password, ""),
		}) {
			w.Check(name+" fails alike", func(t *testing.T) {
				sameButIDs(t, failed, anyone.must(401, http.MethodPost, sessionsPath, body))
			})
		}
		var next harness.Answer
		w.Step("a refresh token is exchanged for another of the same session", func(t *testing.T) {
			next = anyone.must(200, http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": in.Field(t, "refreshToken")})
			if next.Field(t, "refreshToken") == in.Field(t, "refreshToken") || next.Field(t, "session", "id") != in.Field(t, "session", "id") {
				t.Errorf("refreshed: %s", next.Body)
			}
		})
		w.Check("using it again ends the session, with all its tokens", func(t *testing.T) {
			anyone.refused(401, "refresh_token_unusable", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": in.Field(t, "refreshToken")})
			anyone.refused(401, "refresh_token_unusable", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": next.Field(t, "refreshToken")})
			self.refused(401, "unauthenticated", http.MethodGet, path, nil)
		})
	})
}

// What names a tenant is what the caller reaches; an anonymous one reaches none.
func TestRekeyLoginChoosesTheTenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, foreign := w.Sibling("Sibling"), w.NewTenant("Foreign", false, models.DefaultSettings())
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
		body["tenantId"] = foreign.ID
		n.refused(404, "tenant_not_found", http.MethodPost, sessionsPath, body)
		native{w, w.Key("users:read").Key.Reveal()}.refused(403, "forbidden", http.MethodPost, sessionsPath, body)
		native{w, w.Key("users:read").Key.Reveal()}.refused(403, "forbidden", http.MethodPost, sessionsPath+"/refresh", j{"refreshToken": "x"})
	})
}

func TestRekeyLoginGoesNoFurtherThanItMay(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		anyone := nobody(w)
		w.Check("a mailed code is asked for, and logs in", func(t *testing.T) {
			mailed := w.Person("mia", harness.WithMFA)
			asked := anyone.refused(401, "second_factor_required", http.MethodPost, sessionsPath, nativeLogin("mia", mailed.Password, ""))
			if asked.Field(t, "method") != "mail" || asked.Field(t, "challenge") == "" || asked.Field(t, "expiresAt") == "" {
				t.Errorf("the second step: %s", asked.Body)
			}
			anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("mia", mailed.Password, mailedCode(w, mailed.Email)))
		})
		p := w.Person("ada")
		a := withApp(w, p)
		w.Check("the code of an app is asked for", func(t *testing.T) {
			asked := anyone.refused(401, "second_factor_required", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, ""))
			if asked.Field(t, "method") != "totp" || strings.Contains(asked.Body, "mailed") {
				t.Errorf("the second step: %s", asked.Body)
			}
		})
		anyone.refuses(refusal{"a wrong code of an app", 401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.wrong()), nil})
		w.Step("the right one logs in, once", func(t *testing.T) {
			in := anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.code()))
			if in.Field(t, "session", "secondFactorAt") == "" {
				t.Errorf("logged in: %s", in.Body)
			}
			anyone.refused(401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", p.Password, a.code()))
		})
		asOwner(w).generatesForOneLogin(p, a)
	})
}

// generatesForOneLogin: S09, S11: a generated password works once, and only for the change step.
func (n native) generatesForOneLogin(p *harness.Person, a *app) {
	n.T.Helper()
	w, anyone := n.World, nobody(n.World)
	w.Clock.Advance(totp.Period)
	generated := n.must(200, http.MethodPut, "/v1/users/"+p.ID+"/password", j{"generate": true, "returnPassword": true}).Field(w.T, "password")
	var ticket string
	w.Step("a generated password gives a ticket to change it", func(t *testing.T) {
		change := anyone.refused(403, "password_change_required", http.MethodPost, sessionsPath, nativeLogin("ada", generated, a.code()))
		ticket = change.Field(t, "ticket")
	})
	w.Clock.Advance(totp.Period)
	anyone.refuses(
		refusal{"a generated password, again", 401, "login_failed", http.MethodPost, sessionsPath, nativeLogin("ada", generated, a.code()), nil},
		refusal{"changing it to itself", 422, "password_policy", http.MethodPost, "/v1/tickets/redeem", j{"ticket": ticket, "newPassword": generated}, nil},
	)
	w.Check("the ticket changes it, and the new one logs in", func(t *testing.T) {
		anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": ticket, "newPassword": harness.NewPassword})
		anyone.must(201, http.MethodPost, sessionsPath, nativeLogin("ada", harness.NewPassword, a.code()))
	})
}

func TestRekeySessions(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := native{w, w.Key("sessions:read", "sessions:write").Key.Reveal()}
		ada, bob := w.Person("ada"), w.Person("bob")
		foreign := w.NewTenant("Foreign", false, models.DefaultSettings())
		theirs := w.Person("eve", harness.Of(foreign))
		eve := foreignLogin(w, foreign, theirs)
		here, there, bobs := w.LogIn(ada), w.LogIn(ada), w.LogIn(bob)
		self := n.as(here.AccessToken)
		n.lists("a key lists all that it reaches", "", here.SessionID, there.SessionID, bobs.SessionID)
		n.lists("a key lists those of one user", "?userId="+bob.ID, bobs.SessionID)
		n.lists("a key lists none of another tenant's", "?userId="+theirs.ID)
		self.lists("a user lists his own", "", here.SessionID, there.SessionID)
		self.lists("a user lists none of another's", "?userId="+bob.ID)
		var page struct{ NextCursor string }
		n.must(200, http.MethodGet, sessionsPath+"?limit=2", nil).JSON(t, &page)
		n.lists("the second page holds the rest", "?limit=2&cursor="+page.NextCursor, bobs.SessionID)

		self.hasNoSession("another's, for a user", bobs.SessionID)
		self.hasNoSession("another tenant's, for a user", eve)
		n.hasNoSession("another tenant's, for a key", eve)
		for name, who := range seed.InOrder(map[string]native{"a user": self, "a key": n}) {
			who.refuses(refusal{"ending all of another tenant's, for " + name, 404, "user_not_found", http.MethodDelete, "/v1/users/" + theirs.ID + "/sessions", nil, nil})
		}
		w.Step("a user ends one of his, as often as he asks", func(t *testing.T) {
			self.must(204, http.MethodDelete, sessionsPath+"/"+there.SessionID, nil)
			self.must(204, http.MethodDelete, sessionsPath+"/"+there.SessionID, nil)
			must(w, refresh(there.RefreshToken), http.StatusUnauthorized)
			self.refused(404, "session_not_found", http.MethodGet, sessionsPath+"/"+there.SessionID, nil)
		})
		w.Step("a user ends all of his, and is told how many", func(t *testing.T) {
			ended := self.must(200, http.MethodDelete, "/v1/users/"+ada.ID+"/sessions", nil)
			if ended.Field(t, "endedSessions") != "1" || ended.Field(t, "revokedRefreshTokens") != "1" {
				t.Errorf("ended: %s", ended.Body)
			}
			self.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		})
		n.lists("what is left is what nobody ended", "", bobs.SessionID)
		n.as(w.TenantKey(foreign, "sessions:read").Key.Reveal()).lists("the other tenant's is there", "", eve)
	})
}

// lists says which sessions a list has to hold.
func (n native) lists(name, query string, want ...string) {
	n.T.Helper()
	n.Check(name, func(t *testing.T) {
		t.Helper()
		var list struct{ Items []struct{ ID string } }
		n.must(200, http.MethodGet, sessionsPath+query, nil).JSON(t, &list)
		var got []string
		for _, s := range list.Items {
			got = append(got, s.ID)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%v, want %v", got, want)
		}
	})
}

// hasNoSession of this id: for this caller it is not there.
func (n native) hasNoSession(name, id string) {
	n.T.Helper()
	n.refuses(
		refusal{"reading " + name, 404, "session_not_found", http.MethodGet, sessionsPath + "/" + id, nil, nil},
		refusal{"ending " + name, 404, "session_not_found", http.MethodDelete, sessionsPath + "/" + id, nil, nil},
	)
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

// TestRekeyAnyoneMayNameTheTenantHeActsIn, and no other one.
func TestRekeyAnyoneMayNameTheTenantHeActsIn(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada, sibling := w.Person("ada"), w.Sibling("Another")
		eve := w.Person("eve", harness.Of(sibling))
		login := func(p *harness.Person, tenantID string) j {
			return j{"username": p.Username, "password": p.Password, "tenantId": tenantID}
		}
		nobody(w).must(201, http.MethodPost, sessionsPath, login(ada, w.Tenant.ID))
		nobody(w).refused(404, "tenant_not_found", http.MethodPost, sessionsPath, login(eve, sibling.ID))
		nobody(w).refused(404, "tenant_not_found", http.MethodPost, sessionsPath, login(eve, secret.NewShortID()))
	})
}

// TestRekeyAKeyThatEndsWithItsTenant is another version of the key.
func TestRekeyAKeyThatEndsWithItsTenant(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Another")
		path := apiKeys + "/" + w.TenantKey(sibling, "users:read").ID
		before := n.get(path)
		w.Clock.Advance(time.Hour)
		n.must(204, http.MethodDelete, "/v1/tenants/"+sibling.ID, nil)
		after := n.get(path)
		if after.Header.Get("ETag") == before.Header.Get("ETag") || after.Field(t, "updatedAt") == before.Field(t, "updatedAt") {
			t.Errorf("the key is unchanged: %s", after.Body)
		}
	})
}
