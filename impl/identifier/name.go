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

// CheckName tells whether a new user may be called so. Its rule: each character of the case
// fold is one of the FreeformClass of RFC 8264. That is what UsernameCaseMapped of RFC 8265
// refuses, but for blanks between words, symbols and names in two directions of writing, which
// people have, and which can be seen. So the class refuses controls, default-ignorables, tags,
// variation selectors, formatting of direction, line separators, private use and what is
// unassigned; and admits the joiners where their scripts need them (RFC 5892 appendix A).
// Joiners are kept and not compared: no two users differ by one.
func CheckName(name string) error {
	if strings.ContainsFunc(name, unicode.IsControl) && strings.TrimSpace(name) == name {
		return ErrNameShape
	}
	form, ok := folded(name)
	if _, named := Canonical(name); !ok || !named || utf8.RuneCountInString(name) > MaxName {
		return ErrNameLength
	}
	if !seen(form) {
		return ErrNameShape
	}
	return nil
}

// seen tells whether every character of a folded text can be seen. U+2800 is a Braille pattern
// without a dot; U+FFFD stands for what some program could not read.
func seen(folded string) bool {
	if ascii(folded) {
		return true // without controls: folded refuses them
	}
	_, err := visible.String(folded)
	return err == nil && !strings.ContainsAny(folded, "\u2800\ufffd")
}
