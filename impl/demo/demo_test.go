package demo_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/demo"
)

// TestThePublicURLIsTheDemosOwnUnlessItIsSet.
func TestThePublicURLIsTheDemosOwnUnlessItIsSet(t *testing.T) {
	t.Parallel()
	const own = "http://127.0.0.1:8080"
	for _, c := range [][2]string{{"", own}, {"https://id.example.test", "https://id.example.test"}} {
		set, want := c[0], c[1]
		conf, err := demo.Place{Dir: t.TempDir()}.Prepare(map[string]string{"REKEY_PUBLIC_URL": set}, own)
		if err != nil || conf.PublicURL != want {
			t.Errorf("%q: %v, %v", set, conf, err)
		}
	}
}
