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

// parameter is what the contract says of a query parameter.
type parameter struct {
	list     bool
	unserved bool
}

// readNames makes what the names of a request are compared with.
func (o *operation) readNames(all shapes, item *openapi3.PathItem, op *openapi3.Operation) error {
	o.lifted, _ = op.Extensions[extLifted].(bool)
	o.query, o.shapes = map[string]*parameter{}, map[string]*members{}
	for _, ref := range slices.Concat(item.Parameters, op.Parameters) {
		if p := ref.Value; p.In == openapi3.ParameterInQuery {
			s := below(p.Schema)
			o.query[p.Name] = &parameter{list: s != nil && s.Type.Is("array")}
		}
	}
	refused, _ := op.Extensions[extUnserved].([]any)
	for _, pointer := range refused {
		text, _ := pointer.(string)
		name, ok := strings.CutPrefix(text, "query:")
		if !ok {
			return fmt.Errorf("%s: %q is no parameter of the query", extUnserved, text)
		}
		o.query[name] = &parameter{unserved: true}
	}
	if op.RequestBody != nil {
		for media, content := range op.RequestBody.Value.Content {
			o.shapes[media] = all.of(content.Schema)
		}
	}
	return nil
}

// spell gives the parameters of a surface that reads two spellings their names in the
// contract. One that is there in both spellings is there twice.
func (c *contract) spell(r *http.Request) {
	if c.surface.Spelling == nil || r.URL.RawQuery == "" {
		return
	}
	sent, changed := r.URL.Query(), false
	read := make(url.Values, len(sent))
	for name, values := range sent {
		spelt := c.surface.Spelling(name)
		changed = changed || spelt != name
		read[spelt] = append(read[spelt], values...)
	}
	if changed {
		r.URL.RawQuery = read.Encode()
	}
}

// lift takes parameters out of the body of an operation that has none in the contract:
// OpenAPI 3.0.3 knows no body of DELETE, and the vendor does. One that is in the query as
// well is there twice.
func (c *contract) lift(g *gin.Context, o *operation) error {
	r := g.Request
	if !o.lifted || r.ContentLength == 0 {
		return nil
	}
	body, err := readBody(r)
	if err != nil || len(bytes.TrimSpace(body)) == 0 {
		return err
	}
	r.Body, r.ContentLength = http.NoBody, 0
	if _, err := scanJSON(body, nil, false); err != nil {
		return err
	}
	if c.surface.Normalise != nil {
		if body, err = c.surface.Normalise(body); err != nil {
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

// query reads the parameters of the query and gives those that are unknown. Handlers read
// one value of a parameter that is no list: a second one would be dropped.
func (c *contract) query(r *http.Request, o *operation) (url.Values, []fault.Violation, error) {
	if r.URL.RawQuery == "" {
		return nil, nil, nil
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil && c.strict {
		return nil, nil, malformed("query:", "invalid_query", "The query is not valid.")
	}
	var broken, refused []fault.Violation
	for name, sent := range values {
		known := o.query[name]
		switch {
		case known == nil && c.strict && len(broken) < maxUnknowns:
			broken = append(broken, unknown("query:"+echo(name), "unknown_parameter", "There is no such parameter.", spelling.Near(name, maps.Keys(o.query), mistyped)))
		case known == nil:
		case known.unserved && slices.ContainsFunc(sent, func(v string) bool { return v != "" }):
			refused = append(refused, unserved("query:"+name))
		case len(sent) > 1 && !known.list:
			broken = append(broken, fault.Violation{Pointer: "query:" + name, Code: "duplicate_parameter", Message: "The parameter appears twice."})
		}
	}
	if len(refused) > 0 {
		slices.SortFunc(refused, func(a, b fault.Violation) int { return strings.Compare(a.Pointer, b.Pointer) })
		return nil, nil, fault.ErrNotServed.With(refused...)
	}
	return values, broken, nil
}
