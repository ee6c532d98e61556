package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/tests/harness"
)

func boomiActs() []act {
	const set, reset = "/api/Password/setPassword", "/api/Password/resetPassword"
	redeem := func(s *stage, path, key string) harness.Call {
		pw := s.password()
		return post(path, j{"key": key, "password": pw, "confirmPassword": pw})
	}
	return []act{
		{name: "boomi validatePasswordSetLink", own: true, play: func(s *stage) harness.Call {
			return get(set + "?key=" + s.setKey(s.person(harness.NoPassword)))
		}},
		{name: "boomi setPassword", play: func(s *stage) harness.Call {
			return redeem(s, set, s.setKey(s.person(harness.NoPassword)))
		}},
		{name: "boomi validatePasswordResetLink", own: true, play: func(s *stage) harness.Call {
			return get(reset + "?key=" + s.resetKey(s.person()))
		}},
		{name: "boomi resetPassword", play: func(s *stage) harness.Call {
			return redeem(s, reset, s.resetKey(s.person()))
		}},
		{name: "boomi forgotPassword", play: func(s *stage) harness.Call { return s.forgot(s.person()) }},
		{name: "boomi forgotUsername", play: func(s *stage) harness.Call {
			return post("/api/ForgotUser/forgotUsername", j{"emailAddress": s.person().Email})
		}},
		{name: "boomi authenticate", gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			p := s.person()
			return signIn(p.Username, p.Password)
		}},
		{name: "boomi authenticate with a second factor", once: true, gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			p := s.person(harness.WithMFA)
			s.challenge(p)
			return post(signInPath, j{"userName": p.Username, "password": p.Password, "oneTimePasscode": s.mailedCode(p)})
		}},
		{name: "boomi refreshToken", gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			return post("/api/Users/refreshToken", j{"refreshToken": s.login(s.person()).RefreshToken})
		}},
		{name: "boomi resendMfa", play: func(s *stage) harness.Call {
			return post("/api/Users/resendMfa", j{"sid": s.challenge(s.person(harness.WithMFA))})
		}},
		{name: "boomi changePassword", play: func(s *stage) harness.Call {
			p, pw := s.person(), s.password()
			return as(s.login(p).AccessToken, post("/api/Account/changePassword",
				j{"currentPassword": p.Password, "newPassword": pw, "confirmPassword": pw}))
		}},
	}
}

const signInPath = "/api/Users/authenticate"

func signIn(name, password string) harness.Call {
	return post(signInPath, j{"userName": name, "password": password})
}

// forgot is how somebody without a credential asks for a link.
func (s *stage) forgot(p *harness.Person) harness.Call {
	return post("/api/ForgotUser/forgotPassword", j{"username": p.Username})
}

// challenge begins a login that waits for its second step.
func (s *stage) challenge(p *harness.Person) string {
	s.T.Helper()
	return s.plant("a challenge", s.must(signIn(p.Username, p.Password), http.StatusConflict).Field(s.T, "sid"))
}
