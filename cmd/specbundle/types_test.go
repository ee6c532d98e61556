package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

const typed = `{
	"x-tagGroups": [{"name": "shop"}],
	"components": {"schemas": {
		"shopName": {"type": "string", "format": "password", "description": "A secret name."},
		"shopState": {"type": "string", "enum": ["on-hold", "open"]},
		"shopNotes": {"type": "object", "additionalProperties": {"type": "string"}},
		"shopNothing": {"type": "object"},
		"shopOrder": {"type": "object", "required": ["state"], "properties": {
			"zip": {"type": "string"},
			"state": {"$ref": "#/components/schemas/shopState"},
			"grant_type": {"allOf": [{"$ref": "#/components/schemas/shopName"}], "nullable": true},
			"from": {"type": "string", "format": "date-time"},
			"notes": {"$ref": "#/components/schemas/shopNotes"},
			"lines": {"type": "array", "items": {"$ref": "#/components/schemas/shopOrder"}},
			"count": {"type": "integer", "format": "int64"},
			"anything": {"type": "object"}
		}}
	}}
}`

func TestTypesOfTheContract(t *testing.T) {
	t.Parallel()
	var doc document
	if err := json.Unmarshal([]byte(typed), &doc); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, k := range doc.kinds() {
		names = append(names, k.Name)
	}
	if !slices.Equal(names, []string{"ShopNothing", "ShopOrder", "ShopState"}) {
		t.Errorf("%v", names)
	}
	if state := doc.kinds()[2]; !state.Enumeration() || !slices.Equal(state.Values, []string{"on-hold", "open"}) || state.Surface != "shop" {
		t.Errorf("%+v", state)
	}
	var python, java []string
	order := doc.kinds()[1]
	for _, m := range order.Members {
		python = append(python, pythonName(m.Name)+": "+pythonType(doc.shape(m.Schema))+pythonDefault(m))
		java = append(java, javaType(doc.shape(m.Schema))+" "+javaName(m.Name))
	}
	// In the order of the contract, and not that of the alphabet.
	want := `zip: str | Unset = UNSET, state: ShopState, grant_type: str | None | Unset = UNSET, from_: datetime | Unset = UNSET, ` +
		`notes: dict[str, str] | Unset = UNSET, lines: list[ShopOrder] | Unset = UNSET, count: int | Unset = UNSET, anything: Any | Unset = UNSET`
	if got := strings.Join(python, ", "); got != want {
		t.Errorf("Python:\n%s\n%s", got, want)
	}
	want = `String zip, ShopState state, String grantType, OffsetDateTime from, Map<String, String> notes, List<ShopOrder> lines, Long count, Object anything`
	if got := strings.Join(java, ", "); got != want {
		t.Errorf("Java:\n%s\n%s", got, want)
	}
	if renamed := pythonRenamed(order.Members); len(renamed) != 2 || renamed[0].Name != "grant_type" || renamed[1].Name != "from" {
		t.Errorf("%+v", renamed)
	}
	if held := pythonHeld(order.Members); len(held) != 1 || held[0].Name != "grant_type" || held[0].Description != "A secret name." {
		t.Errorf("%+v", held)
	}
}

func TestNamesInPythonAndJava(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, python, java string }{
		{"userId", "user_id", "userId"},
		{"grant_type", "grant_type", "grantType"},
		{"Idempotency-Key", "idempotency_key", "IdempotencyKey"},
		{"ctx.orgId", "ctx_org_id", "ctxOrgId"},
		{"@type", "type_", "type"},
		{"default", "default", "_default"},
	} {
		if python, java := pythonName(c.name), javaName(c.name); python != c.python || java != c.java {
			t.Errorf("%s: %s, %s", c.name, python, java)
		}
	}
	if got := pythonPath("/v1/users/{userId}/keys/{keyId}"); got != `f"/v1/users/{quoted(user_id)}/keys/{quoted(key_id)}"` {
		t.Error(got)
	}
	if got := pythonDoc(4, "It ends with a \"quote\""); got != `It ends with a "quote" ` {
		t.Error(got)
	}
	if got := javaDoc(2, "Not <b>, but `a<b>` of @them."); got != "/** Not &lt;b&gt;, but {@code a<b>} of &#64;them. */" {
		t.Error(got)
	}
}
