package identifier

import (
	"errors"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ErrPhone is the reason for which a number is refused, in words for the caller.
var ErrPhone = errors.New("a telephone number is written as in E.164: +, the country's code and the number, 7 to 15 digits in all")

// e164 is ITU-T E.164 section 6: a number has at most 15 digits, and no country code begins with
// 0. The shortest numbers in use have 7 digits with the country code.
var e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)

// separators are the characters that people write inside a number (RFC 3966 section 5.1.1), and
// the hyphens that word processors replace them with.
var separators = strings.NewReplacer(" ", "", "-", "", "\u2010", "", "\u2013", "", "(", "", ")", "", ".", "", "/", "")

// Phone returns a number in its canonical spelling; full-width digits become plain ones. A number
// without + is refused, since the meaning of a leading 0 or 00 depends on the country in which it
// is dialled. A (0) after the country code is refused too, since it is dialled inside the country
// only.
func Phone(typed string) (string, error) {
	typed = strings.Trim(norm.NFKC.String(typed), " ")
	number := separators.Replace(typed)
	if !strings.HasPrefix(typed, "+") || strings.Contains(strings.ReplaceAll(typed, " ", ""), "(0)") || !e164.MatchString(number) {
		return "", ErrPhone
	}
	return number, nil
}
