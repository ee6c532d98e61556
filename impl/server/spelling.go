package server

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
)

// exactNames drops each field whose name differs from a declared one by case alone, as
// one that is not declared. The validator passes over it, but encoding/json, which
// decodes below a nullable field, would take "PASSWORD" and "paſſword" for "password":
// a value that was held against no schema.
func exactNames(body []byte, schema *openapi3.Schema) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // a number is handed on as it was written
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	if !dropVariants(v, schema) {
		return body, nil
	}
	return json.Marshal(v)
}

// dropVariants tells whether it dropped anything.
func dropVariants(v any, s *openapi3.Schema) (dropped bool) {
	if s == nil {
		return false
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			dropped = dropVariants(item, below(s.Items)) || dropped
		}
	case map[string]any:
		for name, member := range v {
			known, ok := s.Properties[name]
			switch {
			case ok:
				dropped = dropVariants(member, below(known)) || dropped
			case variant(name, s.Properties):
				delete(v, name)
				dropped = true
			default:
				dropped = dropVariants(member, below(s.AdditionalProperties.Schema)) || dropped
			}
		}
	}
	return dropped
}

func variant(name string, declared openapi3.Schemas) bool {
	for known := range declared {
		if strings.EqualFold(known, name) {
			return true
		}
	}
	return false
}

func below(s *openapi3.SchemaRef) *openapi3.Schema {
	if s == nil {
		return nil
	}
	return s.Value
}
