package entrust

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
)

// basicOffset is an RFC 3339 time but for its offset, which has no colon: the vendor's samples have
// 2018-05-28T19:07:50.328+0000.
var basicOffset = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?[+-]\d{2})(\d{2})$`)

// normaliser rewrites a body into the contract's spelling. Clients that were generated from the vendor's
// document send null for each optional member without a value, so such a null is removed; a member that
// the contract calls nullable keeps it. Times may have an offset without a colon.
func normaliser(spec *openapi3.T) func(operation string, body []byte) ([]byte, error) {
	bodies := map[string]*openapi3.Schema{}
	for _, item := range spec.Paths.Map() {
		for _, op := range item.Operations() {
			if op.RequestBody == nil {
				continue
			}
			if media := op.RequestBody.Value.Content["application/json"]; media != nil && media.Schema != nil {
				bodies[op.OperationID] = media.Schema.Value
			}
		}
	}
	return func(operation string, body []byte) ([]byte, error) {
		d := json.NewDecoder(bytes.NewReader(body))
		d.UseNumber() // a number is passed on as it was written
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, fault.ErrMalformed // unreachable: the body was scanned before
		}
		v, changed := normalise(v, bodies[operation])
		if !changed {
			return body, nil
		}
		return json.Marshal(v)
	}
}

// normalise rewrites a value of the schema, and reports whether anything changed.
func normalise(v any, s *openapi3.Schema) (out any, changed bool) {
	if s == nil {
		return v, false
	}
	for _, part := range s.AllOf {
		var more bool
		v, more = normalise(v, part.Value)
		changed = changed || more
	}
	switch value := v.(type) {
	case string:
		if s.Format == "date-time" && basicOffset.MatchString(value) {
			return basicOffset.ReplaceAllString(value, "$1:$2"), true
		}
	case []any:
		if s.Items == nil {
			return v, changed
		}
		for i := range value {
			var more bool
			value[i], more = normalise(value[i], s.Items.Value)
			changed = changed || more
		}
	case map[string]any:
		return value, normaliseMembers(value, s) || changed
	}
	return v, changed
}

func normaliseMembers(members map[string]any, s *openapi3.Schema) (changed bool) {
	for name, member := range members {
		ref := s.Properties[name]
		switch {
		case ref == nil:
		case member != nil:
			var more bool
			members[name], more = normalise(member, ref.Value)
			changed = changed || more
		case !ref.Value.Nullable && !slices.Contains(s.Required, name):
			delete(members, name)
			changed = true
		}
	}
	return changed
}
