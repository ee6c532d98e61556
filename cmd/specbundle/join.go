package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/oasdiff/yaml3"
)

// A surface whose document would be too long consists of several files: the document lists its paths,
// each as a reference into a file with `paths` and `components` of its own. Files refer to each other
// by plain OpenAPI references; joined, they are the document that a single file would have been.

// writeSurface writes the document of a surface as one file.
func writeSurface(index, name, out string) error {
	listed, err := readDocument(index)
	if err != nil {
		return err
	}
	surfaces, err := readSurfaces(listed, filepath.Dir(index))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(surfaces, func(s surface) bool { return s.name == name })
	if at < 0 {
		return fmt.Errorf("%s: no surface %q", index, name)
	}
	joined, err := renderJSON(surfaces[at].root)
	if err != nil {
		return err
	}
	return os.WriteFile(out, joined, 0o644)
}

// joiner reads the files of one surface.
type joiner struct {
	dir, head string
	root      *yaml.Node
	files     map[string]*yaml.Node // by their paths from dir, without the main document
	order     []string
}

// joinFiles joins the document at path with the files that it refers to.
func joinFiles(path string) (*yaml.Node, error) {
	root, err := readDocument(path)
	if err != nil {
		return nil, err
	}
	j := joiner{dir: filepath.Dir(path), head: filepath.Base(path), root: root, files: map[string]*yaml.Node{}}
	if err := j.read(root, ".", false); err != nil {
		return nil, err
	}
	used := map[string]bool{}
	for _, item := range members(at(root, "paths")) {
		if err := j.inline(item, used); err != nil {
			return nil, err
		}
	}
	for _, name := range j.order {
		for path := range members(at(j.files[name], "paths")) {
			if !used[name+" "+path.Value] {
				return nil, fmt.Errorf("%s: %s is not among the paths of %s", name, path.Value, j.head)
			}
		}
		if err := j.adopt(name); err != nil {
			return nil, err
		}
	}
	return root, nil
}

// read reads the files that a node refers to, and rewrites its references for the joined document.
// References start in the folder from; names tells that the node is a map with free names.
func (j *joiner) read(n *yaml.Node, from string, names bool) error {
	for _, element := range items(n) {
		if err := j.read(element, from, false); err != nil {
			return err
		}
	}
	for key, value := range members(n) {
		if !names && (payload[key.Value] || strings.HasPrefix(key.Value, "x-")) {
			continue
		}
		var err error
		if !names && key.Value == "$ref" {
			err = j.follow(value, from)
		} else {
			err = j.read(value, from, !names && named[key.Value])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// follow opens the file of a reference. A reference to a component is rewritten for the joined document;
// inline replaces a reference to a path item later.
func (j *joiner) follow(ref *yaml.Node, from string) error {
	file, pointer, found := strings.Cut(ref.Value, "#")
	if found && file == "" {
		return nil
	}
	name := filepath.Join(from, file)
	if !found || !filepath.IsLocal(name) {
		return fmt.Errorf("line %d: %s does not name a component of this surface", ref.Line, ref.Value)
	}
	if err := j.open(name); err != nil {
		return fmt.Errorf("line %d: %w", ref.Line, err)
	}
	if !strings.HasPrefix(pointer, "/components/") {
		ref.Value = name + "#" + pointer
		return nil
	}
	if name != j.head && at(j.files[name], strings.Split(pointer[1:], "/")...) == nil {
		return fmt.Errorf("line %d: %s is not there", ref.Line, ref.Value)
	}
	ref.Value = "#" + pointer
	return nil
}

// open reads a file once, with all files that it refers to.
func (j *joiner) open(name string) error {
	if name == j.head || j.files[name] != nil {
		return nil
	}
	root, err := readDocument(filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	for key := range members(root) {
		if !slices.Contains([]string{"paths", "components"}, key.Value) {
			return fmt.Errorf("%s: %s belongs into %s", name, key.Value, j.head)
		}
	}
	j.files[name] = root
	j.order = append(j.order, name)
	if err := j.read(root, filepath.Dir(name), false); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// inline replaces an item by the path that it refers to.
func (j *joiner) inline(item *yaml.Node, used map[string]bool) error {
	ref := text(item, "$ref")
	if ref == "" {
		return nil
	}
	name, pointer, _ := strings.Cut(ref, "#/paths/")
	path := strings.NewReplacer("~1", "/", "~0", "~").Replace(pointer)
	found := at(j.files[name], "paths", path)
	if found == nil {
		return fmt.Errorf("line %d: %s is not there", item.Line, ref)
	}
	used[name+" "+path] = true
	*item = *found
	return nil
}

// adopt moves the components of a file into the document.
func (j *joiner) adopt(name string) error {
	all := at(j.root, "components")
	if all == nil {
		all = object()
		add(j.root, "components", all)
	}
	for kind, components := range members(at(j.files[name], "components")) {
		section := at(all, kind.Value)
		if section == nil {
			section = object()
			add(all, kind.Value, section)
		}
		for key, value := range members(components) {
			if at(section, key.Value) != nil {
				return fmt.Errorf("%s: components/%s/%s is in another file, too", name, kind.Value, key.Value)
			}
			add(section, key.Value, value)
		}
	}
	return nil
}
