package docs_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	spec "github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/docs"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestEveryAllowedValueIsShown reads the contract once more, in another way than the pages
// do, and looks for each thing that it asks of a value in the line of that value.
func TestEveryAllowedValueIsShown(t *testing.T) {
	t.Parallel()
	var bundle map[string]any
	if err := json.Unmarshal(spec.JSON, &bundle); err != nil {
		t.Fatal(err)
	}
	in := own()
	in.Surfaces = nil
	for _, g := range bundle["x-tagGroups"].([]any) {
		in.Surfaces = append(in.Surfaces, g.(map[string]any)["name"].(string))
	}
	pages := made(t, in)
	c := checker{t: t, bundle: bundle}
	for path, item := range seed.InOrder(child(bundle, "paths")) {
		for method, o := range seed.InOrder(item.(map[string]any)) {
			op, _ := o.(map[string]any)
			if op["operationId"] == nil {
				continue
			}
			c.about = method + " " + path
			c.lines = sectionOf(t, pages, op)
			c.operation(op, item.(map[string]any))
		}
	}
	if c.count < 2000 {
		t.Errorf("%d values were looked at: the contract is not read", c.count)
	}
}

// sectionOf are the lines about an operation on the page of its group.
func sectionOf(t *testing.T, pages map[string]docs.Page, op map[string]any) []string {
	t.Helper()
	surface, group, _ := strings.Cut(op["tags"].([]any)[0].(string), ": ")
	at := "/docs/reference/" + surface + "/" + strings.ToLower(strings.ReplaceAll(group, " ", "-")) + ".md"
	_, text, there := strings.Cut(string(pages[at].Body), "\n## "+op["x-surface-operation-id"].(string)+"\n")
	if !there {
		t.Errorf("%s lacks %s", at, op["x-surface-operation-id"])
	}
	text, _, _ = strings.Cut(text, "\n## ")
	return strings.Split(text, "\n")
}

type checker struct {
	t      *testing.T
	bundle map[string]any
	about  string
	lines  []string
	count  int
}

func (c *checker) operation(op, item map[string]any) {
	for _, p := range append(list(item, "parameters"), list(op, "parameters")...) {
		parameter := c.resolve(p)
		c.field(parameter["name"].(string), parameter["schema"], nil)
	}
	for _, m := range seed.InOrder(child(c.resolve(op["requestBody"]), "content")) {
		c.members(m.(map[string]any)["schema"], nil)
	}
	for status, r := range seed.InOrder(child(op, "responses")) {
		response := c.resolve(r)
		if status[0] != '2' { // shared answers and their objects are on pages of their own
			continue
		}
		for name, h := range seed.InOrder(child(response, "headers")) {
			c.field(name, c.resolve(h)["schema"], nil)
		}
		for _, m := range seed.InOrder(child(response, "content")) {
			c.members(m.(map[string]any)["schema"], nil)
		}
	}
}

// members looks at all that a schema has below it.
func (c *checker) members(schema any, within []string) {
	if ref, ok := schema.(map[string]any)["$ref"].(string); ok {
		if slices.Contains(within, ref) {
			return
		}
		within = append(slices.Clone(within), ref)
	}
	s := c.resolve(schema)
	for name, p := range seed.InOrder(child(s, "properties")) {
		c.field(name, p, within)
		c.members(p, within)
	}
	for _, part := range list(s, "allOf") {
		c.members(part, within)
	}
	for _, one := range []string{"items", "additionalProperties"} {
		if _, ok := s[one].(map[string]any); ok {
			c.members(s[one], within)
		}
	}
}

func (c *checker) field(name string, schema any, within []string) {
	c.count++
	want := c.asked(schema, within)
	for _, line := range c.lines {
		if strings.HasPrefix(strings.TrimSpace(line), "- `"+name+"` (") && !slices.ContainsFunc(want, func(w *regexp.Regexp) bool { return !w.MatchString(line) }) {
			return
		}
	}
	c.t.Errorf("%s: %s is not shown with %v", c.about, name, want)
}

// asked is what has to be said of a value.
func (c *checker) asked(schema any, within []string) []*regexp.Regexp {
	var want []*regexp.Regexp
	literal := func(v any) { want = append(want, regexp.MustCompile("`"+regexp.QuoteMeta(bare(v))+"`")) }
	for keyword, v := range seed.InOrder(c.resolve(schema)) {
		switch keyword {
		case "enum":
			for _, one := range v.([]any) {
				literal(one)
			}
		case "pattern", "default", "multipleOf":
			literal(v)
		case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minimum", "maximum":
			if v != 0.0 || keyword == "maximum" {
				want = append(want, regexp.MustCompile(`\b`+regexp.QuoteMeta(bare(v))+`\b`))
			}
		case "nullable":
			want = append(want, regexp.MustCompile("may be null"))
		case "format":
			want = append(want, regexp.MustCompile(strings.Replace(v.(string), "password", "secret", 1)))
		case "allOf":
			for _, part := range v.([]any) {
				want = append(want, c.asked(part, within)...)
			}
		case "items", "additionalProperties":
			if _, ok := v.(map[string]any); ok {
				want = append(want, c.asked(v, within)...)
			}
		case "type", "title", "description", "example", "properties", "required", "readOnly", "writeOnly", "deprecated":
		default:
			if !strings.HasPrefix(keyword, "x-") {
				c.t.Errorf("%s: nobody shows %s", c.about, keyword)
			}
		}
	}
	return want
}

func (c *checker) resolve(v any) map[string]any {
	m, _ := v.(map[string]any)
	for m["$ref"] != nil {
		at := c.bundle
		for _, step := range strings.Split(strings.TrimPrefix(m["$ref"].(string), "#/"), "/") {
			at = child(at, step)
		}
		m = at
	}
	return m
}

func child(m map[string]any, name string) map[string]any {
	c, _ := m[name].(map[string]any)
	return c
}

func list(m map[string]any, name string) []any {
	l, _ := m[name].([]any)
	return slices.Clone(l)
}

func bare(v any) string {
	if s, ok := v.(string); ok && s != "" {
		return s
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(raw)
}
