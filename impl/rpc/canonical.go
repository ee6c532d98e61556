package rpc

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// Ambiguous refuses a message with a member in two spellings, or with two members of which it may have
// one. It has their pointers, which are equal for a member in two spellings.
type Ambiguous struct{ One, Other string }

func (a *Ambiguous) Error() string { return a.One + " and " + a.Other }

// Canonical writes a message in JSON as the procedure's answers are written. The JSON of Protocol Buffers
// has several spellings for much of it (protobuf.dev, ProtoJSON Format): names in snake_case, null for what
// is absent, numbers of enumerations, integers as text or as numbers, durations, times, and base64 of either
// alphabet. A value of an enumeration that does not exist is absent, except in the strict members of the
// message. What is no valid spelling, and members that the message does not have, are left as they are.
func (s *Schema) Canonical(procedure string, body []byte, strict ...string) ([]byte, error) {
	request, _, err := s.Messages(procedure)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber() // a number is passed on as it was written
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, errUnreadable
	}
	members, ok := v.(map[string]any)
	if !ok {
		return body, nil
	}
	c := canonical{strict: strict}
	if v, err = c.message(request, members, ""); err != nil {
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

// canonical rewrites one message.
type canonical struct {
	strict []string // members in which an unknown value of an enumeration stays
	within bool     // such a member is being rewritten
}

func (c canonical) message(md protoreflect.MessageDescriptor, members map[string]any, pointer string) (map[string]any, error) {
	out := make(map[string]any, len(members))
	seen := map[protoreflect.FieldNumber]bool{}
	chosen := map[protoreflect.Name]protoreflect.FieldDescriptor{}
	for _, name := range slices.Sorted(maps.Keys(members)) { // so that the same mistake is reported each time
		field := md.Fields().ByJSONName(name)
		if field == nil {
			field = md.Fields().ByTextName(name)
		}
		if field == nil {
			out[name] = members[name]
			continue
		}
		at := pointer + "/" + field.JSONName()
		if seen[field.Number()] {
			return nil, &Ambiguous{at, at}
		}
		seen[field.Number()] = true
		if members[name] == nil {
			continue
		}
		if one := field.ContainingOneof(); one != nil {
			if other := chosen[one.Name()]; other != nil {
				return nil, ambiguous(pointer, other, field)
			}
			chosen[one.Name()] = field
		}
		below := c
		below.within = c.within || pointer == "" && slices.Contains(c.strict, field.JSONName())
		value, err := below.field(field, members[name], at)
		if err != nil {
			return nil, err
		}
		if value != nil {
			out[field.JSONName()] = value
		}
	}
	return out, nil
}

// ambiguous names two members of a oneof in the order of the message.
func ambiguous(pointer string, a, b protoreflect.FieldDescriptor) error {
	if a.Number() > b.Number() {
		a, b = b, a
	}
	return &Ambiguous{pointer + "/" + a.JSONName(), pointer + "/" + b.JSONName()}
}

// field rewrites the value of a member; nil means that the member is absent.
func (c canonical) field(field protoreflect.FieldDescriptor, value any, at string) (any, error) {
	switch {
	case field.IsList():
		list, ok := value.([]any)
		if !ok {
			return value, nil
		}
		if len(list) == 0 { // a message has no empty list
			return nil, nil
		}
		kept := make([]any, 0, len(list))
		for i, item := range list {
			v, err := c.single(field, item, at+"/"+strconv.Itoa(i))
			if err != nil {
				return nil, err
			}
			if v != nil || item == nil { // null is no item: the contract refuses it
				kept = append(kept, v)
			}
		}
		return kept, nil
	case field.IsMap():
		entries, ok := value.(map[string]any)
		if !ok {
			return value, nil
		}
		if len(entries) == 0 {
			return nil, nil
		}
		kept := make(map[string]any, len(entries))
		for _, key := range slices.Sorted(maps.Keys(entries)) {
			v, err := c.single(field.MapValue(), entries[key], at+"/"+pointerEscape.Replace(key))
			if err != nil {
				return nil, err
			}
			if v != nil || entries[key] == nil {
				kept[key] = v
			}
		}
		return kept, nil
	}
	return c.single(field, value, at)
}

// pointerEscape writes a key as a part of a JSON pointer (RFC 6901 section 3).
var pointerEscape = strings.NewReplacer("~", "~0", "/", "~1")

// single rewrites one value of a type; nil means that there is none.
func (c canonical) single(field protoreflect.FieldDescriptor, value any, at string) (any, error) {
	switch field.Kind() {
	case protoreflect.MessageKind, protoreflect.GroupKind:
		switch field.Message().FullName() {
		case "google.protobuf.Timestamp":
			return timestamp(value), nil
		case "google.protobuf.Duration":
			return duration(value), nil
		case "google.protobuf.Struct", "google.protobuf.Value", "google.protobuf.ListValue":
			return value, nil // any JSON
		}
		if members, ok := value.(map[string]any); ok {
			return c.message(field.Message(), members, at)
		}
	case protoreflect.EnumKind:
		return enumeration(field.Enum(), value, c.within), nil
	case protoreflect.BytesKind:
		return base64Text(value), nil
	case protoreflect.Int32Kind, protoreflect.Sint32Kind, protoreflect.Sfixed32Kind:
		return integer(value, 32, true), nil
	case protoreflect.Uint32Kind, protoreflect.Fixed32Kind:
		return integer(value, 32, false), nil
	case protoreflect.Int64Kind, protoreflect.Sint64Kind, protoreflect.Sfixed64Kind:
		return integer(value, 64, true), nil
	case protoreflect.Uint64Kind, protoreflect.Fixed64Kind:
		return integer(value, 64, false), nil
	}
	return value, nil
}
