package rpc

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
)

// parts are the parts of a message that the request of the twin has in different places.
type parts struct {
	path  map[string]string
	query url.Values
	body  []byte
}

// split takes the parameters out of a message. What is no object stays as it is if the twin has a body: the
// contract refuses it.
func (p *Procedure) split(raw []byte, named map[string]string) (*parts, error) {
	m := &parts{path: named, query: url.Values{}}
	members, ok := membersOf(raw)
	switch {
	case ok:
	case p.twin.HasBody:
		m.body = raw
		return m, nil
	default:
		return nil, p.twin.Malformed("", "invalid_type", "The message is no object.")
	}
	inMessage := map[string]bool{}
	var rest []member
	for _, one := range members {
		name := p.twin.Spelling(one.name)
		if !slices.Contains(p.twin.Parameters, name) {
			rest = append(rest, one)
			continue
		}
		if inMessage[name] {
			return nil, p.twin.Malformed("/"+name, "duplicate_field", "A field appears twice.")
		}
		inMessage[name] = true
		if err := m.setPath(p.twin, name, one.value); err != nil {
			return nil, err
		}
	}
	if p.twin.HasBody {
		m.body = join(rest)
		return m, nil
	}
	return m, p.flatten(m.query, p.input, "", rest)
}

// setPath sets a parameter of the path from a member. The path of a request may name it, too.
func (m *parts) setPath(t Twin, name string, value json.RawMessage) error {
	var text *string
	if json.Unmarshal(value, &text) != nil {
		return t.Malformed("/"+name, "invalid_type", "The value has the wrong type.")
	}
	if text == nil || *text == "" {
		return nil
	}
	if of, ok := m.path[name]; ok && of != *text {
		return t.Malformed("/"+name, "not_allowed", "The value differs from the one in the path.")
	}
	m.path[name] = *text
	return nil
}

// member is a member of an object, as it was sent.
type member struct {
	name  string
	value json.RawMessage
}

// membersOf reads an object and keeps duplicate names.
func membersOf(raw []byte) ([]member, bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') || !json.Valid(raw) {
		return nil, false
	}
	var all []member
	for d.More() {
		name, err := d.Token()
		text, ok := name.(string)
		var value json.RawMessage
		if err != nil || !ok || d.Decode(&value) != nil {
			return nil, false
		}
		all = append(all, member{text, value})
	}
	return all, true
}

// join writes members as an object.
func join(all []member) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range all {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(m.name) // a string
		b.Write(name)
		b.WriteByte(':')
		b.Write(m.value)
	}
	b.WriteByte('}')
	return b.Bytes()
}

// flatten writes members as parameters of a query, as the HTTP mapping of gRPC does (google.api.http): a.b is the
// member b of the member a. The message decides what has members, so that the depth of what was sent does not
// matter. The contract sees the values as texts: what is of the wrong type is refused here.
func (p *Procedure) flatten(query url.Values, of protoreflect.MessageDescriptor, prefix string, all []member) error {
	for _, m := range all {
		field := of.Fields().ByJSONName(m.name)
		if field == nil {
			field = of.Fields().ByTextName(m.name)
		}
		name := prefix + m.name
		switch {
		case string(m.value) == "null":
		case field == nil:
			query.Add(name, textOf(m.value)) // a parameter that the contract does not know
		case field.IsList() || field.IsMap() || field.Message() == nil:
			text := textOf(m.value)
			if first := m.value[0]; first == '{' || first == '[' || field.Kind() == protoreflect.StringKind && first != '"' {
				return p.wrongType(name)
			}
			query.Add(name, text)
		default:
			inner, ok := membersOf(m.value)
			if !ok {
				return p.wrongType(name)
			}
			if err := p.flatten(query, field.Message(), name+".", inner); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Procedure) wrongType(name string) error {
	return p.twin.Malformed("/"+strings.ReplaceAll(name, ".", "/"), "invalid_type", "The value has the wrong type.")
}

// textOf is the text of a value; other values are as they were sent.
func textOf(value json.RawMessage) (text string) {
	if json.Unmarshal(value, &text) != nil {
		return string(value)
	}
	return text
}
