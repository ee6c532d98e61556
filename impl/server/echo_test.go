package server

import (
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestEchoIsBoundedAndGraphic(t *testing.T) {
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
