package docs

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// value describes the possible values of a schema.
type value struct {
	Type        string // words: "string, uuid", "array of"
	Object      string // the name of an object
	Home        string // the address of the object's description
	Description prose
	Rules       []rule
	Fields      []field // the members, at every depth
}

// rule is a rule that a value must meet.
type rule struct {
	Words  string
	Values []string // the permitted values
}

// field is a member of an object, a parameter or a header.
type field struct {
	value
	Name, In   string
	Required   bool
	Deprecated bool
	Example    string
	Ready      bool // the example exists on this server
}

// resolve follows a reference into the components.
func (c contract) resolve(v any) (name string, at *object) {
	at, _ = v.(*object)
	for at.has("$ref") {
		parts := strings.Split(strings.TrimPrefix(at.text("$ref"), "#/"), "/")
		at = c.root
		for _, p := range parts {
			at = at.object(p)
		}
		name = parts[len(parts)-1]
	}
	return name, at
}

// short returns a component's name in its own surface.
func (c contract) short(name string) string { return strings.TrimPrefix(name, c.surface) }

// value reads a schema and the schemas that it consists of. An object inside itself is only named.
func (c contract) value(v any, within ...string) value {
	name, s := c.resolve(v)
	out := value{Type: s.text("type"), Description: c.markdown.prose(s.text("description"))}
	if f := s.text("format"); f != "" && f != "password" {
		out.Type += ", " + f
	}
	out.Rules = rules(s)
	if name != "" && hasMembers(s) {
		out.Type, out.Object, out.Home = "", c.short(name), c.objects()+"#object-"+c.short(name)
		if c.shallow || slices.Contains(within, name) {
			return out
		}
		within = append(slices.Clip(within), name)
	}
	for _, part := range s.list("allOf") { // a reference with a description beside it
		out = out.and(c.value(part, within...))
	}
	if items := s.object("items"); items != nil {
		out = out.of("array of ", c.value(items, within...))
	}
	if others := s.object("additionalProperties"); others != nil {
		out = out.of("object of ", c.value(others, within...))
	}
	required := s.texts("required")
	properties := s.object("properties")
	for _, name := range properties.members() {
		_, p := c.resolve(properties.get(name))
		out.Fields = append(out.Fields, field{
			value: c.value(properties.get(name), within...), Name: name,
			Required: slices.Contains(required, name), Deprecated: p.is("deprecated"),
		})
	}
	return out
}

func hasMembers(s *object) bool {
	return s.has("properties") || s.object("additionalProperties") != nil || len(s.list("allOf")) > 0 && s.text("type") == "object"
}

// and joins the rules of two schemas for the same value.
func (v value) and(w value) value {
	v.Type, v.Object, v.Home = cmp.Or(v.Type, w.Type), cmp.Or(v.Object, w.Object), cmp.Or(v.Home, w.Home)
	if v.Object != "" {
		v.Type = ""
	}
	if v.Description.Text == "" {
		v.Description = w.Description
	}
	v.Rules, v.Fields = append(v.Rules, w.Rules...), append(v.Fields, w.Fields...)
	return v
}

// of makes a list or a map from an element.
func (v value) of(words string, element value) value {
	if v.Object == "" {
		v.Type, v.Object, v.Home = strings.TrimSpace(words+element.Type), element.Object, element.Home
	} else { // a named object with a schema for additional members
		v.Rules = append(v.Rules, rule{Words: "any name: " + strings.TrimSpace(element.Type+" "+element.Object)})
	}
	for _, r := range element.Rules {
		v.Rules = append(v.Rules, rule{"each " + r.Words, r.Values})
	}
	v.Fields = append(v.Fields, element.Fields...)
	return v
}

// rules reads the rules of a schema besides its type.
func rules(s *object) []rule {
	var found []rule
	literal := func(name, words string) {
		if s.has(name) {
			found = append(found, rule{words, []string{plainly(s.get(name))}})
		}
	}
	if list := s.list("enum"); len(list) > 0 {
		values := make([]string, len(list))
		for i := range list {
			values[i] = plainly(list[i])
		}
		found = append(found, rule{"one of", values})
	}
	for _, r := range []struct{ least, most, of string }{
		{"minLength", "maxLength", " characters"}, {"minItems", "maxItems", " items"}, {"minProperties", "maxProperties", " members"}, {"minimum", "maximum", ""},
	} {
		if words := between(s, r.least, r.most, r.of); words != "" {
			found = append(found, rule{Words: words})
		}
	}
	literal("pattern", "matches")
	literal("multipleOf", "a multiple of")
	for _, r := range []struct{ name, words string }{
		{"exclusiveMinimum", "more than the minimum"}, {"exclusiveMaximum", "less than the maximum"}, {"uniqueItems", "no item twice"}, {"nullable", "may be null"},
		{"x-not-served", "not served: a request with it is refused"},
	} {
		if s.is(r.name) {
			found = append(found, rule{Words: r.words})
		}
	}
	if s.text("format") == "password" {
		found = append(found, rule{Words: "secret"})
	}
	literal("default", "default")
	return found
}

// between returns a range in words; a minimum length of zero is not mentioned.
func between(s *object, least, most, of string) string {
	from, _ := s.get(least).(json.Number)
	to, _ := s.get(most).(json.Number)
	if from == "0" && of != "" {
		from = ""
	}
	switch {
	case from != "" && from == to:
		return string(to) + of
	case from != "" && to != "":
		return string(from) + " to " + string(to) + of
	case to != "":
		return "at most " + string(to) + of
	case from != "":
		return "at least " + string(from) + of
	}
	return ""
}

// plainly writes a value without quotes.
func plainly(v any) string {
	if text, ok := v.(string); ok && text != "" {
		return text
	}
	return flat(v)
}

// parameter reads a parameter or a header.
func (c contract) parameter(p *object) field {
	_, s := c.resolve(p.get("schema"))
	f := field{value: c.value(p.get("schema")), Name: p.text("name"), In: p.text("in"), Required: p.is("required"), Deprecated: p.is("deprecated")}
	if text := p.text("description"); text != "" {
		f.Description = c.markdown.prose(text)
	}
	if p.is("x-not-served") {
		f.Rules = append(f.Rules, rules(&object{values: map[string]any{"x-not-served": true}})...)
	}
	for _, holder := range []*object{p, s} {
		if f.Example == "" && holder.has("example") {
			f.Example = plainly(holder.get("example"))
		}
	}
	if examples := p.object("examples"); f.Example == "" && len(examples.members()) > 0 {
		_, first := c.resolve(examples.get(examples.members()[0]))
		f.Example = plainly(first.get("value"))
	}
	f.Ready = c.demo != nil && slices.Contains(slices.Collect(maps.Values(c.demo.Live)), f.Example)
	return f
}

// readObjects lists the named objects of a surface. Named objects inside them are links, so that
// each is described once.
func (c contract) readObjects() []value {
	var found []value
	all := c.root.object("components").object("schemas")
	c.shallow = true
	for _, name := range all.members() {
		short, ours := strings.CutPrefix(name, c.surface)
		if !ours || short == "" || !unicode.IsUpper(rune(short[0])) || !hasMembers(all.object(name)) {
			continue
		}
		o := c.value(all.get(name)) // by its schema and not by its name, so that its members are read
		o.Object, o.Home = short, c.objects()+"#object-"+short
		found = append(found, o)
	}
	slices.SortFunc(found, func(a, b value) int { return cmp.Compare(strings.ToLower(a.Object), strings.ToLower(b.Object)) })
	return found
}
