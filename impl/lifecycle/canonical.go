package lifecycle

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/rekeyhq/rekey/impl/secret"
)

// Canonical is the form in which identifiers are compared: NFKC with full case
// folding (D9), repeated until it no longer changes, since one round is not
// idempotent for all of Unicode. Delivery always uses the stored spelling
// (CVE-2019-19844). It answers false for what cannot name anybody.
func Canonical(identifier string) (string, bool) {
	if identifier == "" || len(identifier) > 320 || !utf8.ValidString(identifier) ||
		strings.TrimSpace(identifier) != identifier {
		return "", false
	}
	s := identifier
	for range 4 {
		next := norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
		if len(next) > 1024 {
			return "", false
		}
		if next == s {
			break
		}
		s = next
	}
	for _, r := range s {
		if r < 0x20 || r == 0x7f {
			return "", false
		}
	}
	// U+FFE3 and its like decompose into a blank and a mark: what is not canonical itself
	// is nobody's canonical name.
	return s, s != "" && strings.TrimSpace(s) == s
}

// canonicalTyped is Canonical of what somebody typed to name a user. Blanks around it come
// from a keyboard or the clipboard: no name or address that is stored begins or ends with one.
func canonicalTyped(identifier string) (string, bool) {
	return Canonical(strings.TrimSpace(identifier))
}

// UsernameKey is what is stored and looked up for a user name: text columns compare
// with padding and folding in MySQL, a digest compares exactly.
func UsernameKey(canonical string) secret.Digest { return secret.Sum("username", canonical) }

// AddressKey is the same for an address.
func AddressKey(kind, canonical string) secret.Digest { return secret.Sum("address", kind, canonical) }
