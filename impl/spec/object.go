package spec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value json.RawMessage
}

// group is a surface with its tags, as x-tagGroups lists it.
type group struct {
	Name         string   `json:"name"`
	Description  string   `json:"x-description"`
	Tags         []string `json:"tags"`
	UnknownNames string   `json:"x-unknown-names"`
	LetterCase   string   `json:"x-letter-case,omitempty"`
	JSONTypes    []string `json:"x-json-types,omitempty"`
	Head         string   `json:"x-head,omitempty"`
}

func read(raw json.RawMessage) (object, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("not an object: %w", err)
	}
	var o object
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		o = append(o, member{name.(string), value})
	}
	return o, nil
}

// write is the object as compact JSON but for its values, which stay as they were read.
func (o object) write() json.RawMessage {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		name, _ := json.Marshal(m.name) // a string can always be written
		out.Write(name)
		out.WriteByte(':')
		out.Write(m.value)
	}
	out.WriteByte('}')
	return out.Bytes()
}

// member finds a member, or nil.
func (o object) member(name string) *member {
	for i := range o {
		if o[i].name == name {
			return &o[i]
		}
	}
	return nil
}

// only keeps the members that are wanted.
func only(raw json.RawMessage, wanted func(member) (bool, error)) (json.RawMessage, error) {
	o, err := read(raw)
	if err != nil {
		return nil, err
	}
	var broken error
	o = slices.DeleteFunc(o, func(m member) bool {
		yes, err := wanted(m)
		if err != nil && broken == nil {
			broken = fmt.Errorf("%s: %w", m.name, err)
		}
		return !yes
	})
	return o.write(), broken
}

func (o object) groups() ([]group, error) {
	var groups []group
	m := o.member("x-tagGroups")
	if m == nil {
		return nil, fmt.Errorf("spec: the contract does not list its surfaces")
	}
	return groups, json.Unmarshal(m.value, &groups)
}

// reduceTo removes everything that does not belong to this surface.
func (o object) reduceTo(g group) (err error) {
	for i := range o {
		m := &o[i]
		switch m.name {
		case "info":
			m.value, err = inform(m.value, g)
		case "tags":
			m.value, err = g.tags(m.value)
		case "x-tagGroups":
			m.value, err = json.Marshal([]group{g})
		case "paths":
			m.value, err = only(m.value, g.serves)
		case "components":
			m.value, err = g.components(m.value)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
	}
	return nil
}

// inform writes the surface into the document's info.
func inform(raw json.RawMessage, g group) (json.RawMessage, error) {
	info, err := read(raw)
	if err != nil {
		return nil, err
	}
	description, err := json.Marshal(g.Description)
	if err != nil {
		return nil, err
	}
	if m := info.member("description"); m != nil {
		m.value = description
	}
	for _, extension := range []struct {
		name  string
		value any
		given bool
	}{
		{UnknownNames, g.UnknownNames, true}, {LetterCase, g.LetterCase, g.LetterCase != ""},
		{JSONTypes, g.JSONTypes, len(g.JSONTypes) > 0}, {Head, g.Head, g.Head != ""},
	} {
		if !extension.given {
			continue
		}
		raw, err := json.Marshal(extension.value)
		if err != nil {
			return nil, err
		}
		info = append(info, member{extension.name, raw})
	}
	return info.write(), nil
}

func (g group) tags(raw json.RawMessage) (json.RawMessage, error) {
	var all []json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	var broken error
	all = slices.DeleteFunc(all, func(tag json.RawMessage) bool {
		var named struct{ Name string }
		broken = json.Unmarshal(tag, &named)
		return broken == nil && !slices.Contains(g.Tags, named.Name)
	})
	if broken != nil {
		return nil, broken
	}
	return json.Marshal(all)
}

// serves tells whether a path is the surface's.
func (g group) serves(path member) (bool, error) {
	item, err := read(path.value)
	if err != nil {
		return false, err
	}
	for _, m := range item {
		var operation struct{ Tags []string }
		if m.value[0] == '{' && json.Unmarshal(m.value, &operation) == nil && len(operation.Tags) > 0 {
			return slices.Contains(g.Tags, operation.Tags[0]), nil
		}
	}
	return false, fmt.Errorf("no operation of this path has a tag")
}

// components keeps those whose names begin with the surface's.
func (g group) components(raw json.RawMessage) (json.RawMessage, error) {
	kinds, err := read(raw)
	if err != nil {
		return nil, err
	}
	for i := range kinds {
		kinds[i].value, err = only(kinds[i].value, func(m member) (bool, error) { return strings.HasPrefix(m.name, g.Name), nil })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", kinds[i].name, err)
		}
	}
	return kinds.write(), nil
}
