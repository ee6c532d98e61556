package main_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestContractTestRefusesWhatItCannotMean(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct {
		args []string
		code int
		said string
	}{
		"no server":        {[]string{"--url", "http://127.0.0.1:1", "--key", "rk_x"}, 7, "connection refused"},
		"no URL":           {[]string{"--url", "here", "--key", "rk_x"}, 2, "--url"},
		"no key":           {[]string{"--url", "http://127.0.0.1:1"}, 2, "REKEY_API_KEY"},
		"no such surface":  {[]string{"--url", "http://127.0.0.1:1", "--key", "rk_x", "--surface", "okta"}, 2, "--surface okta: there are"},
		"no such suite":    {[]string{"--url", "http://127.0.0.1:1", "--key", "rk_x", "--suite", "all"}, 2, "--suite all: there are"},
		"no such member":   {[]string{"--url", "http://127.0.0.1:1", "--key", "rk_x", "--given", "passport=1"}, 2, "--given passport"},
		"no such format":   {[]string{"--url", "http://127.0.0.1:1", "--key", "rk_x", "--format", "tap"}, 2, "--format"},
		"a key not there":  {[]string{"--url", "http://127.0.0.1:1", "--key-file", "nowhere"}, 2, "nowhere"},
		"a key of nothing": {[]string{"--url", "http://127.0.0.1:1", "--key", " "}, 2, "REKEY_API_KEY"},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := newPlace(t).run(append([]string{"contract-test"}, c.args...)...)
			if out.code != c.code || !strings.Contains(out.err, c.said) || strings.Contains(out.err, "rk_x") {
				t.Errorf("exit %d, want %d and %q: %s", out.code, c.code, c.said, out.err)
			}
		})
	}
}
