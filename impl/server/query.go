package server

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
)

// parameter is what the contract says of a query parameter.
type parameter struct {
	list     bool
	unserved bool
}

// readNames makes what the names of a request are compared with.
func (o *operation) readNames(all shapes, item *openapi3.PathItem, op *openapi3.Operation) error {
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
			broken = append(broken, unknown("query:"+echo(name), "unknown_parameter", "There is no such parameter.", near(name, maps.Keys(o.query))))
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
