package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
)

// change is a difference between two versions of the contract, as oasdiff reports it.
type change struct {
	ID          string `json:"id"`
	Text        string `json:"text"`
	Level       int    `json:"level"`
	Method      string `json:"operation"`
	OperationID string `json:"operationId"`
	Path        string `json:"path"`
	why         string // why it breaks no client although it looks so
}

const breaking = 3

// notice is the least time between deprecation and removal, as docs/deprecation.md promises it.
const notice = "180"

// changes compares two versions. Compositions are flattened: a reference with a description beside it, which is allOf in
// OpenAPI 3.0, is compared as what it means. oasdiff does not know our own members, so rights are compared here.
func changes(p paths, before, after string) ([]change, error) {
	dir, err := os.MkdirTemp("", "specgate")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if before, err = unpack(before, dir); err != nil {
		return nil, err
	}
	if after, err = unpack(after, dir); err != nil {
		return nil, err
	}
	results, err := answers[[]change](1, p.oasdiff, "changelog", before, after, "--format", "json", "--flatten-allof",
		"--deprecation-days-stable", notice, "--severity-levels", p.levels)
	if err != nil {
		return nil, err
	}
	was, err := load(before)
	if err != nil {
		return nil, err
	}
	is, err := load(after)
	if err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(results[0], func(c change) bool {
		return c.ID == "api-version-not-bumped" || strings.HasPrefix(c.ID, "endpoint-deprecated") // the first is of a release, the second told below
	})
	return append(all, ownChanges(was, is, all)...), nil
}

// ownChanges returns changes of rights and of deprecations: oasdiff does not report an operation that was removed after its sunset.
func ownChanges(was, is *openapi3.T, known []change) []change {
	var all []change
	for _, old := range operationsOf(was) {
		tell := func(level int, id, format string, args ...any) {
			all = append(all, change{ID: id, Text: fmt.Sprintf(format, args...), Level: level, Method: old.method, OperationID: old.OperationID, Path: old.path})
		}
		item := is.Paths.Value(old.path)
		if item == nil || item.GetOperation(old.method) == nil {
			if !slices.ContainsFunc(known, func(c change) bool { return c.Path == old.path && c.Method == old.method }) {
				tell(1, "removed-after-sunset", "removed after its sunset")
			}
			continue
		}
		now := item.GetOperation(old.method)
		if now.Deprecated && !old.Deprecated {
			tell(1, "deprecated", "deprecated since %v, and gone after %v", now.Extensions["x-deprecated-since"], now.Extensions["x-sunset"])
		}
		had, _ := old.Extensions["x-permission"].(string)
		needs, _ := now.Extensions["x-permission"].(string)
		switch {
		case had == needs:
		case had == "":
			tell(breaking, "permission-added", "needs the permission `%s`, where none was needed", needs)
		case needs == "":
			tell(1, "permission-removed", "no longer needs the permission `%s`", had)
		default:
			tell(breaking, "permission-changed", "needs the permission `%s` in place of `%s`", needs, had)
		}
		reached, reaches := boundaries(old.Operation), boundaries(now)
		if lost := without(reached, reaches); len(lost) > 0 && needs != "" {
			tell(breaking, "boundary-narrowed", "can no longer be called with the boundary `%s`", strings.Join(lost, "`, `"))
		}
		if won := without(reaches, reached); len(won) > 0 && had != "" {
			tell(1, "boundary-widened", "can be called with the boundary `%s`", strings.Join(won, "`, `"))
		}
	}
	return all
}

func boundaries(operation *openapi3.Operation) []string {
	list, _ := operation.Extensions["x-boundary"].([]any)
	var names []string
	for _, b := range list {
		names = append(names, fmt.Sprint(b))
	}
	return names
}

func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(other, s) })
}

// acceptance is an entry of accepted.yaml.
type acceptance struct {
	In   string `yaml:"in"`
	At   string `yaml:"at"` // a method and path; any, if empty
	ID   string `yaml:"id"`
	Text string `yaml:"text"`
	Why  string `yaml:"why"`
	used bool
}

// accept lowers the level of changes that accepted.yaml explains, and returns the entries that explain nothing.
func accept(p paths, version string, all []change) ([]acceptance, error) {
	var lines []acceptance
	if err := readYAML(p.accepted, &lines); err != nil {
		return nil, err
	}
	for i := range lines {
		line := &lines[i]
		if line.In == "" || line.ID == "" || line.Text == "" || line.Why == "" {
			return nil, fmt.Errorf("%s: line %d needs in, id, text and why", p.accepted, i+1)
		}
		for j := range all {
			if at := all[j].Method + " " + all[j].Path; line.At != "" && line.At != at {
				continue
			}
			if line.In == version && line.ID == all[j].ID && strings.Contains(all[j].Text, line.Text) {
				all[j].Level, all[j].why, line.used = 1, line.Why, true
			}
		}
	}
	return slices.DeleteFunc(lines, func(l acceptance) bool { return l.used || l.In != version }), nil
}

// releases returns the files of released versions, the oldest first.
func releases(p paths) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(p.released, "[0-9]*"+packed))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no released version (%w)", p.released, cmp.Or(err, os.ErrNotExist))
	}
	slices.SortFunc(files, func(a, b string) int { return slices.Compare(numbers(a), numbers(b)) })
	return files, nil
}

// numbers compares versions by number, so that 0.10.0 follows 0.9.0.
func numbers(file string) []int {
	var all []int
	for part := range strings.SplitSeq(versionOf(file), ".") {
		n, _ := strconv.Atoi(part)
		all = append(all, n)
	}
	return all
}

// versionOf returns the version in the name of a released file, such as 0.2.0.json.gz.
func versionOf(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), packed)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

func lastReleased(p paths) (doc *openapi3.T, version string, err error) {
	files, err := releases(p)
	if err != nil {
		return nil, "", err
	}
	last := files[len(files)-1]
	doc, err = load(last)
	return doc, versionOf(last), err
}

// compareWithLast finds changes that break a client of the last release.
func compareWithLast(p paths) ([]finding, error) {
	files, err := releases(p)
	if err != nil {
		return nil, err
	}
	bundle, err := load(p.bundle)
	if err != nil {
		return nil, err
	}
	all, err := changes(p, files[len(files)-1], p.bundle)
	if err != nil {
		return nil, err
	}
	stale, err := accept(p, bundle.Info.Version, all)
	if err != nil {
		return nil, err
	}
	var found []finding
	for _, c := range all {
		if c.Level >= breaking {
			found = append(found, finding{
				file: p.bundle, tool: "oasdiff", rule: c.ID, operation: c.OperationID, message: c.Method + " " + c.Path + ": " + c.Text,
			})
		}
	}
	for _, line := range stale {
		found = append(found, finding{file: p.accepted, tool: "oasdiff", rule: line.ID, message: "accepts what no longer happens: " + line.Text})
	}
	return found, nil
}

// judgePlanted plants changes and compares the findings with docs/deprecation.md.
func judgePlanted(p paths, dir string, now time.Time) (judged int, wrong []finding, err error) {
	var list []struct {
		Name   string `yaml:"name"`
		Rule   string `yaml:"rule"`
		Before []edit `yaml:"before"`
		After  []edit `yaml:"after"`
	}
	if err := readPlanted("changes.yaml", &list); err != nil {
		return 0, nil, err
	}
	for i, c := range list {
		before, err := plant(dir, fmt.Sprintf("before-%02d.yaml", i), c.Before, now)
		if err != nil {
			return 0, nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		after, err := plant(dir, fmt.Sprintf("after-%02d.yaml", i), c.After, now)
		if err != nil {
			return 0, nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		all, err := changes(p, before, after)
		if err != nil {
			return 0, nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		var rules []string
		for _, change := range all {
			if change.Level >= breaking && !slices.Contains(rules, change.ID) {
				rules = append(rules, change.ID)
			}
		}
		if want := slices.DeleteFunc([]string{c.Rule}, func(s string) bool { return s == "" }); !slices.Equal(rules, want) {
			message := fmt.Sprintf("%s: called breaking by %q, want %q", c.Name, rules, want)
			wrong = append(wrong, finding{file: "cmd/specgate/planted/changes.yaml", tool: "oasdiff", rule: c.Rule, message: message})
		}
	}
	return len(list), wrong, nil
}
