package main

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestTheCatalogueIsRefusedWhenAnEntryIsNotWhole(t *testing.T) {
	t.Parallel()
	entry := func(code, status, title string) string {
		return "- code: " + code + "\n  status: " + status + "\n  title: " + title + "\n  meaning: M.\n  remedy: R.\n"
	}
	for name, c := range seed.InOrder(map[string]struct{ yaml, says string }{
		"whole":        {entry("a_b", "404", "T"), ""},
		"empty":        {" []\n", "no problems"},
		"twice":        {entry("a", "404", "T") + entry("a", "404", "T"), "twice"},
		"no code":      {entry("A-B", "404", "T"), "snake case"},
		"no error":     {entry("a", "200", "T"), "no error"},
		"without text": {entry("a", "404", `""`), "required"},
	}) {
		_, err := readProblems([]byte("problems:\n" + c.yaml))
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
