package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// way is a way to set a password with a code or link.
type way struct {
	issue func(s *stage, p *harness.Person) proof
	with  func(s *stage, shown proof) harness.Call // redeems it with a new password
	codes bool                                     // of the tenant that mails short codes
	named bool                                     // the caller names the user, and may know why a code fails
	set   bool                                     // for people without a password
	rule  bool                                     // what breaks a rule is 422 and not 400
}

// refused is the status of a code that does not work, or a password that may not be.
func (w way) refused() int {
	if w.rule {
		return http.StatusUnprocessableEntity
	}
	return http.StatusBadRequest
}

// proof is what is shown: a key or code, and what belongs to it.
type proof struct{ secret, code, userID, password string }

// waysToRedeem are all ways by which somebody who has a code sets a password.
func waysToRedeem() map[string]way {
	keyed := func(issue func(*stage, *harness.Person) string) func(*stage, *harness.Person) proof {
		return func(s *stage, p *harness.Person) proof {
			return proof{secret: issue(s, p), userID: p.ID, password: s.password()}
		}
	}
	link := func(path string) func(*stage, proof) harness.Call {
		return func(_ *stage, shown proof) harness.Call {
			return post("/api/Password/"+path, j{"key": shown.secret, "password": shown.password, "confirmPassword": shown.password})
		}
	}
	code := func(field string) func(*stage, proof) harness.Call {
		return func(s *stage, shown proof) harness.Call {
			return s.byOwner(post(resets+"reset-password", j{field: shown.secret, "newPassword": shown.password}))
		}
	}
	userCode := func(s *stage, p *harness.Person) string { return s.userCode(p, models.PurposeReset) }
	return map[string]way{
		"a set link":      {issue: keyed((*stage).setKey), with: link("setPassword"), set: true},
		"a reset link":    {issue: keyed((*stage).resetKey), with: link("resetPassword")},
		"a mailed code":   {issue: keyed((*stage).mailCode), with: code("emailAuthCode")},
		"a returned code": {issue: keyed((*stage).linkCode), with: code("passwordResetCode")},
		"a short code": {codes: true, issue: func(s *stage, p *harness.Person) proof {
			request, code := s.shortCode(p)
			return proof{secret: request, code: code, password: s.password()}
		}, with: func(s *stage, shown proof) harness.Call {
			return s.byOwner(post(resets+"reset-password",
				j{"requestCode": shown.secret, "verificationCode": shown.code, "newPassword": shown.password}))
		}},
		"a native link": {rule: true, issue: keyed((*stage).nativeLink), with: func(_ *stage, shown proof) harness.Call {
			return post("/v1/tickets/redeem", j{"ticket": shown.secret, "newPassword": shown.password})
		}},
		"a native short code": {rule: true, codes: true, issue: func(s *stage, p *harness.Person) proof {
			request, code := s.shortCode(p)
			return proof{secret: request, code: code, password: s.password()}
		}, with: func(_ *stage, shown proof) harness.Call {
			return post("/v1/tickets/redeem", j{"requestCode": shown.secret, "code": shown.code, "newPassword": shown.password})
		}},
		"a user's code": {named: true, issue: keyed(userCode), with: func(s *stage, shown proof) harness.Call {
			return s.byOwner(post("/v2/users/"+shown.userID+"/password",
				j{"verificationCode": shown.secret, "newPassword": j{"password": shown.password}}))
		}},
		"a user's code in an update": {named: true, issue: keyed(userCode), with: func(s *stage, shown proof) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodPatch, Path: "/v2/users/" + shown.userID, Body: j{
				"human": j{"password": j{"verificationCode": shown.secret, "password": j{"password": shown.password}}},
			}})
		}},
	}
}

// personOf is somebody who can be given the way's code.
func (s *stage) personOf(w way) *harness.Person {
	s.T.Helper()
	var change []func(*accounts.CreateUserInput)
	if w.codes {
		change = append(change, harness.Of(s.otp))
	}
	if w.set {
		change = append(change, harness.NoPassword)
	}
	return s.person(change...)
}

// another is a proof of the same form that was never issued.
func (p proof) another() proof {
	if len(p.secret) == secret.CodeLength {
		p.secret = secret.NewCode().Reveal()
		return p
	}
	if len(p.secret) == 36 {
		p.secret = secret.NewLinkKey().Reveal()
		return p
	}
	p.secret = secret.NewToken().Reveal() // of the product, as one would be that an attacker has by himself
	return p
}
