// Package identifier defines the identifiers of users: which user names, mail addresses and
// telephone numbers can be stored, how they are compared, and how they are written on the wire.
//
// Its nouns: the stored spelling is what the user typed, and what messages are delivered to; the
// canonical form is what two identifiers are compared by, so that no two users differ only in
// case, width or invisible characters.
//
// The core checks new values with CheckName, CheckMail and Phone and looks users up by Canonical
// and Forms; the outbox writes addresses with Mail. Errors are texts for the caller.
//
// The package promises that Canonical is idempotent and never changes for a stored name: a
// different result would lock users out, so a new rule needs a further form in Forms. It must not
// read the store; whether a name is taken is decided there.
//
// The tables are golang.org/x/text and golang.org/x/net. Its PRECIS profiles (RFC 8265) are not used:
// they refuse user names that directories have, such as those with a space, and only lower the case,
// so that Straße and STRASSE would be two users.
package identifier

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// maxTyped is the longest text that is examined, in characters: 64 before the @ and 255 after
// it are the most that an address can have (RFC 5321 section 4.5.3.1).
const maxTyped = 320

// Canonical returns the form in which identifiers are compared: NFKC_Casefold (Unicode section
// 3.13.3), which is NFKC with full case folding and without invisible characters. It is repeated
// until the text no longer changes, since one round is not idempotent for all of Unicode.
// A-labels of an address's domain are decoded. Delivery always uses the stored spelling
// (CVE-2019-19844). Canonical returns false for a text that cannot be an identifier.
func Canonical(typed string) (string, bool) {
	s, ok := folded(typed)
	for range 8 {
		if !ok {
			return "", false
		}
		next, changed := withULabels(withoutIgnorables(s))
		if !changed && next == s {
			return s, true
		}
		s, ok = folded(next)
	}
	return "", false
}

// Forms returns the canonical forms under which an identifier may be stored, in the order in
// which they are looked up: the form of versions before 0.2, which kept invisible characters and
// A-labels, then the form of today. Almost every identifier has one form. A text that cannot be
// an identifier has none.
func Forms(typed string) []string {
	now, ok := Canonical(typed)
	if !ok {
		return nil
	}
	forms := make([]string, 0, 3)
	add := func(s string, ok bool) {
		if ok && !slices.Contains(forms, s) {
			forms = append(forms, s)
		}
	}
	add(folded(typed))
	add(now, true)
	if local, domain, ok := strings.Cut(now, "@"); ok && !ascii(domain) {
		if a, err := aLabels(domain); err == nil {
			add(folded(local + "@" + a))
		}
	}
	return forms
}

// folded is NFKC with full case folding.
func folded(s string) (string, bool) {
	if s == "" || utf8.RuneCountInString(s) > maxTyped || !utf8.ValidString(s) || strings.TrimSpace(s) != s {
		return "", false
	}
	for range 4 {
		next := norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
		if next == s {
			break
		}
		s = next
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 || r == 0x7f }) {
		return "", false
	}
	// U+FFE3 and similar characters decompose into a blank and a mark. A text that ends in a
	// blank is not canonical itself, so it cannot be a canonical form.
	return s, s != "" && strings.TrimSpace(s) == s
}

func withoutIgnorables(s string) string {
	if ascii(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if ignorable(r) {
			return -1
		}
		return r
	}, s)
}

// ignorable tells whether a character is invisible: the derived property
// Default_Ignorable_Code_Point (DerivedCoreProperties.txt).
func ignorable(r rune) bool {
	switch {
	case unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
		return true
	case r >= 0xfff9 && r <= 0xfffb, r >= 0x13430 && r <= 0x1343f:
		return false
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// withULabels decodes the A-labels of an address's domain (RFC 5890 section 2.3.2.1).
func withULabels(s string) (string, bool) {
	local, domain, ok := strings.Cut(s, "@")
	if !ok || !strings.Contains(domain, "xn--") {
		return s, false
	}
	labels := strings.Split(domain, ".")
	changed := false
	for i, label := range labels {
		if u, err := domains.ToUnicode(label); err == nil && u != label {
			labels[i], changed = u, true
		}
	}
	return local + "@" + strings.Join(labels, "."), changed
}

// domains is UTS #46 without the deviations of IDNA 2003: what browsers and registries use.
// The hyphen rules are checked in host, since registered names with "--" in them exist.
var domains = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(), idna.ValidateLabels(true),
	idna.CheckHyphens(false), idna.CheckJoiners(true), idna.StrictDomainName(true), idna.VerifyDNSLength(true))

func aLabels(domain string) (string, error) { return domains.ToASCII(domain) }

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
