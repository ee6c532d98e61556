package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// broken is a rule that a request breaks, as a problem lists it.
type broken struct {
	Pointer   *string           `json:"pointer"`
	Parameter *string           `json:"parameter"`
	Code      string            `json:"code"`
	Message   string            `json:"message"`
	Params    map[string]string `json:"params"`
}

func violationsOf(t *testing.T, a harness.Answer) []broken {
	t.Helper()
	var problem struct{ Violations []broken }
	a.JSON(t, &problem)
	return problem.Violations
}

// onlyBroken is the one rule that a request breaks.
func onlyBroken(t *testing.T, a harness.Answer) broken {
	t.Helper()
	all := violationsOf(t, a)
	if len(all) != 1 {
		t.Fatalf("%d broken rules: %s", len(all), a.Body)
	}
	return all[0]
}

// What the native contract does not know is refused, and the name that was meant is told.
func TestRekeyUnknownMembersAreRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("minnie")
		password, user, policy := users+"/"+p.ID+"/password", users+"/"+p.ID, "/v1/tenants/"+w.Tenant.ID+"/policy"
		for _, c := range []struct{ name, method, path, body, pointer, near string }{
			{"a member misspelt by case", http.MethodPut, password, `{"password":"` + harness.NewPassword + `","mustchange":true}`, "/mustchange", "mustChange"},
			{"a member in snake case", http.MethodPut, password, `{"password":"` + harness.NewPassword + `","must_change":true}`, "/must_change", "mustChange"},
			{"a member that nobody meant", http.MethodPut, password, `{"password":"` + harness.NewPassword + `","colour":"red"}`, "/colour", ""},
			{"a member misspelt in a list", http.MethodPatch, user, `{"emails":[{"address":"a@example.test"},{"address":"b@example.test","verifed":true}]}`, "/emails/1/verifed", "verified"},
			{"a case variant below a list", http.MethodPatch, user, `{"emails":[{"address":"a@example.test","Verified":true}]}`, "/emails/0/Verified", "verified"},
			{"a case variant below the policy", http.MethodPut, policy, `{"rules":{"password":{"MinLength":20}}}`, "/rules/password/MinLength", "minLength"},
			{"a rule that there is not", http.MethodPut, policy, `{"rules":{"password":{"minLenght":20}}}`, "/rules/password/minLenght", "minLength"},
			{"a member whose value is null", http.MethodPatch, user, `{"givenName":"M","petName":null}`, "/petName", ""},
			{"a long s for an s", http.MethodPut, password, `{"password":"` + harness.NewPassword + `","paſſword":"x"}`, "/paſſword", "password"},
		} {
			w.Check(c.name, func(t *testing.T) {
				a := n.refused(400, "malformed_request", c.method, c.path, c.body)
				got := onlyBroken(t, a)
				if got.Pointer == nil || *got.Pointer != c.pointer || got.Code != "unknown_member" {
					t.Errorf("%s", a.Body)
				}
				if got.Params["near"] != c.near || c.near != "" && !strings.Contains(got.Message, c.near) {
					t.Errorf("near %q, want %q: %s", got.Params["near"], c.near, got.Message)
				}
			})
		}
		w.Check("nothing was changed", func(t *testing.T) {
			if !w.CanLogIn(p, harness.Password) || len(w.Mails()) != 0 {
				t.Error("a refused request changed something")
			}
		})
		w.Check("objects that are the caller's own stay free", func(*testing.T) {
			n.must(200, http.MethodPatch, user, `{"metadata":{"Plan":"gold","plan":"silver"}}`)
		})
	})
}

func TestRekeyUnknownParametersAreRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("minnie")
		policy := "/v1/tenants/" + w.Tenant.ID + "/policy"
		for _, c := range []struct{ name, method, path, body, parameter, code, near string }{
			{"that was to keep a change from being made", http.MethodPut, policy + "?dryrun=true", `{"rules":{"password":{"minLength":20}}}`, "dryrun", "unknown_parameter", "dryRun"},
			{"of an operation that takes none", http.MethodPatch, users + "/" + p.ID + "?dryRun=true", `{"givenName":"M"}`, "dryRun", "unknown_parameter", ""},
			{"of a list, misspelt", http.MethodGet, users + "?userName=minnie", "", "userName", "unknown_parameter", "username"},
			{"of a page, misspelt", http.MethodGet, users + "?limt=1", "", "limt", "unknown_parameter", "limit"},
			{"of a list that has no page", http.MethodGet, "/v1/permissions?limit=1", "", "limit", "unknown_parameter", ""},
			{"of presets", http.MethodGet, "/v1/policy-presets?x=1", "", "x", "unknown_parameter", ""},
			{"of a deletion", http.MethodDelete, users + "/" + p.ID + "?dryRun", "", "dryRun", "unknown_parameter", ""},
			{"given twice", http.MethodGet, users + "?username=minnie&username=donald", "", "username", "duplicate_parameter", ""},
		} {
			w.Check(c.name, func(t *testing.T) {
				var body any
				if c.body != "" {
					body = c.body
				}
				a := n.refused(400, "malformed_request", c.method, c.path, body)
				got := onlyBroken(t, a)
				if got.Parameter == nil || *got.Parameter != c.parameter || got.Pointer != nil || got.Code != c.code || got.Params["near"] != c.near {
					t.Errorf("%s", a.Body)
				}
			})
		}
		w.Check("a query that is none", func(t *testing.T) {
			n.refused(400, "malformed_request", http.MethodGet, users+"?user%name=minnie", nil)
			n.refused(400, "malformed_request", http.MethodGet, users+"?username=a;limit=1", nil)
		})
		w.Check("nothing was changed", func(t *testing.T) {
			n.must(200, http.MethodGet, users+"/"+p.ID, nil)
			if a := n.must(200, http.MethodGet, policy, nil); strings.Contains(a.Body, "20") {
				t.Errorf("the policy was saved: %s", a.Body)
			}
		})
	})
}

// A body where none belongs is as unknown as a member: `DELETE` with `{"dryRun":true}`
// would delete.
func TestRekeyABodyWhereNoneBelongsIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("minnie")
		path := users + "/" + p.ID
		n.refuses(
			refusal{"of a deletion", 400, "malformed_request", http.MethodDelete, path, `{"dryRun":true}`, nil},
			refusal{"of a reading", 400, "malformed_request", http.MethodGet, path, `{"fields":["id"]}`, nil},
			refusal{"that is no JSON", 400, "malformed_request", http.MethodDelete, path, `dryRun`, nil},
		)
		w.Check("an empty object asks for nothing", func(*testing.T) {
			n.must(200, http.MethodGet, path, `{}`)
			n.must(204, http.MethodDelete, path, " {} ")
		})
	})
}

// What is echoed of a name is bounded and printable; of a value, nothing is.
func TestRekeyUnknownNamesAreEchoedBounded(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("minnie")
		path := users + "/" + p.ID
		long := strings.Repeat("n", 5000)
		for name, body := range seed.InOrder(map[string]string{
			"a long name": `{"` + long + `":"hidden value"}`, "a line break": `{"a\nlevel=ERROR msg=x":"hidden value"}`,
			"an escape": `{"\u001b[31m\u202ered":"hidden value"}`,
		}) {
			a := n.refused(400, "malformed_request", http.MethodPatch, path, body)
			got := *onlyBroken(t, a).Pointer
			if len(got) > 200 || strings.Contains(a.Body, "hidden") || strings.ContainsAny(got, "\n\x1b\u202e") {
				t.Errorf("%s: %q", name, got)
			}
		}
		a := n.refused(400, "malformed_request", http.MethodGet, users+"?"+long+"%0a=hidden", nil)
		if got := *onlyBroken(t, a).Parameter; len(got) > 200 || strings.Contains(a.Body, "hidden") {
			t.Errorf("%q", got)
		}
		many := `{"givenName":"M"`
		for i := range 900 {
			many += `,"x` + strings.Repeat("y", i%60) + string(rune('a'+i%26)) + string(rune('a'+i/26)) + `":1`
		}
		if a := n.refused(400, "malformed_request", http.MethodPatch, path, many+"}"); len(violationsOf(t, a)) > 50 {
			t.Errorf("%d broken rules are listed", len(violationsOf(t, a)))
		}
	})
}
