package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// output runs a tool. Exit code 1 means that a linter found something. Any other failure is one of
// the tool itself, which then checked nothing.
func output(command string, args ...string) ([]byte, error) {
	words := strings.Fields(command)
	if len(words) == 0 {
		return nil, fmt.Errorf("no command for %s", strings.Join(args, " "))
	}
	tool := exec.Command(words[0], append(words[1:], args...)...)
	var complaint strings.Builder
	tool.Stderr = &complaint
	out, err := tool.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && len(out) > 0 {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", command, err, complaint.String())
	}
	return out, nil
}

// answers reads the output of a tool. Their number must be right: no output does not mean no faults.
func answers[T any](count int, command string, args ...string) ([]T, error) {
	out, err := output(command, args...)
	if err != nil {
		return nil, err
	}
	all := make([]T, count)
	reader := json.NewDecoder(bytes.NewReader(out))
	for i := range all {
		if err := reader.Decode(&all[i]); err != nil {
			return nil, fmt.Errorf("%s: %w in its answer %.200q", command, err, out)
		}
	}
	return all, nil
}

// relative returns the name of a file as it was given to the tools, which print absolute or relative
// names: within the repository from its root, outside as an absolute name.
func relative(file string) string {
	whole, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	here, err := os.Getwd()
	if err != nil {
		return file
	}
	if name, err := filepath.Rel(here, whole); err == nil && !strings.HasPrefix(name, "..") {
		return name
	}
	return whole
}

func runSpectral(p paths, files []string) ([]finding, error) {
	type problem struct {
		Code, Message, Source string
		Path                  []any
		Range                 struct{ Start struct{ Line int } }
	}
	args := append([]string{"lint", "--quiet", "--format", "json", "--ruleset", p.spectralRules}, files...)
	results, err := answers[[]problem](1, p.spectral, args...)
	if err != nil {
		return nil, err
	}
	var found []finding
	for _, r := range results[0] {
		where := strings.Trim(strings.ReplaceAll(fmt.Sprint(r.Path), " ", "."), "[]")
		found = append(found, finding{
			file: relative(r.Source), tool: "spectral", rule: r.Code, message: where + " " + r.Message, line: r.Range.Start.Line + 1,
		})
	}
	return found, nil
}

func runRedocly(p paths, files []string) ([]finding, error) {
	type result struct {
		Problems []struct {
			RuleID, Message, Severity string
			Location                  []struct {
				Source  struct{ Ref string }
				Pointer string
			}
		}
	}
	args := append([]string{"lint", "--format", "json", "--max-problems", "1000", "--config", p.redoclyRules}, files...)
	results, err := answers[result](len(files), p.redocly, args...)
	if err != nil {
		return nil, err
	}
	var found []finding
	for _, r := range results {
		for _, problem := range r.Problems {
			f := finding{tool: "redocly", rule: problem.RuleID, message: problem.Message}
			if len(problem.Location) > 0 {
				f.file, f.message = relative(problem.Location[0].Source.Ref), problem.Location[0].Pointer+" "+problem.Message
			}
			if !slices.Contains(found, f) { // a file of a surface is linted for each reference to it
				found = append(found, f)
			}
		}
	}
	return found, nil
}
