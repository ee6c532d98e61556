package server

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/rekeyhq/rekey/impl/fault"
)

// resolveVariants handles each member whose name differs from a declared name by case alone. If the
// surface ignores the case of ASCII letters, such a member gets the declared name. Otherwise it is
// removed: the validator ignores it as undeclared, but encoding/json decodes "PASSWORD" and
// "paſſword" into "password", and a value would pass that no schema checked. The scan found at least
// one such name, and no name twice.
func (n naming) resolveVariants(body []byte, shape *members) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // numbers keep their notation
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	n.resolveVariantsOf(v, shape)
	return json.Marshal(v)
}

func (n naming) resolveVariantsOf(v any, m *members) {
	if m == nil {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			n.resolveVariantsOf(item, m.items)
		}
	case map[string]any:
		for _, sent := range slices.Collect(maps.Keys(v)) {
			name, member := n.spelling(m, sent), v[sent]
			known, ok := m.known[name]
			if name != sent || !ok && m.hasCaseVariant(sent) {
				delete(v, sent)
			}
			switch {
			case ok:
				v[name] = member
				n.resolveVariantsOf(member, known)
			case !m.hasCaseVariant(sent):
				n.resolveVariantsOf(member, m.other)
			}
		}
	}
}
