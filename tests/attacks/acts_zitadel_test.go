package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitadelSetActs() []act {
	return []act{
		{name: "zitadel PasswordReset returned", gives: []string{"verificationCode"}, play: func(s *stage) harness.Call {
			return s.user(s.person(), "/password_reset", j{"returnCode": j{}})
		}},
		{name: "zitadel PasswordReset mailed", play: func(s *stage) harness.Call {
			return s.user(s.person(), "/password_reset", j{"sendLink": j{"urlTemplate": template}})
		}},
		{name: "zitadel SetPassword by code", play: func(s *stage) harness.Call {
			p := s.person()
			return s.user(p, "/password", j{"newPassword": j{"password": s.password()}, "verificationCode": s.userCode(p, models.PurposeReset)})
		}},
		{name: "zitadel SetPassword by the current one", play: func(s *stage) harness.Call {
			p := s.person()
			return s.user(p, "/password", j{"newPassword": j{"password": s.password()}, "currentPassword": p.Password})
		}},
		{name: "zitadel SetPassword by an administrator", play: func(s *stage) harness.Call {
			return s.user(s.person(), "/password", j{"newPassword": j{"password": s.password(), "changeRequired": true}})
		}},
		{name: "zitadel UpdateUser by code", play: func(s *stage) harness.Call {
			p := s.person()
			return s.patch(p, j{"password": j{"password": s.password()}, "verificationCode": s.userCode(p, models.PurposeReset)})
		}},
		{name: "zitadel UpdateUser by the current one", play: func(s *stage) harness.Call {
			p := s.person()
			return s.patch(p, j{"password": j{"password": s.password()}, "currentPassword": p.Password})
		}},
		{name: "zitadel UpdateUser with a hash", play: func(s *stage) harness.Call {
			_, hash := s.bcrypt()
			return s.patch(s.person(), j{"hashedPassword": j{"hash": hash}})
		}},
		{name: "zitadel LockUser", play: func(s *stage) harness.Call { return s.user(s.person(), "/lock", j{}) }},
		{name: "zitadel UnlockUser", play: func(s *stage) harness.Call {
			p := s.person()
			s.lock(p)
			return s.user(p, "/unlock", j{})
		}},
		{name: "zitadel CreateInviteCode returned", gives: []string{"inviteCode"}, play: func(s *stage) harness.Call {
			return s.user(s.person(harness.NoPassword), "/invite_code", j{"returnCode": j{}})
		}},
		{name: "zitadel CreateInviteCode mailed", play: func(s *stage) harness.Call {
			return s.user(s.person(harness.NoPassword), "/invite_code",
				j{"sendCode": j{"urlTemplate": template, "applicationName": "Payroll"}})
		}},
		{name: "zitadel ResendInviteCode", play: func(s *stage) harness.Call {
			p := s.person(harness.NoPassword)
			s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeInvite, Medium: models.MediumLink, Form: models.ProofUserCode})
			return s.user(p, "/invite_code/resend", j{})
		}},
		{name: "zitadel VerifyInviteCode", play: func(s *stage) harness.Call {
			p := s.person(harness.NoPassword)
			return s.user(p, "/invite_code/verify", j{"verificationCode": s.userCode(p, models.PurposeInvite)})
		}},
	}
}

func zitadelSessionActs() []act {
	settings := func(what string) func(*stage) harness.Call {
		return func(s *stage) harness.Call {
			return s.byOwner(get("/v2/settings/" + what + "?ctx.orgId=" + s.Tenant.ID))
		}
	}
	return []act{
		{name: "zitadel GetPasswordComplexitySettings", play: settings("password/complexity")},
		{name: "zitadel GetPasswordExpirySettings", play: settings("password/expiry")},
		{name: "zitadel GetLockoutSettings", play: settings("lockout")},
		{name: "zitadel GetLoginSettings", play: settings("login")},
		{name: "zitadel ListAuthenticationMethodTypes", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v2/users/" + s.person().ID + "/authentication_methods"))
		}},
		{name: "zitadel CreateSession by name", gives: []string{"sessionToken"}, play: func(s *stage) harness.Call {
			return s.opening(s.person())
		}},
		{name: "zitadel CreateSession by id", gives: []string{"sessionToken"}, play: func(s *stage) harness.Call {
			p := s.person()
			return s.inTenant(post("/v2/sessions", j{"checks": j{"user": j{"userId": p.ID}, "password": j{"password": p.Password}}}))
		}},
		{name: "zitadel ListSessions", play: func(s *stage) harness.Call {
			p := s.person()
			s.session(p)
			return s.byOwner(post("/v2/sessions/search", j{"queries": []any{j{"userIdQuery": j{"id": p.ID}}}}))
		}},
		{name: "zitadel GetSession by right", play: func(s *stage) harness.Call {
			id, _ := s.session(s.person())
			return s.byOwner(get("/v2/sessions/" + id))
		}},
		{name: "zitadel GetSession by token", play: func(s *stage) harness.Call {
			id, token := s.session(s.person())
			return as(s.plain(), get("/v2/sessions/"+id+"?sessionToken="+token))
		}},
		{name: "zitadel SetSession", gives: []string{"sessionToken"}, play: func(s *stage) harness.Call {
			p := s.person()
			id, token := s.session(p)
			return s.byOwner(harness.Call{Method: http.MethodPatch, Path: "/v2/sessions/" + id, Body: j{
				"sessionToken": token, "checks": j{"password": j{"password": p.Password}},
			}})
		}},
		{name: "zitadel CreateSession with a mailed code", gives: []string{"sessionToken"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v2/sessions", j{"checks": j{"user": j{"userId": s.person().ID}}, "challenges": j{"otpEmail": j{}}}))
		}},
		{name: "zitadel SetSession with a returned code", gives: []string{"sessionToken", "challenges.otpEmail"}, play: func(s *stage) harness.Call {
			id, _ := s.session(s.person())
			return s.byOwner(harness.Call{Method: http.MethodPatch, Path: "/v2/sessions/" + id, Body: j{"challenges": j{"otpEmail": j{"returnCode": j{}}}}})
		}},
		{name: "zitadel DeleteSession by right", play: func(s *stage) harness.Call {
			id, _ := s.session(s.person())
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: "/v2/sessions/" + id})
		}},
		{name: "zitadel DeleteSession by token", play: func(s *stage) harness.Call {
			id, token := s.session(s.person())
			return as(s.plain(), harness.Call{Method: http.MethodDelete, Path: "/v2/sessions/" + id + "?sessionToken=" + token})
		}},
	}
}

func (s *stage) user(p *harness.Person, what string, body j) harness.Call {
	return s.byOwner(post("/v2/users/"+p.ID+what, body))
}

// patch is an update of a user's password.
func (s *stage) patch(p *harness.Person, password j) harness.Call {
	return s.byOwner(harness.Call{Method: http.MethodPatch, Path: "/v2/users/" + p.ID, Body: j{"human": j{"password": password}}})
}

// inTenant is a call of a key of the default tenant: names are looked up there.
func (s *stage) inTenant(c harness.Call) harness.Call {
	s.T.Helper()
	return as(s.plant("a tenant's key", s.TenantKey(s.Tenant, "*").Key.Reveal()), c)
}

// plain is a key that may nothing by itself.
func (s *stage) plain() string {
	s.T.Helper()
	return s.plant("a key without rights", s.Key().Key.Reveal())
}

// opening opens a session with the password.
func (s *stage) opening(p *harness.Person) harness.Call {
	return s.inTenant(post("/v2/sessions", j{
		"checks": j{"user": j{"loginName": p.Username}, "password": j{"password": p.Password}}, "lifetime": "3600s",
	}))
}

// session is one that the person's password opened.
func (s *stage) session(p *harness.Person) (id, token string) {
	s.T.Helper()
	a := s.must(s.opening(p), http.StatusCreated)
	return a.Field(s.T, "sessionId"), s.plant("a session's token", a.Field(s.T, "sessionToken"))
}
