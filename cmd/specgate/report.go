package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// report has the figures of this run, which make report joins with those of other parts.
type report struct {
	Title   string   `json:"title"`
	Command string   `json:"command"`
	Rows    []row    `json:"rows"`
	Notes   []string `json:"notes"`
}

type row struct {
	Surface string `json:"surface"`
	Label   string `json:"label"`
	Done    int    `json:"done"`
	Of      int    `json:"of"`
}

func (r *report) row(surface, label string, done, of int) {
	r.Rows = append(r.Rows, row{surface, label, done, of})
}

// count adds the rows of each surface, then those of the bundle.
func (r *report) count(p paths, surfaces []surface, found []finding) {
	bundle, bundleErr := load(p.bundle)
	released, version, releasedErr := lastReleased(p)
	for _, s := range surfaces {
		if bundleErr == nil {
			of, in := len(operationsOf(s.doc)), 0
			for _, operation := range operationsOf(bundle) {
				if surfaceOf(operation.Operation) == s.Name {
					in++
				}
			}
			r.row(s.Name, "operations in the bundle", in, of)
		}
		request, success, failure := exampleCounts(s.doc)
		r.row(s.Name, "request bodies with an example", request.has, request.of)
		r.row(s.Name, "successes with an example", success.has, success.of)
		r.row(s.Name, "errors with an example", failure.has, failure.of)
		r.document(s.Name, s.File, p.spectralRules, found)
		if releasedErr == nil {
			held, of := 0, 0
			for _, operation := range operationsOf(released) {
				if surfaceOf(operation.Operation) != s.Name {
					continue
				}
				of++
				if !anyOf(found, func(f finding) bool { return f.tool == "oasdiff" && f.operation == operation.OperationID }) {
					held++
				}
			}
			r.row(s.Name, "operations of "+version+" without a breaking change (oasdiff)", held, of)
		}
	}
	r.document("", p.bundle, p.spectralRules, found)
}

// document writes the findings of the three linters in one document.
func (r *report) document(surface, file, rules string, found []finding) {
	of := func(tool string) func(finding) bool {
		return func(f finding) bool { return f.file == file && f.tool == tool }
	}
	r.row(surface, "valid with all examples (kin-openapi)", whole(!anyOf(found, of(kinOpenAPI))), 1)
	r.row(surface, "without a problem (redocly)", whole(!anyOf(found, of("redocly"))), 1)
	r.row(surface, "every pattern means the same in Go, JavaScript, Java, Ruby and PHP", whole(!anyOf(found, of(enginesTool))), 1)
	broken := map[string]bool{}
	for _, f := range found {
		if of("spectral")(f) {
			broken[f.rule] = true
		}
	}
	names, err := ruleNames(rules)
	if err != nil {
		r.Notes = append(r.Notes, err.Error())
	}
	r.row(surface, "our own rules and OWASP's held (spectral)", len(names)-len(broken), len(names))
}

func anyOf(found []finding, is func(finding) bool) bool {
	for _, f := range found {
		if is(f) {
			return true
		}
	}
	return false
}

func whole(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

func (r *report) write(path string) error {
	if r.Notes == nil {
		r.Notes = []string{}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path, append(text, '\n'), 0o644); err != nil {
		return fmt.Errorf("the report: %w", err)
	}
	return nil
}
