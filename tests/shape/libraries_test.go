package shape_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/tests/seed"
)

// home is where alone a library may be imported, and why.
type home struct {
	folders []string
	why     string
}

// libraries are import paths, each with what is below it. Of two for an import the longer one counts.
func libraries() map[string]home {
	return map[string]home{
		"gorm.io":                  {[]string{"impl/store"}, "the store is the only package that knows how rows are kept"},
		"database/sql":             {[]string{"impl/store", "tests"}, "the store is the only package that knows how rows are kept"},
		"github.com/pressly/goose": {[]string{"impl/store", "tests/harness"}, "the store is the only package that knows how rows are kept"},
		"github.com/gin-gonic/gin": {[]string{"impl/server", "impl/service", "impl/idempotency", "impl/pages", "impl/rpc", "impl/surface", "gen", "tests/bench"}, "HTTP stays at the edge"},
		"connectrpc.com/connect":   {[]string{"impl/rpc", "tests"}, "the protocols of calls are one package's matter"},
		"net/http": {[]string{"gen", "impl/server", "impl/service", "impl/idempotency", "impl/pages", "impl/rpc", "impl/surface", "impl/outbox", "impl/breach", "impl/tracing", "cmd/rekey", "impl/console", "impl/conformance", "cmd/specbundle", "tests"},
			"HTTP stays at the edge"},
		"math/rand":                   {nil, "codes are drawn from crypto/rand alone (ASVS 5.0 11.5.1)"},
		"math/rand/v2":                {[]string{"tests/seed"}, "choices of tests can be played again; codes are drawn from crypto/rand alone"},
		"crypto/md5":                  {nil, "ASVS 5.0 11.4.1"},
		"crypto/sha1":                 {[]string{"impl/breach", "impl/conformance", "tests/vendors/go"}, "ASVS 5.0 11.4.1; the range protocol fixes it, and only five digits leave; so do authenticator apps (RFC 6238)"},
		"crypto/des":                  {nil, "ASVS 5.0 11.3.2"},
		"crypto/rc4":                  {nil, "ASVS 5.0 11.3.2"},
		"github.com/yuin/goldmark":    {[]string{"impl/docs"}, "one package knows how Markdown is read"},
		"github.com/pquerna/otp":      {[]string{"impl/totp"}, "one package knows how an app computes its codes"},
		"github.com/golang-jwt/jwt":   {[]string{"impl/access"}, "one package decides which signatures are believed"},
		"github.com/wneessen/go-mail": {[]string{"impl/outbox"}, "mails leave by one door, after the transaction"},
		"golang.org/x/crypto":         {[]string{"impl/passhash", "impl/secret", "tests/bench"}, "nobody else makes hashes or seals"},
		"go.opentelemetry.io":         {[]string{"impl/tracing", "tests/harness"}, "what a span may say is decided in one package"},
		"text/template":               {[]string{"impl/docs", "impl/outbox", "cmd/specbundle"}, "caller-supplied templates are replaced as text, never run"},
		"github.com/getkin/kin-openapi/openapi3filter": {[]string{"impl/server", "impl/conformance"}, "its error texts hold values: one file rebuilds them"},
	}
}

// libraryOf is the longest path in the table that the import is, or is below.
func libraryOf(table map[string]home, imported string) string {
	longest := ""
	for library := range seed.InOrder(table) {
		if under(imported, library) && len(library) > len(longest) {
			longest = library
		}
	}
	return longest
}

// misplaced says which files import a library outside of its homes.
func misplaced(table map[string]home, files []source) []string {
	var found []string
	for _, f := range files {
		for _, p := range f.imports {
			library := libraryOf(table, p)
			if library == "" {
				continue
			}
			h := table[library]
			if !slices.ContainsFunc(h.folders, func(folder string) bool { return under(f.path, folder) }) {
				found = append(found, fmt.Sprintf("%s imports %s, which belongs to [%s]: %s", f.path, p, strings.Join(h.folders, " "), h.why))
			}
		}
	}
	return found
}

// deserted says which homes do not import their library, or are not there.
func deserted(table map[string]home, files []source) []string {
	var found []string
	for _, library := range slices.Sorted(maps.Keys(table)) {
		for _, folder := range table[library].folders {
			lives := slices.ContainsFunc(files, func(f source) bool {
				return under(f.path, folder) && slices.ContainsFunc(f.imports, func(p string) bool { return libraryOf(table, p) == library })
			})
			if !lives {
				found = append(found, fmt.Sprintf("%s may import %s, and nothing there does", folder, library))
			}
		}
	}
	return found
}
