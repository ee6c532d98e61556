// Package locale holds the languages of messages, and the one spelling of their names.
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

// MaxLength is what a locale has at most, in characters (RFC 5646 section 4.4.1).
const MaxLength = 35

// Fallback is the language of users who have none of ours.
const Fallback = "en"

// Err is the reason for which a locale is refused, in words for the caller.
var Err = errors.New("a locale is a language tag (RFC 5646) such as en, de-CH or zh-Hant, with a language that is registered")

// Spoken lists the locales that there are texts in.
func Spoken() []string { return []string{"de", "en"} }

// Canonical is a locale in the spelling of RFC 5646 section 2.1.1. It also reads how POSIX
// systems, Java and directories write it: de_CH.UTF-8@euro is de-CH. A registered language that
// there are no texts in is kept: there may be some one day.
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

// Nearest is the one of ours that a locale is written in: its own, else its language's, else
// the fallback. de-AT is written in de, fr in en.
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
