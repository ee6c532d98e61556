package contract_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zitLogin is a session's checks by login name and password.
func zitLogin(name, password string) j {
	return j{"checks": j{"user": j{"loginName": name}, "password": j{"password": password}}}
}

// zitSession is what a client keeps of a session.
type zitSession struct{ id, token string }

func (z zit) logIn(p *harness.Person, more ...j) zitSession {
	z.T.Helper()
	body := zitLogin(p.Username, p.Password)
	for _, m := range more {
		for k, v := range seed.InOrder(m) {
			body[k] = v
		}
	}
	a := z.expect(z.post("/v2/sessions", body), 201)
	s := zitSession{a.Field(z.T, "sessionId"), a.Field(z.T, "sessionToken")}
	if !strings.HasPrefix(s.token, "rs_") || a.Header.Get("Cache-Control") != "no-store" {
		z.T.Errorf("no token of its own kind, or one to be kept by caches")
	}
	return s
}

func (s zitSession) path() string { return "/v2/sessions/" + s.id }

func zitCreate(body any) func(*harness.World) harness.Call {
	return func(w *harness.World) harness.Call {
		w.Person("minnie")
		return zitadel(w).post("/v2/sessions", body)
	}
}

func TestZitadelCreateSession(t *testing.T) {
	t.Parallel()
	harness.Run(t, []harness.Case{
		{Name: "by login name and password", Given: zitCreate(zitLogin("minnie", harness.Password)), Status: 201, Has: []string{`"sequence":"1"`, `"sessionToken":"rs_`}},
		{Name: "by login name in other letters", Given: zitCreate(zitLogin("MINNIE", harness.Password)), Status: 201},
		{
			Name: "by user id", Status: 201,
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).post("/v2/sessions", j{"checks": j{"user": j{"userId": w.Person("minnie").ID, "loginName": nil}, "password": j{"password": harness.Password}}})
			},
		},
		{Name: "a failed check makes none", Given: zitCreate(zitLogin("minnie", "wrong")), Status: 400, Has: []string{
			`"code":3,`, "Password is invalid (COMMAND-3M0fs)", `"@type":"type.googleapis.com/zitadel.v1.CredentialsCheckError"`,
		}, Never: []string{"failedAttempts", "rs_"}},
		{Name: "a password without a user", Given: zitCreate(`{"checks":{"password":{"password":"x"}}}`), Status: 400, Has: zitFault(9, "COMMAND-Sfw3f")},
		{Name: "no checks at all", Given: zitCreate(`{}`), Status: 400, Has: zitFault(9, "COMMAND-Sfw3f")},
		{Name: "a user without a name", Given: zitCreate(`{"checks":{"user":{}}}`), Status: 400, Has: zitFault(9, "COMMAND-Sfw3f")},
		{
			Name: "both names", Given: zitCreate(`{"checks":{"user":{"userId":"a","loginName":"b"}}}`), Status: 400,
			Has: zitMalformed("invalid CreateSessionRequest: /checks/user/userId and /checks/user/loginName exclude each other"),
		},
		{Name: "an unknown user alone", Given: zitCreate(`{"checks":{"user":{"loginName":"nobody"}}}`), Status: 404, Has: zitFault(5, "QUERY-Dfbg2")},
		{Name: "an unknown id alone", Given: zitCreate(`{"checks":{"user":{"userId":"nobody"}}}`), Status: 404, Has: zitFault(5, "QUERY-Dfbg2")},
		{
			Name: "another application's user alone", Status: 404, Has: zitFault(5, "QUERY-Dfbg2"),
			Given: func(w *harness.World) harness.Call {
				return zitForeign(w).post("/v2/sessions", j{"checks": j{"user": j{"userId": w.Person("minnie").ID}}})
			},
		},
		{Name: "no lifetime", Given: zitCreate(`{"checks":{"user":{"loginName":"minnie"}},"lifetime":"0s"}`), Status: 400, Has: zitMalformed("invalid CreateSessionRequest: /lifetime: the duration must be more than zero")},
		{Name: "a lifetime in minutes", Given: zitCreate(`{"checks":{"user":{"loginName":"minnie"}},"lifetime":"5m"}`), Status: 400, Has: []string{"/lifetime: the value does not have the required form"}},
		{Name: "metadata that is no base64", Given: zitCreate(`{"checks":{"user":{"loginName":"minnie"}},"metadata":{"a":"b"}}`), Status: 400, Has: []string{"/metadata/a"}},
		{
			Name: "users may not", Status: 403, Has: zitFault(7, "AUTH-5mWD2"),
			Given: func(w *harness.World) harness.Call {
				return zitadel(w).as(w.LogIn(w.Person("minnie")).AccessToken).post("/v2/sessions", zitLogin("minnie", harness.Password))
			},
		},
	})
}

func TestZitadelAFailedCheckRevealsNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, ctx := zitadel(w), context.Background()
		minnie, locked, disabled := w.Person("minnie"), w.Person("donald"), w.Person("daisy")
		w.Person("goofy", harness.NoPassword)
		w.Person("pluto", harness.InDirectory)
		foreign := w.Person("scrooge", harness.Of(w.NewTenant("Duckburg", false, w.Tenant.Settings)))
		z.expect(z.user(locked, "lock", `{}`), 200)
		now := w.Clock.Now()
		if _, err := w.Store.Write(ctx).SetDisabled(disabled.ID, &now); err != nil {
			t.Fatal(err)
		}
		wrong := z.expect(z.post("/v2/sessions", zitLogin("minnie", "wrong")), 400)
		for what, body := range seed.InOrder(map[string]j{
			"unknown": zitLogin("nobody", harness.Password), "locked": zitLogin("donald", harness.Password), "disabled": zitLogin("daisy", harness.Password),
			"without a password": zitLogin("goofy", harness.Password), "in a directory": zitLogin("pluto", harness.Password), "impossible": zitLogin(" ", harness.Password),
			"of another tenant": zitLogin("scrooge", harness.Password),
			"an unknown id":     {"checks": j{"user": j{"userId": "nobody"}, "password": j{"password": harness.Password}}},
			"a locked one's id": {"checks": j{"user": j{"userId": locked.ID}, "password": j{"password": harness.Password}}},
		}) {
			same(t, what, wrong, z.Do(z.post("/v2/sessions", body)))
		}
		unauthorised := zitForeign(w)
		same(t, "out of reach", wrong, unauthorised.Do(unauthorised.post("/v2/sessions", j{"checks": j{"user": j{"userId": foreign.ID}, "password": j{"password": harness.Password}}})))
		for range 6 {
			z.Do(z.post("/v2/sessions", zitLogin("minnie", "wrong")))
		}
		same(t, "throttled", wrong, z.Do(z.post("/v2/sessions", zitLogin("minnie", minnie.Password))))
	})
}

func TestZitadelASessionActsAsItsUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		s, other := z.logIn(p), z.logIn(p)
		self := z.as(s.token)
		w.Step("it changes the password with the current one alone", func(t *testing.T) {
			self.expect(self.user(p, "password", zitSet()), 403)
			self.expect(self.user(p, "password", zitSet("currentPassword", harness.Password)), 200)
		})
		for name, dead := range seed.InOrder(map[string]zitSession{"it": s, "another session of the user": other}) {
			w.Check(name+" ends with the password", func(t *testing.T) {
				if z.admits(dead.token) {
					t.Error("a session outlives the change of the password")
				}
				z.expect(z.get(dead.path()), 404, zitFault(5, "QUERY-SFeaa")...)
				z.expect(z.patch(dead.path(), `{"lifetime":"60s"}`), 400, zitFault(9, "COMMAND-Hewfq")...)
			})
		}
		w.Check("the new password logs in", func(t *testing.T) {
			p.Password = harness.NewPassword
			if !z.admits(w.LogIn(p).AccessToken) || !z.admits(z.logIn(p).token) {
				t.Error("the new password does not log in")
			}
		})
	})
}

func TestZitadelATokenActsOnlyAfterAPasswordCheck(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, second := zitadel(w), w.Person("minnie"), w.Person("donald", harness.WithMFA)
		a := z.expect(z.post("/v2/sessions", j{"checks": j{"user": j{"userId": p.ID}}}), 201)
		s := zitSession{a.Field(t, "sessionId"), a.Field(t, "sessionToken")}
		w.Check("without a check it acts for nobody, and claims none", func(t *testing.T) {
			if z.admits(s.token) {
				t.Error("a session without a check acts as its user")
			}
			if body := z.expect(z.get(s.path()), 200).Body; strings.Contains(body, `"password"`) || strings.Contains(body, s.token) {
				t.Errorf("the session claims a check: %s", body)
			}
		})
		z.expects(zitCall{"a wrong password", z.patch(s.path(), j{"checks": j{"password": j{"password": "wrong"}}}), 400, []string{"COMMAND-3M0fs", "CredentialsCheckError"}})
		w.Step("after a check its new token acts, and the former does not", func(t *testing.T) {
			a := z.expect(z.patch(s.path(), j{"checks": j{"password": j{"password": harness.Password}}}), 200, `"sequence":"2"`)
			if next := a.Field(t, "sessionToken"); !z.admits(next) || z.admits(s.token) || next == s.token {
				t.Error("the check has no effect, or the former token lives")
			}
		})
		z.expects(zitCall{"it says when the password was checked", z.get(s.path()), 200, []string{`"password":{"verifiedAt":"`}})
		w.Check("where a second factor is due, the password is not enough", func(t *testing.T) {
			if z.admits(z.logIn(second).token) {
				t.Error("a second factor was left out")
			}
		})
	})
}

func TestZitadelSetSession(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		s := z.logIn(p, j{"lifetime": "18000s", "metadata": j{"snake_key": "dGFibGV0", "b": "eA=="}})
		var got harness.Answer
		w.Step("lifetime and metadata are what was given, then what was changed", func(t *testing.T) {
			z.expect(z.get(s.path()), 200, `"expirationDate":"2026-01-02T08:04:05.678901Z"`, `"snake_key":"dGFibGV0"`, `"loginName":"minnie"`, `"organizationId":"`+w.Tenant.ID+`"`)
			z.expect(z.patch(s.path(), j{"lifetime": "3600.5s", "metadata": j{"b": "", "c": "eQ=="}, "sessionToken": "ignored"}), 200)
			got = z.expect(z.get(s.path()), 200, `"expirationDate":"2026-01-02T04:04:06.178901Z"`, `"metadata":{"c":"eQ==","snake_key":"dGFibGV0"}`)
		})
		for name, who := range seed.InOrder(map[string]j{"by id": {"userId": other.ID}, "by name": {"loginName": "donald"}}) {
			z.expects(
				zitCall{"another user " + name, z.patch(s.path(), j{"checks": j{"user": who}}), 400, append(zitFault(3, "REKEY-SessionOtherUser"), "user change not possible")},
				zitCall{"another user " + name + " with a password", z.patch(s.path(), j{"checks": j{"user": who, "password": j{"password": harness.Password}}}), 400, []string{"REKEY-SessionOtherUser"}},
			)
		}
		z.expects(
			zitCall{"an unknown user with a password", z.patch(s.path(), j{"checks": j{"user": j{"userId": "nobody"}, "password": j{"password": "x"}}}), 400, []string{"REKEY-SessionOtherUser"}},
			zitCall{"an unknown user", z.patch(s.path(), j{"checks": j{"user": j{"userId": "nobody"}}}), 404, zitFault(5, "QUERY-Dfbg2")},
			zitCall{"a user by id and name", z.patch(s.path(), j{"checks": j{"user": j{"userId": "a", "loginName": "b"}}}), 400, []string{"exclude each other"}},
			zitCall{"more notes than a request may hold", z.patch(s.path(), j{"metadata": zitNotes(51)}), 400, nil},
			zitCall{"more notes than a session may hold", z.patch(s.path(), j{"metadata": zitNotes(49)}), 400, zitMalformed("invalid SetSessionRequest: /metadata: the session would hold too many notes")},
		)
		w.Check("what was refused changed nothing", func(t *testing.T) {
			same(t, "a session after refused changes", got, z.Do(z.get(s.path())))
		})
		w.Check("metadata are removed by empty values", func(t *testing.T) {
			z.expect(z.patch(s.path(), j{"metadata": j{"c": "", "snake_key": ""}}), 200)
			if a := z.expect(z.get(s.path()), 200); strings.Contains(a.Body, "metadata") {
				t.Errorf("notes remain: %s", a.Body)
			}
		})
		w.Check("no session lives longer than the tenant allows", func(t *testing.T) {
			z.expect(z.patch(s.path(), j{"lifetime": "999999999999s"}), 200)
			z.expect(z.get(s.path()), 200, `"expirationDate":"2026-01-03T03:04:05.678901Z"`)
		})
		w.Clock.Advance(24 * time.Hour)
		foreign := zitForeign(w)
		z.expects(
			zitCall{"a session that is over", z.patch(s.path(), `{"lifetime":"60s"}`), 400, zitFault(9, "COMMAND-Hkl3d")},
			zitCall{"a session that there is not", z.patch("/v2/sessions/nothing", `{}`), 404, zitFault(5, "COMMAND-Flk38")},
			zitCall{"a session out of reach", foreign.patch(s.path(), `{}`), 404, zitFault(5, "COMMAND-Flk38")},
		)
	})
}

func zitNotes(n int) j {
	out := j{}
	for i := range n {
		out[strings.Repeat("k", i+1)] = "eA=="
	}
	return out
}

func TestZitadelAPasswordToBeChangedChecksNoSession(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		z.expect(z.user(p, "password", j{"newPassword": j{"password": harness.NewPassword, "changeRequired": true}}), 200)
		a := z.expect(z.post("/v2/sessions", j{"checks": j{"user": j{"userId": p.ID}}}), 201)
		z.expect(z.patch("/v2/sessions/"+a.Field(t, "sessionId"), j{"checks": j{"password": j{"password": harness.NewPassword}}}), 400,
			zitFault(9, "REKEY-PasswordChangeRequired")...)
	})
}

func TestZitadelCallersThatMayReadAndEndASession(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p, other := zitadel(w), w.Person("minnie"), w.Person("donald")
		s, theirs := z.logIn(p), z.logIn(other)
		bare, foreign, self := z.as(w.Key("user.write").Key.Reveal()), zitForeign(w), z.as(s.token)
		z.expects(
			zitCall{"a client that may reads it", z.get(s.path()), 200, nil},
			zitCall{"its user reads it", self.get(s.path()), 200, nil},
			zitCall{"its user does not read another's", self.get(theirs.path()), 404, zitFault(5, "QUERY-SFeaa")},
			zitCall{"a foreign client does not read it", foreign.get(s.path()), 404, zitFault(5, "QUERY-SFeaa")},
			zitCall{"a client that may not does not read it", bare.get(s.path()), 403, zitFault(7, "AUTH-5mWD2")},
		)
		z.admitsByShownToken(bare, foreign, self, s, theirs)
		w.Check("no token is in the log", func(t *testing.T) {
			if log := w.Log.String(); strings.Contains(log, s.token) || strings.Contains(log, theirs.token) {
				t.Error("a token is in the log")
			}
		})
		z.expects(
			zitCall{"a foreign client does not end it", foreign.delete(s.path()), 404, zitFault(5, "COMMAND-Flk38")},
			zitCall{"its user does not end another's", self.delete(theirs.path()), 404, zitFault(5, "COMMAND-Flk38")},
			zitCall{"a session that there is not cannot be ended", z.delete("/v2/sessions/nothing"), 404, zitFault(5, "COMMAND-Flk38")},
		)
		w.Step("a caller with its token ends it", func(t *testing.T) {
			bare.expect(bare.delete(shown(theirs, theirs.token)), 200, `"sequence":"2"`)
		})
		w.Step("its user ends it, and ending it twice says the same", func(t *testing.T) {
			ended := self.expect(self.delete(s.path()), 200, `"sequence":"2"`, `"resourceOwner":"`+w.Tenant.ID+`"`)
			w.Clock.Advance(time.Minute)
			same(t, "ending twice", ended, z.expect(z.delete(s.path()), 200))
		})
		w.Check("an ended session admits nobody, and is not there", func(t *testing.T) {
			if z.admits(s.token) || z.admits(theirs.token) {
				t.Error("an ended session admits its user")
			}
			z.expect(z.get(s.path()), 404)
		})
	})
}

// shown is the path of a session with a token shown beside it.
func shown(s zitSession, token string) string { return s.path() + "?sessionToken=" + token }

// admitsByShownToken: a caller who sends the session's token needs no permission.
func (z zit) admitsByShownToken(bare, foreign, self zit, s, theirs zitSession) {
	z.T.Helper()
	nobody := zitSession{id: "nothing"}
	for name, c := range seed.InOrder(map[string]func(string) harness.Call{"reading": bare.get, "ending": bare.delete}) {
		z.Check("another's token and an unknown session are refused alike, "+name, func(t *testing.T) {
			wrong := bare.expect(c(shown(s, theirs.token)), 403, zitFault(7, "COMMAND-sGr42")...)
			unknown := bare.expect(c(shown(nobody, theirs.token)), 403)
			same(t, "a wrong token and an unknown session", wrong, unknown)
		})
		z.expects(zitCall{"an empty token is none, " + name, c(shown(s, "")), 403, zitFault(7, "AUTH-5mWD2")})
	}
	z.expects(
		zitCall{"one's own token does not read another's session", self.get(shown(theirs, s.token)), 403, zitFault(7, "COMMAND-sGr42")},
		zitCall{"its token lets another user read it", self.get(shown(theirs, theirs.token)), 200, nil},
		zitCall{"its token lets a client that may not read it", bare.get(shown(s, s.token)), 200, nil},
		zitCall{"its token lets a foreign client read it", foreign.get(shown(s, s.token)), 200, nil},
		zitCall{"a client that may read it learns that a token is not the session's", z.get(shown(s, "wrong")), 403, zitFault(7, "COMMAND-sGr42")},
		zitCall{"another session's token is not this session's", z.get(shown(s, theirs.token)), 403, zitFault(7, "COMMAND-sGr42")},
		zitCall{"a client that may end it does not with a wrong token", z.delete(shown(s, "wrong")), 403, zitFault(7, "COMMAND-sGr42")},
		zitCall{"a token that is too long, reading", z.get(shown(s, strings.Repeat("x", 201))), 400, []string{"sessionToken: the value is too long"}},
		zitCall{"a token that is too long, ending", z.delete(shown(s, strings.Repeat("x", 201))), 400, []string{"sessionToken: the value is too long"}},
	)
}

// The vendor reads the session's token from the body of the DELETE, where OpenAPI has none.
func TestZitadelASessionIsEndedByTheTokenInABody(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		s := z.logIn(p)
		unauthorised := z.as(w.Key("user.write").Key.Reveal())
		ending := func(path string, body any) harness.Call {
			c := unauthorised.delete(path)
			c.Body = body
			return c
		}
		unauthorised.expects(
			zitCall{"without it", ending(s.path(), j{}), 403, zitFault(7, "AUTH-5mWD2")},
			zitCall{"with a wrong one", ending(s.path(), j{"sessionToken": "rs_wrong"}), 403, zitFault(7, "COMMAND-sGr42")},
			zitCall{"with one that is none", ending(s.path(), `{"sessionToken":7}`), 400, []string{`"code":3`}},
			zitCall{"with two", ending(shown(s, s.token), j{"sessionToken": s.token}), 400, []string{"sessionToken: the parameter appears twice"}},
			zitCall{"in a body that is no JSON", ending(s.path(), `sessionToken`), 400, []string{`"code":3`}},
			zitCall{"with the right one", ending(s.path(), j{"session_token": s.token}), 200, nil},
		)
		w.Check("the session is over", func(t *testing.T) {
			if z.admits(s.token) {
				t.Error("the token still admits")
			}
		})
	})
}
