package shape_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/oasdiff/yaml3"
	"github.com/rekeyhq/rekey/tests/seed"
)

type workflow struct {
	Permissions any
	Concurrency struct {
		Cancel bool `yaml:"cancel-in-progress"`
	}
	Jobs map[string]struct {
		Permissions any
		Timeout     int `yaml:"timeout-minutes"`
		Steps       []step
	}
}

type step struct{ Uses, Run string }

func parse(t *testing.T, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

const hosted = ".github/workflows/check.yml"

// TestTheWorkflowMayReadAndNothingElse: it runs what anybody proposes.
func TestTheWorkflowMayReadAndNothingElse(t *testing.T) {
	t.Parallel()
	var w workflow
	parse(t, hosted, &w)
	if p, ok := w.Permissions.(map[string]any); !ok || len(p) != 1 || p["contents"] != "read" {
		t.Errorf("%s has the permissions %v, not contents: read alone", hosted, w.Permissions)
	}
	if !w.Concurrency.Cancel {
		t.Errorf("%s goes on with what a newer commit has overtaken", hosted)
	}
	for name, job := range seed.InOrder(w.Jobs) {
		if job.Permissions != nil {
			t.Errorf("%s: %s takes permissions of its own", hosted, name)
		}
		if job.Timeout == 0 || job.Timeout > 30 {
			t.Errorf("%s: %s may take %d minutes; say at most 30", hosted, name, job.Timeout)
		}
	}
	text := strings.Join(lines(t, filepath.Join(root, hosted)), "\n")
	if !strings.Contains(text, "NOT RUN") {
		t.Errorf("%s does not say that it was not run", hosted)
	}
	if regexp.MustCompile(`secrets\.|github\.token|pull_request_target`).MatchString(text) {
		t.Errorf("%s knows a secret", hosted)
	}
}

// TestActionsArePinned: a tag can be moved to other code, a commit cannot. The tag beside it tells people its version.
func TestActionsArePinned(t *testing.T) {
	t.Parallel()
	uses := regexp.MustCompile(`uses: (\S+)(.*)$`)
	pinned := regexp.MustCompile(`^[a-z-]+/[a-z-]+@[0-9a-f]{40}$`)
	version := regexp.MustCompile(`^ # v\d+\.\d+\.\d+$`)
	found := 0
	for _, path := range tracked(t) {
		if !strings.HasPrefix(path, ".github/") || !strings.HasSuffix(path, ".yml") {
			continue
		}
		for n, line := range lines(t, filepath.Join(root, path)) {
			m := uses.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			found++
			if ours, ok := strings.CutPrefix(m[1], "./"); ok {
				if _, err := os.Stat(filepath.Join(root, ours, "action.yml")); err != nil {
					t.Errorf("%s:%d: %v", path, n+1, err)
				}
			} else if !pinned.MatchString(m[1]) || !version.MatchString(m[2]) {
				t.Errorf("%s:%d does not name a commit and its version: %s", path, n+1, strings.TrimSpace(line))
			}
		}
	}
	if found == 0 {
		t.Error("no workflow uses an action")
	}
}

// TestTheWorkflowIsTheGate: what make check does is done by one of the jobs, and each target is one of the Makefile.
func TestTheWorkflowIsTheGate(t *testing.T) {
	t.Parallel()
	var w workflow
	parse(t, hosted, &w)
	known := targets(t)
	var called []string
	for name, job := range seed.InOrder(w.Jobs) {
		for _, s := range job.Steps {
			for _, target := range madeBy(s.Run) {
				called = append(called, target)
				if _, ok := known[target]; !ok {
					t.Errorf("%s: %s calls make %s, which is no target", hosted, name, target)
				}
			}
		}
	}
	if len(known["check"]) == 0 {
		t.Error("make check waits for nothing")
	}
	for _, part := range known["check"] {
		if !slices.Contains(called, part) {
			t.Errorf("%s does not call make %s, which is a part of make check", hosted, part)
		}
	}
}

// madeBy lists the targets that a script calls make for.
func madeBy(script string) []string {
	var found []string
	for _, command := range regexp.MustCompile(`&&|\|\||[;|\n]`).Split(script, -1) {
		words := strings.Fields(command)
		at := slices.Index(words, "make")
		if at < 0 || slices.Contains(words[:at], "install") { // as a package
			continue
		}
		for _, word := range words[at+1:] {
			if !strings.HasPrefix(word, "-") && !strings.Contains(word, "=") {
				found = append(found, word)
			}
		}
	}
	return found
}
