package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// The Python and Java SDKs are written by templates alone. The generators that were used for their types, OpenAPI Generator
// and openapi-python-client, took only a contract that was rewritten for each; what is particular to a type here (it
// keeps what a later version adds, prints no secret, tells absent from null) is in a base class of the runtime, so that a
// template of theirs was longer than this file, and its output three times as long.

// kind is a schema that is a type of its own in an SDK: an object or an enumeration.
type kind struct {
	Name, Surface, Description string
	Values                     []string    // of an enumeration
	Members                    []attribute // of an object, in the order of the contract
	Rest                       *schema     // of the members that have no fixed name
}

// Enumeration tells whether the kind is an enumeration.
func (k kind) Enumeration() bool { return len(k.Values) > 0 }

// attribute is a member of an object.
type attribute struct {
	Name, Description                      string
	Schema                                 *schema
	Required, Nullable, Deprecated, Secret bool
}

// shape is the type of a value, independent of a language.
type shape struct {
	is   string // text, moment, int, long, number, bool, list, map, any, object or enum
	kind string // of an object or an enumeration
	of   *shape // what a list or a map holds
}

// UnmarshalJSON also records the order of the members, and the type of additional ones.
func (s *schema) UnmarshalJSON(raw []byte) error {
	type plain schema
	if err := json.Unmarshal(raw, (*plain)(s)); err != nil {
		return err
	}
	var more struct{ Properties, AdditionalProperties json.RawMessage }
	if err := json.Unmarshal(raw, &more); err != nil {
		return err
	}
	if bytes.HasPrefix(more.AdditionalProperties, []byte("{")) {
		s.rest = &schema{}
		if err := json.Unmarshal(more.AdditionalProperties, s.rest); err != nil {
			return err
		}
	}
	if len(s.Properties) == 0 {
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(more.Properties))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		s.order = append(s.order, name.(string))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return err
		}
	}
	return nil
}

// kinds lists the types that an SDK has.
func (d document) kinds() []kind {
	var all []kind
	for _, name := range slices.Sorted(maps.Keys(d.Components.Schemas)) {
		s := d.Components.Schemas[name]
		if !s.typed() {
			continue
		}
		k := kind{Name: upper(name), Description: s.Description}
		for _, g := range d.Prefixes {
			if strings.HasPrefix(name, g.Name) {
				k.Surface = g.Name
			}
		}
		for _, v := range s.Enum {
			// Some products also accept numbers for the same values; a client sends the words.
			if word, ok := v.(string); ok {
				k.Values = append(k.Values, word)
			}
		}
		for _, member := range s.order {
			k.Members = append(k.Members, d.attribute(s, member))
		}
		all = append(all, k)
	}
	return all
}

// typed tells whether a component is a type of its own; others are a named text, number or map.
func (s *schema) typed() bool {
	return s.Type == "object" && (len(s.Properties) > 0 || s.rest == nil) || len(s.Enum) > 0
}

func (d document) attribute(of *schema, name string) attribute {
	s := of.Properties[name]
	p := attribute{
		Name: name, Schema: s, Description: s.Description, Deprecated: s.Deprecated,
		Required: slices.Contains(of.Required, name), Nullable: s.Nullable,
	}
	if r := d.resolved(s); !r.typed() {
		// The component has no type of its own in the SDK, so its properties are copied here.
		p.Nullable = p.Nullable || r.Nullable
		if p.Description == "" {
			p.Description = r.Description
		}
	} else if s.named() != "" {
		p.Nullable = p.Nullable || r.Nullable
	}
	found := map[string]bool{}
	d.secretsOf(name, s, found)
	d.secretsOf(name, d.resolved(s), found)
	p.Secret = found[name]
	return p
}

// shape returns the type of a schema's values. Formats that a client only passes on are texts, so that
// a later version with another format is still understood.
func (d document) shape(s *schema) shape {
	r := d.resolved(s)
	switch {
	case s.named() != "" && len(r.Enum) > 0:
		return shape{is: "enum", kind: upper(s.named())}
	case s.named() != "" && r.Type == "object" && r.typed():
		return shape{is: "object", kind: upper(s.named())}
	case r.Type == "object" && r.rest != nil:
		of := d.shape(r.rest)
		return shape{is: "map", of: &of}
	case r.Type == "array":
		of := d.shape(r.Items)
		return shape{is: "list", of: &of}
	case r.Type == "string" && r.Format == "date-time":
		return shape{is: "moment"}
	case r.Type == "string":
		return shape{is: "text"}
	case r.Type == "integer" && r.Format == "int64":
		return shape{is: "long"}
	case r.Type == "integer":
		return shape{is: "int"}
	case r.Type == "number":
		return shape{is: "number"}
	case r.Type == "boolean":
		return shape{is: "bool"}
	}
	return shape{is: "any"}
}

// answered returns the shape of an operation's answer, or of each line if the answer consists of lines.
func (d document) answered(o operation) shape {
	if o.Answer == "" {
		return shape{}
	}
	return d.shape(&schema{Ref: "#/components/schemas/" + o.Answer})
}

// bodied tells whether a caller passes a body to an operation: an object without any members is sent automatically.
func (d document) bodied(o operation) bool {
	return o.Body != "" && len(d.Components.Schemas[o.Body].Properties) > 0
}

// empty tells whether the operation gets an object without members.
func (d document) empty(o operation) bool { return o.Body != "" && !d.bodied(o) }

// flowing removes the line ends of a text, except those of paragraphs and lists.
func flowing(text string) []string {
	var all []string
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimRight(line, " ")
		if n := len(all); n > 0 && line != "" && all[n-1] != "" && !strings.ContainsAny(line[:1], "*-") {
			all[n-1] += " " + strings.TrimSpace(line)
			continue
		}
		all = append(all, line)
	}
	return all
}

// wrapped breaks a text at spaces into lines of at most this width.
func wrapped(width int, text string) []string {
	var all []string
	for _, paragraph := range flowing(text) {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && len(line)+1+len(word) > width {
				all, line = append(all, line), ""
			}
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		all = append(all, line)
	}
	return all
}
