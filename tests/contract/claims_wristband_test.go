package contract_test

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func wristbandClaims() []claim {
	return slices.Concat(wristbandEffects(), wristbandWays(), wristbandCallers(), wristbandCodes(), wristbandRest())
}

// wbWay is one of the three ways in which the operation can be called.
type wbWay struct {
	prove func(wbCaller, *harness.Person) wbProof
	rules func(*models.Settings) // of the tenant, for this way
}

func wbMail() wbWay { return wbWay{prove: wbCaller.mailCode} }
func wbOTP() wbWay  { return wbWay{prove: wbCaller.otp, rules: wbMailOTPs} }
func wbLink() wbWay { return wbWay{prove: wbCaller.linkCode} }

// call resets the user's password with a proof of this way and more members; the value "-" leaves a member out. A
// session of the user began before.
func (way wbWay) call(more j) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := wristband(s.World)
		s.login, s.proof = s.LogIn(s.user), way.prove(c, s.user)
		body := s.proof.with(harness.NewPassword)
		for name, value := range seed.InOrder(more) {
			if body[name] = value; value == "-" {
				delete(body, name)
			}
		}
		return c.reset("reset-password", body)
	}
}

// resets is an example in which the password is reset.
func (way wbWay) resets(name string, more j) example {
	return example{name: name, rules: way.rules, call: way.call(more), status: 200, then: thenChanged}
}

// refuses is an example in which a member is refused with the code of a violation.
func (way wbWay) refuses(name string, more j, member, code string) example {
	return example{
		name: name, rules: way.rules, call: way.call(more), status: 400, then: wbRefused,
		has: []string{`"` + member + `":[{"code":"` + code + `"`},
	}
}

// wbRefused demands that nothing happened, and that the proof still works.
func wbRefused(s *scene, a harness.Answer) {
	s.T.Helper()
	thenUnchanged(s, a)
	must(s.World, wristband(s.World).reset("reset-password", s.proof.with(harness.NewPassword)), 200)
	s.changed()
}

func wristbandEffects() []claim {
	return []claim{
		{at: "description, 1", says: "The password becomes the one in the request.", result: kept, examples: []example{
			wbLink().resets("the new password is the user's", nil),
			{name: "another user keeps his", status: 200, then: thenUnchanged, call: func(s *scene) harness.Call {
				c := wristband(s.World)
				return c.reset("reset-password", c.linkCode(s.neighbour()).with(harness.NewPassword))
			}},
		}},
		{at: "description, 2, sessions", says: "The user's sessions are revoked.", result: kept, stories: stories{TestWristbandEachKindOfProofResetsThePassword}, examples: []example{
			{name: "the token of an earlier session is refused", call: wbLink().call(nil), status: 200, then: func(s *scene, _ harness.Answer) {
				if wristband(s.World).admits(s.login.AccessToken) {
					s.T.Error("the session lives")
				}
			}},
			{name: "it was admitted before", check: func(s *scene) {
				wbLink().call(nil)(s)
				if !wristband(s.World).admits(s.login.AccessToken) {
					s.T.Error("the session did not live before")
				}
			}},
		}},
		{at: "description, 2, refresh tokens", says: "The user's refresh tokens are revoked.", result: kept, stories: stories{TestWristbandEachKindOfProofResetsThePassword}, examples: []example{
			{name: "a refresh token of before is refused", call: wbLink().call(nil), status: 200, then: func(s *scene, _ harness.Answer) {
				if a := wristband(s.World).refresh(s.login.RefreshToken); a.Status != 400 || a.Field(s.T, "error") != "invalid_grant" {
					s.T.Errorf("%d %s", a.Status, a.Body)
				}
			}},
			{name: "it was accepted before", check: func(s *scene) {
				wbLink().call(nil)(s)
				if a := wristband(s.World).refresh(s.login.RefreshToken); a.Status != 200 {
					s.T.Errorf("%d %s", a.Status, a.Body)
				}
			}},
		}},
		{at: "description, result", says: "The result in an answer distinguishes several outcomes.", result: ourRule,
			why: "the document does not print the outcomes; the only one with 200 is PASSWORD_RESET_SUCCESSFUL, every other outcome is an error", examples: []example{
				{name: "a success names its result", call: wbLink().call(nil), status: 200, has: []string{`"result":"PASSWORD_RESET_SUCCESSFUL"`}},
				{name: "a code that does not work has no result", status: 400, never: []string{`"result"`}, has: []string{`"invalid_password_reset_code"`}, then: thenUnchanged, call: func(s *scene) harness.Call {
					return wristband(s.World).reset("reset-password", wbProof{"passwordResetCode": "unknown"}.with(harness.NewPassword))
				}},
				declares("wristband", "ResetPasswordOutcome", "result", `{"type":"string"}`),
			}},
	}
}

func wristbandWays() []claim {
	return []claim{
		{at: "ways", says: "The operation can be called in three ways.", result: kept, examples: []example{
			wbMail().resets("with the code of a mailed link", nil),
			wbOTP().resets("with a mailed OTP", nil),
			wbLink().resets("with the code of a created link", nil),
			wbLink().refuses("and not without any of them", j{"passwordResetCode": "-"}, "passwordResetCode", "one_required"),
		}, stories: stories{TestWristbandMixedHalfAndMissingWaysAreRefused}},
		{at: "way 1", says: "The code of a mail with a link is emailAuthCode, which has to be sent.", result: kept, examples: []example{
			wbMail().resets("alone it suffices", nil),
			wbMail().refuses("it is required", j{"emailAuthCode": "-"}, "emailAuthCode", "one_required"),
			{name: "in another member it is unknown", call: wbMail().moved("emailAuthCode", "passwordResetCode"), status: 400, has: []string{"invalid_password_reset_code"}, then: wbRefused},
		}, stories: stories{TestWristbandSecretsWorkOnlyInTheirOwnField}},
		{at: "way 2", says: "With an OTP, requestCode and verificationCode have to be sent.", result: kept, examples: []example{
			wbOTP().resets("both suffice", nil),
			wbOTP().refuses("requestCode is required", j{"requestCode": "-"}, "requestCode", "not_blank"),
			wbOTP().refuses("verificationCode is required", j{"verificationCode": "-"}, "verificationCode", "not_blank"),
		}},
		{at: "way 3", says: "The code of a created link is passwordResetCode, which has to be sent.", result: kept, examples: []example{
			wbLink().resets("alone it suffices", nil),
			wbLink().refuses("it is required", j{"passwordResetCode": "-"}, "passwordResetCode", "one_required"),
			{name: "in another member it is unknown", call: wbLink().moved("passwordResetCode", "emailAuthCode"), status: 400, has: []string{"invalid_email_auth_code"}, then: wbRefused},
		}},
	}
}

// moved is a call in which one member's value is in another member.
func (way wbWay) moved(from, to string) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := way.call(nil)(s)
		body := c.Body.(j)
		body[to] = body[from]
		delete(body, from)
		return c
	}
}

func wristbandCallers() []claim {
	by := func(make func(*scene) keys.CreateAPIKeyInput) func(*scene) harness.Call {
		return func(s *scene) harness.Call {
			c := wbLink().call(nil)(s)
			c.Token = s.KeyWith(make(s)).Key.Reveal()
			return c
		}
	}
	key := func(boundary models.Boundary, permissions ...string) func(*scene) keys.CreateAPIKeyInput {
		return func(s *scene) keys.CreateAPIKeyInput {
			in := keys.CreateAPIKeyInput{Boundary: boundary, ApplicationID: s.Tenant.ApplicationID, Permissions: permissions}
			if boundary == models.BoundaryTenant {
				in.TenantID = s.Tenant.ID
			}
			return in
		}
	}
	const permission = "password-reset-workflow:execute"
	return []claim{
		{at: "Required Permissions, permission", says: "The caller needs password-reset-workflow:execute.", result: kept, examples: []example{
			{name: "a key with it alone may", call: by(key(models.BoundaryApplication, permission)), status: 200, then: thenChanged},
			{name: "a key with others may not", call: by(key(models.BoundaryApplication, "auth-session:delete", "refresh-token:revoke")), status: 403, then: wbRefused},
		}},
		{at: "Required Permissions, boundary", says: "The boundary Application is the only one.", result: kept, examples: []example{
			{name: "a key of a tenant may not", call: by(key(models.BoundaryTenant, permission)), status: 403, then: wbRefused},
		}},
		{at: "Required Permissions, description", says: "A caller acts on requests of its own application.", result: kept, examples: []example{
			{name: "for another application the code is unknown", call: func(s *scene) harness.Call {
				c := wbLink().call(nil)(s)
				other := s.NewTenant("Of "+s.user.Username, false, models.DefaultSettings())
				c.Token = s.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: other.ApplicationID, Permissions: []string{permission}}).Key.Reveal()
				return c
			}, status: 400, has: []string{"invalid_password_reset_code"}, then: wbRefused},
		}},
		{at: "Credentials", says: "The credential is a JWT, sent as Bearer.", result: kept, examples: []example{
			{name: "the token of an OAuth client is accepted", status: 200, then: thenChanged, call: func(s *scene) harness.Call {
				c, client := wbLink().call(nil)(s), wristband(s.World)
				c.Token = must(s.World, client.oauth("token", "grant_type", "client_credentials"), 200).Field(s.T, "access_token")
				if strings.Count(c.Token, ".") != 2 {
					s.T.Errorf("%s is no JWT", c.Token)
				}
				return c
			}},
			{name: "without a credential it is refused", status: 401, then: wbRefused, call: func(s *scene) harness.Call {
				c := wbLink().call(nil)(s)
				c.Token = ""
				return c
			}},
			{name: "so is a forged one", status: 401, then: wbRefused, call: func(s *scene) harness.Call {
				c := wbLink().call(nil)(s)
				c.Token = "eyJhbGciOiJub25lIn0.e30."
				return c
			}},
		}},
		{at: "Credentials (addition)", says: "The document knows no other credential.", result: ourRule, why: "an API key is accepted as well", examples: []example{
			wbLink().resets("an API key is accepted", nil),
		}},
	}
}

func wristbandCodes() []claim {
	member := func(name, says string, way wbWay, others ...string) claim {
		c := claim{at: "Body Params, " + name, says: says, result: kept, examples: []example{
			way.resets("the others may be absent", nil),
			way.refuses("empty text is too short", j{name: ""}, name, "not_blank"),
			declares("wristband", "ResetPasswordInput", name, `{"type":"string","minLength":1,"nullable":true}`),
		}}
		nulls := j{}
		for _, other := range others {
			nulls[other] = nil
			c.examples = append(c.examples, example{
				name: "beside " + other + " it is refused", rules: way.rules, call: way.call(j{other: "a code"}), status: 400, has: []string{`"must_be_null"`}, then: wbRefused,
			})
		}
		c.examples = append(c.examples, way.resets("the others may be null", nulls))
		return c
	}
	const mail, link, request, verification = "emailAuthCode", "passwordResetCode", "requestCode", "verificationCode"
	return []claim{
		member(mail, "The code of a mailed link is text of at least one character; the other codes then have to be null.", wbMail(), link, request, verification),
		member(link, "The code of a created link is text of at least one character; the other codes then have to be null.", wbLink(), mail, request, verification),
		member(request, "The code of a request for an OTP is text of at least one character; the codes of links then have to be null.", wbOTP(), mail, link),
		member(verification, "The OTP of a mail is text of at least one character; the codes of links then have to be null.", wbOTP(), mail, link),
	}
}

func wristbandRest() []claim {
	const quiet = "suppressPasswordUpdatedEmail"
	mails := func(name string, more j, want int) example {
		return example{name: name, call: wbLink().call(more), status: 200, then: func(s *scene, a harness.Answer) {
			thenChanged(s, a)
			if n := wristband(s.World).toldOfChange(s.user); n != want {
				s.T.Errorf("%d messages, want %d", n, want)
			}
		}}
	}
	return []claim{
		{at: "Body Params, type", says: "The body is a JSON object.", result: kept, examples: []example{
			{name: "a list is refused", call: wbBody(`[]`), status: 400, then: thenUnchanged},
			{name: "so is text", call: wbBody(`"newPassword"`), status: 400, then: thenUnchanged},
			{name: "so is an empty body", call: wbBody(""), status: 400, then: thenUnchanged},
		}},
		{at: "Body Params, password", says: "The new password is required and has at least one character. The document does not print its name.", result: ourRule,
			why: "the name is newPassword, as in the vendor's demo applications", examples: []example{
				wbLink().refuses("absent", j{"newPassword": "-"}, "newPassword", "not_blank"),
				wbLink().refuses("null", j{"newPassword": nil}, "newPassword", "not_blank"),
				wbLink().refuses("empty text", j{"newPassword": ""}, "newPassword", "not_blank"),
				wbLink().refuses("one character is long enough for the document, and breaks the tenant's rules", j{"newPassword": "x"}, "newPassword", "too_short"),
				declares("wristband", "ResetPasswordInput", "newPassword", `{"type":"string","format":"password","minLength":1}`),
			}},
		{at: "Body Params, boolean, 1", says: "With true, the mail Password Updated is not sent. The document does not print the member's name.", result: ourRule,
			why: "the name is suppressPasswordUpdatedEmail", examples: []example{
				mails("with true it is not sent", j{quiet: true}, 0),
				mails("with false it is sent", j{quiet: false}, 1),
			}, stories: stories{TestWristbandTheMailCanBeSuppressedAndThatIsAudited}},
		{at: "Body Params, boolean, 2", says: "The default is false.", result: kept, examples: []example{
			mails("absent is like false", nil, 1),
			mails("so is null", j{quiet: nil}, 1),
			declares("wristband", "ResetPasswordInput", quiet, `{"type":"boolean","default":false,"nullable":true}`),
		}},
		{at: "Response", says: "The answer is JSON.", result: kept, examples: []example{
			{name: "with application/json", call: wbLink().call(nil), status: 200, then: func(s *scene, a harness.Answer) {
				if media := a.Header.Get("Content-Type"); media != "application/json" {
					s.T.Errorf("Content-Type %q", media)
				}
			}},
		}},
		{at: "Recent Requests", says: "The page lists recent requests, and can try one.", result: unverified, why: "the page does this, and not the service"},
	}
}

// wbBody is a call with a body that is no reset.
func wbBody(body any) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		return harness.Call{Method: http.MethodPost, Path: wbResets + "reset-password", Token: wristband(s.World).key.Key.Reveal(), Body: body}
	}
}
