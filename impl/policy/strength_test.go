package policy

import (
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

func TestStrength(t *testing.T) {
	t.Parallel()
	list := NewBlocklist()
	for text, want := range seed.InOrder(map[string]int{
		"":                             0,
		"password":                     0,
		"Password1":                    0,
		"P@ssw0rd":                     0,
		"qwertyuiop":                   0,
		"aaaaaaaaaaaaaaaaaaaa":         0,
		"passwordpassword":             0,
		"abcdefgh12345678":             1,
		"acmejane":                     0, // context words
		"wombat77":                     1,
		"xq7#Lp9":                      2,
		"xq7#Lp9v":                     3,
		"xq7#Lp9vTk":                   4,
		"correct horse battery staple": 4,
	}) {
		if got := list.strength(text, []string{"acme", "jane"}); got != want {
			t.Errorf("%q: %d, want %d (10^%.1f guesses)", text, got, want, list.guesses([]rune(text), []string{"acme", "jane"}))
		}
	}
}

// No estimate exceeds ten guesses a character.
func TestGuessesAreBoundedByTheLength(t *testing.T) {
	t.Parallel()
	list := NewBlocklist()
	for _, text := range []string{"x", "xq7#Lp9vTk", "wombat77", "aaaaaaaa"} {
		if g := list.guesses([]rune(text), nil); g < 0 || g > float64(len(text)) {
			t.Errorf("%q: 10^%.1f", text, g)
		}
	}
}
