package docs_test

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/seed"
)

// region is a part of a page that is written from its source: <!-- operations acme --> to
// <!-- /operations -->. REKEY_WRITE_DOCS=1 writes them again, which make generate/docs does.
var region = regexp.MustCompile(`(?ms)^<!-- (operations|members|clients|settings|sdks)( [a-z]+)? -->\n(.*?)^<!-- /(operations|members|clients|settings|sdks) -->$`)

func TestGeneratedPartsOfPagesAreTrue(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, name := range pages(t) {
		path := filepath.Join(root, name)
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		next := region.ReplaceAllStringFunc(string(raw), func(whole string) string {
			m := region.FindStringSubmatch(whole)
			seen[m[1]+m[2]] = true
			return fmt.Sprintf("<!-- %s%s -->\n%s<!-- /%s -->", m[1], m[2], generated(t, m[1], strings.TrimSpace(m[2])), m[1])
		})
		if next == string(raw) {
			continue
		}
		if os.Getenv("REKEY_WRITE_DOCS") == "" {
			t.Errorf("%s is not what its sources say any more; run: make generate/docs", name)
		} else if err := os.WriteFile(path, []byte(next), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, surface := range surfaces(t) {
		for _, part := range []string{"operations ", "members "} {
			if !seen[part+surface] {
				t.Errorf("no page has <!-- %s%s -->", part, surface)
			}
		}
	}
	results, err := filepath.Glob(filepath.Join(root, "tests/vendors/results/*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range results {
		if part := "clients " + strings.TrimSuffix(filepath.Base(file), ".json"); !seen[part] {
			t.Errorf("no page has <!-- %s -->", part)
		}
	}
	for _, part := range []string{"settings", "sdks"} {
		if !seen[part] {
			t.Errorf("no page has <!-- %s -->", part)
		}
	}
}

// surfaces are the APIs of others, for each of which there is a migration guide.
func surfaces(t *testing.T) []string {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(root, "impl/surface/*/doc.go"))
	if err != nil || len(folders) == 0 {
		t.Fatal("no surfaces", err)
	}
	var names []string
	for _, f := range folders {
		if name := filepath.Base(filepath.Dir(f)); name != "native" {
			names = append(names, name)
		}
	}
	return names
}

func generated(t *testing.T, kind, surface string) string {
	t.Helper()
	switch kind {
	case "settings":
		return settingsTable()
	case "sdks":
		return sdkSections(t)
	case "clients":
		return clientsTable(t, surface)
	case "operations":
		return operationsTable(surfaceSpec(t, surface))
	}
	return membersTable(surfaceSpec(t, surface))
}

func surfaceSpec(t *testing.T, surface string) *openapi3.T {
	t.Helper()
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true // a long surface is several files
	doc, err := loader.LoadFromFile(filepath.Join(root, "openapi", surface+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	doc.InternalizeRefs(t.Context(), func(_ *openapi3.T, ref openapi3.ComponentRef) string { return path.Base(ref.RefString()) })
	return doc
}

// operationsTable lists a surface's operations in the order of its tags.
func operationsTable(doc *openapi3.T) string {
	type call struct {
		tag, proposed int
		line          string
	}
	var calls []call
	proposed := 0
	for path, item := range seed.InOrder(doc.Paths.Map()) {
		for method, o := range seed.InOrder(item.Operations()) {
			c := call{tag: slices.IndexFunc(doc.Tags, func(tag *openapi3.Tag) bool { return tag.Name == o.Tags[0] })}
			if o.Extensions["x-source"] == "proposal" || item.Extensions["x-source"] == "proposal" {
				c.proposed = 1
			}
			needs, _ := o.Extensions["x-permission"].(string)
			if needs != "" {
				needs = "`" + needs + "`"
			}
			c.line = fmt.Sprintf("| `%s %s` | %s (`%s`) | %s |", method, path, o.Summary, o.OperationID, needs)
			calls, proposed = append(calls, c), proposed+c.proposed
		}
	}
	slices.SortFunc(calls, func(a, b call) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.line, b.line)) })
	var table strings.Builder
	mark := ""
	switch proposed {
	case 0:
	case len(calls):
		table.WriteString("\nThe vendor publishes none of these paths: they follow its one published pattern.\n")
	default:
		mark = " \\*"
	}
	table.WriteString("\n| call | what it does (operation) | permission |\n| --- | --- | --- |\n")
	for _, c := range calls {
		if c.proposed > 0 {
			c.line = strings.Replace(c.line, "`) |", "`)"+mark+" |", 1)
		}
		table.WriteString(c.line + "\n")
	}
	if mark != "" {
		table.WriteString("\n\\* The vendor does not publish this path.\n")
	}
	return table.String() + "\n"
}

func settingsTable() string {
	var table strings.Builder
	table.WriteString("\n| setting | default | meaning |\n| --- | --- | --- |\n")
	for _, s := range config.Settings() {
		byDefault := s.Default
		if byDefault != "" {
			byDefault = "`" + byDefault + "`"
		}
		fmt.Fprintf(&table, "| `%s` | %s | %s |\n", s.Name, byDefault, strings.ReplaceAll(s.Help, "|", `\|`))
	}
	return table.String() + "\n"
}

// TestEachSurfaceHasAMigrationGuide, which the index and the README lead to.
func TestEachSurfaceHasAMigrationGuide(t *testing.T) {
	t.Parallel()
	for _, from := range []string{"README.md", "docs/index.md"} {
		raw, err := os.ReadFile(filepath.Join(root, from))
		if err != nil {
			t.Fatal(err)
		}
		for _, surface := range surfaces(t) {
			if !strings.Contains(string(raw), "migrate-"+surface+".md") {
				t.Errorf("%s does not lead to docs/migrate-%s.md", from, surface)
			}
		}
	}
	index, err := os.ReadFile(filepath.Join(root, "docs/index.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := pages(t)
	for _, name := range all[slices.Index(all, "docs/audit.md"):] {
		page := filepath.Base(name)
		// The reports are written after the tests, from what they counted.
		if page != "index.md" && page != "conformance.md" && page != "reliability.md" && !strings.Contains(string(index), "]("+page) {
			t.Errorf("docs/index.md does not lead to %s", page)
		}
	}
}
