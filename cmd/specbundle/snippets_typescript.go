package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/oasdiff/yaml3"
)

// typescript writes a snippet for an SDK whose bodies are plain objects with the contract's own names.
func typescript(_ document, s snippet) (string, error) {
	var input []string
	for _, a := range s.Path {
		input = append(input, property(a.Name)+": "+literal(a.Value, 1))
	}
	if len(s.Query) > 0 {
		input = append(input, "query: "+literal(mapping(s.Query), 1))
	}
	if s.Value != nil {
		input = append(input, "body: "+literal(s.Value, 1))
	}
	var arguments []string
	if len(input) > 0 {
		arguments = append(arguments, "{\n  "+strings.Join(input, ",\n  ")+",\n}")
	}
	if s.Basic() {
		arguments = append(arguments, "{ clientCredentials: { id: clientId, secret: clientSecret } }")
	}
	call := "client." + s.Namespace.Camel() + "." + s.Call.Camel() + "(" + strings.Join(arguments, ", ") + ")"
	switch {
	case s.AnswerType == "application/x-ndjson":
		return "for await (const line of " + call + ") console.log(line);", nil
	case s.Answer == "":
		return "await " + call + ";", nil
	}
	return "const answer = await " + call + ";", nil
}

// literal writes a value as a literal, whose closing bracket stands at a depth of two spaces each.
func literal(n *yaml.Node, depth int) string {
	inner := strings.Repeat("  ", depth+1)
	var parts []string
	open, end := "[", "]"
	switch n.Kind {
	case yaml.MappingNode:
		open, end = "{", "}"
		for k, v := range members(n) {
			parts = append(parts, property(k.Value)+": "+literal(v, depth+1))
		}
	case yaml.SequenceNode:
		for _, v := range n.Content {
			parts = append(parts, literal(v, depth+1))
		}
	default:
		if n.Tag == "!!str" {
			text, _ := quote(n.Value)
			return text
		}
		return n.Value
	}
	if len(parts) == 0 {
		return open + end
	}
	if line := strings.Join(parts, ", "); !strings.Contains(line, "\n") && len(inner)+len(line) < 80 {
		if n.Kind == yaml.SequenceNode {
			return "[" + line + "]"
		}
		return "{ " + line + " }"
	}
	return open + "\n" + inner + strings.Join(parts, ",\n"+inner) + ",\n" + inner[2:] + end
}

var plainName = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)

// property is a name as it stands in an object.
func property(name string) string {
	if plainName.MatchString(name) {
		return name
	}
	text, _ := quote(name)
	return text
}

// tsParameter is the type of a parameter's value.
func tsParameter(p parameter) (string, error) {
	if p.Schema.Ref != "" {
		name, err := quote(last(p.Schema.Ref))
		return "Schemas[" + name + "]", err
	}
	switch p.Schema.Type {
	case "string", "boolean":
		return p.Schema.Type, nil
	case "integer", "number":
		return "number", nil
	}
	return "", fmt.Errorf("no type for the parameter %s", p.Name)
}
