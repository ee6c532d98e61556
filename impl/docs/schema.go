package docs

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// schema is what a value looks like: the name of an object that has a description of
// its own, or words.
type schema struct {
	Type        string // words: "string", "array of"
	Object      string // linked, if not empty
	Description prose
	Fields      []field
	Values      []string // of an enumeration that has a name
	Limits      []string
	Nullable    bool
}

// Anchor is where the object is described.
func (s schema) Anchor() string { return "object-" + s.Object }

// field is a member of an object, or a parameter.
type field struct {
	Name, In    string
	Schema      schema
	Required    bool
	WriteOnly   bool
	Deprecated  bool
	Default     string
	Example     string
	Source      string // x-source, where it says more than the object's
	Description prose
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

// short is a component's name as its own surface has it.
func (c contract) short(name string) string { return strings.TrimPrefix(name, c.surface) }

func (c contract) parameter(p *object) field {
	_, s := c.resolve(p.get("schema"))
	f := field{
		Name: p.text("name"), In: p.text("in"), Required: p.is("required"), Deprecated: p.is("deprecated"), Source: p.text("x-source"),
		Description: c.markdown.prose(p.text("description")), Schema: c.schema(p.get("schema")),
	}
	f.Schema.Limits = append(f.Schema.Limits, limits(s)...)
	for _, holder := range []*object{p, s} {
		if f.Example == "" && holder.has("example") {
			f.Example = strings.Trim(flat(holder.get("example")), `"`)
		}
	}
	if examples := p.object("examples"); f.Example == "" && len(examples.members()) > 0 {
		_, first := c.resolve(examples.get(examples.members()[0]))
		f.Example = strings.Trim(flat(first.get("value")), `"`)
	}
	if s.has("default") {
		f.Default = flat(s.get("default"))
	}
	return f
}

// schema says in words what a schema admits; objects of its own are named only.
func (c contract) schema(v any) schema {
	name, s := c.resolve(v)
	out := schema{Type: s.text("type"), Nullable: s.is("nullable")}
	switch {
	case name != "" && isObject(s):
		out.Type, out.Object = "", c.short(name)
	case len(s.list("allOf")) > 0: // a reference with a description beside it
		inner := c.schema(s.list("allOf")[0])
		inner.Nullable = inner.Nullable || out.Nullable
		return inner
	case out.Type == "array":
		inner := c.schema(s.get("items"))
		out.Type, out.Object = strings.TrimSpace("array of "+inner.Type), inner.Object
		out.Limits = itemLimits(s)
		if inner.Object == "" {
			_, items := c.resolve(s.get("items"))
			out.Limits = append(out.Limits, limits(items)...)
		}
	case out.Type == "object" && s.object("additionalProperties") != nil:
		inner := c.schema(s.get("additionalProperties"))
		out.Type, out.Object = strings.TrimSpace("object of "+inner.Type), inner.Object
	case s.text("format") != "" && s.text("format") != "password":
		out.Type += ", " + s.text("format")
	}
	return out
}

func isObject(s *object) bool {
	return s.has("properties") || len(s.list("oneOf")) > 0 || s.has("additionalProperties") && s.object("additionalProperties") != nil
}

// fieldsOf lists the members of an object.
func (c contract) fieldsOf(v any) []field {
	_, s := c.resolve(v)
	var found []field
	for _, part := range s.list("allOf") {
		found = append(found, c.fieldsOf(part)...)
	}
	required := s.texts("required")
	properties := s.object("properties")
	for _, name := range properties.members() {
		_, p := c.resolve(properties.get(name))
		f := field{
			Name: name, Required: slices.Contains(required, name), WriteOnly: p.is("writeOnly"), Deprecated: p.is("deprecated"),
			Source: p.text("x-source"), Description: c.markdown.prose(c.described(p)), Schema: c.schema(properties.get(name)),
		}
		f.Schema.Limits = append(f.Schema.Limits, limits(p)...)
		if p.has("default") {
			f.Default = flat(p.get("default"))
		}
		if f.Schema.Object == "" && isObject(p) {
			f.Schema.Fields = c.fieldsOf(p)
		}
		if items, _ := p.get("items").(*object); f.Schema.Object == "" && items != nil && isObject(items) {
			f.Schema.Fields = c.fieldsOf(items)
		}
		found = append(found, f)
	}
	return found
}

func (c contract) described(s *object) string {
	if d := s.text("description"); d != "" || len(s.list("allOf")) == 0 {
		return d
	}
	_, first := c.resolve(s.list("allOf")[0])
	return first.text("description")
}

// limits says what else a value must be.
func limits(s *object) []string {
	var said []string
	say := func(format, name string) {
		if s.has(name) {
			said = append(said, fmt.Sprintf(format, strings.Trim(flat(s.get(name)), `"`)))
		}
	}
	if list := s.list("enum"); len(list) > 0 {
		values := make([]string, len(list))
		for i := range list {
			values[i] = strings.Trim(flat(list[i]), `"`)
		}
		said = append(said, "one of "+strings.Join(values, ", "))
	}
	length(s, "minLength", "maxLength", "characters", &said)
	say("at least %s", "minimum")
	say("at most %s", "maximum")
	say("matches %s", "pattern")
	if s.text("format") == "password" {
		said = append(said, "secret")
	}
	return said
}

func itemLimits(s *object) []string {
	var said []string
	length(s, "minItems", "maxItems", "items", &said)
	return said
}

func length(s *object, least, most, of string, said *[]string) {
	from, _ := s.get(least).(json.Number)
	to, _ := s.get(most).(json.Number)
	switch {
	case from != "" && from == to:
		*said = append(*said, string(to)+" "+of)
	case from != "" && from != "0" && to != "":
		*said = append(*said, fmt.Sprintf("%s to %s %s", from, to, of))
	case to != "":
		*said = append(*said, "at most "+string(to)+" "+of)
	case from != "" && from != "0":
		*said = append(*said, "at least "+string(from)+" "+of)
	}
}

// describeObjects lists every object that the surface's operations speak of.
func (c contract) describeObjects(r *reference) {
	all := c.root.object("components").object("schemas")
	for _, name := range all.members() {
		s := all.object(name)
		short, ours := strings.CutPrefix(name, c.surface)
		if !ours || short == "" || !unicode.IsUpper(rune(short[0])) || !isObject(s) {
			continue
		}
		o := schema{Object: short, Description: c.markdown.prose(s.text("description")), Fields: c.fieldsOf(s)}
		if inner := s.object("additionalProperties"); inner != nil {
			o.Type = c.schema(s).Type
			o.Limits = append([]string{"any name: " + c.words(s.get("additionalProperties"))}, limits(inner)...)
		}
		for _, choice := range s.list("oneOf") {
			o.Limits = append(o.Limits, "or "+c.words(choice))
		}
		r.Objects = append(r.Objects, o)
	}
	slices.SortFunc(r.Objects, func(a, b schema) int { return cmp.Compare(strings.ToLower(a.Object), strings.ToLower(b.Object)) })
}

func (c contract) words(v any) string {
	s := c.schema(v)
	return strings.TrimSpace(s.Type + " " + s.Object)
}

func sortAnswers(list []answer) {
	slices.SortStableFunc(list, func(a, b answer) int { return cmp.Or(cmp.Compare(a.Status, b.Status), cmp.Compare(a.Name, b.Name)) })
}

// spaced makes words of a name: tenantNotFound becomes "Tenant not found".
func spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case i == 0:
			b.WriteRune(unicode.ToUpper(r))
		case unicode.IsUpper(r):
			b.WriteRune(' ')
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// slug makes an anchor of a title.
func slug(title string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return unicode.ToLower(r)
		}
		return '-'
	}, title), "-")
}

// titled makes a title of a tag: api-keys becomes API keys.
func titled(tag string) string {
	words := strings.ReplaceAll(tag, "-", " ")
	if rest, ok := strings.CutPrefix(words, "api "); ok {
		return "API " + rest
	}
	return capital(words)
}
