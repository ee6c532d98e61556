package main_test

import (
	"os"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/console"
)

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
