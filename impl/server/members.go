package server

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/spec"
)

// Extensions of the contract that tell what becomes of a name.
const (
	// extUnknown says in a spec's info what becomes of names that it does not hold:
	// "refuse", or "ignore" where the vendor ignores them.
	extUnknown = spec.UnknownNames
	// extUnserved marks a member that is part of the vendor's message and is not served: a
	// request with it is refused. At an operation it lists parameters, such as query:fields:
	// as parameters of the contract they would be arguments of every client.
	extUnserved = "x-not-served"
	// extLifted marks an operation without a body whose vendor reads parameters from one.
	extLifted = "x-parameters-in-body"
)

// members is a schema reduced to names, made once: what may stand in an object, and what
// of that is not served.
type members struct {
	closed   bool                // an object that holds known members alone
	known    map[string]*members // by exact name
	more     *members            // what stands under any other name, unless closed
	items    *members            // of a list
	unserved bool
	absent   any // the value that says the same as absence: asking for it asks for nothing
}

// shapes makes members of schemas, each once: schemas share parts, and may hold themselves.
type shapes map[*openapi3.Schema]*members

func (all shapes) of(ref *openapi3.SchemaRef) *members {
	s := below(ref)
	if s == nil {
		return nil
	}
	if m, ok := all[s]; ok {
		return m
	}
	m := &members{}
	all[s] = m
	m.unserved, _ = s.Extensions[extUnserved].(bool)
	m.absent, m.items, m.more = s.Default, all.of(s.Items), all.of(s.AdditionalProperties.Schema)
	if free := s.AdditionalProperties.Has; s.Type.Is("object") && m.more == nil && (free == nil || !*free) {
		m.closed = true
	}
	m.add(all, s)
	return m
}

// add takes over the members of a schema and of those that it is composed of.
func (m *members) add(all shapes, s *openapi3.Schema) {
	for name, ref := range s.Properties {
		if m.known == nil {
			m.known = map[string]*members{}
		}
		m.known[name] = all.of(ref)
	}
	for _, part := range s.AllOf {
		of := all.of(part)
		m.closed = m.closed || of.closed
		m.unserved = m.unserved || of.unserved
		if m.items == nil {
			m.items = of.items
		}
		for name, member := range of.known {
			if m.known == nil {
				m.known = map[string]*members{}
			}
			m.known[name] = member
		}
	}
}

// variant tells whether a name differs from a declared one by case alone.
func (m *members) variant(name string) bool {
	for known := range m.known {
		if strings.EqualFold(known, name) {
			return true
		}
	}
	return false
}

// below is the schema that a reference leads to; nil for none.
func below(s *openapi3.SchemaRef) *openapi3.Schema {
	if s == nil {
		return nil
	}
	return s.Value
}
