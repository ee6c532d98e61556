package zitadel

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
)

// normalise rewrites the snake_case names of fields to the camelCase of the contract:
// protobuf's JSON reads both. What the contract does not know is ignored later.
func normalise(body []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // a number is handed on as it was written
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fault.ErrMalformed // unreachable: the body was scanned before
	}
	v, err := renamed(v, "")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func renamed(v any, pointer string) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		return renamedMembers(v, pointer)
	case []any:
		for i := range v {
			var err error
			if v[i], err = renamed(v[i], pointer); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

func renamedMembers(members map[string]any, pointer string) (any, error) {
	out := make(map[string]any, len(members))
	for name, value := range members {
		camel := lowerCamel(name)
		_, original := members[camel]
		if _, taken := out[camel]; taken || original && camel != name {
			return nil, fault.ErrMalformed.With(fault.Violation{
				Pointer: pointer + "/" + camel, Code: "duplicate_field", Message: "The field appears in two spellings.",
			})
		}
		if camel != "metadata" { // its keys are the caller's own
			var err error
			if value, err = renamed(value, pointer+"/"+camel); err != nil {
				return nil, err
			}
		}
		out[camel] = value
	}
	return out, nil
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
