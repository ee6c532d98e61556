package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/oasdiff/yaml3"
)

// prefixed returns the name of a surface's operation or component in the bundle: resetPassword of north
// becomes northResetPassword. A name that begins with the surface's name does not repeat it: NorthError becomes northError.
func prefixed(surface, name string) string {
	var camel strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		camel.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	rest := camel.String()
	if len(rest) > len(surface) && strings.EqualFold(rest[:len(surface)], surface) && !unicode.IsLower(rune(rest[len(surface)])) {
		rest = rest[len(surface):]
	}
	return surface + rest
}

// prefixedTag returns a tag's name in the bundle.
func prefixedTag(surface, tag string) string { return surface + ": " + tag }

// named lists the keys whose value is a map with free names, in which a key such as "default" is a name and not a keyword.
var named = map[string]bool{
	"callbacks": true, "content": true, "encoding": true, "examples": true, "headers": true, "links": true, "parameters": true,
	"paths": true, "properties": true, "requestBodies": true, "responses": true, "schemas": true, "securitySchemes": true,
}

// payload lists the keys whose values are data, in which nothing is a reference.
var payload = map[string]bool{"default": true, "enum": true, "example": true, "value": true}

// renamer renames everything in one surface's document for the bundle.
type renamer struct {
	surface string
	root    *yaml.Node
}

// rename renames the components, then all references to them.
func (r renamer) rename() error {
	if err := r.walk(r.root, false); err != nil {
		return err
	}
	for kind, components := range members(at(r.root, "components")) {
		from := map[string]string{}
		for key := range members(components) {
			to := prefixed(r.surface, key.Value)
			if other, taken := from[to]; taken {
				return fmt.Errorf("components/%s: %s and %s would both be named %s", kind.Value, other, key.Value, to)
			}
			from[to], key.Value = key.Value, to
		}
	}
	return nil
}

func (r renamer) walk(n *yaml.Node, names bool) error {
	for _, element := range items(n) {
		if err := r.walk(element, false); err != nil {
			return err
		}
	}
	for key, value := range members(n) {
		if !names && (payload[key.Value] || strings.HasPrefix(key.Value, "x-") && key.Value != "x-item-schema") {
			continue
		}
		if !names {
			if err := r.keyword(key.Value, value); err != nil {
				return err
			}
		}
		if err := r.walk(value, !names && named[key.Value]); err != nil {
			return err
		}
	}
	return nil
}

// keyword renames the values of keywords that are a name or a reference.
func (r renamer) keyword(key string, value *yaml.Node) error {
	switch key {
	case "$ref":
		return r.reference(value)
	case "operationId":
		value.Value = prefixed(r.surface, value.Value)
	case "tags":
		for _, tag := range items(value) {
			if tag.Kind == yaml.MappingNode {
				tag = at(tag, "name")
			}
			tag.Value = prefixedTag(r.surface, tag.Value)
		}
	case "security":
		for _, requirement := range items(value) {
			for scheme := range members(requirement) {
				scheme.Value = prefixed(r.surface, scheme.Value)
			}
		}
	case "discriminator":
		for _, target := range members(at(value, "mapping")) {
			if err := r.reference(target); err != nil {
				return err
			}
		}
	}
	return nil
}

// reference renames the target of a $ref, which must be a component of the same document.
func (r renamer) reference(ref *yaml.Node) error {
	parts := strings.Split(ref.Value, "/")
	if len(parts) != 4 || parts[0] != "#" || parts[1] != "components" {
		return fmt.Errorf("line %d: %s does not name a component of this document", ref.Line, ref.Value)
	}
	if at(r.root, parts[1:]...) == nil {
		return fmt.Errorf("line %d: %s is not there", ref.Line, ref.Value)
	}
	parts[3] = prefixed(r.surface, parts[3])
	ref.Value = strings.Join(parts, "/")
	return nil
}
