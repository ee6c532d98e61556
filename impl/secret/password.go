// Package secret has the types of values that must not be printed, the keys that are derived from the
// secret file, and the generators of ids and codes.
//
// A Password and a Text redact themselves wherever they are formatted, logged or marshalled; Reveal is
// the one way to the value, and tests/shape lists the functions that may call it. A Digest is what is
// stored of a secret of high entropy: it cannot be reversed, and is looked up as it is. A Keyring holds
// the keys of the secret file and of the files before it, one key for each use: peppering passwords,
// MACs of short codes, sealing what must be read again, sealing cursors of pages.
//
//	password.go, text.go   values that redact themselves
//	keyring.go, file.go    keys, and the files that they come from
//	generate.go, apikey.go random codes, keys, tokens and ids
//
// Every package may use it; it imports none of ours. Randomness is crypto/rand and cannot be replaced.
// It promises that what an earlier version sealed, peppered or digested is still read: no label of a
// key, no kind of a digest and no order of its parts may change. What must not be done here: storing
// or logging a revealed value, comparing secrets with ==, or using one key for two purposes.
package secret

import (
	"errors"
	"fmt"
	"log/slog"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds on what is accepted before any hashing. SP 800-63B-4 section 3.1.1.2 requires that at least 64
// characters are accepted; the upper bounds stop denial of service by long passwords (CVE-2013-1443).
// They are checked before and after normalising, because U+FDFA grows to 11 times its size.
const (
	MaxPasswordBytes  = 4096
	MaxPasswordPoints = 1024
)

const redacted = "[redacted]"

// Password is a password in NFC (SP 800-63B-4 section 3.1.1.2, decision D9). It redacts itself in fmt,
// log/slog and encoding/json. It holds the text by pointer: fmt calls no method on an unexported field
// of another struct, and would print a string there, but of a pointer it prints only the address.
type Password struct {
	text *string
	_    [0]func() // not comparable: == would compare addresses
}

// Errors of NewPassword; neither carries the value.
var (
	ErrPasswordTooLong = errors.New("secret: password exceeds 1,024 code points or 4,096 bytes")
	ErrPasswordNotText = errors.New("secret: password is not valid UTF-8 or contains NUL")
)

// NewPassword normalises raw to NFC. It accepts the empty password, which the policy refuses.
func NewPassword(raw string) (Password, error) {
	if len(raw) > MaxPasswordBytes || utf8.RuneCountInString(raw) > MaxPasswordPoints {
		return Password{}, ErrPasswordTooLong
	}
	if !utf8.ValidString(raw) {
		return Password{}, ErrPasswordNotText
	}
	for i := range len(raw) {
		if raw[i] == 0 { // directories and older hashes stop at NUL, which would make two passwords equal
			return Password{}, ErrPasswordNotText
		}
	}
	text := norm.NFC.String(raw)
	if len(text) > MaxPasswordBytes || utf8.RuneCountInString(text) > MaxPasswordPoints {
		return Password{}, ErrPasswordTooLong
	}
	return Password{text: &text}, nil
}

// Reveal returns the text. tests/shape lists the functions that may call it.
func (p Password) Reveal() string {
	if p.text == nil {
		return ""
	}
	return *p.text
}

// Empty tells whether the password is empty.
func (p Password) Empty() bool { return p.Reveal() == "" }

// Points counts Unicode code points, the unit of every length rule.
func (p Password) Points() int { return utf8.RuneCountInString(p.Reveal()) }

func (Password) String() string               { return redacted }
func (Password) GoString() string             { return redacted }
func (Password) Format(s fmt.State, _ rune)   { _, _ = s.Write([]byte(redacted)) }
func (Password) LogValue() slog.Value         { return slog.StringValue(redacted) }
func (Password) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }
func (Password) MarshalText() ([]byte, error) { return []byte(redacted), nil }
