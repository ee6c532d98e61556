package server

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bounds on a caller's own name in an answer, and on the names that are listed.
const (
	maxEcho     = 64
	maxUnknowns = 20
)

// mistyped is how many characters of a member's or parameter's name may be wrong for
// another to be offered.
const mistyped = 2

// echo bounds a caller's own name and leaves out what no name holds: what is shown or
// logged of it can break no line and turn no text around.
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
