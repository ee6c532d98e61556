package docs

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"
)

// object is a JSON object that keeps the order of its members, which the contract's authors chose
// for readers.
type object struct {
	names  []string
	values map[string]any
}

func readJSON(raw []byte) (*object, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	v, err := readValue(d)
	if err != nil {
		return nil, err
	}
	o, ok := v.(*object)
	if !ok {
		return nil, fmt.Errorf("not an object")
	}
	return o, nil
}

func readValue(d *json.Decoder) (any, error) {
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		o := &object{values: map[string]any{}}
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			v, err := readValue(d)
			if err != nil {
				return nil, err
			}
			o.names = append(o.names, name.(string))
			o.values[name.(string)] = v
		}
		_, err = d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			v, err := readValue(d)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err = d.Token()
		return list, err
	}
	return t, nil
}

// The readers below return the zero value for missing members, also of a nil object.

func (o *object) has(name string) bool {
	if o == nil {
		return false
	}
	_, ok := o.values[name]
	return ok
}

func (o *object) get(name string) any {
	if o == nil {
		return nil
	}
	return o.values[name]
}

func (o *object) object(name string) *object {
	v, _ := o.get(name).(*object)
	return v
}

func (o *object) list(name string) []any {
	v, _ := o.get(name).([]any)
	return v
}

func (o *object) text(name string) string {
	v, _ := o.get(name).(string)
	return strings.TrimSpace(v)
}

func (o *object) is(name string) bool {
	v, _ := o.get(name).(bool)
	return v
}

func (o *object) texts(name string) []string {
	var found []string
	for _, v := range o.list(name) {
		if s, ok := v.(string); ok {
			found = append(found, s)
		}
	}
	return found
}

func (o *object) members() []string {
	if o == nil {
		return nil
	}
	return o.names
}

// sentence is a JSON value, split into the parts that a page colours.
type sentence struct {
	text strings.Builder
	html strings.Builder
}

func (s *sentence) plain(text string) {
	s.text.WriteString(text)
	s.html.WriteString(template.HTMLEscapeString(text))
}

func (s *sentence) as(class, text string) {
	s.text.WriteString(text)
	s.html.WriteString(`<span class="` + class + `">` + template.HTMLEscapeString(text) + `</span>`)
}

// indented writes indented JSON: two spaces a level; empty values and short lists of plain values
// are on one line.
func (s *sentence) indented(v any, margin string) {
	switch v := v.(type) {
	case *object:
		if len(v.names) == 0 {
			s.plain("{}")
			return
		}
		s.plain("{\n")
		for i, name := range v.names {
			s.plain(margin + "  ")
			s.as("n", quoted(name))
			s.plain(": ")
			s.indented(v.values[name], margin+"  ")
			s.plain(comma(i, len(v.names)) + "\n")
		}
		s.plain(margin + "}")
	case []any:
		s.array(v, margin)
	case string:
		s.as("s", quoted(v))
	default:
		s.as("v", quoted(v))
	}
}

func (s *sentence) array(list []any, margin string) {
	nested := false
	for _, v := range list {
		switch v.(type) {
		case *object, []any:
			nested = true
		}
	}
	if !nested {
		s.plain("[")
		for i, v := range list {
			s.indented(v, margin)
			s.plain(strings.TrimSuffix(comma(i, len(list))+" ", " "))
			if i < len(list)-1 {
				s.plain(" ")
			}
		}
		s.plain("]")
		return
	}
	s.plain("[\n")
	for i, v := range list {
		s.plain(margin + "  ")
		s.indented(v, margin+"  ")
		s.plain(comma(i, len(list)) + "\n")
	}
	s.plain(margin + "]")
}

func comma(i, of int) string {
	if i < of-1 {
		return ","
	}
	return ""
}

// quoted writes a plain value; as in the contract, < and & are not escaped.
func quoted(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "null"
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// flat writes a value on one line, for a shell command.
func flat(v any) string {
	switch v := v.(type) {
	case *object:
		parts := make([]string, len(v.names))
		for i, name := range v.names {
			parts[i] = quoted(name) + ":" + flat(v.values[name])
		}
		return "{" + strings.Join(parts, ",") + "}"
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = flat(v[i])
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	return quoted(v)
}
