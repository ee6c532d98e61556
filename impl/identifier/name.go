package identifier

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/secure/precis"
)

// MaxName is the length of a user name in characters.
const MaxName = 255

// The reasons for which a name is refused, in words for the caller.
var (
	ErrNameLength = errors.New("a name has 1 to 255 characters, and neither begins nor ends with a blank")
	ErrNameShape  = errors.New("a name holds no invisible, control, private-use or unassigned character")
)

// visible is the FreeformClass of PRECIS (RFC 8264 section 4.3).
var visible = precis.NewFreeform()

// CheckName tells whether a new user may have this name. The rule: each character of the case
// fold belongs to the FreeformClass of RFC 8264. It is wider than UsernameCaseMapped of RFC 8265
// by blanks between words, symbols and names in two directions of writing: real names have
// these, and they are visible. The class refuses controls, default-ignorables, tags, variation
// selectors, direction formatting, line separators, private use and unassigned characters. It
// admits joiners where their scripts need them (RFC 5892 appendix A). Joiners are stored but not
// compared, so no two users differ only by one.
func CheckName(name string) error {
	if strings.ContainsFunc(name, unicode.IsControl) && strings.TrimSpace(name) == name {
		return ErrNameShape
	}
	form, ok := folded(name)
	if _, named := Canonical(name); !ok || !named || utf8.RuneCountInString(name) > MaxName {
		return ErrNameLength
	}
	if !allVisible(form) {
		return ErrNameShape
	}
	return nil
}

// allVisible tells whether every character of a folded text is visible. U+2800 is a Braille
// pattern without a dot; U+FFFD replaces what some program could not decode.
func allVisible(folded string) bool {
	if ascii(folded) {
		return true // folded has already refused controls
	}
	_, err := visible.String(folded)
	return err == nil && !strings.ContainsAny(folded, "\u2800\ufffd")
}
