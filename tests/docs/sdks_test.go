package docs_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sdkSections shows, of each SDK, what its README begins with: what it is, how it is
// installed, and the first sample, which the SDK's own tests run.
func sdkSections(t *testing.T) string {
	t.Helper()
	readmes, err := filepath.Glob(filepath.Join(root, "gen/sdk/*/README.md"))
	if err != nil || len(readmes) == 0 {
		t.Fatal("no SDK", err)
	}
	var all strings.Builder
	for _, path := range readmes {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		from := "gen/sdk/" + filepath.Base(filepath.Dir(path)) + "/README.md"
		p, _ := parsePage(from, string(raw))
		title, rest, _ := strings.Cut(string(raw), "\n\n")
		lead, _, _ := strings.Cut(rest, "\n\n")
		fmt.Fprintf(&all, "\n## %s\n\n%s\n", strings.TrimPrefix(title, "# Rekey for "), lead)
		language, found := filepath.Base(filepath.Dir(path)), 0
		for _, how := range []string{"parsed make sdk runs it in an empty folder", "like " + from} {
			for _, b := range p.blocks {
				isSample := b.language == language || b.language == "ts" && language == "typescript"
				if strings.HasPrefix(how, "parsed") && b.language == "sh" || strings.HasPrefix(how, "like") && isSample {
					fmt.Fprintf(&all, "\n<!-- sample: %s -->\n```%s\n%s```\n", how, b.language, b.text)
					found++
					break
				}
			}
		}
		if found != 2 {
			t.Errorf("%s does not show how it is installed and a sample", from)
		}
		fmt.Fprintf(&all, "\nMore in [its README](../%s).\n", from)
	}
	return all.String() + "\n"
}
