package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/oasdiff/yaml3"
)

// java writes a snippet for an SDK whose bodies and queries are objects with a method for each member.
func java(d document, s snippet) (string, error) {
	var arguments []javaChain
	for _, a := range s.Path {
		value, err := d.javaValue(a.Value, a.Schema)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, value)
	}
	name := strings.TrimPrefix(s.ID, s.Surface)
	if len(s.QueryParams) > 0 {
		query := javaChain{head: "new " + name + "Query()"}
		for _, a := range s.Query {
			if err := d.javaSet(&query, a.Name, a.Value, a.Schema); err != nil {
				return "", err
			}
		}
		arguments = append(arguments, query)
	}
	// An object that can have no members is sent without being asked for.
	if s.Value != nil && len(d.Components.Schemas[s.Body].Properties) > 0 {
		body, err := d.javaValue(s.Value, &schema{Ref: s.Body})
		if err != nil {
			return "", err
		}
		arguments = append(arguments, body)
	}
	if s.Basic() {
		arguments = append(arguments, javaChain{calls: []javaCall{
			{"RequestOptions.NONE.clientCredentials", []javaChain{{head: "clientId"}, {head: "clientSecret"}}},
		}})
	}
	call := javaChain{"client", []javaCall{{s.Surface, nil}, {strings.ToLower(name[:1]) + name[1:], arguments}}}
	switch {
	case s.AnswerType == "application/x-ndjson":
		opened := javaAssigned("try (Stream<"+upper(s.Answer)+"> answer", call, ") {")
		return opened + "\n  answer.forEach(System.out::println);\n}", nil
	case s.Answer == "":
		return call.layout(0, 1) + ";", nil
	case d.Components.Schemas[s.Answer].Type == "string":
		return javaAssigned("String answer", call, ";"), nil
	}
	return javaAssigned(upper(s.Answer)+" answer", call, ";"), nil
}

// javaValue is a value of the schema as an expression.
func (d document) javaValue(n *yaml.Node, s *schema) (javaChain, error) {
	switch r := d.resolved(s); {
	case n.Kind == yaml.MappingNode && len(r.Properties) > 0:
		if s.named() == "" {
			return javaChain{}, fmt.Errorf("line %d: an object without a name has no class", n.Line)
		}
		object := javaChain{head: "new " + upper(s.named()) + "()"}
		for k, v := range members(n) {
			if r.Properties[k.Value] == nil {
				return javaChain{}, fmt.Errorf("%s has no member %s", s.named(), k.Value)
			}
			if err := d.javaSet(&object, k.Value, v, r.Properties[k.Value]); err != nil {
				return javaChain{}, err
			}
		}
		return object, nil
	case n.Kind == yaml.MappingNode: // its keys and values in turn
		return d.javaOf("Map", n.Content, &schema{})
	case n.Kind == yaml.SequenceNode:
		return d.javaOf("List", n.Content, r.Items)
	case n.Tag == "!!str":
		text, err := quote(n.Value)
		switch {
		case len(r.Enum) > 0 && s.named() != "":
			text = upper(s.named()) + "." + javaConstant(n.Value)
		case r.Format == "date-time":
			text = "OffsetDateTime.parse(" + text + ")"
		}
		return javaChain{head: text}, err
	case n.Tag == "!!int" && r.Format == "int64":
		return javaChain{head: n.Value + "L"}, nil
	}
	return javaChain{head: n.Value}, nil
}

// javaSet calls the method that sets a member.
func (d document) javaSet(object *javaChain, name string, n *yaml.Node, s *schema) error {
	value, err := d.javaValue(n, s)
	object.calls = append(object.calls, javaCall{javaName(name), []javaChain{value}})
	return err
}

// javaOf is a collection of values that have the same schema.
func (d document) javaOf(class string, values []*yaml.Node, s *schema) (javaChain, error) {
	of := javaCall{name: class + ".of"}
	for _, n := range values {
		value, err := d.javaValue(n, s)
		if err != nil {
			return javaChain{}, err
		}
		of.arguments = append(of.arguments, value)
	}
	return javaChain{calls: []javaCall{of}}, nil
}

// javaName is a member's name as a method: grant_type becomes grantType.
func javaName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '.' || r == '-' })
	for i := range words[1:] {
		words[i+1] = upper(words[i+1])
	}
	return strings.Join(words, "")
}

var noJavaName = regexp.MustCompile(`[^A-Za-z0-9]+`)

// javaConstant is a value of an enumeration as a constant.
func javaConstant(value string) string {
	return strings.ToUpper(noJavaName.ReplaceAllString(value, "_"))
}

// A javaChain is an expression: what it begins with, and what is called on that, one after the other.
type javaChain struct {
	head  string // empty before a static call
	calls []javaCall
}

type javaCall struct {
	name      string
	arguments []javaChain
}

// javaWidth leaves room for the indentation within the source file, whose lines have up to 100 characters.
const javaWidth = 96

// javaAssigned breaks after the equals sign before it breaks anything else. This and all that follows is the layout of
// google-java-format.
func javaAssigned(to string, value javaChain, end string) string {
	if line := to + " = " + value.String() + end; len(line) <= javaWidth {
		return line
	}
	return to + " =\n    " + value.layout(4, len(end)) + end
}

// layout writes an expression that begins at this column, and behind which so many characters stand on its last line.
// One that is too long for a line has each of its calls on a line of its own.
func (c javaChain) layout(column, behind int) string {
	text := c.String()
	switch {
	case column+len(text)+behind <= javaWidth:
		return text
	case c.head == "" && len(c.calls) > 0:
		return c.calls[0].layout(column, behind)
	}
	text = c.head
	for i, call := range c.calls {
		follows := 0
		if i == len(c.calls)-1 {
			follows = behind
		}
		text += "\n" + strings.Repeat(" ", column+4) + "." + call.layout(column+5, follows)
	}
	return text
}

// layout puts the arguments below the call, if they do not fit beside it.
func (c javaCall) layout(column, behind int) string {
	text := c.String()
	if column+len(text)+behind <= javaWidth {
		return text
	}
	column = (column + 4) / 4 * 4 // a dot before the call does not move what is below it
	line := "\n" + strings.Repeat(" ", column)
	if all := strings.TrimPrefix(text, c.name+"("); column+len(all)+behind <= javaWidth {
		return c.name + "(" + line + all
	}
	parts := make([]string, len(c.arguments))
	for i, a := range c.arguments {
		follows := 1 // a comma or the bracket
		if i == len(c.arguments)-1 {
			follows += behind
		}
		parts[i] = a.layout(column, follows)
	}
	return c.name + "(" + line + strings.Join(parts, ","+line) + ")"
}

func (c javaChain) String() string {
	var parts []string
	if c.head != "" {
		parts = append(parts, c.head)
	}
	for _, call := range c.calls {
		parts = append(parts, call.String())
	}
	return strings.Join(parts, ".")
}

func (c javaCall) String() string {
	parts := make([]string, len(c.arguments))
	for i, a := range c.arguments {
		parts[i] = a.String()
	}
	return c.name + "(" + strings.Join(parts, ", ") + ")"
}
