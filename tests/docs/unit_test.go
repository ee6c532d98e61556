package docs_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	documents "github.com/rekeyhq/rekey"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTheUnitIsHardened hands the unit of docs/operate.md to systemd, which needs not run for it.
func TestTheUnitIsHardened(t *testing.T) {
	t.Parallel()
	guide, err := fs.ReadFile(documents.Files, "docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	_, unit, found := strings.Cut(string(guide), "```ini\n[Unit]\n")
	unit, _, closed := strings.Cut(unit, "```")
	if !found || !closed {
		t.Fatal("docs/operate.md has no unit")
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		seed.Count("looks at the unit", 0, 2)
		return
	}
	seed.Count("looks at the unit", 2, 2)
	file := filepath.Join(t.TempDir(), "rekey.service")
	if err := os.WriteFile(file, []byte("[Unit]\n"+strings.Replace(unit, "/usr/local/bin/rekey", binary, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, look := range [][]string{
		{"verify", "--man=no", file},
		{"security", "--offline=true", "--no-pager", "--threshold=15", file}, // 1.5 of 10; it was 8.8
	} {
		if said, err := exec.CommandContext(t.Context(), analyze, look...).CombinedOutput(); err != nil || look[0] == "verify" && len(said) > 0 {
			t.Errorf("systemd-analyze %s: %v\n%s", look[0], err, said)
		}
	}
}
