package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/conformance"
)

// item returns a request without scripts and saved answers.
func (p *press) item(r conformance.Resolved) (*item, error) {
	req, err := p.request(r)
	if err != nil {
		return nil, err
	}
	req.Description = strings.TrimSpace(r.Spec.Description)
	return &item{Name: r.Spec.Summary, Request: req, effect: p.effect(r)}, nil
}

func (p *press) request(r conformance.Resolved) (*request, error) {
	req := &request{Method: r.Method, Header: header(r.Media), Auth: p.auth(r.Auth)}
	for _, name := range sortedKeys(r.Headers) {
		req.Header = append(req.Header, variable{Key: name, Value: p.variables(r.Headers[name])})
	}
	req.Header = append(req.Header, p.unused(r, "header", r.Headers)...)
	var query []variable
	for _, name := range sortedKeys(r.Query) {
		query = append(query, variable{Key: name, Value: p.text(r.Query[name]), Description: p.parameter(r.Operation, "query", name)})
	}
	var path []string
	for _, segment := range r.Path {
		path = append(path, p.variables(segment))
	}
	req.URL = located(path, append(query, p.unused(r, "query", r.Query)...))
	fields, isForm := r.Body.(map[string]any)
	switch {
	case r.Media == "":
	case r.Media == "application/x-www-form-urlencoded" && isForm:
		req.Body = &sent{Mode: "urlencoded"}
		for _, name := range sortedKeys(fields) {
			req.Body.URLEncoded = append(req.Body.URLEncoded, variable{Key: name, Value: p.text(fmt.Sprint(fields[name]))})
		}
	default:
		text, err := pretty(p.named(r.Body))
		if err != nil {
			return nil, err
		}
		req.Body = &sent{Mode: "raw", Raw: unquoted(text), Options: map[string]any{"raw": map[string]string{"language": "json"}}}
	}
	return req, nil
}

// unused returns the parameters that a request does not need: they are shown but not sent.
func (p *press) unused(r conformance.Resolved, in string, used map[string]string) (all []variable) {
	for _, ref := range p.endpoints[r.Operation].parameters {
		name := ref.Value.Name
		if _, ok := used[name]; ok || ref.Value.In != in {
			continue
		}
		all = append(all, variable{Key: name, Value: p.text(sample(ref.Value)), Description: firstSentence(ref.Value.Description), Disabled: true})
	}
	return all
}

func (p *press) parameter(operation, in, name string) string {
	for _, ref := range p.endpoints[operation].parameters {
		if ref.Value.In == in && ref.Value.Name == name {
			return firstSentence(ref.Value.Description)
		}
	}
	return ""
}

// sample returns a possible value of a parameter.
func sample(q *openapi3.Parameter) string {
	s := &openapi3.Schema{}
	if q.Schema != nil {
		s = q.Schema.Value
	}
	candidates := []any{q.Example, s.Example, s.Default}
	for _, name := range sortedKeys(q.Examples) {
		candidates = append(candidates, q.Examples[name].Value.Value)
	}
	for _, v := range append(candidates, s.Enum...) {
		switch v := v.(type) {
		case nil, []any, map[string]any:
		default:
			return fmt.Sprint(v)
		}
	}
	return ""
}

// firstSentence returns the part of a description that fits beside a parameter.
func firstSentence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if at := strings.Index(text, ". "); at > 0 {
		return text[:at+1]
	}
	return text
}

func (p *press) auth(how []string) *auth {
	typed := func(key, value string) variable { return variable{Key: key, Value: value, Type: "string"} }
	switch {
	case len(how) == 0:
		return &auth{Type: "noauth"}
	case how[0] == "bearer":
		return &auth{Type: "bearer", Bearer: []variable{typed("token", "{{"+how[1]+"}}")}}
	case how[0] == "basic":
		return &auth{Type: "basic", Basic: []variable{typed("username", "{{"+how[1]+"}}"), typed("password", "{{"+how[2]+"}}")}}
	}
	return &auth{Type: "apikey", APIKey: []variable{typed("key", how[1]), typed("value", "{{"+how[2]+"}}"), typed("in", "header")}}
}

// whole has values that differ for each user but are not fixtures: they are replaced only where they
// are a whole value.
var whole = map[string]string{"alice": "userName", password: "password"}

const password = "correct horse battery staple"

// variables replaces the values of fixtures by their names, as Postman writes variables.
func (p *press) variables(text string) string {
	for _, name := range p.names {
		text = strings.ReplaceAll(text, p.fixtures[name], "{{"+name+"}}")
	}
	return text
}

// text replaces the values in a text by names.
func (p *press) text(value string) string {
	if name := whole[value]; name != "" {
		return "{{" + name + "}}"
	}
	return p.variables(value)
}

// named replaces the values in a JSON value by names.
func (p *press) named(value any) any {
	switch v := value.(type) {
	case string:
		return p.text(v)
	case []any:
		all := make([]any, len(v))
		for i, x := range v {
			all[i] = p.named(x)
		}
		return all
	case map[string]any:
		all := map[string]any{}
		for name, x := range v {
			all[name] = p.named(x)
		}
		return all
	case float64, int, int64, json.Number:
		if raw, err := json.Marshal(v); err == nil && slices.ContainsFunc(p.names, func(name string) bool { return p.fixtures[name] == string(raw) }) {
			return number(p.variables(string(raw)))
		}
	}
	return value
}

// number is the name of a fixture that is a number.
type number string

// unquoted removes the quotes around names of numbers, since Postman replaces them before it sends the text.
func unquoted(text string) string { return numberMark.ReplaceAllString(text, "$1") }

var numberMark = regexp.MustCompile(`"number:({{\w+}})"`)

// MarshalText marks the number for unquoted.
func (n number) MarshalText() ([]byte, error) { return []byte("number:" + string(n)), nil }

func located(path []string, query []variable) address {
	a := address{Raw: "{{baseUrl}}/" + strings.Join(path, "/"), Host: []string{"{{baseUrl}}"}, Path: path, Query: query}
	separator := "?"
	for _, q := range query {
		if !q.Disabled {
			a.Raw += separator + q.Key + "=" + q.Value
			separator = "&"
		}
	}
	return a
}

func header(media string) []variable {
	if media == "" {
		return []variable{}
	}
	return []variable{{Key: "Content-Type", Value: media}}
}
