package contract_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
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
		stranger := w.NewTenant("Stranger", false, models.DefaultSettings())
		holds := func(tenant *models.Tenant, rule, value, level string) {
			t.Helper()
			if v, l := n.effective(tenant.ID, rule); v != value || l != level {
				t.Errorf("%s of %s is %s by %s, want %s by %s", rule, tenant.Name, v, l, value, level)
			}
		}
		holds(w.Tenant, "password.minLength", "15", "default")
		holds(w.Tenant, "linkTemplates", "[]", "default")
		a := n.must(200, http.MethodGet, tenantPolicy(w.Tenant.ID), nil)
		if a.Body != `{"rules":{},"version":1}`+"\n" && a.Body != `{"rules":{},"version":1}` || a.Header.Get("ETag") != `"1"` {
			t.Errorf("a new tenant sets nothing: %s %q", a.Header.Get("ETag"), a.Body)
		}

		app := applicationPolicy(w.Tenant.ApplicationID)
		a = n.must(200, http.MethodPut, app, j{"rules": j{
			"password": j{"minLength": 12, "history": 5, "warnDays": []int{30}}, "sessions": j{"revocation": []string{"all", "others"}}, "resetBy": "otp",
		}}, "If-Match", `"1"`)
		if a.Header.Get("ETag") != `"2"` || a.Field(t, "version") != "2" {
			t.Errorf("%v %s", a.Header, a.Body)
		}
		n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"minLength": 15, "warnDays": []int{}}}})
		holds(w.Tenant, "password.minLength", "15", "tenant") // the default's value, and yet its own
		holds(w.Tenant, "password.warnDays", "[]", "tenant")
		holds(w.Tenant, "password.history", "5", "application")
		holds(w.Tenant, "password.maxLength", "1024", "default")
		holds(w.Tenant, "sessions.revocation", "[all others]", "application")
		holds(sibling, "password.minLength", "12", "application")
		holds(sibling, "resetBy", "otp", "application")
		holds(stranger, "password.minLength", "15", "default")
		if born := w.Sibling("Born later"); born.Settings.Password.MinLength != 12 {
			t.Errorf("a new tenant inherits: %+v", born.Settings.Password)
		}

		n.must(200, http.MethodPut, app, j{}) // everything is inherited again
		holds(sibling, "password.minLength", "15", "default")
		holds(w.Tenant, "password.history", "0", "default")
		holds(w.Tenant, "password.warnDays", "[]", "tenant")

		n.refused(412, "version_mismatch", http.MethodPut, app, j{}, "If-Match", `"2"`)
		n.refused(412, "version_mismatch", http.MethodPut, tenantPolicy(sibling.ID), j{}, "If-Match", `"7"`)
		if a := n.get("/v1/events?action=policy.set"); strings.Count(a.Body, `"action":"policy.set"`) != 3 {
			t.Errorf("three changes are three events: %s", a.Body)
		}
	})
}

func TestRekeyAPolicyActsOnTheNextCall(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, p := asOwner(w), w.Person("ada")
		check := func(password string) string {
			a := n.must(200, http.MethodPost, "/v1/password-checks", j{"userId": p.ID, "password": password})
			return a.Field(t, "acceptable")
		}
		const eleven = "qz7 wo kpr8"
		set := func(status int) {
			t.Helper()
			a := w.Do(harness.Call{
				Method: http.MethodPut, Path: "/api/web/v1/users/" + p.ID + "/passwords", Token: n.token,
				Body: j{"password": eleven, "emailPassword": false},
			})
			if a.Status != status {
				t.Errorf("%d %s, want %d", a.Status, a.Body, status)
			}
		}
		if check(eleven) != "false" {
			t.Error("eleven characters are too few by default")
		}
		set(400)
		n.must(200, http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{"rules": j{"password": j{"minLength": 11}}})
		if a := n.must(200, http.MethodGet, applicationPolicy(w.Tenant.ApplicationID), nil); a.Field(t, "rules", "password", "minLength") != "11" {
			t.Errorf("the application's own rules: %s", a.Body)
		}
		if check(eleven) != "true" {
			t.Error("eleven characters are enough now")
		}
		set(200)
		n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{"password": j{"minLength": 12}}})
		if check(eleven) != "false" {
			t.Error("the tenant wants twelve")
		}
		set(400)
	})
}

func TestRekeyAPolicyIsRefusedWithEveryMistake(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		app := applicationPolicy(w.Tenant.ApplicationID)
		a := n.refused(422, "settings_invalid", http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": j{
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
		// Contradictions with what is inherited, in both directions.
		n.must(200, http.MethodPut, tenantPolicy(sibling.ID), j{"rules": j{"password": j{"minLength": 40}}})
		a = n.refused(422, "settings_invalid", http.MethodPut, app, j{"rules": j{"password": j{"maxLength": 30}}})
		if !strings.Contains(a.Body, `"code":"contradictory"`) || !strings.Contains(a.Body, `"params":{"tenantId":"`+sibling.ID+`"}`) {
			t.Errorf("%s", a.Body)
		}
		n.must(200, http.MethodPut, app, j{"rules": j{"password": j{"maxLength": 60}}})
		a = n.refused(422, "settings_invalid", http.MethodPut, tenantPolicy(sibling.ID), j{"rules": j{"password": j{"minLength": 61}}})
		if !strings.Contains(a.Body, `"pointer":"/rules/password/maxLength"`) {
			t.Errorf("%s", a.Body)
		}
		// No look-up is configured, so no policy may ask for it.
		for _, path := range []string{app, tenantPolicy(sibling.ID)} {
			a = n.refused(422, "settings_invalid", http.MethodPut, path, j{"rules": j{"password": j{"breachLookup": "fail_open"}}})
			if !strings.Contains(a.Body, `"code":"not_configured"`) || !strings.Contains(a.Body, `"/rules/password/breachLookup"`) {
				t.Errorf("%s", a.Body)
			}
		}
		for name, rules := range map[string]any{
			"a rule that there is not": j{"password": j{"minLenght": 12}}, "a group that there is not": j{"passwords": j{}},
			"null": j{"password": j{"minLength": nil}}, "a text": j{"password": j{"minLength": "12"}}, "a negative": j{"password": j{"minLength": -1}},
			"half": j{"password": j{"minLength": 12.5}}, "a choice that there is not": j{"resetBy": "fax"}, "a list": []string{},
		} {
			if a := n.call(http.MethodPut, tenantPolicy(w.Tenant.ID), j{"rules": rules}); a.Status != 400 {
				t.Errorf("%s: %d %s", name, a.Status, a.Body)
			}
		}
		n.refused(400, "malformed_request", http.MethodPut, app, j{"preset": "acme"})
		if a := n.must(200, http.MethodGet, tenantPolicy(w.Tenant.ID), nil); a.Field(t, "version") != "1" {
			t.Errorf("a refused policy was saved: %s", a.Body)
		}
	})
}

func TestRekeyPresets(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		var list struct {
			Items []struct {
				Name, Title, Description string
				Sources                  []string
				Rules                    json.RawMessage
			}
		}
		n.must(200, http.MethodGet, "/v1/policy-presets", nil).JSON(t, &list)
		if len(list.Items) != 5 || list.Items[0].Name != "nist" {
			t.Fatalf("%+v", list.Items)
		}
		all := func() string {
			var e struct{ Rules json.RawMessage }
			n.must(200, http.MethodGet, "/v1/tenants/"+w.Tenant.ID+"/effective-policy", nil).JSON(t, &e)
			return string(e.Rules)
		}
		before := all()
		if n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "nist"}); all() != before {
			t.Errorf("nist is not what a tenant begins with: %s", all())
		}
		for _, p := range list.Items {
			if p.Title == "" || len(p.Description) < 50 || len(p.Sources) == 0 {
				t.Errorf("%s is not explained: %+v", p.Name, p)
			}
			a := n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": p.Name})
			rules, err := models.Overlay(p.Rules).Rules()
			if err != nil || a.Field(t, "preset") != p.Name {
				t.Errorf("%s: %v %s", p.Name, err, a.Body)
			}
			for _, rule := range rules {
				if _, level := n.effective(w.Tenant.ID, rule); level != "tenant" {
					t.Errorf("%s: %s is imposed by %s", p.Name, rule, level)
				}
			}
		}
		verdicts := map[string]map[string]string{ // by candidate: what each preset says of it
			"Rk7!pq2x":                         {"nist": "false", "boomi": "false", "entrust": "false", "wristband": "true", "zitadel": "true"},
			"Password1!":                       {"nist": "false", "boomi": "false", "entrust": "false", "wristband": "false", "zitadel": "true"},
			"violet submarine":                 {"nist": "true", "boomi": "true", "entrust": "true", "wristband": "true", "zitadel": "false"},
			"violet subma":                     {"nist": "false", "boomi": "true", "entrust": "false", "wristband": "true", "zitadel": "false"},
			strings.Repeat("violet rain ", 22): {"nist": "true", "boomi": "true", "entrust": "false", "wristband": "true", "zitadel": "false"},
		}
		for _, p := range list.Items {
			n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": p.Name})
			for candidate, want := range verdicts {
				a := n.must(200, http.MethodPost, "/v1/password-checks", j{"tenantId": w.Tenant.ID, "password": candidate})
				if a.Field(t, "acceptable") != want[p.Name] {
					t.Errorf("%s of %q: %s", p.Name, candidate, a.Body)
				}
			}
		}
		a := n.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "zitadel", "rules": j{"password": j{"minLength": 10, "historyDays": 30}}})
		if a.Field(t, "rules", "password", "minLength") != "10" || a.Field(t, "rules", "password", "minDigit") != "1" ||
			a.Field(t, "rules", "password", "historyDays") != "30" || a.Field(t, "preset") != "zitadel" {
			t.Errorf("explicit rules win over the preset: %s", a.Body)
		}
	})
}

func TestRekeyPoliciesWithinTheBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		sibling, stranger := w.Sibling("Sibling"), w.NewTenant("Stranger", false, models.DefaultSettings())
		own := native{w, w.KeyWith(lifecycle.CreateAPIKey{
			Boundary: models.BoundaryTenant, ApplicationID: w.Tenant.ApplicationID, TenantID: w.Tenant.ID,
			Permissions: []string{"policies:read", "policies:write", "password-checks:write"},
		}).Key.Reveal()}
		own.must(200, http.MethodPut, tenantPolicy(w.Tenant.ID), j{"preset": "nist"})
		own.must(200, http.MethodGet, "/v1/tenants/"+w.Tenant.ID+"/effective-policy", nil)
		own.must(200, http.MethodGet, "/v1/policy-presets", nil)
		own.refused(403, "forbidden", http.MethodGet, applicationPolicy(w.Tenant.ApplicationID), nil)
		own.refused(403, "forbidden", http.MethodPut, applicationPolicy(w.Tenant.ApplicationID), j{})
		wide := native{w, w.Key("policies:read", "policies:write", "password-checks:write").Key.Reveal()}
		wide.refused(404, "application_not_found", http.MethodPut, applicationPolicy(stranger.ApplicationID), j{})
		for _, foreign := range []*models.Tenant{sibling, stranger} {
			own.refused(404, "tenant_not_found", http.MethodGet, tenantPolicy(foreign.ID), nil)
			own.refused(404, "tenant_not_found", http.MethodPut, tenantPolicy(foreign.ID), j{})
			own.refused(404, "tenant_not_found", http.MethodGet, "/v1/tenants/"+foreign.ID+"/effective-policy", nil)
			own.refused(404, "tenant_not_found", http.MethodPost, "/v1/password-checks", j{"tenantId": foreign.ID, "password": "x"})
			if v, _ := asOwner(w).effective(foreign.ID, "password.history"); v != "0" {
				t.Errorf("a foreign policy was changed")
			}
		}
	})
}
