package shape_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tracked lists the files that git keeps.
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "git", "-C", root, "ls-files", "-z").Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	var found []string
	for _, p := range strings.Split(strings.TrimRight(string(out), "\x00"), "\x00") {
		if info, err := os.Stat(filepath.Join(root, p)); err == nil && !info.IsDir() {
			found = append(found, p)
		}
	}
	return found
}

var (
	link       = regexp.MustCompile(`\]\(([^)#:\s]+)(#[^)]*)?\)`)
	makeTarget = regexp.MustCompile("(?m)(?:^|`)make ([a-z][a-z/-]*)")
)

func documents(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, p := range tracked(t) {
		if strings.HasSuffix(p, ".md") && !strings.HasPrefix(p, "impl/docs/pages/") { // templates
			found = append(found, p)
		}
	}
	return found
}

func TestLinksInDocumentsLeadSomewhere(t *testing.T) {
	t.Parallel()
	for _, doc := range documents(t) {
		raw := strings.Join(lines(t, filepath.Join(root, doc)), "\n")
		for _, m := range link.FindAllStringSubmatch(raw, -1) {
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(doc), m[1])); err != nil {
				t.Errorf("%s links to %s, which is not there", doc, m[1])
			}
		}
	}
}

// targets asks make for all targets, with those that each waits for.
func targets(t *testing.T) map[string][]string {
	t.Helper()
	c := exec.CommandContext(t.Context(), "make", "--print-data-base", "--no-builtin-rules", "--question", "help")
	c.Dir = root
	out, _ := c.Output() // its exit code says that help would do something
	rule := regexp.MustCompile(`^([a-z][a-zA-Z0-9_/-]*):\s*([^=]*)$`)
	found := map[string][]string{}
	previous := ""
	for line := range strings.Lines(string(out)) {
		line = strings.TrimRight(line, "\n")
		if m := rule.FindStringSubmatch(line); m != nil && previous != "# Not a target:" {
			found[m[1]] = strings.Fields(m[2])
		}
		previous = line
	}
	if len(found) == 0 {
		t.Fatal("make lists no targets")
	}
	return found
}

func TestDocumentsNameTargetsThatExist(t *testing.T) {
	t.Parallel()
	known := targets(t)
	for _, doc := range documents(t) {
		raw := strings.Join(lines(t, filepath.Join(root, doc)), "\n")
		for _, m := range makeTarget.FindAllStringSubmatch(raw, -1) {
			if _, ok := known[m[1]]; !ok {
				t.Errorf("%s says make %s, which is no target", doc, m[1])
			}
		}
	}
}

// TestTheReadmesSession: the demo prints the session, and the tests of cmd/rekey run it
// as written; the README must show the same one.
func TestTheReadmesSessionIsTheDemos(t *testing.T) {
	t.Parallel()
	readme := strings.Join(lines(t, root+"/README.md"), "\n")
	session := strings.TrimRight(strings.Join(lines(t, root+"/impl/demo/session.txt"), "\n"), "\n")
	if !strings.Contains(readme, "<!-- session -->\n```sh\n"+session+"\n```\n<!-- /session -->") {
		t.Error("README.md and impl/demo/session.txt differ; copy the latter between the markers")
	}
}
