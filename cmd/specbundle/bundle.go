package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/oasdiff/yaml3"
)

// surface is an entry of the index's x-surfaces, with its document.
type surface struct {
	name, file, prefix string
	root               *yaml.Node
}

// unknownNames is the extension of a document's info that defines what its surface does with unknown members.
const unknownNames = "x-unknown-names"

// tolerances are the extensions of a document's info that say what else its surface accepts; most have none.
var tolerances = []string{"x-letter-case", "x-json-types", "x-head"}

// kinds are the sections of components, in the order in which the bundle has them.
var kinds = []string{
	"securitySchemes", "parameters", "requestBodies", "headers", "responses", "schemas", "examples", "links", "callbacks",
}

// bundle joins the documents of the index into one.
func bundle(indexPath string) (*yaml.Node, error) {
	index, err := readDocument(indexPath)
	if err != nil {
		return nil, err
	}
	surfaces, err := readSurfaces(index, filepath.Dir(indexPath))
	if err != nil {
		return nil, err
	}
	if err := checkIndex(index, surfaces); err != nil {
		return nil, fmt.Errorf("%s: %w", indexPath, err)
	}
	for _, s := range surfaces {
		inheritSecurity(s.root)
		keepIDs(s.root)
		if err := (renamer{surface: s.prefix, root: s.root}).rename(); err != nil {
			return nil, fmt.Errorf("%s: %w", s.file, err)
		}
	}
	doc := object()
	add(doc, "openapi", at(index, "openapi"))
	add(doc, "info", at(index, "info"))
	add(doc, "servers", at(index, "servers"))
	tags, groups := joinTags(surfaces)
	add(doc, "tags", tags)
	add(doc, "x-tagGroups", groups)
	paths := object()
	for _, s := range surfaces {
		paths.Content = append(paths.Content, at(s.root, "paths").Content...)
	}
	add(doc, "paths", paths)
	components, err := joinComponents(surfaces)
	if err != nil {
		return nil, err
	}
	add(doc, "components", components)
	return doc, nil
}

// readSurfaces reads the documents of x-surfaces. It refuses one that would lose something in the bundle.
func readSurfaces(index *yaml.Node, dir string) ([]surface, error) {
	known := []string{"openapi", "info", "servers", "tags", "paths", "components", "security"}
	var surfaces []surface
	for _, line := range items(at(index, "x-surfaces")) {
		s := surface{name: text(line, "name"), file: text(line, "file"), prefix: text(line, "prefix")}
		if s.name == "" || s.file == "" || s.prefix == "" {
			return nil, fmt.Errorf("x-surfaces: line %d needs name, file and prefix", line.Line)
		}
		var err error
		if s.root, err = joinFiles(filepath.Join(dir, s.file)); err != nil {
			return nil, err
		}
		for key := range members(s.root) {
			if !slices.Contains(known, key.Value) {
				return nil, fmt.Errorf("%s: %s has no place in the bundle", s.file, key.Value)
			}
		}
		if text(s.root, "openapi") != text(index, "openapi") {
			return nil, fmt.Errorf("%s: is not OpenAPI %s as the index is", s.file, text(index, "openapi"))
		}
		if text(s.root, "info", "version") != text(index, "info", "version") {
			return nil, fmt.Errorf("%s: is not version %s as the index is", s.file, text(index, "info", "version"))
		}
		surfaces = append(surfaces, s)
	}
	if len(surfaces) == 0 {
		return nil, fmt.Errorf("x-surfaces is missing or empty")
	}
	return surfaces, nil
}

// checkIndex requires that the index describes each surface, and that each path is in one of them.
func checkIndex(index *yaml.Node, surfaces []surface) error {
	of := map[string]string{}
	for _, s := range surfaces {
		if !slices.ContainsFunc(items(at(index, "tags")), func(tag *yaml.Node) bool { return text(tag, "name") == s.name }) {
			return fmt.Errorf("tags: %s is not described", s.name)
		}
		for path := range members(at(s.root, "paths")) {
			if other, taken := of[path.Value]; taken {
				return fmt.Errorf("paths: %s is in two surfaces, %s and %s", path.Value, other, s.name)
			}
			of[path.Value] = s.name
		}
	}
	return nil
}

// inheritSecurity copies the security of the document to each operation without one, since the bundle has no common default.
func inheritSecurity(root *yaml.Node) {
	common := at(root, "security")
	if common == nil {
		return
	}
	for _, item := range members(at(root, "paths")) {
		for _, operation := range members(item) {
			if at(operation, "operationId") != nil && at(operation, "security") == nil {
				add(operation, "security", copied(common))
			}
		}
	}
}

// keepIDs stores each operation's id as its own document spells it, since the prefix changes
// its case.
func keepIDs(root *yaml.Node) {
	for _, item := range members(at(root, "paths")) {
		for _, operation := range members(item) {
			if id := at(operation, "operationId"); id != nil {
				add(operation, "x-surface-operation-id", str(id.Value))
			}
		}
	}
}

func copied(n *yaml.Node) *yaml.Node {
	twin := *n
	twin.Content = nil
	for _, child := range n.Content {
		twin.Content = append(twin.Content, copied(child))
	}
	return &twin
}

// joinTags lists all tags and groups them by surface, with a description for documentation tools.
func joinTags(surfaces []surface) (tags, groups *yaml.Node) {
	tags, groups = array(), array()
	for _, s := range surfaces {
		group, of := object(), array()
		for _, tag := range items(at(s.root, "tags")) {
			tags.Content = append(tags.Content, tag)
			of.Content = append(of.Content, str(text(tag, "name")))
		}
		add(group, "name", str(s.name))
		add(group, "x-description", str(text(s.root, "info", "description"))) // redocly accepts no other member of a group
		add(group, unknownNames, str(text(s.root, "info", unknownNames)))
		for _, name := range tolerances {
			if accepted := at(s.root, "info", name); accepted != nil {
				add(group, name, accepted)
			}
		}
		add(group, "tags", of)
		groups.Content = append(groups.Content, group)
	}
	return tags, groups
}

// joinComponents merges the components of all surfaces.
func joinComponents(surfaces []surface) (*yaml.Node, error) {
	joined := object()
	for _, s := range surfaces {
		for kind := range members(at(s.root, "components")) {
			if !slices.Contains(kinds, kind.Value) {
				return nil, fmt.Errorf("%s: components/%s has no place in the bundle", s.file, kind.Value)
			}
		}
	}
	for _, kind := range kinds {
		section := object()
		for _, s := range surfaces {
			if own := at(s.root, "components", kind); own != nil {
				section.Content = append(section.Content, own.Content...)
			}
		}
		if len(section.Content) > 0 {
			add(joined, kind, section)
		}
	}
	return joined, nil
}
