package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

const (
	enginesTool  = "engines"
	portableRule = "pattern-portable"
)

// probes are the texts that each pattern is tried with besides its examples: engines differ on text
// that is not ASCII, on control characters and on code points beyond 16 bits. None ends with a line
// feed: in some languages `$` matches before it, and JSON Schema has no other anchor.
var probes = []string{
	"", " ", "a", "Z", "0", "-", "/", "a b", "Ada & Co. (Kiel)", "Ünal", "Łukasz", "日本", "😀", "e\u0301", "a\x00b", "a\tb", "a\u0085b", "\u2028",
}

// pattern is a pattern of the contract with its first place, and the values of examples that it must accept.
type pattern struct {
	file, where, text string
	examples          []string
}

// patternsOf returns the patterns of a document, starting from its operations.
func patternsOf(file string) ([]*pattern, error) {
	doc, err := load(file)
	if err != nil {
		return nil, err
	}
	c := &collector{file: file, byText: map[string]*pattern{}, seen: map[*openapi3.Schema]bool{}}
	for _, o := range operationsOf(doc) {
		for _, p := range append(slices.Clone(doc.Paths.Value(o.path).Parameters), o.Parameters...) {
			c.parameter(o.OperationID+" "+p.Value.Name, p.Value)
		}
		if o.RequestBody != nil {
			c.content(o.OperationID, o.RequestBody.Value.Content)
		}
		for _, status := range slices.Sorted(maps.Keys(o.Responses.Map())) {
			answer := o.Responses.Value(status).Value
			c.content(o.OperationID+" "+status, answer.Content)
			for name, header := range answer.Headers {
				c.parameter(o.OperationID+" "+status+" "+name, &header.Value.Parameter)
			}
		}
	}
	return c.all, nil
}

type collector struct {
	file   string
	all    []*pattern
	byText map[string]*pattern
	seen   map[*openapi3.Schema]bool // without a value
}

func (c *collector) parameter(where string, p *openapi3.Parameter) {
	c.schema(where, p.Schema, p.Example)
	for _, example := range p.Examples {
		c.schema(where, p.Schema, example.Value.Value)
	}
	c.content(where, p.Content)
}

func (c *collector) content(where string, content openapi3.Content) {
	for _, media := range content {
		c.schema(where, media.Schema, media.Example)
		for _, example := range media.Examples {
			c.schema(where, media.Schema, example.Value.Value)
		}
	}
}

// schema collects the patterns of a schema and the schemas in it, with the values of an example.
func (c *collector) schema(where string, ref *openapi3.SchemaRef, value any) {
	if ref == nil || ref.Value == nil || (value == nil && c.seen[ref.Value]) {
		return
	}
	s := ref.Value
	if name, found := strings.CutPrefix(ref.Ref, "#/components/schemas/"); found {
		where = name
	}
	c.seen[s] = c.seen[s] || value == nil
	c.take(where, s.Pattern, s.Example, value)
	for _, part := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf, openapi3.SchemaRefs{s.Not}) {
		c.schema(where, part, value)
	}
	object, _ := value.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(s.Properties)) {
		c.schema(where+"."+name, s.Properties[name], object[name])
	}
	for name, member := range object {
		if s.Properties[name] == nil {
			c.schema(where+".*", s.AdditionalProperties.Schema, member)
		}
	}
	list, _ := value.([]any)
	for _, item := range append(list, nil) {
		c.schema(where+"[]", s.Items, item)
	}
	c.schema(where+".*", s.AdditionalProperties.Schema, nil)
}

func (c *collector) take(where, text string, examples ...any) {
	if text == "" {
		return
	}
	p := c.byText[text]
	if p == nil {
		p = &pattern{file: c.file, where: where, text: text}
		c.byText[text], c.all = p, append(c.all, p)
	}
	for _, example := range examples {
		if value, ok := example.(string); ok && !slices.Contains(p.examples, value) {
			p.examples = append(p.examples, value)
		}
	}
}

// judgePatterns tries each pattern in each language: all must accept its examples, and agree on all other texts.
func judgePatterns(dir string, files []string) ([]finding, error) {
	var all []*pattern
	for _, file := range files {
		found, err := patternsOf(file)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	trials := map[trial]bool{}
	for _, p := range all {
		for _, text := range slices.Concat(p.examples, probes) {
			trials[trial{p.text, text}] = true
		}
	}
	said, err := tryEngines(dir, slices.Collect(maps.Keys(trials)))
	if err != nil {
		return nil, err
	}
	var found []finding
	for _, p := range all {
		for _, message := range p.judge(said) {
			found = append(found, finding{file: p.file, tool: enginesTool, rule: portableRule, message: fmt.Sprintf("%s: %s: %s", p.where, p.text, message)})
		}
	}
	return found, nil
}

// judge returns the first fault of a pattern in each language.
func (p *pattern) judge(said map[string]map[trial]string) []string {
	accepts, refuses := len(p.examples) > 0, false
	var wrong []string
	for _, text := range probes {
		accepts = accepts || said[golang][trial{p.text, text}] == yes
		refuses = refuses || said[golang][trial{p.text, text}] == no
	}
	if !accepts {
		wrong = append(wrong, "nothing shows what it accepts: give its schema an example")
	}
	if !refuses {
		wrong = append(wrong, "it refuses none of what it was tried with")
	}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		for i, text := range slices.Concat(p.examples, probes) {
			got, want := said[name][trial{p.text, text}], said[golang][trial{p.text, text}]
			if i < len(p.examples) {
				want = yes
			}
			if got != want {
				wrong = append(wrong, fmt.Sprintf("%s says %s to %q, and should say %s", name, verdicts[got], text, verdicts[want]))
				break
			}
		}
	}
	return wrong
}
