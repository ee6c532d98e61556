package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/oasdiff/yaml3"
)

// surface is an entry of the index's x-surfaces, with its document.
type surface struct {
	Name string `yaml:"name"`
	File string `yaml:"file"`
	doc  *openapi3.T
}

// finding is a fault with its place, and the tool and rule that found it.
type finding struct {
	file, tool, rule, message string
	line                      int
	operation                 string // its id in the bundle, where a change broke one
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d: %s %s: %s", f.file, f.line, f.tool, f.rule, f.message)
}

const kinOpenAPI = "kin-openapi"

func readYAML(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func readSurfaces(p paths) ([]surface, error) {
	var index struct {
		Surfaces []surface `yaml:"x-surfaces"`
	}
	if err := readYAML(p.index, &index); err != nil {
		return nil, err
	}
	for i := range index.Surfaces {
		s := &index.Surfaces[i]
		s.File = filepath.Join(filepath.Dir(p.index), s.File)
		var err error
		if s.doc, err = load(s.File); err != nil {
			return nil, err
		}
	}
	if len(index.Surfaces) == 0 {
		return nil, fmt.Errorf("%s lists no surfaces", p.index)
	}
	return index.Surfaces, nil
}

// documents returns the documents that every rule applies to. The index is not one of them: its paths are references.
func documents(p paths, surfaces []surface) []string {
	files := []string{p.bundle}
	for _, s := range surfaces {
		files = append(files, s.File)
	}
	return files
}

func load(path string) (*openapi3.T, error) {
	content, err := read(path)
	if err != nil {
		return nil, err
	}
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true
	doc, err := loader.LoadFromDataWithPath(content, &url.URL{Path: filepath.ToSlash(path)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return doc, nil
}

// validate lets kin-openapi check each document and each example in it.
func validate(files []string) []finding {
	var found []finding
	for _, file := range files {
		doc, err := load(file)
		if err == nil {
			err = doc.Validate(context.Background())
		}
		if err != nil {
			found = append(found, finding{file: file, tool: kinOpenAPI, rule: "valid", message: err.Error()})
		}
	}
	return found
}

// place is an operation with its place in a document.
type place struct {
	method, path string
	*openapi3.Operation
}

func operationsOf(doc *openapi3.T) []place {
	var all []place
	for path, item := range doc.Paths.Map() {
		for method, operation := range item.Operations() {
			all = append(all, place{method, path, operation})
		}
	}
	slices.SortFunc(all, func(a, b place) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return all
}

// surfaceOf returns the surface of an operation in a bundle, with which its tags begin.
func surfaceOf(operation *openapi3.Operation) string {
	if len(operation.Tags) == 0 {
		return ""
	}
	name, _, _ := strings.Cut(operation.Tags[0], ": ")
	return name
}

// exemplified counts the contents of bodies and those that have an example.
type exemplified struct{ has, of int }

func (e *exemplified) add(content openapi3.Content) {
	for _, media := range content {
		e.of++
		if media.Example != nil || len(media.Examples) > 0 {
			e.has++
		}
	}
}

// exampleCounts counts requests, successes and errors.
func exampleCounts(doc *openapi3.T) (request, success, failure exemplified) {
	for _, operation := range operationsOf(doc) {
		if operation.RequestBody != nil {
			request.add(operation.RequestBody.Value.Content)
		}
		for status, answer := range operation.Responses.Map() {
			if status < "400" {
				success.add(answer.Value.Content)
			} else {
				failure.add(answer.Value.Content)
			}
		}
	}
	return request, success, failure
}
