package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/spelling"
)

// parameter is a query parameter as the contract declares it.
type parameter struct {
	list     bool
	unserved bool
}

// readNames prepares the names that the names of a request are compared with.
func (o *operation) readNames(all memberSets, item *openapi3.PathItem, op *openapi3.Operation) error {
	o.bodyParameters, _ = op.Extensions[extBodyParameters].(bool)
	o.query, o.members = map[string]*parameter{}, map[string]*members{}
	for _, ref := range slices.Concat(item.Parameters, op.Parameters) {
		if p := ref.Value; p.In == openapi3.ParameterInQuery {
			s := schemaOf(p.Schema)
			o.query[p.Name] = &parameter{list: s != nil && s.Type.Is("array")}
		}
	}
	refused, _ := op.Extensions[extUnserved].([]any)
	for _, pointer := range refused {
		text, _ := pointer.(string)
		name, ok := strings.CutPrefix(text, "query:")
		if !ok {
			return fmt.Errorf("%s: %q is not a query parameter", extUnserved, text)
		}
		o.query[name] = &parameter{unserved: true}
	}
	if op.RequestBody != nil {
		for media, content := range op.RequestBody.Value.Content {
			o.members[media] = all.of(content.Schema)
		}
	}
	return nil
}

// renameParameters gives query parameters the names that the contract has, if the surface accepts
// other spellings. A parameter that is sent in two spellings counts as sent twice.
func (c *contract) renameParameters(r *http.Request, o *operation) (twice []fault.Violation) {
	spelling := c.surface.Spelling
	if c.ignoreCase {
		if o.declares(r.URL.RawQuery) {
			return nil
		}
		spelling = func(name string) string { return asDeclared(o.query, name) }
	}
	if spelling == nil || r.URL.RawQuery == "" {
		return nil
	}
	sent, changed := r.URL.Query(), false
	renamed := make(url.Values, len(sent))
	for name, values := range sent {
		spelt := spelling(name)
		changed = changed || spelt != name
		if p := o.query[spelt]; p != nil && p.list && renamed[spelt] != nil {
			twice = append(twice, parameterTwice(spelt))
		}
		renamed[spelt] = append(renamed[spelt], values...)
	}
	if changed {
		r.URL.RawQuery = renamed.Encode()
	}
	return twice
}

// parameterTwice is the violation for a parameter that appears twice.
func parameterTwice(name string) fault.Violation {
	return fault.Violation{Pointer: "query:" + name, Code: "duplicate_parameter", Message: "The parameter appears twice."}
}

// moveBodyParameters moves parameters from the body into the query. OpenAPI 3.0.3 gives a body of
// DELETE no meaning, so the contract declares query parameters, while clients send a body. A
// parameter that is in both places counts as sent twice.
func (c *contract) moveBodyParameters(g *gin.Context, o *operation) error {
	r := g.Request
	if !o.bodyParameters || r.ContentLength == 0 {
		return nil
	}
	body, err := readBody(r)
	if err != nil || len(bytes.TrimSpace(body)) == 0 {
		return err
	}
	r.Body, r.ContentLength = http.NoBody, 0
	if _, err := scanJSON(body, nil, naming{}); err != nil {
		return err
	}
	if c.surface.Normalise != nil {
		if body, err = c.surface.Normalise(o.route.Operation.OperationID, body); err != nil {
			return err
		}
	}
	var sent map[string]any
	if err := json.Unmarshal(body, &sent); err != nil {
		return malformed("", "invalid_type", "The value has the wrong type.")
	}
	query := r.URL.Query()
	for name := range o.query {
		switch value := sent[name].(type) {
		case nil:
		case string:
			query.Add(name, value)
		default:
			return malformed("/"+name, "invalid_type", "The value has the wrong type.")
		}
	}
	r.URL.RawQuery = query.Encode()
	return nil
}

// readQuery parses the query and returns its parameters with the violations found. A parameter
// that is not a list may be sent once: handlers read one value and would ignore a second one.
func (c *contract) readQuery(r *http.Request, o *operation) (url.Values, []fault.Violation, error) {
	if r.URL.RawQuery == "" {
		return nil, nil, nil
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil && c.strict {
		return nil, nil, malformed("query:", "invalid_query", "The query is not valid.")
	}
	var violations, refused []fault.Violation
	for name, sent := range values {
		known := o.query[name]
		switch {
		case known == nil && c.strict && len(violations) < maxViolations:
			violations = append(violations, unknownName("query:"+echo(name), "unknown_parameter", "There is no such parameter.", spelling.Near(name, maps.Keys(o.query), maxTypos)))
		case known == nil:
		case known.unserved && slices.ContainsFunc(sent, func(v string) bool { return v != "" }):
			refused = append(refused, unservedName("query:"+name))
		case len(sent) > 1 && !known.list:
			violations = append(violations, parameterTwice(name))
		}
	}
	if len(refused) > 0 {
		slices.SortFunc(refused, func(a, b fault.Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
		return nil, nil, fault.ErrNotServed.With(refused...)
	}
	return values, violations, nil
}
