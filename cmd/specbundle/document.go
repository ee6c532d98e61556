package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/oasdiff/yaml3"
)

// document is the part of the bundle from which SDKs are made.
type document struct {
	file       string // where it was read, if that matters
	Info       struct{ Version string }
	Paths      map[string]map[string]json.RawMessage
	Components struct {
		Schemas         map[string]*schema
		Parameters      map[string]parameter
		RequestBodies   map[string]body
		Responses       map[string]answer
		SecuritySchemes map[string]struct{ Type, Scheme string }
	}
	Prefixes []struct {
		Name string `json:"name"`
	} `json:"x-tagGroups"`
}

type schema struct {
	Ref          string `json:"$ref"`
	Type, Format string
	Description  string
	Deprecated   bool
	Nullable     bool
	WriteOnly    bool
	Secret       bool `json:"x-secret"`
	Enum         []any
	Required     []string
	Properties   map[string]*schema
	Items        *schema
	AllOf        []*schema
	OneOf        []*schema
	AnyOf        []*schema
	Example      *ordered
	order        []string // of the properties
	rest         *schema  // schema of members without a fixed name
}

// ordered is a value whose members keep their order.
type ordered struct{ node *yaml.Node }

// UnmarshalJSON reads JSON as YAML, which includes JSON.
func (o *ordered) UnmarshalJSON(raw []byte) error {
	var n yaml.Node
	if err := yaml.Unmarshal(raw, &n); err != nil {
		return err
	}
	o.node = n.Content[0]
	return nil
}

type parameter struct {
	Ref      string `json:"$ref"`
	Name, In string
	Required bool

	Description string
	Secret      bool `json:"x-secret"`
	Schema      *schema
	Example     *ordered
}

// Words returns the words of the parameter's name.
func (p parameter) Words() words { return wordsOf(p.Name) }

type body struct {
	Ref      string `json:"$ref"`
	Required bool
	Content  map[string]media
}

type answer struct {
	Ref     string `json:"$ref"`
	Content map[string]media
}

type media struct {
	Schema   *schema
	Item     *schema `json:"x-item-schema"` // schema of a line, if the answer consists of lines
	Examples *ordered
}

type specified struct {
	OperationID          string
	Command              string `json:"x-command"`
	Summary, Description string
	Deprecated           bool
	Parameters           []parameter
	RequestBody          body
	Responses            map[string]answer
	Security             []map[string][]string
}

func last(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }

var methods = []string{"get", "put", "post", "patch", "delete"}

func (d document) operations() ([]operation, error) {
	var list []operation
	var broken []error
	for path, item := range d.Paths {
		var shared []parameter
		if raw, ok := item["parameters"]; ok {
			broken = append(broken, json.Unmarshal(raw, &shared))
		}
		for _, method := range methods {
			raw, ok := item[method]
			if !ok {
				continue
			}
			var o specified
			if err := json.Unmarshal(raw, &o); err != nil {
				broken = append(broken, fmt.Errorf("%s %s: %w", method, path, err))
				continue
			}
			list = append(list, d.operation(strings.ToUpper(method), path, o, shared))
		}
	}
	return list, errors.Join(broken...)
}

func (d document) operation(method, path string, o specified, shared []parameter) operation {
	op := operation{
		ID: o.OperationID, Method: method, Path: path,
		Summary: o.Summary, Description: o.Description, Deprecated: o.Deprecated,
	}
	for _, g := range d.Prefixes {
		if strings.HasPrefix(o.OperationID, g.Name) {
			op.Surface = g.Name
		}
	}
	op.name(o.Command)
	for _, p := range append(shared, o.Parameters...) {
		p = d.parameter(p)
		op.Parameters = append(op.Parameters, p)
		op.take(p)
	}
	b := o.RequestBody
	if b.Ref != "" {
		b = d.Components.RequestBodies[last(b.Ref)]
	}
	op.BodyRequired = b.Required
	if types := slices.Sorted(maps.Keys(b.Content)); len(types) > 0 {
		first := b.Content[types[0]]
		op.BodyType, op.Body = types[0], last(first.Schema.Ref)
		if e := first.Examples; e != nil {
			op.Examples = e.node
		}
	}
	op.Schemes = d.schemes(o.Security)
	for _, status := range slices.Sorted(maps.Keys(o.Responses)) {
		a := o.Responses[status]
		if a.Ref != "" {
			a = d.Components.Responses[last(a.Ref)]
		}
		d.answer(&op, status, a)
	}
	op.settleRefusals()
	return op
}

// settleRefusals sets the schema that most errors have, and leaves the others in the list.
func (o *operation) settleRefusals() {
	count := map[string]int{}
	for _, r := range o.Refusals {
		count[r.Schema]++
		if count[r.Schema] > count[o.Refusal] || o.Refusal == "" {
			o.Refusal = r.Schema
		}
	}
	o.Refusals = slices.DeleteFunc(o.Refusals, func(r refusal) bool { return r.Schema == o.Refusal })
}

func (d document) parameter(p parameter) parameter {
	if p.Ref != "" {
		return d.Components.Parameters[last(p.Ref)]
	}
	return p
}

func (o *operation) take(p parameter) {
	switch {
	case p.In == "path":
		o.PathParams = append(o.PathParams, p.Name)
	case p.In == "query":
		o.QueryParams = append(o.QueryParams, p.Name)
		o.QueryRequired = o.QueryRequired || p.Required
	case p.Name == "Idempotency-Key":
		o.Idempotent = true
	case p.Name == "If-Match":
		o.Conditional = true
	}
}

// answer records the first success, preferably as JSON, and the shape of each error.
func (d document) answer(op *operation, status string, a answer) {
	types := slices.Sorted(maps.Keys(a.Content))
	if len(types) == 0 {
		return
	}
	taken := a.Content[types[0]]
	if status[0] != '2' {
		op.Refusals = append(op.Refusals, refusal{status, last(taken.Schema.Ref)})
		return
	}
	if op.AnswerType != "" {
		return
	}
	if taken.Item != nil {
		taken.Schema = taken.Item
	}
	op.AnswerType, op.Answer = types[0], last(taken.Schema.Ref)
	if s := d.Components.Schemas[op.Answer]; s != nil {
		if _, op.Paged = s.Properties["nextCursor"]; op.Paged {
			op.Item = s.Properties["items"].Items.named()
		}
	}
}

func (d document) schemes(security []map[string][]string) []string {
	var found []string
	for _, s := range security {
		name := "none"
		for scheme := range s {
			name = "bearer" // an API key in the Authorization header is used like a bearer token
			if d.Components.SecuritySchemes[scheme].Scheme == "basic" {
				name = "basic"
			}
		}
		if !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	if len(found) == 0 {
		return []string{"none"}
	}
	return found
}

// hidden lists the names of the secrets of all surfaces, since a later server may return more than
// this contract declares, except names that this surface uses for something else.
func (d document) hidden(surface string) []string {
	own, plain := d.secrets(surface), map[string]bool{}
	for name, s := range d.Components.Schemas {
		if strings.HasPrefix(name, surface) {
			for member := range s.Properties {
				plain[member] = !slices.Contains(own, member)
			}
		}
	}
	return slices.DeleteFunc(d.secrets(""), func(name string) bool { return plain[name] })
}

// secrets lists the names of members and parameters with a secret, of one surface or, without a name, of all.
func (d document) secrets(surface string) []string {
	found := map[string]bool{}
	for name, s := range d.Components.Schemas {
		if strings.HasPrefix(name, surface) {
			d.secretsOf("", s, found)
		}
	}
	for name, p := range d.Components.Parameters {
		if !strings.HasPrefix(name, surface) {
			continue
		}
		if p.Secret {
			found[p.Name] = true
		}
		d.secretsOf(p.Name, p.Schema, found)
	}
	return slices.Sorted(maps.Keys(found))
}

func (d document) secretsOf(name string, s *schema, found map[string]bool) {
	if s == nil {
		return
	}
	at := s
	if s.Ref != "" {
		if at = d.Components.Schemas[last(s.Ref)]; at == nil {
			return
		}
	}
	if name != "" && (at.Format == "password" || at.WriteOnly || at.Secret || s.WriteOnly || s.Secret) {
		found[name] = true
	}
	if s.Ref != "" {
		return
	}
	d.secretsOf(name, s.Items, found)
	for n, p := range s.Properties {
		d.secretsOf(n, p, found)
	}
	for _, more := range slices.Concat(s.AllOf, s.OneOf, s.AnyOf) {
		d.secretsOf("", more, found)
	}
}
