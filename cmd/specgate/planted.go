package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oasdiff/yaml3"
)

// A rule that never fails proves nothing. planted/contract.yaml follows every rule; each entry of
// faults.yaml breaks one of them, and each entry of changes.yaml is a change that does or does not break a client.
//
//go:embed planted/*.yaml
var planted embed.FS

const sound = "contract.yaml"

type edit struct {
	Old string `yaml:"old"`
	New string `yaml:"new"`
}

type fault struct {
	Name string `yaml:"name"`
	Rule string `yaml:"rule"` // of spectral; of another tool with its name before it
	Edit []edit `yaml:"edit"`
	file string
}

// tool returns the tool and the rule that must find the fault.
func (f fault) tool() (tool, rule string) {
	if tool, rule, found := strings.Cut(f.Rule, "/"); found {
		return tool, rule
	}
	return "spectral", f.Rule
}

type faults struct {
	base string
	list []fault
}

func (f faults) files() []string {
	files := []string{f.base}
	for _, fault := range f.list {
		files = append(files, fault.file)
	}
	return files
}

// plantFaults writes the correct contract and one document for each fault into dir. Every own rule must have a fault.
func plantFaults(dir, rules string, now time.Time) (faults, error) {
	var f faults
	if err := readPlanted("faults.yaml", &f.list); err != nil {
		return f, err
	}
	var err error
	if f.base, err = plant(dir, "sound.yaml", nil, now); err != nil {
		return f, err
	}
	shown := map[string]bool{}
	for i := range f.list {
		if f.list[i].file, err = plant(dir, fmt.Sprintf("fault-%02d.yaml", i), f.list[i].Edit, now); err != nil {
			return f, fmt.Errorf("%s: %w", f.list[i].Name, err)
		}
		shown[f.list[i].Rule] = true
	}
	names, err := ruleNames(rules)
	for _, name := range names {
		if !shown[name] {
			return f, fmt.Errorf("%s: no fault is planted for the rule %s", rules, name)
		}
	}
	return f, err
}

func readPlanted(name string, into any) error {
	text, err := planted.ReadFile("planted/" + name)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(text, into)
}

func ruleNames(path string) ([]string, error) {
	var set struct {
		Rules map[string]any `yaml:"rules"`
	}
	if err := readYAML(path, &set); err != nil {
		return nil, err
	}
	var names []string
	for name := range set.Rules {
		names = append(names, name)
	}
	return names, nil
}

var daysFromNow = regexp.MustCompile(`DAY([+-]\d+)`)

// plant writes the correct contract with edits. DAY+200 is the date in 200 days: some rules compare with today.
func plant(dir, name string, edits []edit, now time.Time) (string, error) {
	source, err := planted.ReadFile("planted/" + sound)
	if err != nil {
		return "", err
	}
	text := string(source)
	for _, e := range edits {
		if strings.Count(text, e.Old) != 1 {
			return "", fmt.Errorf("%q is in the planted contract %d times", e.Old, strings.Count(text, e.Old))
		}
		text = strings.Replace(text, e.Old, e.New, 1)
	}
	text = daysFromNow.ReplaceAllStringFunc(text, func(word string) string {
		days, _ := strconv.Atoi(strings.TrimPrefix(word, "DAY"))
		return now.AddDate(0, 0, days).UTC().Format(time.DateOnly)
	})
	path := filepath.Join(dir, name)
	return path, os.WriteFile(path, []byte(text), 0o600)
}

// judge removes the findings in planted documents: each fault must be found by its rule, and by no other of our rules.
func (f faults) judge(all []finding) (right int, rest []finding) {
	in := map[string][]finding{}
	for _, found := range all {
		if slices.Contains(f.files(), found.file) {
			in[found.file] = append(in[found.file], found)
		} else {
			rest = append(rest, found)
		}
	}
	for _, found := range in[f.base] {
		found.message += " (the planted contract must be sound)"
		rest = append(rest, found)
	}
	for _, fault := range f.list {
		tool, rule := fault.tool()
		var rules []string
		for _, found := range in[fault.file] {
			if found.tool == tool && !slices.Contains(rules, found.rule) {
				rules = append(rules, found.rule)
			}
		}
		if slices.Equal(rules, []string{rule}) {
			right++
			continue
		}
		message := fmt.Sprintf("%s: found by %q, want %q", fault.Name, rules, rule)
		rest = append(rest, finding{file: "cmd/specgate/planted/faults.yaml", tool: tool, rule: rule, message: message})
	}
	return right, rest
}
