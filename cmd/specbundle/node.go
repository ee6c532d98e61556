package main

import (
	"fmt"
	"iter"
	"os"

	"github.com/oasdiff/yaml3"
)

// The documents are handled as YAML nodes, not as kin-openapi structs: structs keep their members in maps, and the
// order that an author chose for paths and properties is what a reader of the published documentation sees.

// readDocument reads one YAML file and refuses what cannot be renamed safely.
func readDocument(path string) (*yaml.Node, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file yaml.Node
	if err := yaml.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(file.Content) != 1 || file.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s: not an object", path)
	}
	if err := plain(file.Content[0]); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return file.Content[0], nil
}

// plain removes comments and makes every key a string (a status may be written 200 or "200"). It
// refuses aliases, which would be renamed twice, and repeated keys, of which one would be lost.
func plain(n *yaml.Node) error {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return fmt.Errorf("line %d: anchors and aliases are not supported, write it out or use $ref", n.Line)
	}
	if n.Kind == yaml.MappingNode {
		seen := map[string]bool{}
		for key := range members(n) {
			if seen[key.Value] {
				return fmt.Errorf("line %d: %q is there twice", key.Line, key.Value)
			}
			seen[key.Value] = true
			key.Tag = "!!str"
		}
	}
	for _, child := range n.Content {
		if err := plain(child); err != nil {
			return err
		}
	}
	return nil
}

// members yields the keys and values of an object in order, and nothing for any other node.
func members(n *yaml.Node) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(key, value *yaml.Node) bool) {
		if n == nil || n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

// items returns the elements of an array, and none for any other node.
func items(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}

// at returns the node below n at the keys; nil if one is missing.
func at(n *yaml.Node, keys ...string) *yaml.Node {
	for _, want := range keys {
		var found *yaml.Node
		for key, value := range members(n) {
			if key.Value == want {
				found = value
			}
		}
		n = found
	}
	return n
}

// text returns the scalar at the keys; empty if there is none.
func text(n *yaml.Node, keys ...string) string {
	if v := at(n, keys...); v != nil && v.Kind == yaml.ScalarNode {
		return v.Value
	}
	return ""
}

func object() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"} }

func array(elements ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: elements}
}

func str(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

// add appends a member to an object.
func add(n *yaml.Node, key string, value *yaml.Node) {
	n.Content = append(n.Content, str(key), value)
}
