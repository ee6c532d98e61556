package vendors_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// playGuide runs the programs of docs/migrate-zitadel.md with the user that the guide imports.
func (in *installation) playGuide(t *testing.T) {
	t.Helper()
	a := account{org: in.organization(t, "Guide")}
	const id = "163840776835432705"
	in.imports(t, a.org, user{id, "minnie", "minnie@example.com"})
	dir := t.TempDir()
	in.programKey(t, a, "--new-key-file", filepath.Join(dir, "key.json"))
	environment := append(os.Environ(), "REKEY_URL="+in.url, "REKEY_API_KEY="+in.tenantKey(t, a, "guide", permissions()).Key)
	for _, program := range [][]string{{"node", absolute(t, "node/zitadel/guide.mjs")}, {absolute(t, python), absolute(t, "python/zitadel/guide.py")}} {
		c := exec.CommandContext(t.Context(), program[0], program[1:]...)
		c.Dir, c.Env = dir, environment
		var errs strings.Builder
		c.Stderr = &errs
		if said, err := c.Output(); err != nil || string(said) != id+" is logged in\n" {
			t.Errorf("%s: %v %s%s", filepath.Base(program[1]), err, said, errs.String())
		}
	}
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	abs, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}
