package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/spec"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestZitadelAliasesAreTheirOperations: clients of v2beta get what clients of v2 get.
func TestZitadelAliasesAreTheirOperations(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		beta := "/v2beta/users/" + p.ID + "/"
		code := z.expect(z.post(beta+"password_reset", `{"return_code":{}}`), 200).Field(t, "verificationCode")
		z.expect(z.post(beta+"password", zitSet("verificationCode", code)), 200, `"sequence"`)
		z.expect(z.post(beta+"password", zitSet("verificationCode", code)), 400, zitFault(9, "COMMAND-2M9fs")...)

		reader, platform := w.Key("session.read").Key.Reveal(), w.Key("user.write").Key.Reveal()
		paths := map[string]string{"password_reset": `{"sendLink":{"urlTemplate":"{{"}}`, "password": `{"newPassword":{"password":"x"},"verificationCode":"nonsense"}`}
		for end, body := range seed.InOrder(paths) {
			for name, c := range seed.InOrder(map[string]harness.Call{
				"refused":           {Token: platform, Body: body},
				"not JSON":          {Token: platform, Body: "{"},
				"nobody":            {Body: body},
				"an unknown key":    {Token: "rk_unknown", Body: body},
				"no permission":     {Token: reader, Body: body},
				"another's tenant":  {Token: platform, Body: body, Header: map[string]string{"X-Zitadel-Orgid": "01hq3kad3svktnkwp31fmt4bee"}},
				"two of a pair":     {Token: platform, Body: `{"sendLink":{},"returnCode":{},"newPassword":{"password":"x"},"currentPassword":"x","verificationCode":"x"}`},
				"another type":      {Token: platform, Body: body, Header: map[string]string{"Content-Type": "text/plain"}},
				"an unknown user":   {Token: platform, Body: `{}`, Path: "nobody/"},
				"an escaped slash":  {Token: platform, Body: `{}`, Path: "no%2Fbody/"},
				"an empty user":     {Token: platform, Body: `{}`, Path: "/"},
				"a user of no path": {Token: platform, Body: `{}`, Path: "no/body/"},
				"a slash more":      {Token: platform, Body: `{}`, Path: p.ID + "//"},
				"a method less":     {Token: platform, Method: http.MethodGet},
				"a head":            {Token: platform, Method: http.MethodHead},
			}) {
				if c.Method == "" {
					c.Method = http.MethodPost
				}
				if c.Path == "" {
					c.Path = p.ID + "/"
				}
				user := c.Path
				c.Path = "/v2/users/" + user + end
				of := z.Do(c)
				c.Path = "/v2beta/users/" + user + end
				if a := z.Do(c); harness.Comparable(a) != harness.Comparable(of) || a.Header.Get("Allow") != of.Header.Get("Allow") || a.Status == 200 {
					t.Errorf("%s: the alias answers\n%s\nand the path\n%s", name, harness.Comparable(a), harness.Comparable(of))
				}
			}
		}
		z.expect(harness.Call{Method: http.MethodGet, Path: beta + "password", Token: z.key}, 405, `{"code":12,"message":"Method Not Allowed"}`)
	})
}

// TestZitadelADeprecatedCallNamesItsSuccessor, and an unknown one is unknown in the vendor's shape.
func TestZitadelADeprecatedCallNamesItsSuccessor(t *testing.T) {
	t.Parallel()
	document, err := spec.Load("zitadel")
	if err != nil {
		t.Fatal(err)
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitadel(w)
		for call, use := range seed.InOrder(map[string]string{
			"POST /management/v1/users/163840776835432705/password/_reset":         "PasswordReset: POST /v2/users/{userId}/password_reset",
			"POST /management/v1/users/163840776835432705/_reset_password":         "PasswordReset: POST /v2/users/{userId}/password_reset",
			"POST /management/v1/users/163840776835432705/password/_initialize":    "SetPassword: POST /v2/users/{userId}/password",
			"POST /management/v1/users/163840776835432705/_resend_initialization":  "ResendInviteCode: POST /v2/users/{userId}/invite_code/resend",
			"POST /management/v1/users/a%2Fb/_lock":                                "LockUser: POST /v2/users/{userId}/lock",
			"POST /management/v1/users/_search":                                    "ListUsers: POST /v2/users",
			"GET /management/v1/users/163840776835432705":                          "GetUserByID: GET /v2/users/{userId}",
			"PUT /auth/v1/users/me/password":                                       "SetPassword: POST /v2/users/{userId}/password",
			"GET /auth/v1/policies/passwords/complexity":                           "GetPasswordComplexitySettings: GET /v2/settings/password/complexity",
			"GET /admin/v1/policies/lockout":                                       "GetLockoutSettings: GET /v2/settings/lockout",
			"PUT /v2beta/users/163840776835432705":                                 "UpdateUser: PATCH /v2/users/{userId}",
			"POST /management/v1/users/human":                                      "AddHumanUser: POST /v2/users/human",
			"DELETE /management/v1/users/163840776835432705":                       "DeleteUser: DELETE /v2/users/{userId}",
			"POST /management/v1/users/163840776835432705/_deactivate":             "DeactivateUser: POST /v2/users/{userId}/deactivate",
			"PUT /management/v1/users/163840776835432705/email":                    "SetEmail: POST /v2/users/{userId}/email",
			"POST /auth/v1/users/me/email/_verify":                                 "VerifyEmail: POST /v2/users/{userId}/email/verify",
			"POST /auth/v1/users/me/phone/_resend_verification":                    "ResendPhoneCode: POST /v2/users/{userId}/phone/resend",
			"POST /v2beta/sessions":                                                "CreateSession: POST /v2/sessions",
			"POST /v2beta/sessions/search":                                         "ListSessions: POST /v2/sessions/search",
			"DELETE /v2beta/sessions/0192f3a4-9d01-7b2c-8e3f-456789abcdef":         "DeleteSession: DELETE /v2/sessions/{sessionId}",
			"GET /v2beta/settings/password/complexity?ctx.instance=true&canary=me": "GetPasswordComplexitySettings: GET /v2/settings/password/complexity",
		}) {
			method, path, _ := strings.Cut(call, " ")
			for _, token := range []string{"", z.key} {
				a := z.expect(harness.Call{Method: method, Path: path, Token: token}, 501, append(zitFault(12, "REKEY-Deprecated"), "Deprecated. Use "+use)...)
				if strings.Contains(a.Body, "canary") || strings.Contains(a.Body, "163840776835432705") {
					t.Errorf("the answer repeats the request: %s", a.Body)
				}
			}
		}
		for path, item := range document.Paths.Map() { // what v2beta had too is named wherever v2 has it
			for method := range item.Operations() {
				former := strings.Replace(path, "/v2/", "/v2beta/", 1)
				if strings.HasPrefix(path, "/v2/") && !isAlias(former) {
					z.expect(harness.Call{Method: method, Path: former, Token: z.key}, 501, "Deprecated. Use "+item.GetOperation(method).OperationID+": "+method+" "+path)
				}
			}
		}
		for _, call := range []string{
			"POST /management/v1/users/1/password/_nothing", "GET /management/v1/users/1/password", "GET /management/v1/projects/1", "POST /management/v1/users//password",
			"GET /auth/v1/nothing", "GET /admin/v1/nothing", "GET /system/v1/instances", "POST /v2beta/nothing", "POST /v2beta/users/1/password_reset/", "GET /v2/nothing",
		} {
			method, path, _ := strings.Cut(call, " ")
			z.expect(harness.Call{Method: method, Path: path, Token: z.key}, 404, `{"code":5,"message":"Not Found"}`)
		}
	})
}

// isAlias tells whether the contract has the path as a further one.
func isAlias(path string) bool {
	for _, o := range harness.Contract() {
		for _, a := range o.Aliases() {
			if a == path {
				return true
			}
		}
	}
	return false
}
