package main

import (
	"fmt"
	"strings"

	"github.com/oasdiff/yaml3"
)

// java writes a snippet for an SDK whose bodies and queries are objects with a method for each member.
func java(d document, s snippet) (string, error) {
	var arguments []string
	for _, a := range s.Path {
		value, err := d.javaValue(a.Value, a.Schema)
		if err != nil {
			return "", err
		}
		arguments = append(arguments, value)
	}
	if len(s.QueryParams) > 0 {
		query := "new " + s.Namespace.Pascal() + "Api." + s.Call.Pascal() + "Query()"
		for _, a := range s.Query {
			value, err := d.javaValue(a.Value, a.Schema)
			if err != nil {
				return "", err
			}
			query += "." + javaName(a.Name) + "(" + value + ")"
		}
		arguments = append(arguments, query)
	}
	if s.Value != nil && d.bodied(s.operation) {
		body, err := d.javaValue(s.Value, &schema{Ref: s.Body})
		if err != nil {
			return "", err
		}
		arguments = append(arguments, body)
	}
	if s.Basic() {
		arguments = append(arguments, "RequestOptions.NONE.clientCredentials(clientId, clientSecret)")
	}
	call := fmt.Sprintf("client.%s().%s(%s)", s.Namespace.Camel(), s.Call.Camel(), strings.Join(arguments, ", "))
	switch {
	case s.AnswerType == "application/x-ndjson":
		return "try (Stream<" + upper(s.Answer) + "> answer = " + call + ") {\nanswer.forEach(System.out::println);\n}", nil
	case s.Answer == "":
		return call + ";", nil
	}
	return javaType(d.answered(s.operation)) + " answer = " + call + ";", nil
}

// javaValue is a value of the schema as an expression.
func (d document) javaValue(n *yaml.Node, s *schema) (string, error) {
	switch r := d.resolved(s); {
	case n.Kind == yaml.MappingNode && r.typed() && s.named() != "":
		return d.javaObject(n, upper(s.named()), r)
	case n.Kind == yaml.MappingNode && len(r.Properties) > 0:
		return "", fmt.Errorf("line %d: an object without a name has no class", n.Line)
	case n.Kind == yaml.MappingNode: // its keys and values in turn
		of := []*schema{{}, r.rest}
		if r.rest == nil {
			of[1] = &schema{}
		}
		return d.javaOf("Map", n.Content, of...)
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
		return text, err
	case n.Tag == "!!int" && r.Format == "int64":
		return n.Value + "L", nil
	}
	return n.Value, nil
}

// javaObject makes an object, and sets one member after the other.
func (d document) javaObject(n *yaml.Node, class string, r *schema) (string, error) {
	text := "new " + class + "()"
	for k, v := range members(n) {
		if r.Properties[k.Value] == nil {
			return "", fmt.Errorf("%s has no member %s", class, k.Value)
		}
		value, err := d.javaValue(v, r.Properties[k.Value])
		if err != nil {
			return "", err
		}
		text += "." + javaName(k.Value) + "(" + value + ")"
	}
	return text, nil
}

// javaOf is a collection of values that have the same schema.
func (d document) javaOf(class string, values []*yaml.Node, of ...*schema) (string, error) {
	var parts []string
	for i, n := range values {
		value, err := d.javaValue(n, of[i%len(of)])
		if err != nil {
			return "", err
		}
		parts = append(parts, value)
	}
	return class + ".of(" + strings.Join(parts, ", ") + ")", nil
}
