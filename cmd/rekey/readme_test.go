package main_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/console"
)

// TestTheReadmesCommandsWork runs them as written, beside a demo.
func TestTheReadmesCommandsWork(t *testing.T) {
	t.Parallel()
	readme := between(t, "../../README.md", "<!-- commands -->\n```sh\n", "```\n<!-- /commands -->")
	policies := between(t, "../../docs/policy.md", "```sh\n", "```\n")
	p := newPlace(t, "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"))
	s, _ := startDemo(p)
	p.write("commands.sh", readme+"APPLICATION=$REKEY_APPLICATION_ID TENANT=$REKEY_TENANT_ID\n"+policies)
	for range 2 { // people try it twice
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		script := p.command(ctx, "bash", "-euo", "pipefail", "commands.sh")
		script.Stdin = strings.NewReader("seven quiet rivers run north\n") // the password to check
		if out, err := script.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s\n%s", err, out, s.said())
		}
	}
	s.terminate()
}

// between is what a document holds between two marks.
func between(t *testing.T, path, begin, end string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(raw), begin)
	text, _, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatalf("%s has nothing between %q and %q", path, begin, end)
	}
	return text
}

// TestTheReadmeTellsTheExitCodes that the help tells.
func TestTheReadmeTellsTheExitCodes(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	list := strings.TrimSuffix(strings.TrimPrefix(console.ExitCodesInHelp, "Exit codes: "), ".")
	for _, part := range strings.Split(list, ", ") {
		if code, _, _ := strings.Cut(part, " "); !strings.Contains(string(raw), "\n| "+code+" | ") {
			t.Errorf("README.md does not tell exit code %s", code)
		}
	}
}
