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

// wbChangeOwn is a user's own change.
func wbChangeOwn(token, userID, current, next string) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: wbChange, Token: token, Body: j{
		"userId": userID, "currentPassword": current, "newPassword": next,
	}}
}

func TestWristbandChangePassword(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p, other := wristband(w), w.Person("ada"), w.Person("bob")
		mine, second, theirs := w.LogIn(p), w.LogIn(p), w.LogIn(other)
		code := c.mailCode(p)
		a := must(w, wbChangeOwn(mine.AccessToken, p.ID, harness.Password, harness.NewPassword), http.StatusOK)
		if a.Body != "" {
			t.Error(a.Body)
		}
		if w.CanLogIn(p, harness.Password) || !w.CanLogIn(p, harness.NewPassword) {
			t.Error("the password was not replaced")
		}
		for _, l := range []*harness.Login{mine, second} {
			if c.admits(l.AccessToken) || c.refresh(l.RefreshToken).Status != http.StatusBadRequest {
				t.Error("a session or refresh token outlived the change")
			}
		}
		if !c.admits(theirs.AccessToken) || c.refresh(theirs.RefreshToken).Status != http.StatusOK {
			t.Error("somebody else's session ended")
		}
		c.refusal("a code from before", w.Do(c.reset("reset-password", code.with("another long passphrase"))), code)
		if n := c.toldOfChange(p); n != 1 {
			t.Errorf("%d mails tell of the change", n)
		}
	})
}

func TestWristbandChangePasswordRefusals(t *testing.T) {
	t.Parallel()
	const wrong = `"violations":{"currentPassword":[{"code":"invalid_current_password"}]}`
	unchanged := func(w *harness.World, _ harness.Answer) {
		u, err := w.Store.Read(w.T.Context()).FindUserByUsername(w.Tenant.ID, wbUsernameKey("ada"))
		if err != nil || !w.CanLogIn(&harness.Person{User: u}, harness.Password) {
			w.T.Errorf("the password changed: %v", err)
		}
	}
	change := func(current, next string) func(*harness.World) harness.Call {
		return func(w *harness.World) harness.Call {
			p := w.Person("ada")
			return wbChangeOwn(w.LogIn(p).AccessToken, p.ID, current, next)
		}
	}
	harness.Run(t, []harness.Case{
		{Name: "a wrong current password", Status: http.StatusBadRequest, Given: change("not the password", harness.NewPassword), Has: []string{wrong}, Then: unchanged},
		{
			Name: "a common new password", Status: http.StatusBadRequest, Given: change(harness.Password, "passwordpassword"),
			Has: []string{`"newPassword":[{"code":"password_breached"}]`}, Then: unchanged,
		},
		{
			Name: "the same password again", Status: http.StatusBadRequest, Given: change(harness.Password, harness.Password),
			Has: []string{`"newPassword":[{"code":"password_policy_violation","constraintAttributes":{"history":"1","rule":"history"}}]`},
		},
		{
			Name: "no text as current password", Status: http.StatusBadRequest, Given: change("a\x00b", harness.NewPassword),
			Has: []string{`"currentPassword":[{"code":"invalid_format"}]`}, Then: unchanged,
		},
		{
			Name: "a change too soon after the last one", Status: http.StatusBadRequest, Given: change(harness.Password, harness.NewPassword),
			With: []harness.Option{harness.WithSettings(func(s *models.Settings) { s.Password.MinLifetimeHours = 24 })},
			Has:  []string{`"newPassword":[{"code":"password_policy_violation","constraintAttributes":{"rule":"minimum_lifetime"}}]`}, Then: unchanged,
		},
		{
			Name: "another user's id", Status: http.StatusForbidden, Has: []string{`"code":"forbidden"`}, Then: unchanged,
			Given: func(w *harness.World) harness.Call {
				return wbChangeOwn(w.LogIn(w.Person("bob")).AccessToken, w.Person("ada").ID, harness.Password, harness.NewPassword)
			},
		},
		{
			Name: "a caller that is no user, though it may do everything", Status: http.StatusForbidden, Then: unchanged,
			Given: func(w *harness.World) harness.Call {
				k := w.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}})
				return wbChangeOwn(k.Key.Reveal(), w.Person("ada").ID, harness.Password, harness.NewPassword)
			},
		},
	})
}

// A wrong current password counts like a failed login: the back-off refuses the right
// one too, in the same words, and a reset lifts it (S10, D11).
func TestWristbandWrongCurrentPasswordsAreSlowedDown(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p := wristband(w), w.Person("ada")
		token := w.LogIn(p).AccessToken
		var wrong harness.Answer
		for range 5 {
			wrong = must(w, wbChangeOwn(token, p.ID, "not the password", harness.NewPassword), http.StatusBadRequest)
		}
		same(t, "the right one", wrong, w.Do(wbChangeOwn(token, p.ID, harness.Password, harness.NewPassword)))
		must(w, c.reset("reset-password", c.linkCode(p).with(harness.NewPassword)), http.StatusOK)
		p.Password = harness.NewPassword
		must(w, wbChangeOwn(w.LogIn(p).AccessToken, p.ID, p.Password, "a third long passphrase"), http.StatusOK)
	})
}

func wbEnd(token, userID string) harness.Call {
	return harness.Call{Method: http.MethodDelete, Path: "/api/v1/users/" + userID + "/auth-sessions", Token: token}
}

func TestWristbandDeleteUserAuthSessions(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p, other := wristband(w), w.Person("ada"), w.Person("bob")
		key, theirs := c.key.Key.Reveal(), w.LogIn(other)
		for name, token := range seed.InOrder(map[string]func() string{
			"a client of the application": func() string { return key },
			"a client of the tenant":      func() string { return w.TenantKey(w.Tenant, "auth-session:delete").Key.Reveal() },
			"the user":                    func() string { return w.LogIn(p).AccessToken },
		}) {
			w.Check(name+" ends all sessions of the user", func(t *testing.T) {
				one, two := w.LogIn(p), w.LogIn(p)
				must(w, wbEnd(token(), p.ID), http.StatusNoContent)
				for _, l := range []*harness.Login{one, two} {
					if c.admits(l.AccessToken) || c.refresh(l.RefreshToken).Status != http.StatusBadRequest {
						t.Error("a session or the refresh token that renews it goes on")
					}
				}
			})
		}
		w.Check("none are ended like all", func(t *testing.T) { must(w, wbEnd(key, p.ID), http.StatusNoContent) })
		w.Check("a user may end neither another's nor nobody's", func(t *testing.T) {
			must(w, wbEnd(theirs.AccessToken, p.ID), http.StatusForbidden)
			must(w, wbEnd(theirs.AccessToken, "nobody"), http.StatusForbidden)
		})
		w.Check("nothing of anybody else ended, and no password changed", func(t *testing.T) {
			if !c.admits(theirs.AccessToken) || !w.CanLogIn(p, harness.Password) {
				t.Error("somebody else's session ended, or the password changed")
			}
		})
		w.Check("a user out of reach is as unknown as one that there is not", func(t *testing.T) {
			nobody := must(w, wbEnd(key, "nobody"), http.StatusNotFound)
			same(t, "foreign application", nobody, w.Do(wbEnd(wbForeign(w).key.Key.Reveal(), p.ID)))
			same(t, "foreign tenant", nobody, w.Do(wbEnd(w.TenantKey(w.Sibling("Beta"), "auth-session:delete").Key.Reveal(), p.ID)))
		})
		w.Check("an id that is too long is refused by its name", func(t *testing.T) {
			long := must(w, wbEnd(key, strings.Repeat("a", 65)), http.StatusBadRequest)
			if !strings.Contains(long.Body, `"code":"path_constraint_violations"`) ||
				!strings.Contains(long.Body, `"violations":{"userId":[{"code":"too_long","constraintAttributes":{"maxLength":"64"}}]}`) {
				t.Error(long.Body)
			}
		})
	})
}

func wbRevoke(token, id string) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: "/api/v1/refresh-tokens/" + id + "/revoke", Token: token}
}

func TestWristbandRevokeRefreshToken(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p, other := wristband(w), w.Person("ada"), w.Person("bob")
		one, two, theirs := w.LogIn(p), w.LogIn(p), w.LogIn(other)
		key := c.key.Key.Reveal()
		rotated := c.refresh(one.RefreshToken).Field(t, "refresh_token")
		w.Check("a token out of reach is as unknown as one that there is not", func(t *testing.T) {
			nobody := must(w, wbRevoke(key, "nothing"), http.StatusNotFound)
			same(t, "foreign application", nobody, w.Do(wbRevoke(wbForeign(w).key.Key.Reveal(), one.RefreshTokenID)))
			same(t, "another user", nobody, w.Do(wbRevoke(theirs.AccessToken, one.RefreshTokenID)))
			same(t, "the token in place of its id", nobody, w.Do(wbRevoke(key, rotated[:36])))
		})
		w.Step("by the id of a former one its whole chain ends, as often as one asks", func(t *testing.T) {
			for range 2 {
				must(w, wbRevoke(key, one.RefreshTokenID), http.StatusNoContent)
			}
			if c.admits(one.AccessToken) || c.refresh(rotated).Status != http.StatusBadRequest {
				t.Error("the chain goes on")
			}
			if !c.admits(two.AccessToken) {
				t.Error("another session of the user ended")
			}
		})
		w.Check("a user revokes his own, and nobody else's ends", func(t *testing.T) {
			must(w, wbRevoke(two.AccessToken, two.RefreshTokenID), http.StatusNoContent)
			if c.refresh(two.RefreshToken).Status != http.StatusBadRequest || c.refresh(theirs.RefreshToken).Status != http.StatusOK {
				t.Error("the wrong chain ended")
			}
		})
		w.Check("an id that is too long is refused by its name", func(t *testing.T) {
			long := must(w, wbRevoke(key, strings.Repeat("a", 37)), http.StatusBadRequest)
			if !strings.Contains(long.Body, `"violations":{"refreshTokenId":[{"code":"too_long"`) {
				t.Error(long.Body)
			}
		})
		w.Check("one that was exchanged an hour ago is still revoked by its id", func(t *testing.T) {
			w.Clock.Advance(time.Hour)
			must(w, wbRevoke(key, theirs.RefreshTokenID), http.StatusNoContent)
		})
	})
}
