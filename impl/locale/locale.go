// Package locale defines the locales of users, and the languages that messages are written in.
//
// A locale is a language tag of RFC 5646. Canonical is the spelling that is stored; the core and
// the import call it. Nearest chooses the language of a message; the outbox calls it. The package
// holds no texts: they are in impl/outbox, and a language without templates there must not be
// added to Spoken.
//
// Parsing is golang.org/x/text/language. Its Matcher is not used for the language of a message: it
// writes to speakers of Romansh in German, by CLDR's distances, where our promise is the user's
// language, else English.
package locale

import (
	"errors"
	"strings"

	"golang.org/x/text/language"
)

// MaxLength is the longest locale, in characters (RFC 5646 section 4.4.1).
const MaxLength = 35

// Fallback is the language for users whose own language has no texts.
const Fallback = "en"

// Err is the reason for which a locale is refused, in words for the caller.
var Err = errors.New("a locale is a language tag (RFC 5646) such as en, de-CH or zh-Hant, with a language that is registered")

// Spoken lists the locales in which messages are written.
func Spoken() []string { return []string{"de", "en"} }

// Canonical returns a locale in the spelling of RFC 5646 section 2.1.1. It also accepts the
// spelling of POSIX systems, Java and directories: de_CH.UTF-8@euro is de-CH. A registered
// language without texts is accepted, since a later version may have texts in it.
func Canonical(given string) (string, error) {
	tag, _, _ := strings.Cut(given, "@")
	tag, _, _ = strings.Cut(tag, ".")
	parsed, err := language.Raw.Parse(strings.ReplaceAll(tag, "_", "-"))
	if err != nil || len(given) > MaxLength || parsed == language.Und || strings.HasPrefix(parsed.String(), "x-") {
		return "", Err
	}
	if out := parsed.String(); len(out) <= MaxLength {
		return out, nil
	}
	return "", Err
}

// Nearest returns the language in which messages for a locale are written: the locale itself,
// else its language, else the fallback. de-AT is written in de, and fr in en.
func Nearest(wanted string) string {
	tag, err := Canonical(wanted)
	if err != nil {
		return Fallback
	}
	for tag = strings.ToLower(tag); tag != ""; tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)] {
		for _, ours := range Spoken() {
			if strings.EqualFold(ours, tag) {
				return ours
			}
		}
	}
	return Fallback
}
