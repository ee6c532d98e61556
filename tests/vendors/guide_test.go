package vendors_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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
	runGuide(t, "zitadel", dir, "^"+id+" is logged in\n$", "REKEY_URL="+in.url, "REKEY_API_KEY="+in.tenantKey(t, a, "guide", permissions()).Key)
}

// playWristbandGuide runs those of docs/migrate-wristband.md.
func (in *installation) playWristbandGuide(t *testing.T) {
	t.Helper()
	tenant := in.tenant(t, "Guide", map[string]any{"preset": "wristband"})
	in.imports(t, tenant, user{"pzfyvzggsvb3lk4yyqh6l4xzse", "ada", "ada@example.com"})
	key := in.apiKey(t, map[string]any{"name": "guide", "boundary": "application", "permissions": []string{"password-reset-workflow:execute"}})
	runGuide(t, "wristband", t.TempDir(), "^(?i:true) PASSWORD_RESET_SUCCESSFUL\n$", append(in.trust(),
		"DOMAIN="+in.domain, "CLIENT_ID="+key.APIKey.ID, "CLIENT_SECRET="+key.ClientSecret)...)
}

// runGuide runs the programs for Node and Python in a folder.
func runGuide(t *testing.T, vendor, dir, want string, environment ...string) {
	t.Helper()
	for _, program := range [][]string{
		{"node", absolute(t, "node/"+vendor+"/guide.mjs")}, {absolute(t, python), absolute(t, "python/"+vendor+"/guide.py")},
	} {
		c := exec.CommandContext(t.Context(), program[0], program[1:]...)
		c.Dir, c.Env = dir, append(os.Environ(), environment...)
		var errs strings.Builder
		c.Stderr = &errs
		if said, err := c.Output(); err != nil || !regexp.MustCompile(want).Match(said) {
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
