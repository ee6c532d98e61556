package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/oasdiff/yaml3"
)

// facts is the data for the templates of openapi/codegen/sdk, which write the parts of an SDK beside its models.
type facts struct {
	Version    string
	Problems   []problem
	Secrets    []string // the members and parameters whose values are never printed
	Surfaces   []face
	Schemas    []string
	Operations []operation
	Namespaces []namespace // the same operations, as a client groups them
	Kinds      []kind      // the types of the Python and Java SDKs
	doc        document
}

// face is one of the APIs, with the names of members of its bodies that can be secret.
type face struct {
	Name    string
	Secrets []string
}

// operation is an operation of the bundle, with the references that are needed here resolved.
type operation struct {
	ID, Surface, Method, Path string
	Namespace, Call           words // client.<namespace>.<call>
	Summary, Description      string
	Deprecated                bool
	Idempotent                bool   // accepts an Idempotency-Key
	Conditional               bool   // accepts If-Match
	Paged                     bool   // its answer is a page of items
	Item                      string // schema of the items
	PathParams, QueryParams   []string
	QueryRequired             bool
	BodyType                  string // media type of the request; empty without a body
	Body                      string // schema of the request
	BodyRequired              bool
	Examples                  *yaml.Node // examples of the request, by name
	Parameters                []parameter
	Schemes                   []string  // accepted credentials: bearer, basic, none
	AnswerType                string    // media type of the success; empty without a body
	Answer                    string    // schema of the success
	Refusal                   string    // schema of most errors
	Refusals                  []refusal // errors with another schema
}

// Bearer tells whether the operation accepts an API key or a token.
func (o operation) Bearer() bool { return slices.Contains(o.Schemes, "bearer") }

// Queries returns the parameters of the query.
func (o operation) Queries() []parameter {
	return slices.DeleteFunc(slices.Clone(o.Parameters), func(p parameter) bool { return p.In != "query" })
}

// refusal is the shape of an error.
type refusal struct {
	Status, Schema string
}

// writeFacts executes a template with the facts of the bundle.
func writeFacts(bundle, catalogue, page, out string) error {
	f, err := readFacts(bundle, catalogue)
	if err != nil {
		return err
	}
	sdk := goSDKBeside(bundle)
	more := template.FuncMap{
		"exported": exported, "lines": lines, "join": strings.Join, "constant": strings.ToUpper,
		"goType": sdk.typeOf, "goParameter": sdk.parameter, "goVariable": goVariable,
		"property": property, "tsParameter": tsParameter,
	}
	maps.Copy(more, f.doc.pythonWords())
	maps.Copy(more, f.doc.javaWords())
	return execute(page, more, f, out)
}

// execute writes the output of a template.
func execute(page string, more template.FuncMap, data any, out string) error {
	t, err := template.New(filepath.Base(page)).Funcs(template.FuncMap{"quote": quote, "upper": upper}).Funcs(more).ParseFiles(page)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return err
	}
	if strings.HasSuffix(out, "/") {
		return writeEach(b.String(), out)
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	text := b.Bytes()
	if filepath.Ext(out) == ".go" {
		if text, err = format.Source(text); err != nil {
			return err
		}
	}
	return os.WriteFile(out, text, 0o644)
}

// writeEach writes several files into a folder: in the output of the template, each begins with its name after "=== ".
func writeEach(text, dir string) error {
	for _, part := range strings.Split("\n"+text, "\n=== ")[1:] {
		name, content, _ := strings.Cut(part, "\n")
		out := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(out, []byte(strings.TrimSpace(content)+"\n"), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// lines splits a text into lines, for comments in templates.
func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

func upper(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// quote writes a text as a JSON string, which is a valid string in all languages of the SDKs.
func quote(text string) (string, error) {
	var b bytes.Buffer
	err := writeScalar(&b, text)
	return strings.TrimSpace(b.String()), err
}

func readFacts(bundle, catalogue string) (facts, error) {
	raw, err := os.ReadFile(bundle)
	if err != nil {
		return facts{}, err
	}
	var doc document
	if err := json.Unmarshal(raw, &doc); err != nil {
		return facts{}, fmt.Errorf("%s: %w", bundle, err)
	}
	if raw, err = os.ReadFile(catalogue); err != nil {
		return facts{}, err
	}
	list, err := readProblems(raw)
	if err != nil {
		return facts{}, fmt.Errorf("%s: %w", catalogue, err)
	}
	f := facts{Version: doc.Info.Version, Problems: list, Secrets: doc.secrets(""), Kinds: doc.kinds(), doc: doc}
	f.Schemas = slices.Sorted(maps.Keys(doc.Components.Schemas))
	for _, p := range doc.Prefixes {
		f.Surfaces = append(f.Surfaces, face{p.Name, doc.hidden(p.Name)})
	}
	if f.Operations, err = doc.operations(); err != nil {
		return facts{}, fmt.Errorf("%s: %w", bundle, err)
	}
	slices.SortFunc(f.Operations, func(a, b operation) int { return strings.Compare(a.ID, b.ID) })
	f.Namespaces, err = namespaces(f.Operations)
	return f, err
}
