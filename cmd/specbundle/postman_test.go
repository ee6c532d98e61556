package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/tests/seed"
)

func collectionOf(t *testing.T) (*press, *collection) {
	t.Helper()
	p, err := newPress("../../gen/openapi", "../../openapi/codegen/postman")
	if err != nil {
		t.Fatal(err)
	}
	c, err := p.collection()
	if err != nil {
		t.Fatal(err)
	}
	return p, c
}

// requests calls f with each request, and with the name of its folder.
func requests(items []*item, folder string, f func(folder string, i *item)) {
	for _, i := range items {
		if i.Request == nil {
			requests(i.Item, i.Name, f)
			continue
		}
		f(folder, i)
	}
}

func TestTheCollectionIsWrittenAlikeEachTime(t *testing.T) {
	t.Parallel()
	var written [2][]byte
	for n := range written {
		dir := t.TempDir()
		if err := postman("../../gen/openapi", "../../openapi/codegen/postman", dir); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(dir, "rekey.postman_collection.json"))
		if err != nil {
			t.Fatal(err)
		}
		written[n] = raw
	}
	if string(written[0]) != string(written[1]) {
		t.Error("two runs wrote two collections")
	}
}

func TestEachRequestSaysWhatItDoes(t *testing.T) {
	t.Parallel()
	_, c := collectionOf(t)
	requests(c.Item, "", func(_ string, i *item) {
		if i.effect.Does == "" || i.Request.Description == "" || len(i.Event) != 2 {
			t.Errorf("%s: does %q, has %d scripts and a description of %d bytes", i.Name, i.effect.Does, len(i.Event), len(i.Request.Description))
		}
		if i.effect.Does != "reads" && i.Request.Method == "GET" {
			t.Errorf("%s %s with GET", i.Name, i.effect.Does)
		}
		if i.effect.Does == "reads" && strings.Contains(i.Event[1].Script.Exec[0], "undo:") {
			t.Errorf("%s reads, and has something to undo", i.Name)
		}
	})
}

// What an unused value looks like in a request would be sent as it stands.
func TestNoValueOfAnExampleIsLeftInARequest(t *testing.T) {
	t.Parallel()
	p, c := collectionOf(t)
	used := map[string]bool{}
	requests(c.Item, "", func(_ string, i *item) {
		for _, name := range uses(i.Request) {
			used[name] = true
		}
		raw, err := json.Marshal(request{Method: i.Request.Method, Header: i.Request.Header, Auth: i.Request.Auth, Body: i.Request.Body, URL: i.Request.URL})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.names {
			if strings.Contains(string(raw), p.fixtures[name]) {
				t.Errorf("%s has the example of %s", i.Name, name)
			}
		}
		if strings.Contains(string(raw), "number:") {
			t.Errorf("%s has a mark of a number", i.Name)
		}
	})
	for value, name := range seed.InOrder(whole) {
		if !used[name] {
			t.Errorf("no example says %q any more, which was the %s", value, name)
		}
	}
}

// makes are the operations after which something stays on a server that the deletion of a tenant or user does not remove.
var makes = regexp.MustCompile(`^(rekey(Create|Register)(Application|Tenant|ApiKey)|[a-z]+(Create|Add)\w*User)`)

func TestWhatIsMadeIsUndone(t *testing.T) {
	t.Parallel()
	_, c := collectionOf(t)
	seen := 0
	requests(c.Item, "", func(_ string, i *item) {
		operation, _, _ := strings.Cut(i.ID, "-")
		if !makes.MatchString(operation) {
			return
		}
		seen++
		if script := strings.Join(i.Event[1].Script.Exec, "\n"); !strings.Contains(script, `undo: {`) {
			t.Errorf("%s is not undone:\n%s", i.Name, script)
		}
	})
	if seen < 15 {
		t.Errorf("only %d requests make something", seen)
	}
}

func TestNamesTellRequestsOfOneOperationApart(t *testing.T) {
	t.Parallel()
	example := func(summary string) *openapi3.ExampleRef {
		return &openapi3.ExampleRef{Value: &openapi3.Example{Summary: summary}}
	}
	content := openapi3.Content{"application/json": {Examples: openapi3.Examples{"a": example("A link"), "b": example("OTP by mail")}}}
	op := &openapi3.Operation{Summary: "Issue a ticket, once", RequestBody: &openapi3.RequestBodyRef{Value: &openapi3.RequestBody{Content: content}}}
	op.Responses = openapi3.NewResponses(openapi3.WithStatus(201, &openapi3.ResponseRef{Value: &openapi3.Response{}}))
	of := func(send string, given ...string) conformance.Resolved {
		return conformance.Resolved{Spec: op, Send: send, Status: 201, Given: given}
	}
	p := &press{}
	for _, c := range []struct {
		of    []conformance.Resolved
		names []string
	}{
		{[]conformance.Resolved{of("a")}, []string{"Issue a ticket, once"}},
		{[]conformance.Resolved{of("a"), of("b")}, []string{"Issue a ticket: a link", "Issue a ticket: OTP by mail"}},
		{[]conformance.Resolved{of("a", "alice"), of("a", "bob")}, []string{"Issue a ticket: a link, alice", "Issue a ticket: a link, bob"}},
	} {
		if got := p.labels(c.of); fmt.Sprint(got) != fmt.Sprint(c.names) {
			t.Errorf("named %q, wanted %q", got, c.names)
		}
	}
}

func TestCompactJSONSaysTheSameInFewLines(t *testing.T) {
	t.Parallel()
	value := map[string]any{
		"list": []any{"a", 1, nil, true, map[string]any{"b": "c, d: {\"e\": [1]}"}}, "long": strings.Repeat("x", 60),
		"nested": map[string]any{"only": map[string]any{"text": strings.Repeat("y", 30), "more": []string{strings.Repeat("z", 30)}}},
		"empty":  map[string]any{}, "none": []any{}, "escaped": `\" , ] }`,
	}
	raw, err := compact(value, 60)
	if err != nil {
		t.Fatal(err)
	}
	var back any
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	one, _ := json.Marshal(value)
	two, _ := json.Marshal(back)
	if string(one) != string(two) {
		t.Errorf("became\n%s", raw)
	}
	for line := range strings.Lines(string(raw)) {
		if len(line) > 60 && !strings.Contains(line, "xxx") {
			t.Errorf("a line of %d characters: %s", len(line), line)
		}
	}
	if got, want := asScript([]byte(`{"a":1,"b-c":["x: y",2],"d":"a,b"}`)), `{a: 1, "b-c": ["x: y", 2], d: "a,b"}`; got != want {
		t.Errorf("as a script %s, wanted %s", got, want)
	}
}

// docs/test.md says what each folder does to a server; this says what it has to say.
func TestTheTableOfFoldersIsTrue(t *testing.T) {
	t.Parallel()
	_, c := collectionOf(t)
	raw, err := os.ReadFile("../../docs/test.md")
	if err != nil {
		t.Fatal(err)
	}
	if table := folders(c); !strings.Contains(string(raw), table) {
		t.Errorf("put this table into docs/test.md:\n%s", table)
	}
}

func folders(c *collection) string {
	var out strings.Builder
	out.WriteString("| folder | reads | creates | changes | deletes | a tenant's key may not | needs the mailbox |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, surface := range c.Item {
		for _, folder := range surface.Item {
			counts := map[string]int{}
			requests(folder.Item, "", func(_ string, i *item) {
				counts[i.effect.Does]++
				if i.effect.Platform {
					counts["platform"]++
				}
				if i.effect.Mail {
					counts["mail"]++
				}
			})
			name := folder.Name
			if surface.Name == "Journeys" {
				name = "Journeys, " + name
			}
			out.WriteString("| " + name)
			for _, of := range []string{"reads", "creates", "changes", "deletes", "platform", "mail"} {
				out.WriteString(" |")
				if counts[of] > 0 {
					fmt.Fprintf(&out, " %d", counts[of])
				}
			}
			out.WriteString(" |\n")
		}
	}
	return out.String()
}
