package attacks_test

import (
	"context"
	"net/http"
	"time"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/factors"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/tests/harness"
)

func native(p *harness.Person, what string) string { return "/v1/users/" + p.ID + "/" + what }

func put(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPut, Path: path, Body: body}
}

// enrolled gives a person an authenticator app that waits, and the code it shows.
func (s *stage) enrolled(p *harness.Person) (key secret.Text, code string) {
	s.T.Helper()
	in, err := s.Core.Factors.EnrollTOTP(operator(), factors.EnrollTOTPInput{UserID: p.ID})
	if err != nil {
		s.T.Fatal(err)
	}
	s.plant("the secret of an app", in.Secret.Reveal())
	return in.Secret, s.shows(in.Secret)
}

// shows is what an app shows now.
func (s *stage) shows(key secret.Text) string {
	s.T.Helper()
	code, err := totp.Code(key, totp.Step(s.Clock.Now()))
	if err != nil {
		s.T.Fatal(err)
	}
	return code
}

// withApp gives a person an authenticator app, and one of its recovery codes.
func (s *stage) withApp(p *harness.Person) (recovery string) {
	s.T.Helper()
	_, code := s.enrolled(p)
	codes, err := s.Core.Factors.ConfirmTOTP(operator(), p.ID, secret.NewText(code))
	if err != nil {
		s.T.Fatal(err)
	}
	for _, c := range codes {
		s.plant("a recovery code", c.Reveal())
	}
	return codes[0].Reveal()
}

// secondLogin is the access token of a person with an app, by a recovery code.
func (s *stage) secondLogin(p *harness.Person, code string) string {
	s.T.Helper()
	ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, TenantID: p.TenantID})
	pw, err := secret.NewPassword(p.Password)
	if err != nil {
		s.T.Fatal(err)
	}
	login, err := s.Core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: pw, Code: secret.NewText(code)})
	in, ok := login.(*logins.LoggedIn)
	if err != nil || !ok {
		s.T.Fatalf("%T, %v", login, err)
	}
	signer, err := s.Access.Signer(ctx)
	if err != nil {
		s.T.Fatal(err)
	}
	token, err := signer.IssueForSession(access.Holder{
		SessionID: in.Session.ID, UserID: in.User.ID, ApplicationID: in.User.ApplicationID, TenantID: in.User.TenantID, Number: in.User.Number,
	}, 10*time.Minute)
	if err != nil {
		s.T.Fatal(err)
	}
	return s.plant("an access token", token.Text.Reveal())
}

func rekeyPasswordActs() []act {
	return []act{
		{name: "rekey getPassword", play: func(s *stage) harness.Call { return s.byOwner(get(native(s.person(), "password"))) }},
		{name: "rekey setPassword chosen", play: func(s *stage) harness.Call {
			return s.byOwner(put(native(s.person(), "password"), j{"password": s.password()}))
		}},
		{name: "rekey setPassword generated and returned", gives: []string{"password"}, play: func(s *stage) harness.Call {
			return s.byOwner(put(native(s.person(), "password"), j{"generate": true, "returnPassword": true}))
		}},
		{name: "rekey setPassword imported", play: func(s *stage) harness.Call {
			_, hash := s.bcrypt()
			return s.byOwner(put(native(s.person(), "password"), j{"hash": hash}))
		}},
		{name: "rekey removePassword", play: func(s *stage) harness.Call { return s.byOwner(deleted(native(s.person(), "password"))) }},
		{name: "rekey changePassword", play: func(s *stage) harness.Call {
			p := s.person()
			return as(s.login(p).AccessToken, post(native(p, "password/change"), j{"currentPassword": p.Password, "newPassword": s.password()}))
		}},
	}
}

func rekeyFactorActs() []act {
	return []act{
		{name: "rekey getSecondFactor", play: func(s *stage) harness.Call { return s.byOwner(get(native(s.person(), "second-factor"))) }},
		{name: "rekey removeSecondFactor", play: func(s *stage) harness.Call {
			p := s.person()
			s.withApp(p)
			return s.byOwner(deleted(native(p, "second-factor")))
		}},
		{name: "rekey dropSecondFactor", play: func(s *stage) harness.Call {
			p := s.person()
			code := s.withApp(p)
			token := s.secondLogin(p, code)
			codes, err := s.Core.Factors.RenewRecoveryCodes(operator(), factors.RenewRecoveryCodesInput{UserID: p.ID})
			if err != nil {
				s.T.Fatal(err)
			}
			return as(token, post(native(p, "second-factor/remove"),
				j{"currentPassword": p.Password, "code": s.plant("a recovery code", codes[0].Reveal())}))
		}},
		{name: "rekey enrollTotp", gives: []string{"secret"}, play: func(s *stage) harness.Call {
			p := s.person()
			return as(s.login(p).AccessToken, post(native(p, "totp"), j{"currentPassword": p.Password}))
		}},
		{name: "rekey confirmTotp", play: func(s *stage) harness.Call {
			p := s.person()
			_, code := s.enrolled(p)
			return s.byOwner(post(native(p, "totp/confirm"), j{"code": code}))
		}},
		{name: "rekey renewRecoveryCodes", play: func(s *stage) harness.Call {
			p := s.person()
			s.withApp(p)
			return s.byOwner(post(native(p, "recovery-codes"), j{}))
		}},
	}
}

func rekeySessionActs() []act {
	return []act{
		{name: "rekey listSessions", play: func(s *stage) harness.Call {
			p := s.person()
			return as(s.login(p).AccessToken, get("/v1/sessions"))
		}},
		{name: "rekey createSession", gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			p := s.person()
			return post("/v1/sessions", j{"username": p.Username, "password": p.Password})
		}},
		{name: "rekey createSession with a recovery code", gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			p := s.person()
			return post("/v1/sessions", j{"username": p.Username, "password": p.Password, "code": s.withApp(p)})
		}},
		{name: "rekey refreshSession", gives: []string{"accessToken", "refreshToken"}, play: func(s *stage) harness.Call {
			return post("/v1/sessions/refresh", j{"refreshToken": s.login(s.person()).RefreshToken})
		}},
		{name: "rekey getSession", play: func(s *stage) harness.Call {
			l := s.login(s.person())
			return as(l.AccessToken, get("/v1/sessions/"+l.SessionID))
		}},
		{name: "rekey revokeSession", play: func(s *stage) harness.Call {
			l := s.login(s.person())
			return as(l.AccessToken, deleted("/v1/sessions/"+l.SessionID))
		}},
		{name: "rekey endSessions", play: func(s *stage) harness.Call {
			p := s.person()
			s.login(p)
			return s.byOwner(deleted(native(p, "sessions")))
		}},
	}
}
