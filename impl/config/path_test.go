package config_test

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestThePathOfThePublicURL(t *testing.T) {
	t.Parallel()
	for url, c := range seed.InOrder(map[string]struct{ path, refusal string }{
		"https://id.example.com":                {"", ""},
		"https://id.example.com/":               {"", ""},
		"https://id.example.com/id":             {"/id", ""},
		"https://id.example.com/id/":            {"/id", ""},
		"https://id.example.com/auth/re.key~1_": {"/auth/re.key~1_", ""},
		"https://id.example.com/api":            {"/api", "must not begin with /api"},
		"https://id.example.com/API":            {"/API", "must not begin with /API"},
		"https://id.example.com/v1/auth":        {"/v1/auth", "must not begin with /v1"},
		"https://id.example.com/a/../id":        {"/a/../id", "letters, digits"},
		"https://id.example.com//id":            {"//id", "letters, digits"},
		"https://id.example.com/a%2Fb":          {"/a/b", "letters, digits"},
		"https://id.example.com/a%20b":          {"/a b", "letters, digits"},
	}) {
		if got := config.PathOf(url); got != c.path {
			t.Errorf("%s has the path %q", url, got)
		}
		err := (&config.Config{PublicURL: url}).CheckPublicURL()
		if (err != nil) != (c.refusal != "") || err != nil && !strings.Contains(err.Error(), c.refusal) {
			t.Errorf("%s: %v", url, err)
		}
	}
}
