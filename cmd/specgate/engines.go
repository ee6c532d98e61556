package main

import (
	"bytes"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// engines are programs that match patterns as generated clients of their language do; each tries all patterns.
//
//go:embed engines
var engines embed.FS

const (
	golang = "Go"
	yes    = "1"
	no     = "0"
)

var verdicts = map[string]string{yes: "yes", no: "no", "E": "that it is no pattern", "?": "yes or no, by the flag u"}

// trial is a pattern with a text.
type trial struct{ pattern, text string }

var interpreters = []struct{ language, command, program, from string }{
	{"JavaScript", "node", "match.mjs", "Node.js"},
	{"Java", "java", "Match.java", "a JDK, 17 or later"},
	{"Ruby", "ruby", "match.rb", "Ruby (Debian's package ruby)"},
	{"PHP", "php", "match.php", "PHP (Debian's package php-cli)"},
}

// tryEngines returns the results of all trials for each language. A missing language is an error.
func tryEngines(dir string, trials []trial) (map[string]map[trial]string, error) {
	var input bytes.Buffer
	for _, t := range trials {
		encode := base64.StdEncoding.EncodeToString
		fmt.Fprintf(&input, "%s %s\n", encode([]byte(t.pattern)), encode([]byte(t.text)))
	}
	said := map[string]map[trial]string{golang: inGo(trials)}
	var guard sync.Mutex
	var all sync.WaitGroup
	var failed []error
	for _, i := range interpreters {
		all.Go(func() {
			answers, err := interpret(dir, i.command, i.program, input.Bytes())
			if errors.Is(err, exec.ErrNotFound) {
				err = fmt.Errorf("patterns are tried in %s, which needs %s", i.language, i.from)
			} else if err == nil && len(answers) != len(trials) {
				err = fmt.Errorf("%s answered %d of %d trials", i.language, len(answers), len(trials))
			}
			guard.Lock()
			defer guard.Unlock()
			if failed = append(failed, err); err != nil {
				return
			}
			said[i.language] = map[trial]string{}
			for n, t := range trials {
				said[i.language][t] = answers[n]
			}
		})
	}
	all.Wait()
	return said, errors.Join(failed...)
}

func interpret(dir, command, program string, input []byte) ([]string, error) {
	source, err := engines.ReadFile("engines/" + program)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, program)
	if err := os.WriteFile(file, source, 0o600); err != nil {
		return nil, err
	}
	run := exec.Command(command, file)
	run.Stdin = bytes.NewReader(input)
	var complaint strings.Builder
	run.Stderr = &complaint
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", command, err, complaint.String())
	}
	return strings.Fields(string(out)), nil
}

func inGo(trials []trial) map[trial]string {
	said := map[trial]string{}
	for _, t := range trials {
		expression, err := regexp.Compile(t.pattern)
		switch {
		case err != nil:
			said[t] = "E"
		case expression.MatchString(t.text):
			said[t] = yes
		default:
			said[t] = no
		}
	}
	return said
}
