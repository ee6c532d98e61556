package contract_test

import (
	"net/http"
	"slices"
	"strings"

	collections "github.com/rekeyhq/rekey/gen/postman"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// boomiHalf is one of the two pairs of operations of the document: the check of a link, and its redemption.
type boomiHalf struct {
	check, redeem string // headings
	path          string
	fresh, other  func(*harness.World, *harness.Person) string // keys of this kind and of the other one
	sentence      string
	purpose       models.Purpose
}

func boomiClaims() []claim {
	set := boomiHalf{"Validates a password set link", "Sets a new password", setPath, setKey, resetKey, "Password has been set.", models.PurposeSet}
	reset := boomiHalf{"Validates a password reset link", "Resets a password", resetPath, resetKey, setKey, "Password has been reset.", models.PurposeReset}
	return slices.Concat(boomiHead(), set.checks(), set.redemptions(), reset.checks(), reset.redemptions())
}

func boomiHead() []claim {
	return []claim{
		{at: "Password, 1", says: "The OpenAPI document can be downloaded.", result: kept, examples: []example{{
			name: "it has the four operations", status: 200, call: func(*scene) harness.Call { return get("/openapi.json") },
			has: []string{setPath, resetPath, `"boomiValidatePasswordSetLink"`, `"boomiSetPassword"`, `"boomiValidatePasswordResetLink"`, `"boomiResetPassword"`},
		}}},
		{at: "Password, 2", says: "The operations can be run in Postman.", result: kept, stories: stories{TestTheDocumentationIsServed}, examples: []example{{
			name: "the collection calls the four operations", check: func(s *scene) {
				raw, err := collections.Files.ReadFile("rekey.postman_collection.json")
				if err != nil {
					s.T.Fatal(err)
				}
				for _, path := range []string{setPath, resetPath} {
					for _, call := range []string{`"{{baseUrl}}` + path + `"`, `"{{baseUrl}}` + path + `?key=`} {
						if !strings.Contains(string(raw), call) {
							s.T.Errorf("the collection has no %s", call)
						}
					}
				}
			},
		}}},
		{at: "Password, 3", says: "A page of the vendor explains Postman.", result: unverified, why: "it says nothing about the service"},
	}
}

// live makes the user's link, and the call that checks it.
func (h boomiHalf) live(s *scene) harness.Call {
	s.key = h.fresh(s.World, s.user)
	return check(h.path, s.key)
}

// returned is the check of a key that an application asked for, to deliver the link itself.
func (h boomiHalf) returned(s *scene) harness.Call {
	c := post("/v1/tickets", j{"userId": s.user.ID, "purpose": h.purpose, "medium": "link", "form": "key", "deliver": "return"})
	c.Token = s.Owner().Key.Reveal()
	s.key = must(s.World, c, http.StatusCreated).Field(s.T, "proof", "key")
	return check(h.path, s.key)
}

// body is the redemption of the user's link with further members, or without some: those that are "-".
func (h boomiHalf) body(more j) func(s *scene) harness.Call {
	return func(s *scene) harness.Call {
		s.key = h.fresh(s.World, s.user)
		body := j{"key": s.key, "password": harness.NewPassword, "confirmPassword": harness.NewPassword}
		for name, value := range seed.InOrder(more) {
			if body[name] = value; value == "-" {
				delete(body, name)
			}
		}
		return post(h.path, body)
	}
}

// alive demands that the password is the old one, and that the link can still be used.
func (h boomiHalf) alive(s *scene, a harness.Answer) {
	s.T.Helper()
	thenUnchanged(s, a)
	must(s.World, check(h.path, s.key), http.StatusOK)
}

// as is a call with a header: its text, or an API key after it.
func as(header, text string, call func(*scene) harness.Call) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := call(s)
		c.Header = map[string]string{header: text}
		if !strings.HasSuffix(text, "unknown") {
			c.Header[header] += s.Key().Key.Reveal()
		}
		return c
	}
}

// elsewhere is a call with an API key of another application.
func (boomiHalf) elsewhere(header, scheme string, call func(*scene) harness.Call) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := call(s)
		other := s.NewTenant("Of "+s.user.Username, false, models.DefaultSettings())
		c.Header = map[string]string{header: scheme + s.TenantKey(other, "*").Key.Reveal()}
		return c
	}
}

// credentials are the examples of ApiKeyBearer, for any call that is answered 200 without one.
func (h boomiHalf) credentials(at string, call func(*scene) harness.Call) []claim {
	return []claim{
		{at: at + ", Authorizations", says: "ApiKeyBearer authorises the call.", result: kept, stories: stories{TestBoomiAPIKeyHeader}, examples: []example{
			{name: "an API key as Bearer is accepted", call: as("Authorization", "Bearer ", call), status: 200},
			{name: "an API key in the header ApiKey is accepted", call: as("ApiKey", "", call), status: 200},
			{name: "a key of another application as Bearer finds no link", call: h.elsewhere("Authorization", "Bearer ", call), status: 400, has: []string{linkDead}},
			{name: "nor does one in the header ApiKey", call: h.elsewhere("ApiKey", "", call), status: 400, has: []string{linkDead}},
			{name: "an unknown key as Bearer is refused", call: as("Authorization", "Bearer rk_unknown", call), status: 401},
			{name: "an unknown key in the header ApiKey is refused", call: as("ApiKey", "rk_unknown", call), status: 401},
		}},
		{at: at + ", Authorizations (absence)", says: "ApiKeyBearer is the one way to authorise the call.", result: ourRule,
			why: "the key of the link suffices: the person who follows a link has no API key", examples: []example{
				{name: "the key of the link suffices", call: call, status: 200},
			}},
	}
}

func (h boomiHalf) checks() []claim {
	at := h.check
	answers := func(member, says, has string, more ...example) claim {
		return claim{at: at + ", response, " + member, says: says, result: kept, examples: append(more, example{
			name: "it is answered", call: h.live, status: 200, has: []string{has},
		})}
	}
	return slices.Concat([]claim{
		{at: at + ", 1", says: "The key shows whether a link is valid.", result: kept, examples: []example{
			{name: "a live key is valid", call: h.live, status: 200, then: h.alive},
			{name: "so is the key of a ticket that the native API returned", call: h.returned, status: 200, then: h.alive},
			{name: "a key of nobody is not", call: func(*scene) harness.Call { return check(h.path, unknownKey) }, status: 400, has: []string{linkDead}},
			{name: "a key of the other kind is not", status: 400, has: []string{linkDead}, call: func(s *scene) harness.Call {
				return check(h.path, h.other(s.World, s.user))
			}},
		}},
		{at: at + ", 2", says: "The answer has information about the user, for the page on which he enters a password.", result: kept, examples: []example{
			{name: "it names the user of the link alone", call: h.live, status: 200, then: func(s *scene, a harness.Answer) {
				other := must(s.World, check(h.path, h.fresh(s.World, s.neighbour())), 200)
				if a.Field(s.T, "username") != s.user.Username || other.Field(s.T, "username") != s.user.Username+"-neighbour" {
					s.T.Errorf("%s\n%s", a.Body, other.Body)
				}
			}},
		}},
	}, h.credentials(at, h.live), h.keys(), []claim{
		{at: at + ", response, key", says: "The answer has the key, a UUID.", result: kept, examples: []example{
			{name: "it is the key that was sent", call: h.live, status: 200, then: func(s *scene, a harness.Answer) {
				if a.Field(s.T, "key") != s.key {
					s.T.Errorf("%s, asked for %s", a.Body, s.key)
				}
			}},
			declares("boomi", "PasswordModel", "key", `{"type":"string","format":"uuid"}`),
		}},
		{at: at + ", response, mfaEnabled", says: "A boolean says whether the user has a second factor.", result: kept, examples: []example{
			{name: "false for a user without one", call: h.live, status: 200, has: []string{`"mfaEnabled":false`}},
			{name: "true for a user with one", user: people{harness.WithMFA}, call: h.live, status: 200, has: []string{`"mfaEnabled":true`}},
			declares("boomi", "PasswordModel", "mfaEnabled", `{"type":"boolean"}`),
		}},
		answers("username", "The answer has the user name, a string or null.", `"username":"ada`,
			declares("boomi", "PasswordModel", "username", `{"type":"string","nullable":true}`)),
		answers("password", "The answer has a password, a string or null; it is always null.", `"password":null`,
			declares("boomi", "PasswordModel", "password", `{"type":"string","nullable":true}`)),
		answers("confirmPassword", "The answer has a confirmation, a string or null; it is always null.", `"confirmPassword":null`,
			declares("boomi", "PasswordModel", "confirmPassword", `{"type":"string","nullable":true}`)),
		{at: at + ", response samples", says: "The document prints no sample and no content type.", result: ourRule, why: "the answer is JSON", examples: []example{
			{name: "the answer is JSON", call: h.live, status: 200, then: func(s *scene, a harness.Answer) {
				if media := a.Header.Get("Content-Type"); media != "application/json" {
					s.T.Errorf("Content-Type %q", media)
				}
			}},
		}},
	})
}

// keys are the claims about the key of a check.
func (h boomiHalf) keys() []claim {
	return []claim{
		{at: h.check + ", key, 1", says: "The query has a key, which is a UUID.", result: kept, examples: []example{
			{name: "the key of a mailed link is one", call: h.live, status: 200},
			{name: "it is found in upper case too", status: 200, call: func(s *scene) harness.Call {
				return check(h.path, strings.ToUpper(h.fresh(s.World, s.user)))
			}},
			{name: "other text is refused like an unknown key", status: 400, has: []string{linkDead}, call: func(*scene) harness.Call { return check(h.path, "not-a-uuid") }},
			{name: "so is no key", status: 400, has: []string{linkDead}, call: func(*scene) harness.Call { return get(h.path) }},
		}},
		{at: h.check + ", key, 2", says: "The key identifies one operation.", result: kept, examples: []example{
			{name: "two links of two users have two keys", check: func(s *scene) {
				if one, two := h.fresh(s.World, s.user), h.fresh(s.World, s.neighbour()); one == two {
					s.T.Errorf("both have %s", one)
				}
			}},
		}},
	}
}

func (h boomiHalf) redemptions() []claim {
	at := h.redeem
	sets := h.body(nil)
	return slices.Concat([]claim{
		{at: at + ", 1", says: "The call sets the new password, with a link that is valid.", result: kept, examples: []example{
			{name: "the new password is the user's", call: sets, status: 200, then: thenChanged},
			{name: "the link works once", call: sets, status: 200, then: func(s *scene, _ harness.Answer) {
				must(s.World, redeem(h.path, s.key, "another long enough password"), 400)
				s.changed()
			}},
			{name: "a link of the other kind sets nothing", status: 400, has: []string{linkDead}, then: thenUnchanged, call: func(s *scene) harness.Call {
				return redeem(h.path, h.other(s.World, s.user), harness.NewPassword)
			}},
		}},
		{at: at + ", 2", says: "The password is that of the account to which the link belongs.", result: kept, examples: []example{
			{name: "another user keeps his", check: func(s *scene) {
				other := s.neighbour()
				must(s.World, sets(s), 200)
				if !s.CanLogIn(other, harness.Password) || s.CanLogIn(other, harness.NewPassword) {
					s.T.Error("another password was set")
				}
			}},
		}},
	}, h.credentials(at, sets), h.members(), []claim{
		{at: at + ", response schema", says: "The answer is a string.", result: kept, examples: []example{
			{name: "it is a string alone", call: sets, status: 200, then: func(s *scene, a harness.Answer) {
				if want := `"` + h.sentence + `"`; a.Body != want {
					s.T.Errorf("%s, want %s", a.Body, want)
				}
			}},
		}},
		{at: at + ", request samples", says: "The sample is a request with all members.", result: ourRule,
			why: "its key is not that of a link, and its password breaks the rules for passwords, as for the vendor", examples: []example{
				{name: "as it is printed, its key is unknown", status: 400, has: []string{linkDead}, call: func(*scene) harness.Call { return post(h.path, boomiSample) }},
				{name: "with the key of a link, its password is too short, and the link lives", status: 400, has: []string{`"code":"too_short"`}, then: h.alive, call: func(s *scene) harness.Call {
					s.key = h.fresh(s.World, s.user)
					return post(h.path, strings.Replace(boomiSample, "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e", s.key, 1))
				}},
				{name: "with a password that obeys the rules, it sets that", status: 200, then: thenChanged, call: func(s *scene) harness.Call {
					s.key = h.fresh(s.World, s.user)
					body := strings.Replace(boomiSample, "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e", s.key, 1)
					body = strings.Replace(body, `"password": "string"`, `"password": "`+harness.NewPassword+`"`, 1)
					return post(h.path, strings.Replace(body, `"confirmPassword": "string"`, `"confirmPassword": "`+harness.NewPassword+`"`, 1))
				}},
			}},
		{at: at + ", response samples", says: "The document prints no sample and no content type.", result: ourRule,
			why: "the string is JSON, or plain text for a client that prefers it", stories: stories{TestBoomiTheAnswerIsABareStringByAccept}},
	})
}

// boomiSample is the sample of both requests, as the document prints it, without its bullets.
const boomiSample = `{
  "key": "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e",
  "mfaEnabled": true,
  "username": "string",
  "password": "string",
  "confirmPassword": "string"
}`

// members are the claims about the members of a redemption.
func (h boomiHalf) members() []claim {
	at := h.redeem + ", request"
	sets := func(name string, more j) example {
		return example{name: name, call: h.body(more), status: 200, then: thenChanged}
	}
	refuses := func(name string, more j, has string) example {
		return example{name: name, call: h.body(more), status: 400, has: []string{has}, then: h.alive}
	}
	return []claim{
		{at: at, says: "The body has the key, the new password and its confirmation.", result: kept, examples: []example{
			sets("the three suffice", nil),
			refuses("the confirmation has to be the same", j{"confirmPassword": harness.NewPassword + "x"}, `"/confirmPassword"`),
			{name: "without a body, nothing is set", status: 400, then: h.alive, call: func(s *scene) harness.Call {
				s.key = h.fresh(s.World, s.user)
				return post(h.path, "")
			}},
		}},
		{at: at + ", key", says: "The key is a UUID.", result: kept, examples: []example{
			{name: "upper case is the same key", status: 200, then: thenChanged, call: func(s *scene) harness.Call {
				return redeem(h.path, strings.ToUpper(h.fresh(s.World, s.user)), harness.NewPassword)
			}},
			refuses("without it, no link is found", j{"key": "-"}, linkDead),
			refuses("null is no key", j{"key": nil}, linkDead),
			refuses("other text is refused like an unknown key", j{"key": "not-a-uuid"}, linkDead),
		}},
		{at: at + ", mfaEnabled", says: "A boolean is part of the model that is sent back.", result: ourRule,
			why: "it is ignored: a link may not switch a second factor on or off", examples: []example{
				{name: "true switches nothing on", call: h.body(j{"mfaEnabled": true}), status: 200, then: h.factor(false)},
				{name: "false switches nothing off", user: people{harness.WithMFA}, call: h.body(j{"mfaEnabled": false}), status: 200, then: h.factor(true)},
				{name: "absent is like false", user: people{harness.WithMFA}, call: h.body(nil), status: 200, then: h.factor(true)},
				refuses("null is refused, since the document does not allow it here", j{"mfaEnabled": nil}, `"/mfaEnabled"`),
			}},
		{at: at + ", username", says: "The user name is a string or null.", result: ourRule,
			why: "it is ignored: a link may not rename a user", examples: []example{
				sets("null is accepted", j{"username": nil}),
				{name: "another name renames nobody", call: h.body(j{"username": "somebody"}), status: 200, then: func(s *scene, _ harness.Answer) {
					if row, err := s.Store.Read(s.T.Context()).FindUser(s.user.ID); err != nil || row.Username != s.user.Username {
						s.T.Errorf("%v %v", row, err)
					}
				}},
			}},
		{at: at + ", password", says: "The password is a string or null.", result: kept, examples: []example{
			refuses("null is like absent: it differs from the confirmation", j{"password": nil}, `"/confirmPassword"`),
			refuses("absent differs too", j{"password": "-"}, `"/confirmPassword"`),
			refuses("without both there is nothing to set", j{"password": nil, "confirmPassword": nil}, `"/password":["A password is required."]`),
			declares("boomi", "PasswordModel", "password", `{"type":"string","nullable":true}`),
		}},
		{at: at + ", confirmPassword", says: "The confirmation is a string or null.", result: kept, examples: []example{
			refuses("null is like absent: it differs from the password", j{"confirmPassword": nil}, `"/confirmPassword"`),
			refuses("absent differs too", j{"confirmPassword": "-"}, `"/confirmPassword"`),
			declares("boomi", "PasswordModel", "confirmPassword", `{"type":"string","nullable":true}`),
		}},
	}
}

// factor demands that the user has a second factor afterwards, or none.
func (boomiHalf) factor(want bool) func(*scene, harness.Answer) {
	return func(s *scene, _ harness.Answer) {
		s.T.Helper()
		if row, err := s.Store.Read(s.T.Context()).FindUser(s.user.ID); err != nil || row.MFA != want {
			s.T.Errorf("a second factor: %v, want %t (%v)", row, want, err)
		}
	}
}
