package spelling_test

import (
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/impl/spelling"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestTheNameThatWasMeant(t *testing.T) {
	t.Parallel()
	known := []string{"password", "mustChange", "expiresAt", "limit", "id", "username", "userId"}
	for name, want := range seed.InOrder(map[string]string{
		"mustchange": "mustChange", "must_change": "mustChange", "MustChange": "mustChange", "mustChnage": "mustChange",
		"paſſword": "password", "passwrd": "password", "pasword": "password", "limt": "limit", "user_name": "username",
		"userid": "userId", "ie": "", "": "", "unlock": "", "channel": "", "dryRun": "", "lmt1": "",
	}) {
		if got := spelling.Near(name, slices.Values(known), 2); got != want {
			t.Errorf("%q is taken for %q, want %q", name, got, want)
		}
	}
}
