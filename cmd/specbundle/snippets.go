package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/oasdiff/yaml3"
)

// A snippet is one example of a request, written in the language of an SDK. The template of the language puts all of
// them into one source file, which is compiled and run; the documentation shows each beside its operation.
type snippet struct {
	operation
	Example string // its name in the contract, empty without a body
	Path    []argument
	Query   []argument
	Value   *yaml.Node // the body
	Text    string     // the statement, without indentation
}

// argument is a parameter with its example.
type argument struct {
	Name   string
	Value  *yaml.Node
	Schema *schema
}

// mapping joins arguments into one object.
func mapping(list []argument) *yaml.Node {
	all := &yaml.Node{Kind: yaml.MappingNode}
	for _, a := range list {
		all.Content = append(all.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: a.Name}, a.Value)
	}
	return all
}

// Name is the snippet's own name in a source file.
func (s snippet) Name() string { return s.ID + upperOr(s.Example) }

func upperOr(name string) string {
	if name == "" {
		return ""
	}
	return upper(name)
}

// Basic tells whether the snippet is sent with a client's id and secret instead of a token. If the
// contract also accepts them in the form, an example that has them there is sent with them there.
func (s snippet) Basic() bool {
	return slices.Contains(s.Schemes, "basic") && at(s.Value, "client_id") == nil
}

// dialects write a snippet as a statement that uses an existing client.
var dialects = map[string]func(document, snippet) (string, error){
	"go":         golang,
	"java":       java,
	"python":     python,
	"typescript": typescript,
}

// writeSnippets executes the template of a language with all formatted snippets, and writes their texts
// by operation and example for the documentation.
func writeSnippets(bundle, language, formatter, page, out string) error {
	raw, err := os.ReadFile(bundle)
	if err != nil {
		return err
	}
	doc := document{file: bundle}
	if err := json.Unmarshal(raw, &doc); err != nil {
		return fmt.Errorf("%s: %w", bundle, err)
	}
	write := dialects[language]
	if write == nil {
		return fmt.Errorf("no snippets are written in %q", language)
	}
	all, err := doc.snippets()
	if err != nil {
		return fmt.Errorf("%s: %w", bundle, err)
	}
	for i := range all {
		s := &all[i]
		if s.Text, err = write(doc, *s); err != nil {
			return fmt.Errorf("%s %s in %s: %w", s.ID, s.Example, language, err)
		}
	}
	if formatter != "" {
		if err := reformat(language, formatter, all); err != nil {
			return err
		}
	}
	shown := map[string]map[string]string{}
	for _, s := range all {
		if shown[s.ID] == nil {
			shown[s.ID] = map[string]string{}
		}
		shown[s.ID][s.Example] = s.Text
	}
	if err := execute(page, template.FuncMap{"indent": indent}, all, out); err != nil {
		return err
	}
	list, err := json.MarshalIndent(shown, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(filepath.Dir(bundle), "snippets."+language+".json"), append(list, '\n'), 0o644)
}

// indent indents all lines of a text except empty ones.
func indent(by int, text string) string {
	space := strings.Repeat(" ", by)
	return strings.ReplaceAll(strings.ReplaceAll(text, "\n", "\n"+space), "\n"+space+"\n", "\n\n")
}

// snippets lists the examples of all requests; an operation without a body has one snippet.
func (d document) snippets() ([]snippet, error) {
	list, err := d.operations()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b operation) int { return strings.Compare(a.ID, b.ID) })
	var all []snippet
	for _, o := range list {
		s := snippet{operation: o}
		for _, p := range o.Parameters {
			switch a := (argument{p.Name, p.sample(d), p.Schema}); {
			case p.In == "path" && a.Value == nil:
				return nil, fmt.Errorf("%s: the parameter %s has no example", o.ID, p.Name)
			case p.In == "path": // every SDK takes what is part of a path as text, integers too
				text := *a.Value
				text.Tag, text.Style = "!!str", yaml.DoubleQuotedStyle
				s.Path = append(s.Path, argument{a.Name, &text, &schema{Type: "string"}})
			case p.In == "query" && a.Value != nil:
				s.Query = append(s.Query, a)
			}
		}
		if o.BodyType == "" {
			all = append(all, s)
			continue
		}
		for example, value := range members(o.Examples) {
			s.Example, s.Value = example.Value, at(value, "value")
			all = append(all, s)
		}
	}
	return all, nil
}

// sample returns the parameter's example, or that of its schema.
func (p parameter) sample(d document) *yaml.Node {
	for _, e := range []*ordered{p.Example, d.resolved(p.Schema).Example} {
		if e != nil {
			return e.node
		}
	}
	return nil
}

// resolved follows a reference, also if it is the only element of an allOf.
func (d document) resolved(s *schema) *schema {
	for s != nil && (s.Ref != "" || s.Type == "" && len(s.AllOf) == 1) {
		if s.Ref != "" {
			s = d.Components.Schemas[last(s.Ref)]
		} else {
			s = s.AllOf[0]
		}
	}
	if s == nil {
		return &schema{}
	}
	return s
}

// named returns the component that a schema refers to, also if the reference is the only element of an allOf.
func (s *schema) named() string {
	switch {
	case s == nil:
		return ""
	case s.Ref == "" && len(s.AllOf) == 1:
		return s.AllOf[0].named()
	}
	return last(s.Ref)
}
