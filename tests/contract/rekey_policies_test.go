package contract_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

func tenantPolicy(id string) string      { return "/v1/tenants/" + id + "/policy" }
func applicationPolicy(id string) string { return "/v1/applications/" + id + "/policy" }

// effective is what holds in a tenant, by rule: the value and the level.
func (n native) effective(tenantID string, rule string) (value, level string) {
	n.T.Helper()
	a := n.must(200, http.MethodGet, "/v1/tenants/"+tenantID+"/effective-policy", nil)
	return a.Field(n.T, append([]string{"rules"}, strings.Split(rule, ".")...)...), a.Field(n.T, "levels", rule)
}

func TestRekeyRulesAreInherited(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		foreign := w.NewTenant("Foreign", false, models.DefaultSettings())
		w.Check("a new tenant sets nothing, and has the defaults", func(t *testing.T) {
			n.holds(w.Tenant, "password.minLength", "15", "default")
			n.holds(w.Tenant, "linkTemplates", "[]", "default")
			a := n.must(200, http.MethodGet, tenantPolicy(w.Tenant.ID), nil)
			if a.Body != `{"rules":{},"version":1}`+"\n" && a.Body != `{"rules":{},"version":1}` || a.Header.Get("ETag") != `"1"` {
				t.Errorf("a new tenant sets nothing: %s %q", a.Header.Get("ETag"), a.Body)
			}
		})
		app := applicationPolicy(w.Tenant.ApplicationID)
		w.Step("an application sets rules, and a tenant its own", func(t *testing.T) {
			a := n.must(200, http.MethodPut, app, j{"rules": j{
				"password": j{"minLength": 12, "history": 5, "warnDays": []int{30}}, "sessions": j{"revocation": []string{"all", "others"}}, "resetBy": "otp",
			}}, "If-Match", `"1"`)
			if a.Header.Get("ETag") != `"2"` || a.Field(t, "version") != "2" {
				t.Errorf("%v %s", a.Header, a.Body)
			}
			n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"minLength": 15, "warnDays": []int{}}}})
		})
		w.Check("the tenant's own rule wins, also with the default's value", func(t *testing.T) {
			n.holds(w.Tenant, "password.minLength", "15", "tenant")
			n.holds(w.Tenant, "password.warnDays", "[]", "tenant")
		})
		w.Check("what the tenant leaves open is the application's, then the default", func(t *testing.T) {
			n.holds(w.Tenant, "password.history", "5", "application")
			n.holds(w.Tenant, "password.maxLength", "1024", "default")
			n.holds(w.Tenant, "sessions.revocation", "[all others]", "application")
		})
		w.Check("a sibling has the rules of the application, and a tenant of another one the defaults", func(t *testing.T) {
			n.holds(sibling, "password.minLength", "12", "application")
			n.holds(sibling, "resetBy", "otp", "application")
			n.holds(foreign, "password.minLength", "15", "default")
		})
		w.Check("a tenant that is born later inherits", func(t *testing.T) {
			if born := w.Sibling("Born later"); born.Settings.Password.MinLength != 12 {
				t.Errorf("a new tenant inherits: %+v", born.Settings.Password)
			}
		})
		w.Step("without the application's rules the defaults are back, and the tenant's stay", func(t *testing.T) {
			n.must(200, http.MethodPut, app, j{})
			n.holds(sibling, "password.minLength", "15", "default")
			n.holds(w.Tenant, "password.history", "0", "default")
			n.holds(w.Tenant, "password.warnDays", "[]", "tenant")
		})
		n.refuses(
			refusal{"a policy of a former version of the application's", 412, "version_mismatch", http.MethodPut, app, j{}, []string{"If-Match", `"2"`}},
			refusal{"a policy of a version that there is not", 412, "version_mismatch", http.MethodPut, tenantPolicy(sibling.ID), j{}, []string{"If-Match", `"7"`}},
		)
		w.Check("three changes are three events", func(t *testing.T) {
			if a := n.get("/v1/events?action=policy.set"); strings.Count(a.Body, `"action":"policy.set"`) != 3 {
				t.Errorf("three changes are three events: %s", a.Body)
			}
		})
	})
}

// holds says what a rule has to be in a tenant, and which level sets it.
func (n native) holds(tenant *models.Tenant, rule, value, level string) {
	n.T.Helper()
	if v, l := n.effective(tenant.ID, rule); v != value || l != level {
		n.T.Errorf("%s of %s is %s by %s, want %s by %s", rule, tenant.Name, v, l, value, level)
	}
}

func TestRekeyAPolicyActsOnTheNextCall(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada")
		const eleven = "qz7 wo kpr8"
		judged := func(t *testing.T, acceptable string, status int) {
			t.Helper()
			if a := n.check(j{"userId": p.ID, "password": eleven}); a.Field(t, "acceptable") != acceptable {
				t.Errorf("the check says %s", a.Body)
			}
			if a := n.puts(p, eleven); a.Status != status {
				t.Errorf("%d %s, want %d", a.Status, a.Body, status)
			}
		}
		w.Check("eleven characters are too few by default", func(t *testing.T) { judged(t, "false", 400) })
		w.Step("they are enough for the application", func(t *testing.T) {
			n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{"rules": j{"password": j{"minLength": 11}}})
			if a := n.must(200, http.MethodGet, applicationPolicy(w.Tenant.ApplicationID), nil); a.Field(t, "rules", "password", "minLength") != "11" {
				t.Errorf("the application's own rules: %s", a.Body)
			}
			judged(t, "true", 200)
		})
		w.Check("the tenant wants twelve", func(t *testing.T) {
			n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"minLength": 12}}})
			judged(t, "false", 400)
		})
	})
}

func TestRekeyAPolicyIsRefusedWithEveryMistake(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		app := applicationPolicy(w.Tenant.ApplicationID)
		w.Check("each mistake is told, and what is right is not", n.tellsEveryMistake)
		n.contradictsNobody(app, sibling)
		for name, path := range seed.InOrder(map[string]string{"an application": app, "a tenant": tenantPolicy(sibling.ID)}) {
			w.Check(name+" asks for a look-up that is not configured", func(t *testing.T) {
				a := n.refused(422, "settings_invalid", http.MethodPut, path, j{"rules": j{"password": j{"breachLookup": "fail_open"}}})
				if !strings.Contains(a.Body, `"code":"not_configured"`) || !strings.Contains(a.Body, `"/rules/password/breachLookup"`) {
					t.Errorf("%s", a.Body)
				}
			})
		}
		for name, rules := range seed.InOrder(map[string]any{
			"a rule that there is not": j{"password": j{"minLenght": 12}}, "a group that there is not": j{"passwords": j{}},
			"null": j{"password": j{"minLength": nil}}, "a text": j{"password": j{"minLength": "12"}}, "a negative": j{"password": j{"minLength": -1}},
			"half": j{"password": j{"minLength": 12.5}}, "a choice that there is not": j{"resetBy": "fax"}, "a list": []string{},
		}) {
			w.Check(name, func(t *testing.T) {
				if a := n.call(http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": rules}); a.Status != 400 {
					t.Errorf("%d %s", a.Status, a.Body)
				}
			})
		}
		n.refuses(refusal{"a preset that there is not", 400, "malformed_request", http.MethodPut, app, j{"preset": "acme"}, nil})
		w.Check("nothing of what was refused was saved", func(t *testing.T) {
			if a := n.must(200, http.MethodGet, tenantPolicy(w.Tenant.ID), nil); a.Field(t, "version") != "1" {
				t.Errorf("a refused policy was saved: %s", a.Body)
			}
		})
	})
}

func (n native) tellsEveryMistake(t *testing.T) {
	a := n.refused(422, "settings_invalid", http.MethodPut, tenantPolicy(n.Tenant.ID), j{"rules": j{
		"password": j{"minLength": 0, "maxLength": 2000, "history": 256, "historyDays": 36501, "extraWords": []string{"ab"}, "warnDays": []int{0}},
		"tickets":  j{"otpMinutes": 16, "linkMinutes": 1441, "setHours": 169, "otpLength": 5, "mailsPerHour": 21},
		"sessions": j{"accessMinutes": 16, "revocation": []string{"none", "none"}}, "linkTemplates": []string{"javascript:alert(1)", "https://app.example.com"},
	}})
	for _, want := range []string{
		`{"code":"out_of_range","message":"The value must be 1 to 255.","params":{"max":"255","min":"1"},"pointer":"/rules/password/minLength"}`,
		`"/rules/password/maxLength"`, `"/rules/password/history"`, `"/rules/password/historyDays"`, `"/rules/password/extraWords/0"`,
		`"/rules/password/warnDays/0"`, `"/rules/tickets/otpMinutes"`, `"/rules/tickets/linkMinutes"`, `"/rules/tickets/setHours"`,
		`"/rules/tickets/otpLength"`, `"/rules/tickets/mailsPerHour"`, `"/rules/sessions/accessMinutes"`, `"/rules/sessions/revocation/1"`,
		`"/rules/sessions/revocation"`, `"/rules/linkTemplates/0"`,
	} {
		if !strings.Contains(a.Body, want) {
			t.Errorf("no word of %s: %s", want, a.Body)
		}
	}
	if strings.Contains(a.Body, "javascript") || strings.Contains(a.Body, "/rules/linkTemplates/1") {
		t.Errorf("%s", a.Body)
	}
}

// contradictsNobody: what is set must fit what is inherited, in both directions.
func (n native) contradictsNobody(app string, sibling *models.Tenant) {
	n.T.Helper()
	n.Step("an application's rule that a tenant's contradicts names the tenant", func(t *testing.T) {
		n.must(200, http.MethodPut, tenantPolicy(sibling.ID), j{"rules": j{"password": j{"minLength": 40}}})
		a := n.refused(422, "settings_invalid", http.MethodPut, app, j{"rules": j{"password": j{"maxLength": 30}}})
		if !strings.Contains(a.Body, `"code":"contradictory"`) || !strings.Contains(a.Body, `"params":{"tenantId":"`+sibling.ID+`"}`) {
			t.Errorf("%s", a.Body)
		}
	})
	n.Check("a tenant's rule that its application's contradicts points at the other one", func(t *testing.T) {
		n.must(200, http.MethodPut, app, j{"rules": j{"password": j{"maxLength": 60}}})
		a := n.refused(422, "settings_invalid", http.MethodPut, tenantPolicy(sibling.ID), j{"rules": j{"password": j{"minLength": 61}}})
		if !strings.Contains(a.Body, `"pointer":"/rules/password/maxLength"`) {
			t.Errorf("%s", a.Body)
		}
	})
}

// policyPreset is one as the wire has it.
type policyPreset struct {
	Name, Title, Description string
	Sources                  []string
	Rules                    json.RawMessage
}

func TestRekeyPresets(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var list struct{ Items []policyPreset }
		w.Step("there are five, and the one of NIST comes first", func(t *testing.T) {
			n.must(200, http.MethodGet, "/v1/policy-presets", nil).JSON(t, &list)
			if len(list.Items) != 5 || list.Items[0].Name != "nist" {
				t.Fatalf("%+v", list.Items)
			}
		})
		w.Check("a tenant begins with the one of NIST", func(t *testing.T) {
			all := func() string {
				var e struct{ Rules json.RawMessage }
				n.must(200, http.MethodGet, "/v1/tenants/"+w.Tenant.ID+"/effective-policy", nil).JSON(t, &e)
				return string(e.Rules)
			}
			before := all()
			if n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "nist"}); all() != before {
				t.Errorf("nist is not what a tenant begins with: %s", all())
			}
		})
		for _, p := range list.Items {
			w.Check(p.Name+" is explained", func(t *testing.T) {
				if p.Title == "" || len(p.Description) < 50 || len(p.Sources) == 0 {
					t.Errorf("it is not explained: %+v", p)
				}
			})
			w.Check("what "+p.Name+" names is the tenant's", func(t *testing.T) {
				a := n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": p.Name})
				rules, err := models.Overlay(p.Rules).Rules()
				if err != nil || a.Field(t, "preset") != p.Name {
					t.Errorf("%v %s", err, a.Body)
				}
				for _, rule := range rules {
					if _, level := n.effective(w.Tenant.ID, rule); level != "tenant" {
						t.Errorf("%s is imposed by %s", rule, level)
					}
				}
			})
		}
		for _, p := range list.Items {
			w.Step(p.Name+" holds for the next check", func(t *testing.T) {
				n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": p.Name})
				n.judgesAs(p.Name)
			})
		}
		w.Check("explicit rules win over the preset", func(t *testing.T) {
			a := n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "zitadel", "rules": j{"password": j{"minLength": 10, "historyDays": 30}}})
			if a.Field(t, "rules", "password", "minLength") != "10" || a.Field(t, "rules", "password", "minDigit") != "1" ||
				a.Field(t, "rules", "password", "historyDays") != "30" || a.Field(t, "preset") != "zitadel" {
				t.Errorf("explicit rules win over the preset: %s", a.Body)
			}
		})
	})
}

// judgesAs a preset does, which the default tenant has.
func (n native) judgesAs(preset string) {
	n.T.Helper()
	for _, c := range []struct {
		name, candidate string
		verdicts        map[string]string // by preset
	}{
		{"eight mixed characters", "Rk7!pq2x", map[string]string{"nist": "false", "boomi": "false", "entrust": "false", "wristband": "true", "zitadel": "true"}},
		{"a common one that has all kinds of them", "Password1!", map[string]string{"nist": "false", "boomi": "false", "entrust": "false", "wristband": "false", "zitadel": "true"}},
		{"two words", "violet submarine", map[string]string{"nist": "true", "boomi": "true", "entrust": "true", "wristband": "true", "zitadel": "false"}},
		{"a word and a half", "violet subma", map[string]string{"nist": "false", "boomi": "true", "entrust": "false", "wristband": "true", "zitadel": "false"}},
		{"a page of words", strings.Repeat("violet rain ", 22), map[string]string{"nist": "true", "boomi": "true", "entrust": "false", "wristband": "true", "zitadel": "false"}},
	} {
		n.Check(c.name, func(t *testing.T) {
			a := n.must(200, http.MethodPost, "/v1/password-checks", j{"tenantId": n.Tenant.ID, "password": c.candidate})
			if a.Field(t, "acceptable") != c.verdicts[preset] {
				t.Errorf("%s of %q: %s", preset, c.candidate, a.Body)
			}
		})
	}
}

func TestRekeyPoliciesWithinTheBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, foreign := w.Sibling("Sibling"), w.NewTenant("Foreign", false, models.DefaultSettings())
		own := native{w, w.KeyWith(keys.CreateAPIKeyInput{
			Boundary: models.BoundaryTenant, ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID,
			Permissions: []string{"policies:read", "policies:write", "password-checks:write"},
		}).Key.Reveal()}
		w.Check("a key of a tenant sets and reads its policy", func(t *testing.T) {
			own.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "nist"})
			own.must(200, http.MethodGet, "/v1/tenants/"+w.Tenant.ID+"/effective-policy", nil)
			own.must(200, http.MethodGet, "/v1/policy-presets", nil)
		})
		own.refuses(
			refusal{"reading its application's policy", 403, "forbidden", http.MethodGet, applicationPolicy(w.Tenant.ApplicationID), nil, nil},
			refusal{"setting its application's policy", 403, "forbidden", http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{}, nil},
		)
		wide := native{w, w.Key("policies:read", "policies:write", "password-checks:write").Key.Reveal()}
		wide.refuses(refusal{"setting another application's policy", 404, "application_not_found", http.MethodPut, applicationPolicy(foreign.ApplicationID), j{}, nil})
		for name, foreign := range seed.InOrder(map[string]*models.Tenant{"a sibling": sibling, "another application": foreign}) {
			own.refuses(
				refusal{"reading the policy of " + name, 404, "tenant_not_found", http.MethodGet, tenantPolicy(foreign.ID), nil, nil},
				refusal{"setting the policy of " + name, 404, "tenant_not_found", http.MethodPut, tenantPolicy(foreign.ID), j{}, nil},
				refusal{"reading what holds for " + name, 404, "tenant_not_found", http.MethodGet, "/v1/tenants/" + foreign.ID + "/effective-policy", nil, nil},
				refusal{"a check by the policy of " + name, 404, "tenant_not_found", http.MethodPost, "/v1/password-checks", j{"tenantId": foreign.ID, "password": "x"}, nil},
			)
			w.Check("the policy of "+name+" is what it was", func(t *testing.T) {
				if v, _ := asOwner(w).effective(foreign.ID, "password.history"); v != "0" {
					t.Errorf("a foreign policy was changed")
				}
			})
		}
	})
}
