// Package identifier says what can name or reach a user: which user names, mail addresses and
// telephone numbers can be stored, how they are compared, and how they are written on the wire.
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

// maxTyped bounds what is looked at, in characters: 64 before the @ and 255 behind it are the
// most that an address ever had (RFC 5321 section 4.5.3.1).
const maxTyped = 320

// Canonical is the form in which identifiers are compared: NFKC_Casefold (Unicode section
// 3.13.3), so NFKC with full case folding and without what is invisible, repeated until it no
// longer changes, since one round is not idempotent for all of Unicode; A-labels of an
// address's domain are read as what they stand for. Delivery always uses the stored spelling
// (CVE-2019-19844). It answers false for what cannot name anybody.
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

// Forms are the canonical forms that what was typed may be stored under, the best one first:
// as versions before 0.2 kept it, with what is invisible and with A-labels as they were; then
// as it is kept now. There is one for almost everything, and none for what can name nobody.
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
	// U+FFE3 and its like decompose into a blank and a mark: what is not canonical itself
	// is nobody's canonical name.
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

// ignorable tells whether a character has no shape of its own: the derived property
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

// withULabels reads the A-labels of an address's domain (RFC 5890 section 2.3.2.1).
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
// The hyphen rules are checked apart, since there are names with "--" in them.
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
