package main_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/tests/harness"
)

// shown runs the program at a terminal and gives what a person saw.
func (p *place) shown(columns uint16, args ...string) string {
	p.t.Helper()
	person, own := harness.Terminal(p.t, columns)
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	c := p.command(ctx, binary, args...)
	c.Stdin, c.Stdout, c.Stderr = own, own, own
	if err := c.Start(); err != nil {
		p.t.Fatal(err)
	}
	_ = own.Close()
	var seen bytes.Buffer
	_, _ = io.Copy(&seen, person) // ends with EIO, when the program is gone
	if err := c.Wait(); err != nil {
		p.t.Errorf("rekey %v: %v\n%s", args, err, seen.String())
	}
	return strings.ReplaceAll(seen.String(), "\r\n", "\n")
}

func TestATableFitsATerminalOf80Columns(t *testing.T) {
	t.Parallel()
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"items":[{"id":"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5b","at":"2026-11-29T08:15:30.123456Z","tenantId":"06h2m1pcmxv4s1qaxxhw3wfgxm",
		 "userId":"0197a2b4-6c1d-7e3f-8a9b-0c1d2e3f4a5c","actorKind":"anonymous","actorId":"","action":"budget.spent","outcome":"limited","detail":"user_mails","source":"192.0.2.1"}]}`)
	}))
	t.Cleanup(service.Close)
	p := newPlace(t, "REKEY_URL="+service.URL, "REKEY_API_KEY=rk_0123_secret")
	seen := p.shown(80, "events", "list")
	for row := range strings.Lines(seen) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(row, "\n")); n > 80 && !strings.HasPrefix(row, "Not everything fits") {
			t.Errorf("%d columns: %s", n, row)
		}
	}
	contains(t, seen, "2026-11-29T08:15:30Z  budget.spent  limited  anonymous   user_mails\n", "--wide shows all.")
	contains(t, p.shown(80, "events", "list", "--wide"), "192.0.2.1  06h2m1pcmxv4s1qaxxhw3wfgxm\n")
}

func TestAnImportShowsItsProgressToAPerson(t *testing.T) {
	t.Parallel()
	p := newPlace(t, "REKEY_PUBLIC_URL=https://id.example.test")
	p.succeeds("init")
	var lines strings.Builder
	for i := range 250 {
		fmt.Fprintf(&lines, `{"username":"n%d"}`+"\n", i)
	}
	p.write("users.jsonl", lines.String())
	contains(t, p.shown(80, "import", "users.jsonl"), "\r100 users imported, 0 were there already, 0 lines refused ...\x1b[K", "\r\x1b[K250 users imported, ",
		"Without a verified e-mail address: 250. No mail with a link or a code reaches them.\n")
}

func TestAContractTestShowsItsProgressToAPerson(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	_, demo := startDemo(p)
	p = p.with("REKEY_URL="+demo, "REKEY_API_KEY="+facts(p)["REKEY_API_KEY"])
	seen := p.shown(60, "contract-test", "--only", "rekeyListLocales")
	contains(t, seen, "\r1 of ", "\r\x1b[K")
	for part := range strings.SplitSeq(seen, "\r") {
		if line, shown := strings.CutSuffix(part, "\x1b[K"); shown && utf8.RuneCountInString(line) > 59 {
			t.Errorf("is not written over: %q", line)
		}
	}
	if dumb := p.with("TERM=dumb").shown(60, "contract-test", "--only", "rekeyListLocales"); strings.Contains(dumb, "\x1b") || strings.Contains(dumb, " of ") {
		t.Errorf("%q", dumb)
	}
}

// TestTheHelpOfTheContractTestFitsATerminal of 80 columns.
func TestTheHelpOfTheContractTestFitsATerminal(t *testing.T) {
	t.Parallel()
	for line := range strings.Lines(newPlace(t).run("help", "contract-test").out) {
		if utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > 80 {
			t.Error(line)
		}
	}
}
