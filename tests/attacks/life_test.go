package attacks_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestEachEndEndsEverything: S33, S34, S54 to S57, A-022 to:
// every way of ending against everything it must end; nobody else notices. Of the codes
// a person has one at a time: the others take their turns with him.
func TestEachEndEndsEverything(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		logins, codes := holds()
		for n, e := range endings() {
			for m, code := range codes {
				p, other := s.person(), s.person()
				mine := map[string]harness.Call{code.name: code.take(s, p)}
				theirs := logins[(n+m)%len(logins)].take(s, other)
				if m == 0 {
					for _, h := range logins {
						mine[h.name] = h.take(s, p)
					}
				}
				e.do(s, p)
				for name, c := range seed.InOrder(mine) {
					if a := s.Do(c); a.Status < 400 || a.Status >= 500 {
						t.Errorf("after %s, %s still works: %d %s", e.name, name, a.Status, a.Body)
					}
				}
				if a := s.Do(theirs); a.Status >= 400 {
					t.Errorf("after %s for somebody else, %s is refused: %d %s", e.name, theirs.Path, a.Status, a.Body)
				}
				if m != 0 {
					continue
				}
				a := s.Do(signIn(p.Username, p.Password))
				if works := a.Status == http.StatusOK; works != e.sets {
					t.Errorf("after %s, the login is answered %d %s", e.name, a.Status, a.Body)
				}
			}
		}
	})
}

// TestAllSessionsEndAtOnce: S55: five logins and five refresh tokens, ended by one reset.
func TestAllSessionsEndAtOnce(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for _, e := range endings() {
			p := s.person()
			var tokens []*harness.Login
			for range 5 {
				tokens = append(tokens, s.login(p))
			}
			e.do(s, p)
			for n, l := range tokens {
				for _, c := range []harness.Call{
					as(l.AccessToken, post("/v2/sessions/search", j{})), post("/api/Users/refreshToken", j{"refreshToken": l.RefreshToken}),
				} {
					if a := s.Do(c); a.Status != http.StatusUnauthorized {
						t.Errorf("after %s, login %d is answered %d at %s", e.name, n, a.Status, c.Path)
					}
				}
			}
		}
	})
}

// TestALoggedOutUserStaysLoggedOut: A-031: neither an old code nor a new one, nor an
// administrator's order, lets a disabled or locked user in.
func TestALoggedOutUserStaysLoggedOut(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, end := range seed.InOrder(map[string]func(*harness.Person){"disabled": s.disable, "locked": s.lock}) {
			p := s.person()
			end(p)
			before := len(s.Mails())
			s.Check(name+": he asks, and is told nothing", func(t *testing.T) {
				s.must(s.forgot(p), http.StatusOK)
				s.must(s.request(p), http.StatusOK)
			})
			for _, ask := range []harness.Call{
				s.byOwner(post(resets+"send-password-reset-email", j{"userId": p.ID})),
				s.byOwner(post(resets+"create-password-reset-link", j{"userId": p.ID})),
				s.user(p, "/password_reset", j{"returnCode": j{}}), s.user(p, "/password_reset", j{}),
			} {
				if a := s.Do(ask); a.Status < 400 || a.Status >= 500 {
					t.Errorf("%s, and %s gives a code: %d %s", name, ask.Path, a.Status, a.Body)
				}
			}
			s.Check(name+": nothing is mailed", func(t *testing.T) {
				if n := len(s.Mails()); n != before {
					t.Errorf("%d mails to a %s user", n-before, name)
				}
			})
			s.Check(name+": an administrator's password does not let him in", func(t *testing.T) {
				pw := s.password()
				s.must(s.put(p, j{"password": pw, "emailPassword": false}), http.StatusOK)
				if a := s.Do(signIn(p.Username, pw)); a.Status != http.StatusUnauthorized {
					t.Errorf("%s, and logged in after an administrator's order: %d", name, a.Status)
				}
			})
		}
	})
}

// TestNoWaySwitchesTheSecondFactorOff: S13, D3: after every way of setting a password
// the login still asks for the code, whatever the request says of it.
func TestNoWaySwitchesTheSecondFactorOff(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, w := range seed.InOrder(waysToRedeem()) {
			if w.codes || w.set {
				continue
			}
			s.Check("redeemed by "+name, func(t *testing.T) {
				p := s.person(harness.WithMFA)
				shown := w.issue(s, p)
				c := w.with(s, shown)
				if body, ok := c.Body.(j); ok {
					more := c
					more.Body = maps.Clone(body)
					for _, member := range []string{"mfaEnabled", "mfa", "MFA"} {
						more.Body.(j)[member] = false
					}
					if strings.HasPrefix(c.Path, "/v1/") {
						s.must(more, http.StatusBadRequest)
					} else {
						c = more
					}
				}
				s.must(c, http.StatusOK)
				s.must(signIn(p.Username, shown.password), http.StatusConflict)
				if u, err := s.Store.Read(context.Background()).FindUser(p.ID); err != nil || !u.MFA {
					t.Errorf("%s switched the second factor off (%v)", name, err)
				}
			})
		}
		s.Check("set by an administrator, in any of his ways", func(t *testing.T) {
			p := s.person(harness.WithMFA)
			for _, order := range []harness.Call{
				s.put(p, j{"password": s.password(), "emailPassword": false}),
				s.user(p, "/password", j{"newPassword": j{"password": s.password()}}),
				s.patch(p, j{"password": j{"password": s.password()}}),
			} {
				s.must(order, http.StatusOK)
			}
			pw := s.password()
			s.must(s.put(p, j{"password": pw, "emailPassword": false}), http.StatusOK)
			s.must(signIn(p.Username, pw), http.StatusConflict)
			id, token := s.session(withPassword(p, pw))
			if a := s.Do(as(token, get("/v2/sessions/"+id))); a.Status != http.StatusUnauthorized {
				t.Errorf("a session without the second factor acts as its user: %d", a.Status)
			}
		})
	})
}

func withPassword(p *harness.Person, pw string) *harness.Person {
	q := *p
	q.Password = pw
	return &q
}

// TestCodesWorkOnlyWhereTheyBelong: S32, A-019, A-020: each secret at each other way, and
// with each other user's name: refused, and the owner's own still works.
func TestCodesWorkOnlyWhereTheyBelong(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		ways := waysToRedeem()
		for from, w := range seed.InOrder(ways) {
			s.Check(from, func(t *testing.T) { s.worksOnlyAs(t, from, w, ways) })
		}
	})
}

// worksOnlyAs shows the secret of one way at each other one, for other users, and at
// last where it belongs.
func (s *stage) worksOnlyAs(t *testing.T, from string, w way, ways map[string]way) {
	t.Helper()
	p, second := s.personOf(w), s.personOf(w)
	shown := w.issue(s, p)
	for at, other := range seed.InOrder(ways) {
		if at == from || w.named && other.named || w.codes && other.codes { // the same code, shown in another way
			continue
		}
		elsewhere := shown
		elsewhere.userID, elsewhere.code = p.ID, orZeros(shown.code)
		if a := s.Do(other.with(s, elsewhere)); a.Status != other.refused() {
			t.Errorf("%s works as %s: %d %s", from, at, a.Status, a.Body)
		}
	}
	if w.named {
		s.Check("for another user", func(t *testing.T) {
			swapped := shown
			swapped.userID = second.ID
			s.must(w.with(s, swapped), http.StatusBadRequest)
		})
	}
	if !w.codes {
		theirs := w.issue(s, second)
		theirs.userID, theirs.code = shown.userID, shown.code
		if w.named {
			s.Check("in another user's name", func(t *testing.T) { s.must(w.with(s, theirs), http.StatusBadRequest) })
		}
	}
	a := s.Do(w.with(s, shown))
	if a.Status != http.StatusOK || !s.CanLogIn(p, shown.password) || s.CanLogIn(second, shown.password) {
		t.Errorf("%s no longer works for its owner: %d %s", from, a.Status, a.Body)
	}
	s.must(w.with(s, shown), w.refused())
}

func orZeros(code string) string {
	if code == "" {
		return "0000000000"
	}
	return code
}

// TestCodesEndWithTimeAndWithTheirSuccessors: S30, A-023, A-027: one second before its
// end a code works; at its end, after a newer one, or a day later it does not.
func TestCodesEndWithTimeAndWithTheirSuccessors(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, w := range seed.InOrder(waysToRedeem()) {
			life := time.Hour
			switch {
			case w.codes:
				life = 10 * time.Minute
			case w.set:
				life = 72 * time.Hour
			}
			for _, late := range []time.Duration{-time.Second, 0, time.Second, 25 * time.Hour} {
				s.Check(fmt.Sprintf("%s, %v past its end", name, late), func(t *testing.T) {
					p := s.personOf(w)
					shown := w.issue(s, p)
					s.Clock.Advance(life + late)
					want := w.refused()
					if late < 0 {
						want = http.StatusOK
					}
					if a := s.Do(w.with(s, shown)); a.Status != want {
						t.Errorf("%s, %v past its end: %d %s", name, late, a.Status, a.Body)
					}
				})
			}
			s.Check(name+", with a newer one behind it", func(t *testing.T) {
				p := s.personOf(w)
				first, second, last := w.issue(s, p), w.issue(s, p), w.issue(s, p)
				for n, older := range []proof{first, second} {
					if a := s.Do(w.with(s, older)); a.Status != w.refused() {
						t.Errorf("%s number %d of 3 works: %d", name, n+1, a.Status)
					}
				}
				s.must(w.with(s, last), http.StatusOK)
			})
		}
	})
}

// TestARefusedPasswordLeavesTheCode: S37, S16: neither a broken policy nor a mistyped
// confirmation uses a code up.
func TestARefusedPasswordLeavesTheCode(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		for name, w := range seed.InOrder(waysToRedeem()) {
			s.Check(name, func(t *testing.T) {
				p := s.personOf(w)
				good := w.issue(s, p)
				for _, refused := range []string{"too short", strings.Repeat("password", 2), p.Username + p.Username, "\u0001\u0002"} {
					bad := good
					bad.password = refused
					if a := s.Do(w.with(s, bad)); a.Status != w.refused() {
						t.Errorf("%s sets %q: %d %s", name, refused, a.Status, a.Body)
					}
				}
				s.must(w.with(s, good), http.StatusOK)
				if !s.CanLogIn(p, good.password) {
					t.Errorf("%s did not set the password", name)
				}
			})
		}
		s.Check("a mistyped confirmation", func(t *testing.T) {
			key := s.resetKey(s.person())
			s.must(post("/api/Password/resetPassword", j{"key": key, "password": s.password(), "confirmPassword": s.password()}), http.StatusBadRequest)
			pw := s.password()
			s.must(post("/api/Password/resetPassword", j{"key": key, "password": pw, "confirmPassword": pw}), http.StatusOK)
		})
	})
}

// TestForeignCallersRedeemNothing: A-021: a code of one application, shown with the key
// of another, is unknown, and its owner's still works.
func TestForeignCallersRedeemNothing(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		elsewhere := s.NewTenant("Elsewhere", false, models.DefaultSettings())
		foreign := s.TenantKey(elsewhere, "*").Key.Reveal()
		sibling := s.TenantKey(s.Sibling("Sibling"), "*").Key.Reveal()
		for name, w := range seed.InOrder(waysToRedeem()) {
			s.Check(name, func(t *testing.T) {
				p := s.personOf(w)
				shown := w.issue(s, p)
				for _, token := range []string{foreign, sibling} {
					if a := s.Do(as(token, w.with(s, shown))); a.Status < 400 || a.Status >= 500 {
						t.Errorf("%s works for a foreign caller: %d %s", name, a.Status, a.Body)
					}
				}
				if s.CanLogIn(p, shown.password) {
					t.Errorf("%s set a password for a foreign caller", name)
				}
				s.must(w.with(s, shown), http.StatusOK)
			})
		}
	})
}

// TestAnAccountThatWasMadeAgainIsAnother: A-030: codes hang on the user's id, not on what
// he is called.
func TestAnAccountThatWasMadeAgainIsAnother(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		p := s.person()
		code := s.userCode(p, models.PurposeReset)
		for _, statement := range []string{
			"DELETE FROM users WHERE id = '" + p.ID + "'", "DELETE FROM addresses WHERE user_id = '" + p.ID + "'",
			"DELETE FROM credentials WHERE user_id = '" + p.ID + "'",
		} {
			if _, err := s.beside().ExecContext(t.Context(), statement); err != nil {
				t.Fatal(err)
			}
		}
		again := s.person(func(in *accounts.CreateUserInput) { in.Username, in.Email = p.Username, p.Email })
		for _, id := range []string{p.ID, again.ID} {
			a := s.Do(s.byOwner(post("/v2/users/"+id+"/password", j{"newPassword": j{"password": s.password()}, "verificationCode": code})))
			if a.Status != http.StatusBadRequest {
				t.Errorf("the former user's code is answered %d %s", a.Status, a.Body)
			}
		}
		if !s.CanLogIn(again, again.Password) {
			t.Error("the new user's password is another")
		}
	})
}
