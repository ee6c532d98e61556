package contract_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// unservedMembers are the pointers below a schema whose members are marked x-not-served,
// with a value that asks for them.
func unservedMembers(s *openapi3.Schema, at string, above ...*openapi3.Schema) map[string]any {
	found := map[string]any{}
	if s == nil || slices.Contains(above, s) { // a schema may contain itself
		return found
	}
	above = append(slices.Clip(above), s)
	if s.Items != nil {
		for pointer, value := range seed.InOrder(unservedMembers(s.Items.Value, at+"/0", above...)) {
			found[pointer] = value
		}
	}
	for name, ref := range seed.InOrder(s.Properties) {
		pointer := at + "/" + name
		if ref.Value.Extensions["x-not-served"] == true {
			found[pointer] = asking(ref.Value)
			continue
		}
		for pointer, value := range seed.InOrder(unservedMembers(ref.Value, pointer, above...)) {
			found[pointer] = value
		}
	}
	return found
}

func asking(s *openapi3.Schema) any {
	switch {
	case s.Default == "SESSION_FIELD_NAME_UNSPECIFIED": // an unknown name is absence
		return "SESSION_FIELD_NAME_CREATION_DATE"
	case s.Type.Is("boolean"):
		return true
	case s.Type.Is("object"):
		return j{"some": "thing"}
	}
	return "something"
}

// put sets the value at a pointer, and makes what leads there.
func put(in any, path []string, value any) any {
	if len(path) == 0 {
		return value
	}
	if _, err := strconv.Atoi(path[0]); err == nil {
		return []any{put(nil, path[1:], value)}
	}
	object, _ := in.(map[string]any)
	if object == nil {
		object = map[string]any{}
	}
	object[path[0]] = put(object[path[0]], path[1:], value)
	return object
}

// What the contract marks as not served is refused with 501, by name, and nothing is
// written; null, and the value that absence means, ask for nothing.
func TestWhatIsNotServedIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key, p, played := w.Owner(), w.Person("minnie"), 0
		for _, o := range harness.Contract() {
			call := o.Example(key)
			call.Path = strings.ReplaceAll(call.Path, "0192f3a4-5b6c-7d8e-9f01-23456789abcd", p.ID)
			parameters, _ := o.Op.Extensions["x-not-served"].([]any)
			for _, p := range parameters {
				name := strings.TrimPrefix(fmt.Sprint(p), "query:")
				asks := call
				asks.Path += "?" + name + "=something"
				w.Check(o.BundleID()+" "+name, func(t *testing.T) { played++; refusedAsNotServed(t, w, asks, name) })
			}
			if !o.HasBody() || o.Op.RequestBody.Value.Content["application/json"] == nil {
				continue
			}
			for pointer, value := range seed.InOrder(unservedMembers(o.Op.RequestBody.Value.Content["application/json"].Schema.Value, "")) {
				path := strings.Split(pointer, "/")[1:]
				with := func(value any) harness.Call {
					var body any
					text, _ := call.Body.(string)
					if err := json.Unmarshal([]byte(text), &body); err != nil {
						t.Fatal(err)
					}
					asks := call
					asks.Body = put(body, path, value)
					return asks
				}
				w.Check(o.BundleID()+" "+pointer, func(t *testing.T) {
					played++
					refusedAsNotServed(t, w, with(value), pointer)
					if a := w.Do(with(nil)); a.Status == 501 {
						t.Errorf("null asks for nothing: %s", a.Body)
					}
				})
			}
		}
		if played < 25 {
			t.Errorf("%d members and parameters that are not served were found", played)
		}
	})
}

func refusedAsNotServed(t *testing.T, w *harness.World, c harness.Call, name string) {
	t.Helper()
	var writes []string
	w.BreakStore(func(statement string) bool {
		if !strings.HasPrefix(statement, "select") && statement != "update api_keys" { // when it was used last
			writes = append(writes, statement)
		}
		return false
	})
	a := w.Do(c)
	w.BreakStore(nil)
	// A member of an exclusive group beside another one is refused before anybody looks whether it is served.
	excluded := a.Status == 400 && strings.Contains(a.Body, name+" exclude each other")
	if !excluded && (a.Status != 501 || !strings.Contains(a.Body, name)) || len(writes) > 0 {
		t.Errorf("%d %s, written: %v", a.Status, a.Body, writes)
	}
}

func TestZitadelAFactorThatIsNotServedOpensNothing(t *testing.T) {
	t.Parallel()
	notServed := func(pointer string) []string { return append(zitFault(12, "REKEY-NotServed"), "Not served: "+pointer) }
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z, p := zitadel(w), w.Person("minnie")
		s := z.logIn(p)
		user := j{"loginName": "minnie"}
		code := j{"code": "000000"}
		z.expects(
			zitCall{"a recovery code at a login", z.post("/v2/sessions", j{"checks": j{"user": user, "recoveryCode": code}}), 501, notServed("/checks/recoveryCode")},
			zitCall{"in snake case", z.post("/v2/sessions", j{"checks": j{"user": user, "recovery_code": code}}), 501, notServed("/checks/recoveryCode")},
			zitCall{"beside the right password", z.patch("/v2/sessions/"+s.id, j{"checks": j{"password": j{"password": harness.Password}, "webAuthN": j{}}}), 501, notServed("/checks/webAuthN")},
			zitCall{"two at once", z.patch("/v2/sessions/"+s.id, j{"checks": j{"idpIntent": j{}, "recoveryCode": code}}), 501, notServed("/checks/idpIntent, /checks/recoveryCode")},
			zitCall{"a challenge", z.patch("/v2/sessions/"+s.id, j{"challenges": j{"webAuthN": j{"domain": "example.com"}}}), 501, notServed("/challenges/webAuthN")},
			zitCall{"no challenge", z.patch("/v2/sessions/"+s.id, j{"challenges": j{}, "lifetime": "60s"}), 200, nil},
			zitCall{"what the vendor does not know either", z.patch("/v2/sessions/"+s.id, j{"checks": j{"carrierPigeon": code}, "lifetime": "60s"}), 200, nil},
			zitCall{"for a caller without the right", z.as(w.Key("user.write").Key.Reveal()).post("/v2/sessions", j{"checks": j{"user": user, "recoveryCode": code}}), 403, zitFault(7, "AUTH-5mWD2")},
		)
	})
}

func TestZitadelAnUpdateOfAMachineIsRefused(t *testing.T) {
	t.Parallel()
	var cases []harness.Case
	for name, c := range seed.InOrder(map[string]struct {
		body    j
		pointer string
	}{
		"alone":           {j{"machine": j{"name": "robot"}}, "/machine"},
		"beside the name": {j{"username": "mickey", "machine": j{"name": "robot"}}, "/machine"},
	}) {
		cases = append(cases, harness.Case{
			Name: name, Given: zitUpdate(c.body), Status: 501, Then: zitUnchanged,
			Has: append(zitFault(12, "REKEY-NotServed"), "Not served: "+c.pointer), Never: []string{"mickey", "robot"},
		})
	}
	harness.Run(t, cases)
}

// Both spellings of a parameter are read, as the vendor's gateway does: the other
// tenant's rules, and not the caller's own, are what was asked for.
func TestZitadelBothSpellingsOfAParameterAreRead(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		z := zitadel(w)
		z.expects(
			zitCall{"in the contract's", z.get("/v2/settings/lockout?ctx.orgId=nobody"), 404, nil},
			zitCall{"in snake case", z.get("/v2/settings/lockout?ctx.org_id=nobody"), 404, nil},
			zitCall{"in both", z.get("/v2/settings/lockout?ctx.org_id=nobody&ctx.orgId=nobody"), 400, []string{"ctx.orgId: the parameter appears twice"}},
			zitCall{"one that the vendor does not know", z.get("/v2/settings/lockout?pretty=true"), 200, nil},
		)
	})
}

func TestEntrustAWebSessionIsNotServed(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		key := w.Key("USERPASSWORDS:VIEW")
		for value, status := range seed.InOrder(map[string]int{"true": 501, "false": 200, "null": 200}) {
			a := w.Do(harness.Call{Method: "POST", Path: "/api/web/v1/adminapi/authenticate",
				Body: `{"applicationId":"` + key.ID + `","sharedSecret":"` + key.Secret.Reveal() + `","enableWebSession":` + value + `}`})
			if a.Status != status {
				t.Errorf("%s: %d %s", value, a.Status, a.Body)
			}
		}
	})
}
