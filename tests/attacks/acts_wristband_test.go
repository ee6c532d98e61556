package attacks_test

import (
	"net/http"
	"net/url"

	"github.com/rekeyhq/rekey/tests/harness"
)

const resets = "/api/v1/password-reset/"

func wristbandActs() []act {
	return []act{
		{name: "wristband requestPasswordReset", play: func(s *stage) harness.Call { return s.request(s.person()) }},
		{name: "wristband requestPasswordReset for a short code", gives: []string{"requestCode"}, play: func(s *stage) harness.Call {
			c := s.request(s.person(harness.Of(s.otp)))
			tree(c.Body.(j)).put("tenantId", s.otp.ID)
			return c
		}},
		{name: "wristband sendPasswordResetEmail", play: func(s *stage) harness.Call {
			return s.byOwner(post(resets+"send-password-reset-email", j{"userId": s.person().ID}))
		}},
		{name: "wristband createPasswordResetLink", gives: []string{"passwordResetLink", "passwordResetCode"}, play: func(s *stage) harness.Call {
			return s.byOwner(post(resets+"create-password-reset-link", j{"userId": s.person().ID}))
		}},
		{name: "wristband introspectPasswordResetEmailAuthCode", play: func(s *stage) harness.Call {
			return s.byOwner(post(resets+"introspect-email-auth-code", j{"emailAuthCode": s.mailCode(s.person())}))
		}},
		{name: "wristband verifyCode", once: true, play: func(s *stage) harness.Call {
			request, code := s.shortCode(s.person(harness.Of(s.otp)))
			return s.byOwner(post(resets+"verify-code", j{"requestCode": request, "verificationCode": code}))
		}},
		{name: "wristband resetPassword by emailAuthCode", play: func(s *stage) harness.Call {
			return s.redeem(j{"emailAuthCode": s.mailCode(s.person())})
		}},
		{name: "wristband resetPassword by passwordResetCode", play: func(s *stage) harness.Call {
			return s.redeem(j{"passwordResetCode": s.linkCode(s.person())})
		}},
		{name: "wristband resetPassword by verificationCode", once: true, play: func(s *stage) harness.Call {
			request, code := s.shortCode(s.person(harness.Of(s.otp)))
			return s.redeem(j{"requestCode": request, "verificationCode": code})
		}},
		{name: "wristband changePassword", play: func(s *stage) harness.Call {
			p := s.person()
			return as(s.login(p).AccessToken, post("/api/v1/change-password",
				j{"userId": p.ID, "currentPassword": p.Password, "newPassword": s.password()}))
		}},
		{name: "wristband deleteUserAuthSessions", play: func(s *stage) harness.Call {
			p := s.person()
			s.login(p)
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: "/api/v1/users/" + p.ID + "/auth-sessions"})
		}},
		{name: "wristband revokeRefreshToken", play: func(s *stage) harness.Call {
			l := s.login(s.person())
			return s.byOwner(harness.Call{Method: http.MethodPost, Path: "/api/v1/refresh-tokens/" + l.RefreshTokenID + "/revoke"})
		}},
		{name: "wristband getToken for a client", gives: []string{"access_token"}, play: func(s *stage) harness.Call {
			return s.form("token", url.Values{"grant_type": {"client_credentials"}})
		}},
		{name: "wristband getToken for a user", gives: []string{"access_token", "refresh_token"}, play: func(s *stage) harness.Call {
			return s.form("token", url.Values{"grant_type": {"refresh_token"}, "refresh_token": {s.login(s.person()).RefreshToken}})
		}},
		{name: "wristband revokeToken", play: func(s *stage) harness.Call {
			return s.form("revoke", url.Values{"token": {s.login(s.person()).RefreshToken}})
		}},
		{name: "wristband getJwks", play: func(*stage) harness.Call { return get("/api/v1/oauth2/jwks") }},
	}
}

// request asks for a reset in the name of the application.
func (s *stage) request(p *harness.Person) harness.Call {
	return s.byOwner(post(resets+"request-password-reset", j{"applicationId": s.Tenant.ApplicationID, "email": p.Email}))
}

// redeem shows a proof.
func (s *stage) redeem(proof j) harness.Call {
	proof["newPassword"] = s.password()
	return s.byOwner(post(resets+"reset-password", proof))
}

// form is a call of a client that logs in inside the form.
func (s *stage) form(what string, values url.Values) harness.Call {
	s.T.Helper()
	key := s.Key("*")
	values.Set("client_id", key.ID)
	values.Set("client_secret", s.plant("a client's secret", key.Secret.Reveal()))
	return harness.Call{
		Method: http.MethodPost, Path: "/api/v1/oauth2/" + what, Body: values.Encode(), Type: "application/x-www-form-urlencoded",
	}
}
