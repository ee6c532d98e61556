package server

import (
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
	absent   string // the value that says the same as absence
}

// readNames makes what the names of a request are compared with.
func (o *operation) readNames(all shapes, item *openapi3.PathItem, op *openapi3.Operation) {
	o.query, o.shapes = map[string]*parameter{}, map[string]*members{}
	for _, ref := range slices.Concat(item.Parameters, op.Parameters) {
		p := ref.Value
		if p.In != openapi3.ParameterInQuery {
			continue
		}
		read := &parameter{}
		read.unserved, _ = p.Extensions[extUnserved].(bool)
		if s := below(p.Schema); s != nil {
			read.list = s.Type.Is("array")
			read.absent, _ = s.Default.(string)
		}
		o.query[p.Name] = read
	}
	if op.RequestBody != nil {
		for media, content := range op.RequestBody.Value.Content {
			o.shapes[media] = all.of(content.Schema)
		}
	}
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
		case known.unserved && slices.ContainsFunc(sent, func(v string) bool { return v != "" && v != known.absent }):
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
