package server

import (
	"bytes"
	"encoding/json"

	"github.com/rekeyhq/rekey/impl/fault"
)

// exactNames drops each field whose name differs from a declared one by case alone, as
// one that is not declared. The validator passes over it, but encoding/json, which
// decodes below a nullable field, would take "PASSWORD" and "paſſword" for "password":
// a value that was held against no schema. It is for surfaces whose vendor ignores
// unknown names, and for the bodies in which there is such a name.
func exactNames(body []byte, shape *members) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // a number is handed on as it was written
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	dropVariants(v, shape)
	return json.Marshal(v)
}

func dropVariants(v any, m *members) {
	if m == nil {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			dropVariants(item, m.items)
		}
	case map[string]any:
		for name, member := range v {
			known, ok := m.known[name]
			switch {
			case ok:
				dropVariants(member, known)
			case m.variant(name):
				delete(v, name)
			default:
				dropVariants(member, m.more)
			}
		}
	}
}
