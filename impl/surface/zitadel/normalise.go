package zitadel

import (
	"errors"
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/rpc"
)

// strictMembers are those in which a value of an enumeration that the vendor does not have is refused: it
// would make a filter wider, or a check weaker.
func strictMembers() []string { return []string{"queries", "checks", "challenges"} }

// normaliser rewrites a body into the contract's spelling where the vendor's decoder (protojson, which
// discards what it does not know) reads several. What a member may be is read from the message of the
// operation's procedure. docs/migrate-zitadel.md lists the spellings.
func normaliser(spec *openapi3.T, schema *rpc.Schema) (func(operation string, body []byte) ([]byte, error), error) {
	procedures := map[string]string{}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			name, _ := op.Extensions["x-procedure"].(string)
			if name == "" {
				if op.RequestBody != nil && op.RequestBody.Value.Content["application/json"] != nil {
					return nil, fmt.Errorf("zitadel: %s %s has a body in JSON and no procedure, whose message says how it is read", method, path)
				}
				continue
			}
			if _, _, err := schema.Messages(name); err != nil {
				return nil, err
			}
			procedures[op.OperationID] = name
		}
	}
	return func(operation string, body []byte) ([]byte, error) {
		name, ok := procedures[operation]
		if !ok {
			return body, nil
		}
		out, err := schema.Canonical(name, body, strictMembers()...)
		twice := (*rpc.Ambiguous)(nil)
		switch {
		case !errors.As(err, &twice):
			return out, err
		case twice.One != twice.Other:
			return nil, exclusive(twice.One, twice.Other)
		}
		return nil, fault.ErrMalformed.With(fault.Violation{
			Pointer: twice.One, Code: fault.BrokenDuplicate, Message: "The field appears in two spellings.",
		})
	}, nil
}

// lowerCamel writes url_template as urlTemplate.
func lowerCamel(name string) string {
	if !strings.Contains(name, "_") {
		return name
	}
	var b strings.Builder
	upper := false
	for _, r := range name {
		switch {
		case r == '_':
			upper = true
			continue
		case upper && r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		}
		upper = false
		b.WriteRune(r)
	}
	return b.String()
}
