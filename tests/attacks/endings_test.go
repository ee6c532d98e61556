package attacks_test

import (
	"maps"
	"net/http"
	"slices"

	"github.com/rekeyhq/rekey/tests/harness"
)

// ending is something after which all that the old password admitted is over.
type ending struct {
	name string
	do   func(s *stage, p *harness.Person)
	sets bool // a new password, with which the person goes on
}

// endings are all ways over all surfaces: with a code, by the person, by an
// administrator, and the end of the account.
func endings() []ending {
	var all []ending
	for _, name := range slices.Sorted(maps.Keys(waysToRedeem())) {
		w := waysToRedeem()[name]
		if w.set || w.codes {
			continue // of people in another state; they have tests of their own
		}
		all = append(all, ending{"redeeming " + name, func(s *stage, p *harness.Person) {
			shown := w.issue(s, p)
			s.must(w.with(s, shown), http.StatusOK)
			p.Password = shown.password
		}, true})
	}
	return append(append(all, changes()...), orders()...)
}

// with makes the call that sets a password, and the person knows it.
func with(s *stage, p *harness.Person, c harness.Call, pw string, status int) {
	s.T.Helper()
	s.must(c, status)
	p.Password = pw
}

// changes are made with the current password.
func changes() []ending {
	return []ending{
		{"his own change", func(s *stage, p *harness.Person) {
			pw := s.password()
			c := post("/api/Account/changePassword", j{"currentPassword": p.Password, "newPassword": pw, "confirmPassword": pw})
			with(s, p, as(s.login(p).AccessToken, c), pw, http.StatusOK)
		}, true},
		{"his own change by id", func(s *stage, p *harness.Person) {
			pw := s.password()
			c := post("/api/v1/change-password", j{"userId": p.ID, "currentPassword": p.Password, "newPassword": pw})
			with(s, p, as(s.login(p).AccessToken, c), pw, http.StatusOK)
		}, true},
		{"a change for him", func(s *stage, p *harness.Person) {
			pw := s.password()
			with(s, p, s.user(p, "/password", j{"newPassword": j{"password": pw}, "currentPassword": p.Password}), pw, http.StatusOK)
		}, true},
	}
}

// orders are an administrator's.
func orders() []ending {
	return []ending{
		{"an administrator's order", func(s *stage, p *harness.Person) {
			pw := s.password()
			with(s, p, s.put(p, j{"password": pw, "emailPassword": false}), pw, http.StatusOK)
		}, true},
		{"another administrator's order", func(s *stage, p *harness.Person) {
			pw := s.password()
			with(s, p, s.user(p, "/password", j{"newPassword": j{"password": pw}}), pw, http.StatusOK)
		}, true},
		{"an update", func(s *stage, p *harness.Person) {
			pw := s.password()
			with(s, p, s.patch(p, j{"password": j{"password": pw}}), pw, http.StatusOK)
		}, true},
		{"an imported hash", func(s *stage, p *harness.Person) {
			pw, hash := s.bcrypt()
			with(s, p, s.patch(p, j{"hashedPassword": j{"hash": hash}}), pw, http.StatusOK)
		}, true},
		{"an imported hash by the other way", func(s *stage, p *harness.Person) {
			pw, hash := s.bcrypt()
			with(s, p, s.put(p, j{"password": hash, "passwordFormat": "BCRYPT", "emailPassword": false}), pw, http.StatusOK)
		}, true},
		{"a generated password", func(s *stage, p *harness.Person) {
			s.must(s.put(p, j{"generatePassword": true, "emailPassword": false}), http.StatusOK)
		}, false},
		{"the end of the password", func(s *stage, p *harness.Person) {
			s.must(s.byOwner(harness.Call{Method: http.MethodDelete, Path: s.ofUser(p, "passwords")}), http.StatusOK)
		}, false},
		{"a lock", func(s *stage, p *harness.Person) { s.must(s.user(p, "/lock", j{}), http.StatusOK) }, false},
		{"disabling", func(s *stage, p *harness.Person) { s.disable(p) }, false},
	}
}

// hold is something that admits its holder, and must not any longer.
type hold struct {
	name string
	take func(s *stage, p *harness.Person) harness.Call // a call that works, as long as it holds
}

func holds() (logins, codes []hold) {
	logins = []hold{
		{"an access token", func(s *stage, p *harness.Person) harness.Call {
			return as(s.login(p).AccessToken, post("/v2/sessions/search", j{}))
		}},
		{"an access token that changes the password", func(s *stage, p *harness.Person) harness.Call {
			pw := s.password()
			return as(s.login(p).AccessToken, post("/api/Account/changePassword", j{"currentPassword": p.Password, "newPassword": pw, "confirmPassword": pw}))
		}},
		{"a refresh token", func(s *stage, p *harness.Person) harness.Call {
			return post("/api/Users/refreshToken", j{"refreshToken": s.login(p).RefreshToken})
		}},
		{"a refresh token of a client", func(s *stage, p *harness.Person) harness.Call {
			c := s.form("token", map[string][]string{"grant_type": {"refresh_token"}, "refresh_token": {s.login(p).RefreshToken}})
			return c
		}},
		{"a session's token", func(s *stage, p *harness.Person) harness.Call {
			_, token := s.session(p)
			return as(token, post("/v2/sessions/search", j{}))
		}},
		{"the old password", func(_ *stage, p *harness.Person) harness.Call { return signIn(p.Username, p.Password) }},
	}
	for _, name := range slices.Sorted(maps.Keys(waysToRedeem())) {
		if w := waysToRedeem()[name]; !w.set && !w.codes {
			codes = append(codes, hold{name, func(s *stage, p *harness.Person) harness.Call { return w.with(s, w.issue(s, p)) }})
		}
	}
	return logins, codes
}
