package docs_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestLimitsAreThoseOfTheProgram holds each row of docs/limits.md against what it says sets it.
func TestLimitsAreThoseOfTheProgram(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(filepath.Join(root, "docs/limits.md"))
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| `([^`]+)` \\|$")
	rows := row.FindAllStringSubmatch(string(raw), -1)
	if all := strings.Count(string(raw), "\n| ") - 2*strings.Count(string(raw), "\n| --- "); len(rows) != all || all == 0 {
		t.Fatalf("%d rows of %d name what sets them", len(rows), all)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		what, shown, source := r[1], r[2], r[3]
		if seen[source] {
			t.Errorf("%s is there twice", source)
		}
		seen[source] = true
		if wrong := limitOf(t, source, shown); wrong != "" {
			t.Errorf("%s: %q by %s: %s", what, shown, source, wrong)
		}
	}
	for _, s := range config.Settings() {
		if regexp.MustCompile(`^[0-9]+$`).MatchString(s.Default) && !seen[s.Name] {
			t.Errorf("%s is a limit and has no row", s.Name)
		}
	}
}

// limitOf says what is wrong with what a row shows.
func limitOf(t *testing.T, source, shown string) string {
	t.Helper()
	kind, name, _ := strings.Cut(source, ": ")
	switch {
	case strings.HasPrefix(source, "REKEY_"):
		for _, s := range config.Settings() {
			if s.Name == source && s.Default != "" {
				return begins(shown, s.Default)
			}
		}
		return "no such setting, or it has no default"
	case kind == "policy":
		return ruleOf(t, name, shown)
	case kind == "openapi/rekey.yaml":
		parameter := surfaceSpec(t, "rekey").Components.Parameters[name]
		if parameter == nil || parameter.Value.Schema.Value.Max == nil {
			return "no such parameter, or it has no maximum"
		}
		return begins(shown, fmt.Sprint(int64(*parameter.Value.Schema.Value.Max)))
	case name == "Default().MemoryKiB":
		return begins(shown, spellings(int64(passhash.Default().MemoryKiB)<<10, false)...)
	case strings.HasSuffix(name, "()"):
		var all []string
		for _, v := range returned(t, kind, strings.TrimSuffix(name, "()")) {
			all = append(all, spellings(v.amount, v.time)[0])
		}
		return begins(shown, strings.Join(all, ", "))
	}
	v := constant(t, kind, name)
	return begins(shown, spellings(v.amount, v.time)...)
}

// begins wants one of the spellings at the start of what a row shows, as a word.
func begins(shown string, spellings ...string) string {
	if slices.ContainsFunc(spellings, func(s string) bool { return shown == s || strings.HasPrefix(shown, s+" ") }) {
		return ""
	}
	return "it is " + strings.Join(spellings, " or ")
}

// ruleOf compares a rule's default and range, as "15 characters, 1 to 255".
func ruleOf(t *testing.T, name, shown string) string {
	t.Helper()
	found := regexp.MustCompile(`^([0-9,]+)(?: [a-z]+)?, ([0-9,]+) to ([0-9,]+)$`).FindStringSubmatch(shown)
	if found == nil {
		return "not a default and a range"
	}
	var shownDefault, low, high int
	for i, into := range []*int{&shownDefault, &low, &high} {
		if _, err := fmt.Sscan(strings.ReplaceAll(found[i+1], ",", ""), into); err != nil {
			t.Fatal(err)
		}
	}
	group, rule, _ := strings.Cut(name, ".")
	if is := settingsWith(t, group, rule, nil)[group][rule]; is != float64(shownDefault) {
		return fmt.Sprintf("the default is %v", is)
	}
	for value, refused := range seed.InOrder(map[int]bool{low - 1: true, low: false, high: false, high + 1: true}) {
		if outOfRange(t, group, rule, value) != refused {
			return fmt.Sprintf("%d is refused: %t", value, !refused)
		}
	}
	return ""
}

// settingsWith are the defaults as JSON, with one rule changed.
func settingsWith(t *testing.T, group, rule string, value any) map[string]map[string]any {
	t.Helper()
	raw, err := json.Marshal(models.DefaultSettings())
	if err != nil {
		t.Fatal(err)
	}
	var flat map[string]json.RawMessage
	if err := json.Unmarshal(raw, &flat); err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, g := range []string{"password", "tickets", "sessions"} {
		var rules map[string]any
		if err := json.Unmarshal(flat[g], &rules); err != nil {
			t.Fatal(err)
		}
		all[g] = rules
	}
	if value != nil {
		all[group][rule] = value
	}
	return all
}

// outOfRange tells whether the policy engine refuses a value for its size.
func outOfRange(t *testing.T, group, rule string, value int) bool {
	t.Helper()
	raw, err := json.Marshal(settingsWith(t, group, rule, value))
	if err != nil {
		t.Fatal(err)
	}
	settings := models.DefaultSettings()
	if err := json.Unmarshal(raw, &settings); err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(policy.ValidateSettings(settings), func(v fault.Violation) bool {
		return v.Code == policy.OutOfRange && v.Pointer == "/"+group+"/"+rule
	})
}
