package identifier

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// The bounds of RFC 5321 section 4.5.3.1, in bytes as they are sent. A path has 256 bytes with
// its brackets, which leaves 254 for the address.
const (
	maxMail  = 254
	maxLocal = 64
)

// The reasons for which a mail address is refused, in words for the caller.
var (
	ErrMailShape = errors.New("a mail address is one name, one @ and one domain, without blanks, comments or invisible characters")
	ErrMailLong  = errors.New("a mail address has at most 64 bytes before the @, and 254 in all, its domain in A-labels")
	ErrMailLocal = errors.New("the part before the @ has letters, digits and !#$%&'*+-/=?^_`{|}~, with single dots between them")
	// ErrMailEncoded: a later mail system may decode such a word into another address.
	ErrMailEncoded = errors.New("the part before the @ has no encoded word (=?...?=)")
	ErrMailDomain  = errors.New("the part after the @ is not a domain name")
)

// CheckMail tells whether mail can be sent to an address. Only such an address is stored.
func CheckMail(address string) error {
	_, err := Mail(address)
	return err
}

// Mail returns an address as it is sent: a domain that is not ASCII becomes A-labels, the rest
// keeps its spelling. The address is a dot-atom and a domain (RFC 5321 section 4.1.2, RFC 6531
// section 3.3). Quoted local parts are refused because parsers disagree on the blanks and
// controls in them (CVE-2025-59937), and address literals because they name machines.
func Mail(address string) (string, error) {
	local, domain, ok := strings.Cut(address, "@")
	form, named := folded(address)
	switch {
	case !ok || local == "" || domain == "" || strings.Contains(domain, "@") || !named || !allVisible(form) || strings.Contains(form, " "):
		return "", ErrMailShape
	case len(local) > maxLocal:
		return "", ErrMailLong
	case !dotAtom(local):
		return "", ErrMailLocal
	case strings.Contains(local, "=?"):
		return "", ErrMailEncoded
	}
	out, err := host(domain)
	if err != nil {
		return "", err
	}
	if len(local)+1+len(out) > maxMail {
		return "", ErrMailLong
	}
	return local + "@" + out, nil
}

// SMTPUTF8 tells whether an address, as Mail gives it, needs the extension of RFC 6531.
func SMTPUTF8(mail string) bool { return !ascii(mail) }

// dotAtom is RFC 5322 section 3.2.3, with the letters of RFC 6532.
func dotAtom(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool {
			return r < utf8.RuneSelf && !alphanumeric(r) && !strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
		}) {
			return false
		}
	}
	return true
}

// host returns a domain as it is sent. An ASCII domain keeps its spelling; A-labels in it must
// decode to something.
func host(domain string) (string, error) {
	out, err := aLabels(domain)
	if err != nil || !ascii(out) || strings.HasSuffix(out, ".") {
		return "", ErrMailDomain
	}
	labels := strings.Split(out, ".")
	for _, label := range labels {
		if label == "" || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") {
			return "", ErrMailDomain
		}
	}
	if strings.Trim(labels[len(labels)-1], "0123456789") == "" { // no top-level domain is a number (RFC 3696 section 2)
		return "", ErrMailDomain
	}
	if ascii(domain) {
		return domain, nil
	}
	return out, nil
}

func alphanumeric(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}
