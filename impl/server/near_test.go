package server

import (
	"slices"
	"testing"

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
		if got := near(name, slices.Values(known)); got != want {
			t.Errorf("%q is taken for %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsEchoedIsBoundedAndGraphic(t *testing.T) {
	t.Parallel()
	for name, want := range seed.InOrder(map[string]string{
		"plain": "plain", "a\nb": "ab", "\x1b[31m": "[31m", "\u202eabc": "abc", "\xff": "", "größe": "größe",
	}) {
		if got := echo(name); got != want {
			t.Errorf("%q is echoed as %q, want %q", name, got, want)
		}
	}
	if n := len(echo(string(slices.Repeat([]rune{'é'}, 100)))); n > maxEcho {
		t.Errorf("%d bytes are echoed", n)
	}
}
