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
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(raw), "<!-- commands -->\n```sh\n")
	commands, _, ok := strings.Cut(rest, "```\n<!-- /commands -->")
	if !ok {
		t.Fatal("README.md has no commands between its markers")
	}
	p := newPlace(t, "PATH="+filepath.Dir(binary)+":"+os.Getenv("PATH"))
	s, _ := startDemo(p)
	p.write("commands.sh", commands)
	for range 2 { // people try it twice
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		if out, err := p.command(ctx, "bash", "-euo", "pipefail", "commands.sh").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s\n%s", err, out, s.said())
		}
	}
	s.terminate()
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
