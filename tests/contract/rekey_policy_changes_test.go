package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// own is what a level sets itself, as the wire has it.
func (n native) own(path string) string {
	n.T.Helper()
	a := n.must(200, http.MethodGet, path, nil)
	return strings.TrimSpace(a.Body)
}

// policyEvents counts the changes that the trail knows.
func (n native) policyEvents() int {
	n.T.Helper()
	return strings.Count(n.get("/v1/events?action=policy.set&limit=200").Body, `"action":"policy.set"`)
}

// levelsOf are the two places where rules are set.
func levelsOf(w *harness.World) map[string]string {
	return map[string]string{"an application": applicationPolicy(w.Tenant.ApplicationID), "a tenant": tenantPolicy(w.Tenant.ID)}
}

// A second call with one rule must not loosen what the first one set.
func TestRekeyAChangeOfOneRuleKeepsTheOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for name, path := range seed.InOrder(levelsOf(w)) {
			w.Step(name+" sets one rule after the other", func(t *testing.T) {
				n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"minLength": 12}}})
				a := n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"history": 5}, "resetBy": "otp"}}, "If-Match", `"2"`)
				want := `"rules":{"password":{"history":5,"minLength":12},"resetBy":"otp"},"version":3`
				if !strings.Contains(a.Body, want) || !strings.Contains(a.Body, `"removed":{}`) || a.Header.Get("ETag") != `"3"` {
					t.Errorf("%s %s", a.Header.Get("ETag"), a.Body)
				}
			})
			w.Check(name+" is told to be as it is, which is no change", func(t *testing.T) {
				events := n.policyEvents()
				for _, body := range []j{{"rules": j{"password": j{"minLength": 12}}}, {}} {
					if a := n.must(200, http.MethodPatch, path, body); a.Header.Get("ETag") != `"3"` {
						t.Errorf("%s %s", a.Header.Get("ETag"), a.Body)
					}
				}
				if more := n.policyEvents() - events; more != 0 {
					t.Errorf("%d events tell of a change", more)
				}
			})
			w.Step(name+" has a rule inherited again", func(t *testing.T) {
				a := n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"minLength": nil, "warnDays": nil}, "resetBy": nil}})
				if got := n.own(path); got != `{"rules":{"password":{"history":5}},"version":4}` {
					t.Errorf("%s sets %s", name, got)
				}
				if !strings.Contains(a.Body, `"removed":{"password":{"minLength":12},"resetBy":"otp"}`) {
					t.Errorf("%s", a.Body)
				}
			})
			w.Step(name+" lays a preset over its rules, and keeps the label", func(t *testing.T) {
				n.must(200, http.MethodPatch, path, j{"rules": j{"tickets": j{"otpTries": 3}}})
				a := n.must(200, http.MethodPatch, path, j{"preset": "zitadel", "rules": j{"password": j{"minLength": 10, "minDigit": nil}}})
				for _, rule := range []struct{ of, want string }{{"minLength", "10"}, {"minDigit", ""}, {"minUpper", "1"}, {"history", "5"}} {
					if got := a.Field(t, "rules", "password", rule.of); rule.of != "history" && got != rule.want {
						t.Errorf("%s is %q, want %q: %s", rule.of, got, rule.want, a.Body)
					}
				}
				if a = n.must(200, http.MethodPatch, path, j{}); a.Field(t, "preset") != "zitadel" || a.Field(t, "rules", "tickets", "otpTries") != "3" {
					t.Errorf("%s", a.Body)
				}
			})
			w.Step(name+" replaces all, and hears what it dropped", func(t *testing.T) {
				a := n.must(200, http.MethodPut, path, j{"rules": j{"password": j{"history": 6}}})
				if a.Field(t, "removed", "tickets", "otpTries") != "3" || a.Field(t, "removed", "password", "minLength") != "10" ||
					a.Field(t, "removed", "password", "history") != "" || a.Field(t, "preset") != "" {
					t.Errorf("%s", a.Body)
				}
				if a = n.must(200, http.MethodPut, path, j{"rules": j{"password": j{"history": 7}}}); !strings.Contains(a.Body, `"removed":{}`) {
					t.Errorf("what has another value was not removed: %s", a.Body)
				}
			})
		}
		w.Check("each change is an event", func(t *testing.T) {
			if events := n.policyEvents(); events != 2*7 {
				t.Errorf("%d events", events)
			}
		})
	})
}

// TestRekeyAPresetTakesTheFormerOnesPlace: under its label nothing holds that only the former one asked for.
func TestRekeyAPresetTakesTheFormerOnesPlace(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for name, path := range seed.InOrder(levelsOf(w)) {
			w.Step(name, func(t *testing.T) {
				n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"history": 5}}})
				n.must(200, http.MethodPatch, path, j{"preset": "entrust"})
				n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"maxLength": 100}}})
				entrust := n.own(path)
				n.must(200, http.MethodPatch, path+"?dryRun=true", j{"preset": "wristband"})
				if now := n.own(path); now != entrust {
					t.Errorf("a dry run left %s", now)
				}
				a := n.must(200, http.MethodPatch, path, j{"preset": "wristband", "rules": j{"tickets": j{"otpTries": 3}}})
				want := `{"preset":"wristband","rules":{"password":{"blocklist":true,"history":5,"maxLength":100,"minLength":8,"minLengthMfa":8},` +
					`"resetBy":"link","tickets":{"otpTries":3}},"version":5}`
				if got := n.own(path); got != want {
					t.Errorf("%s, want %s", got, want)
				}
				if !strings.Contains(a.Body, `"removed":{"password":{"lifetimeDays":90,"minStrength":3}}`) {
					t.Errorf("%s", a.Body)
				}
			})
			w.Step(name+": what the caller names himself stays", func(t *testing.T) {
				a := n.must(200, http.MethodPatch, path, j{"preset": "entrust", "rules": j{"password": j{"minLength": 8}, "resetBy": nil}})
				want := `{"preset":"entrust","rules":{"password":{"blocklist":true,"history":5,"lifetimeDays":90,"maxLength":255,"minLength":8,"minStrength":3},` +
					`"tickets":{"otpTries":3}},"version":6}`
				if got := n.own(path); got != want || !strings.Contains(a.Body, `"removed":{"password":{"minLengthMfa":8},"resetBy":"link"}`) {
					t.Errorf("%s, want %s: %s", got, want, a.Body)
				}
			})
			w.Check(name+": the same preset again is no change", func(t *testing.T) {
				if a := n.must(200, http.MethodPatch, path, j{"preset": "entrust"}); a.Header.Get("ETag") != `"6"` {
					t.Errorf("%s", a.Body)
				}
			})
		}
	})
}

func TestRekeyAPolicyPatchIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, sibling := asOwner(w), w.Sibling("Sibling")
		app, path := applicationPolicy(w.Tenant.ApplicationID), tenantPolicy(w.Tenant.ID)
		n.must(200, http.MethodPatch, app, j{"rules": j{"password": j{"maxLength": 60}}})
		n.must(200, http.MethodPatch, tenantPolicy(sibling.ID), j{"rules": j{"password": j{"minLength": 40}}})
		before := []string{n.own(app), n.own(path), n.own(tenantPolicy(sibling.ID))}
		for _, query := range []string{"", "?dryRun=false", "?dryRun=true"} { // a dry run refuses what the change would
			n.refuses(
				refusal{"a former version" + query, 412, "version_mismatch", http.MethodPatch, app + query, j{}, []string{"If-Match", `"1"`}},
				refusal{"a version that a tenant has not" + query, 412, "version_mismatch", http.MethodPut, path + query, j{}, []string{"If-Match", `"7"`}},
				refusal{"out of bounds" + query, 422, "settings_invalid", http.MethodPatch, path + query, j{"rules": j{"password": j{"minLength": 0}}}, nil},
				refusal{"against what is inherited" + query, 422, "settings_invalid", http.MethodPatch, path + query, j{"rules": j{"password": j{"minLength": 61}}}, nil},
				refusal{"against a tenant's" + query, 422, "settings_invalid", http.MethodPatch, app + query, j{"rules": j{"password": j{"maxLength": 39}}}, nil},
				refusal{"a look-up that is not configured" + query, 422, "settings_invalid", http.MethodPatch, app + query, j{"rules": j{"password": j{"breachLookup": "fail_open"}}}, nil},
				refusal{"a tenant that there is not" + query, 404, "tenant_not_found", http.MethodPatch, tenantPolicy("01hq3k0000000000000000000w") + query, j{}, nil},
			)
		}
		for name, rules := range seed.InOrder(map[string]any{
			"a rule that there is not": j{"password": j{"minLenght": 12}}, "a text": j{"password": j{"minLength": "12"}},
			"a choice that there is not": j{"resetBy": "fax"}, "a look-up that there is not": j{"password": j{"breachLookup": "maybe"}},
		}) {
			n.refuses(refusal{name, 400, "malformed_request", http.MethodPatch, path, j{"rules": rules}, nil})
		}
		for _, query := range []string{"?dryRun=yes", "?dryRun=2", "?dryRun=", "?dryRun=true&dryRun=true"} {
			n.refuses(
				refusal{"patch " + query, 400, "malformed_request", http.MethodPatch, path + query, j{}, nil},
				refusal{"put " + query, 400, "malformed_request", http.MethodPut, app + query, j{}, nil},
			)
		}
		w.Check("nothing of what was refused was saved", func(t *testing.T) {
			for i, at := range []string{app, path, tenantPolicy(sibling.ID)} {
				if after := n.own(at); after != before[i] {
					t.Errorf("%s became %s", before[i], after)
				}
			}
		})
	})
}

// A dry run leaves nothing behind, and its answer is that of the change to come.
func TestRekeyADryRunOfAPolicyChangesNothing(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		for name, path := range seed.InOrder(levelsOf(w)) {
			n.must(200, http.MethodPatch, path, j{"rules": j{"password": j{"minLength": 12}, "resetBy": "otp"}})
			before, changes := n.own(path), n.policyEvents()
			for _, method := range []string{http.MethodPut, http.MethodPatch} {
				change := j{"rules": j{"password": j{"history": 5}}}
				var dry harness.Answer
				w.Step(method+" for "+name+" is tried", func(t *testing.T) {
					dry = n.must(200, method, path+"?dryRun=true", change, "If-Match", `"2"`, again, method+path)
					if dry.Header.Get("ETag") != `"2"` || dry.Field(t, "version") != "2" ||
						dry.Field(t, "preview", "rules", "password", "history") != "5" || dry.Field(t, "preview", "rules", "password", "maxLength") != "1024" ||
						dry.Field(t, "preview", "passwordsThatWouldExpire") != "0" {
						t.Errorf("%s", dry.Body)
					}
					if level := dry.Field(t, "preview", "levels", "resetBy"); (level == "default") != (method == http.MethodPut) {
						t.Errorf("resetBy would be imposed by %s", level)
					}
				})
				w.Check(method+" for "+name+" left nothing behind", func(t *testing.T) {
					if after := n.own(path); after != before {
						t.Errorf("%s became %s", before, after)
					}
					if more := n.policyEvents() - changes; more != 0 {
						t.Errorf("a dry run is %d events", more)
					}
				})
				w.Check(method+" for "+name+" is answered again under its key, which no change may use", func(t *testing.T) {
					a := n.must(200, method, path+"?dryRun=true", change, "If-Match", `"2"`, again, method+path)
					if a.Body != dry.Body || a.Header.Get("Idempotency-Replayed") != "true" {
						t.Errorf("%v %s", a.Header, a.Body)
					}
					n.refused(409, "idempotency_key_reused", method, path, change, "If-Match", `"2"`, again, method+path)
				})
			}
			w.Step("the change itself, for "+name, func(t *testing.T) {
				a := n.must(200, http.MethodPut, path+"?dryRun=false", j{"rules": j{"password": j{"history": 5}}}, "If-Match", `"2"`)
				if strings.Contains(a.Body, `"preview"`) || a.Field(t, "version") != "3" || a.Field(t, "removed", "resetBy") != "otp" {
					t.Errorf("%s", a.Body)
				}
				n.must(200, http.MethodPut, path, j{}) // the other level is looked at alone
			})
		}
	})
}
