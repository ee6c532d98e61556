package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestAccept(t *testing.T) {
	t.Parallel()
	tightened := func() []change {
		return []change{{ID: "bound", Text: "the bound of `name` was decreased", Level: breaking}}
	}
	for _, c := range []struct {
		name, lines, version string
		breaks, stale        bool
		refused              string
	}{
		{name: "a change with a reason breaks nobody", lines: "- {in: 2.0.0, id: bound, text: of `name`, why: refused before}", version: "2.0.0"},
		{name: "a reason is for one version", lines: "- {in: 1.9.0, id: bound, text: of `name`, why: refused before}", version: "2.0.0", breaks: true},
		{name: "a reason is for one kind of change", lines: "- {in: 2.0.0, id: type, text: of `name`, why: refused before}", version: "2.0.0", breaks: true, stale: true},
		{name: "a reason is for one text", lines: "- {in: 2.0.0, id: bound, text: of `note`, why: refused before}", version: "2.0.0", breaks: true, stale: true},
		{name: "no reason", lines: "- {in: 2.0.0, id: bound, text: of `name`}", version: "2.0.0", refused: "needs in, id, text and why"},
		{name: "a text that fits everything", lines: "- {in: 2.0.0, id: bound, why: refused before}", version: "2.0.0", refused: "needs in, id, text and why"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := paths{accepted: filepath.Join(t.TempDir(), "accepted.yaml")}
			if err := os.WriteFile(p.accepted, []byte(c.lines), 0o600); err != nil {
				t.Fatal(err)
			}
			all := tightened()
			stale, err := accept(p, c.version, all)
			if c.refused != "" {
				if err == nil || !strings.Contains(err.Error(), c.refused) {
					t.Errorf("got %v, want %q", err, c.refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := all[0].Level == breaking; got != c.breaks {
				t.Errorf("breaking: %t", got)
			}
			if got := len(stale) > 0; got != c.stale {
				t.Errorf("stale lines: %v", stale)
			}
		})
	}
}

// The page is for people: one edit of a schema is one line, however many operations use the schema.
func TestThePageGathersWhatOneEditDid(t *testing.T) {
	t.Parallel()
	got := entriesText(gather([]change{
		{Text: "added `age`", Level: 1, Method: "GET", Path: "/locks"},
		{Text: "removed `note`", Level: breaking, Method: "GET", Path: "/locks"},
		{Text: "added `age`", Level: 1, Method: "POST", Path: "/locks"},
		{Text: "shorter `name`", Level: 1, Method: "POST", Path: "/locks", why: "Refused before."},
		{Text: "added the new `red` enum value to the `colour`", Level: 1, Method: "GET", Path: "/keys"},
		{Text: "added the new `old` enum value to the `state`", Level: 1, Method: "GET", Path: "/keys"},
		{Text: "added the new `blue` enum value to the `colour`", Level: 1, Method: "GET", Path: "/keys"},
		{Text: "added the new `red` enum value to the `colour`", Level: 1, Method: "POST", Path: "/keys"},
		{Text: "added the new `blue` enum value to the `colour`", Level: 1, Method: "POST", Path: "/keys"},
	}))
	const want = "\nBreaking:\n\n- removed `note`\n  (`GET /locks`)\n" +
		"\nCompatible:\n\n- added `age`\n  (`GET /locks`, `POST /locks`)\n- shorter `name`; breaks nobody: Refused before\n  (`POST /locks`)\n" +
		"- added the new enum values `red`, `blue` to the `colour`\n  (`GET /keys`, `POST /keys`)\n" +
		"- added the new `old` enum value to the `state`\n  (`GET /keys`)\n"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// A fault that nobody finds, or that a wrong rule finds, must be told.
func TestAFaultThatIsNotFoundIsAProblem(t *testing.T) {
	t.Parallel()
	planted := faults{base: "sound.yaml", list: []fault{{Name: "no tag", Rule: "tag", file: "a.yaml"}, {Name: "no id", Rule: "redocly/id", file: "b.yaml"}}}
	for name, c := range seed.InOrder(map[string]struct {
		found       []finding
		right, rest int
	}{
		"all found":           {[]finding{{file: "a.yaml", tool: "spectral", rule: "tag"}, {file: "b.yaml", tool: "redocly", rule: "id"}}, 2, 0},
		"nothing found":       {nil, 0, 2},
		"by the wrong tool":   {[]finding{{file: "a.yaml", tool: "redocly", rule: "tag"}, {file: "b.yaml", tool: "redocly", rule: "id"}}, 1, 1},
		"by one rule more":    {[]finding{{file: "a.yaml", tool: "spectral", rule: "tag"}, {file: "a.yaml", tool: "spectral", rule: "id"}, {file: "b.yaml", tool: "redocly", rule: "id"}}, 1, 1},
		"where there is none": {[]finding{{file: "sound.yaml", tool: "spectral", rule: "tag"}, {file: "a.yaml", tool: "spectral", rule: "tag"}, {file: "b.yaml", tool: "redocly", rule: "id"}}, 2, 1},
	}) {
		right, rest := planted.judge(c.found)
		if right != c.right || len(rest) != c.rest {
			t.Errorf("%s: %d right and %v, want %d and %d", name, right, rest, c.right, c.rest)
		}
	}
}

func TestEveryOwnRuleHasAPlantedFault(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rules, err := os.ReadFile("../../openapi/codegen/spectral.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plantFaults(dir, "../../openapi/codegen/spectral.yaml", time.Now()); err != nil {
		t.Error(err)
	}
	more := filepath.Join(dir, "more.yaml")
	if err := os.WriteFile(more, append(rules, "  never-shown:\n    given: $\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := plantFaults(dir, more, time.Now()); err == nil || !strings.Contains(err.Error(), "never-shown") {
		t.Errorf("got %v, want a word about the rule that nothing shows", err)
	}
}
