// Package shape_test holds the house rules that a compiler does not: who may import
// whom, which words live where, how long things may be.
package shape_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/rekeyhq/rekey"

const root = "../.."

// rule says what a folder may import of ours, and why.
type rule struct {
	folder string // itself and below
	may    []string
	why    string
}

// rules is the table of the design: imports go down only. The first rule that matches
// a file's folder counts.
func rules() []rule {
	leaves := []string{"impl/fault", "impl/clock", "impl/secret"}
	below := func(more ...string) []string { return append(append([]string{"models"}, leaves...), more...) }
	return []rule{
		{"gen", nil, "generated code is for everybody: it knows nothing of ours"},
		{"models/migrations", nil, "SQL files and their embedding"},
		{"models", nil, "what is stored depends on nothing but its library"},
		{"impl/fault", nil, "a leaf: every package may fail"},
		{"impl/clock", nil, "a leaf: every package may ask the time"},
		{"impl/secret", nil, "a leaf: secrets must be wrapped everywhere"},
		{"impl/audit", []string{"models"}, "a leaf: a stranger checks the trail by it, without a store and without a key"},
		{"impl/totp", []string{"impl/secret"}, "codes are pure: what was spent, the core knows"},
		{"impl/caller", []string{"models"}, "who asks, as data: surfaces, access and core speak of him without knowing each other"},
		{"impl/passhash", []string{"models", "impl/fault", "impl/secret"}, "hashing knows no store and no user"},
		{"impl/policy", []string{"models", "impl/fault", "impl/secret"}, "rules are pure: check equals commit"},
		{"impl/breach", []string{"impl/secret"}, "a leaf that asks a stranger: it is handed a password and nothing else"},
		{"impl/store", below("models/migrations", "impl/audit"), "the only package that knows gorm; it decides nothing"},
		{"impl/docs", nil, "pages are made of the contract and of texts: nothing of the service behind them"},
		{"impl/config", []string{"impl/breach", "impl/outbox", "impl/policy", "impl/secret"}, "settings are read once, at the top"},
		{"impl/outbox", below("impl/store"), "delivery stands beside the core: a slow mail server must not reach into it"},
		{"impl/access", below("impl/store", "impl/caller"), "callers are known before and without the core"},
		{"impl/console", []string{"impl/secret"}, "the command line is a client: it knows the contract and nothing of the service behind it"},
		{"impl/conformance", nil, "a stranger's test: it knows the contract and nothing of the service behind it"},
		{"impl/directory", below("impl/store"), "stands beside the core"},
		{"impl/lifecycle", below("impl/store", "impl/audit", "impl/caller", "impl/passhash", "impl/policy", "impl/totp"), "the core knows no HTTP, no surface and no sender"},
	}
}

func imports(t *testing.T, path string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, i := range f.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, p)
	}
	return found
}

// goFiles lists our Go files, without gen/.
func goFiles(t *testing.T, tests bool) []string {
	t.Helper()
	var found []string
	for _, top := range []string{"cmd", "models", "impl", "tests"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if strings.HasSuffix(path, ".go") && (tests || !strings.HasSuffix(path, "_test.go")) {
				found = append(found, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func under(folder, parent string) bool {
	return folder == parent || strings.HasPrefix(folder, parent+"/")
}

func rel(path string) string { return strings.TrimPrefix(filepath.ToSlash(path), root+"/") }

func TestImportsGoDownOnly(t *testing.T) {
	t.Parallel()
	table := rules()
	for _, path := range goFiles(t, false) {
		folder := filepath.ToSlash(filepath.Dir(rel(path)))
		i := slices.IndexFunc(table, func(r rule) bool { return under(folder, r.folder) })
		if i < 0 {
			continue // cmd, tests, impl/server and what only they use stand on top
		}
		for _, p := range imports(t, path) {
			ours, ok := strings.CutPrefix(p, module+"/")
			if !ok || under(ours, table[i].folder) {
				continue
			}
			if !slices.ContainsFunc(table[i].may, func(m string) bool { return ours == m || m == "gen" && under(ours, "gen") }) {
				t.Errorf("%s imports %s; %s may not, because: %s", rel(path), ours, table[i].folder, table[i].why)
			}
		}
	}
}

func TestSurfacesDoNotKnowEachOther(t *testing.T) {
	t.Parallel()
	for _, path := range goFiles(t, false) {
		own, ok := strings.CutPrefix(rel(path), "impl/surface/")
		name, _, nested := strings.Cut(own, "/")
		if !ok || !nested {
			continue
		}
		for _, p := range imports(t, path) {
			for _, other := range []string{"impl/surface/", "gen/server/"} {
				if rest, ok := strings.CutPrefix(p, module+"/"+other); ok && rest != name && rest != name+"api" {
					t.Errorf("%s imports %s: a vendor's change must touch one folder", rel(path), p)
				}
			}
		}
	}
}

func TestLibrariesHaveOneHome(t *testing.T) {
	t.Parallel()
	homes := map[string]struct {
		folders []string
		why     string
	}{
		"gorm.io":                  {[]string{"impl/store"}, "the store is the only package that knows how rows are kept"},
		"github.com/gin-gonic/gin": {[]string{"impl/server", "impl/surface", "gen", "tests/bench"}, "HTTP stays at the edge"},
		"net/http":                 {[]string{"impl/server", "impl/surface", "impl/outbox", "impl/breach", "cmd/rekey", "impl/demo", "impl/console", "impl/conformance", "cmd/specbundle", "tests"}, "HTTP stays at the edge"},
		"math/rand":                {nil, "codes are drawn from crypto/rand alone (ASVS 5.0 11.5.1)"},
		"math/rand/v2":             {nil, "codes are drawn from crypto/rand alone (ASVS 5.0 11.5.1)"},
		"crypto/md5":               {nil, "ASVS 5.0 11.4.1"},
		"crypto/sha1":              {[]string{"impl/breach", "impl/conformance"}, "ASVS 5.0 11.4.1; the range protocol fixes it, and only five digits leave; so do authenticator apps (RFC 6238)"},
		"crypto/des":               {nil, "ASVS 5.0 11.3.2"},
		"crypto/rc4":               {nil, "ASVS 5.0 11.3.2"},
		"github.com/yuin/goldmark": {[]string{"impl/docs"}, "one file knows how Markdown is read"},
		"github.com/pquerna/otp":   {[]string{"impl/totp"}, "one file knows how an app computes its codes"},
		"text/template":            {[]string{"impl/outbox", "impl/demo", "cmd/rekey", "cmd/specbundle"}, "caller-supplied templates are replaced as text, never run"},
		"github.com/getkin/kin-openapi/openapi3filter": {[]string{"impl/server", "impl/conformance", "tests/harness"}, "its error texts hold values: one file rebuilds them"},
	}
	for _, path := range goFiles(t, false) {
		for _, p := range imports(t, path) {
			for library, home := range homes {
				if p != library && !(strings.HasPrefix(p, library+"/") && library == "gorm.io") {
					continue
				}
				if !slices.ContainsFunc(home.folders, func(f string) bool { return under(rel(path), f) }) {
					t.Errorf("%s imports %s, which belongs to %v: %s", rel(path), p, home.folders, home.why)
				}
			}
		}
	}
}
