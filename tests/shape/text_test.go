package shape_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	maxFileLines     = 400
	maxFunctionLines = 60
)

func TestFilesAndFunctionsAreShort(t *testing.T) {
	t.Parallel()
	for _, path := range goFiles(t, true) {
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		if n := set.Position(f.End()).Line; n > maxFileLines {
			t.Errorf("%s has %d lines, at most %d: split it by idea", rel(path), n, maxFileLines)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := set.Position(fn.End()).Line - set.Position(fn.Pos()).Line + 1
			if n > maxFunctionLines && !strings.HasPrefix(fn.Name.Name, "Test") {
				t.Errorf("%s: %s has %d lines, at most %d", rel(path), fn.Name.Name, n, maxFunctionLines)
			}
		}
	}
}

func TestUglyOnSight(t *testing.T) {
	t.Parallel()
	ugly := map[string]*regexp.Regexp{
		"prints a secret's fields":          regexp.MustCompile(`%#v`),
		"reads columns it does not know":    regexp.MustCompile(`(?i)SELECT \*`),
		"waits instead of moving the clock": regexp.MustCompile(`time\.Sleep\(`),
		"skips":                             regexp.MustCompile(`\bt\.Skip`),
		"unfinished":                        regexp.MustCompile(`\b(TODO|FIXME|XXX)\b`),
		"prints":                            regexp.MustCompile(`\bfmt\.Print(ln|f)?\(`),
	}
	for _, path := range goFiles(t, true) {
		p := rel(path)
		if under(p, "tests/shape") {
			continue
		}
		for n, line := range lines(t, path) {
			for why, pattern := range seed.InOrder(ugly) {
				if why == "prints" && (under(p, "cmd") || under(p, "tests")) {
					continue
				}
				if pattern.MatchString(line) {
					t.Errorf("%s:%d %s: %s", p, n+1, why, strings.TrimSpace(line))
				}
			}
		}
	}
}

func TestTheTimeIsAskedOfTheClock(t *testing.T) {
	t.Parallel()
	now := regexp.MustCompile(`time\.Now\(\)|time\.Since\(`)
	lawful := []string{
		"impl/clock",                                 // the clock
		"impl/server/observe.go",                     // how long an answer took
		"impl/store/log.go",                          // how long a statement took
		"impl/retention", "impl/transfer/archive.go", // how long a batch took
		"cmd", "tests", "impl/outbox/smtp.go", "impl/surface/native/export_events.go", "impl/server/receive_body.go", // deadlines of sockets
	}
	for _, path := range goFiles(t, false) {
		p := rel(path)
		if slices.ContainsFunc(lawful, func(f string) bool { return under(p, f) }) {
			continue
		}
		for n, line := range lines(t, path) {
			if now.MatchString(line) {
				t.Errorf("%s:%d asks the machine for the time: %s", p, n+1, strings.TrimSpace(line))
			}
		}
	}
}

// TestSecretsAreRevealedByFew has the list of packages that may see a secret in clear text.
func TestSecretsAreRevealedByFew(t *testing.T) {
	t.Parallel()
	lawful := map[string]string{
		"impl/secret":             "the package itself",
		"impl/passhash":           "hashes it",
		"impl/policy":             "judges it",
		"impl/totp":               "computes codes",
		"impl/breach":             "digests it; five digits leave",
		"impl/access":             "digests credentials; signs tokens",
		"impl/core":               "digests codes, builds links, seals messages",
		"impl/outbox/smtp.go":     "logs in to the mail server",
		"impl/outbox/sms.go":      "signs what it sends",
		"impl/config/traces.go":   "reads the headers for the collector, which can be credentials",
		"impl/surface":            "gives the caller what is his",
		"impl/pages/pages.go":     "keeps a key between two pages",
		"impl/transfer/export.go": "writes hashes that the operator asked for",
		"impl/transfer/sealed.go": "the same, of the history",
		"impl/demo":               "prints the demo's own key",
		"impl/console":            "sends the caller's key and what he typed",
		"cmd/rekey":               "prints the first key, once",
		"tests":                   "tests",
	}
	reveal := regexp.MustCompile(`\.Reveal\(\)`)
	for _, path := range goFiles(t, false) {
		p := rel(path)
		known := false
		for folder := range seed.InOrder(lawful) {
			known = known || under(p, folder)
		}
		for n, line := range lines(t, path) {
			if !known && reveal.MatchString(line) {
				t.Errorf("%s:%d reveals a secret and is not on the list: %s", p, n+1, strings.TrimSpace(line))
			}
		}
	}
}

// TestChangesCommitWithTheirAttempt: a change that is not committed by commit.go could
// be made twice by a request that is repeated. The others are refusals and background jobs.
func TestChangesCommitWithTheirAttempt(t *testing.T) {
	t.Parallel()
	lawful := map[string]string{
		"commit.go":                         "the place itself",
		"tries.go":                          "a wrong password or code is recorded",
		"logins/notify_lockouts.go":         "a background job",
		"logins/refresh_token_reuse.go":     "a stolen token ends its family, and is refused",
		"tickets/process_reset_requests.go": "a background job",
		"tickets/record_first_step.go":      "a look at a ticket is recorded",
		"tickets/expire_tickets.go":         "a background job",
		"passwords/warn_of_expiry.go":       "a background job",
		"passwords/reschedule_warnings.go":  "a background job",
		"audit/write_checkpoints.go":        "a background job",
		"accounts/import_users.go":          "a command, which continues where it stopped",
	}
	for _, path := range goFiles(t, false) {
		file, ours := strings.CutPrefix(rel(path), "impl/core/")
		for n, line := range lines(t, path) {
			if ours && lawful[file] == "" && strings.Contains(line, "store.InTx(") {
				t.Errorf("%s:%d: use the kernel's Commit: %s", rel(path), n+1, strings.TrimSpace(line))
			}
		}
	}
}

// TestTheLockFileNamesNoHost: packages come from whatever registry the machine uses.
func TestTheLockFileNamesNoHost(t *testing.T) {
	t.Parallel()
	for _, file := range tracked(t) {
		if !strings.HasSuffix(file, "package-lock.json") {
			continue
		}
		for n, line := range lines(t, root+"/"+file) {
			if strings.Contains(line, `"resolved"`) {
				t.Errorf("%s:%d names where a package was fetched from", file, n+1)
			}
		}
	}
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(raw), "\n")
}
