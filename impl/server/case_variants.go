package server

import (
	"bytes"
	"encoding/json"

	"github.com/rekeyhq/rekey/impl/fault"
)

// dropCaseVariants removes each member whose name differs from a declared name by case alone.
// The validator ignores such a member as undeclared, but encoding/json decodes "PASSWORD" and
// "paſſword" into "password": a value would pass that no schema checked. Only surfaces that
// ignore unknown names need this, and only bodies that have such a name.
func dropCaseVariants(body []byte, shape *members) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // numbers keep their notation
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	dropVariantsOf(v, shape)
	return json.Marshal(v)
}

func dropVariantsOf(v any, m *members) {
	if m == nil {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			dropVariantsOf(item, m.items)
		}
	case map[string]any:
		for name, member := range v {
			known, ok := m.known[name]
			switch {
			case ok:
				dropVariantsOf(member, known)
			case m.hasCaseVariant(name):
				delete(v, name)
			default:
				dropVariantsOf(member, m.other)
			}
		}
	}
}
