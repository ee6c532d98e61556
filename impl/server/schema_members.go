package server

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/spec"
)

// Extensions of the contract that decide how the names in a request are treated.
const (
	// extUnknown stands in a spec's info: "refuse" or "ignore" names that the spec does not
	// declare. A surface ignores them if the clients of its API may send them.
	extUnknown = spec.UnknownNames
	// extUnserved marks a member that the API knows and this service does not implement: the edge
	// refuses a request that has it. At an operation it lists parameters, such as query:fields.
	// If the contract declared them as parameters, every generated client would offer them.
	extUnserved = "x-not-served"
	// extBodyParameters marks an operation that declares no body and whose parameters the edge
	// also reads from a body.
	extBodyParameters = "x-parameters-in-body"
)

// members is a schema reduced to names: which members an object may have, and which of them are
// not implemented. It is built once, when the server starts.
type members struct {
	closed   bool                // the object may have known members only
	known    map[string]*members // by exact name
	other    *members            // the schema of members with any other name, unless closed
	items    *members            // of a list
	unserved bool
	userID   bool // x-user-id
	absent   any  // the default: a request with this value asks for nothing
}

// memberSets builds the members of each schema once: schemas share parts and may be recursive.
type memberSets map[*openapi3.Schema]*members

func (all memberSets) of(ref *openapi3.SchemaRef) *members {
	s := schemaOf(ref)
	if s == nil {
		return nil
	}
	if m, ok := all[s]; ok {
		return m
	}
	m := &members{}
	all[s] = m
	m.unserved, _ = s.Extensions[extUnserved].(bool)
	m.userID, _ = s.Extensions[extUserID].(bool)
	m.absent, m.items, m.other = s.Default, all.of(s.Items), all.of(s.AdditionalProperties.Schema)
	if free := s.AdditionalProperties.Has; s.Type.Is("object") && m.other == nil && (free == nil || !*free) {
		m.closed = true
	}
	m.add(all, s)
	return m
}

// add adds the members of a schema and of the schemas in its allOf.
func (m *members) add(all memberSets, s *openapi3.Schema) {
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
		m.userID = m.userID || of.userID
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

// hasCaseVariant reports whether a name differs from a known name by case alone.
func (m *members) hasCaseVariant(name string) bool {
	for known := range m.known {
		if strings.EqualFold(known, name) {
			return true
		}
	}
	return false
}

// schemaOf resolves a reference; it returns nil if there is none.
func schemaOf(s *openapi3.SchemaRef) *openapi3.Schema {
	if s == nil {
		return nil
	}
	return s.Value
}
