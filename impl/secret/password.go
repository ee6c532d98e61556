// Package secret holds values that must not be printed, the keys derived from the
// secret file, and the generators of codes.
package secret

import (
	"errors"
	"fmt"
	"log/slog"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds on what is accepted before any hashing: SP 800-63B-4 section 3.1.1.2 asks
// for at least 64 characters; the upper bounds stop long-password denial of service
// (CVE-2013-1443), checked before and after normalising (U+FDFA grows 11 times).
const (
	MaxPasswordBytes  = 4096
	MaxPasswordPoints = 1024
)

const redacted = "[redacted]"

// Password is a password in NFC (SP 800-63B-4 section 3.1.1.2, decision D9). It
// redacts itself in fmt, log/slog and encoding/json. The text is held by pointer,
// because fmt calls no method on an unexported field of another struct and would
// print a string, but prints no more than the address of a pointer.
type Password struct {
	text *string
	_    [0]func() // not comparable: == would compare addresses
}

// Errors of NewPassword; neither carries the value.
var (
	ErrPasswordTooLong = errors.New("secret: password exceeds 1,024 code points or 4,096 bytes")
	ErrPasswordNotText = errors.New("secret: password is not valid UTF-8 or contains NUL")
)

// NewPassword normalises raw to NFC. The empty password is accepted here and
// refused by the policy.
func NewPassword(raw string) (Password, error) {
	if len(raw) > MaxPasswordBytes || utf8.RuneCountInString(raw) > MaxPasswordPoints {
		return Password{}, ErrPasswordTooLong
	}
	if !utf8.ValidString(raw) {
		return Password{}, ErrPasswordNotText
	}
	for i := range len(raw) {
		if raw[i] == 0 { // directories and older hashes end at NUL; two passwords must never become equal
			return Password{}, ErrPasswordNotText
		}
	}
	text := norm.NFC.String(raw)
	if len(text) > MaxPasswordBytes || utf8.RuneCountInString(text) > MaxPasswordPoints {
		return Password{}, ErrPasswordTooLong
	}
	return Password{text: &text}, nil
}

// Reveal gives the text; tests/shape keeps the list of lawful callers.
func (p Password) Reveal() string {
	if p.text == nil {
		return ""
	}
	return *p.text
}

// Empty tells whether there is nothing in it.
func (p Password) Empty() bool { return p.Reveal() == "" }

// Points counts Unicode code points, the unit of every length rule.
func (p Password) Points() int { return utf8.RuneCountInString(p.Reveal()) }

func (Password) String() string               { return redacted }
func (Password) GoString() string             { return redacted }
func (Password) Format(s fmt.State, _ rune)   { _, _ = s.Write([]byte(redacted)) }
func (Password) LogValue() slog.Value         { return slog.StringValue(redacted) }
func (Password) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }
func (Password) MarshalText() ([]byte, error) { return []byte(redacted), nil }
