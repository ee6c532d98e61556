package server

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on names from a request that an answer repeats.
const (
	maxEcho       = 64 // bytes of one name
	maxViolations = 20 // unknown names that one answer lists
)

// maxTypos is how many characters of an unknown name may be wrong for the answer to suggest a
// known name.
const maxTypos = 2

// echo returns a name from a request in a form that is safe to show and to log: it is short, and
// it has no characters that break a line or reverse the direction of the text.
func echo(name string) string {
	var b strings.Builder
	for _, r := range name {
		if b.Len()+utf8.RuneLen(r) > maxEcho {
			break
		}
		if unicode.IsGraphic(r) && r != utf8.RuneError {
			b.WriteRune(r)
		}
	}
	return b.String()
}
