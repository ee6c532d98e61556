package identifier

import (
	"errors"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ErrPhone is the reason for which a number is refused, in words for the caller.
var ErrPhone = errors.New("a telephone number is written as in E.164: +, the country's code and the number, 7 to 15 digits in all")

// e164 is ITU-T E.164 section 6: at most 15 digits, none of the country codes begins with 0.
// The shortest numbers that are in use have 7 digits with the country's code.
var e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)

// separators are what people write inside a number (RFC 3966 section 5.1.1), and the other
// hyphens that word processors make of them.
var separators = strings.NewReplacer(" ", "", "-", "", "\u2010", "", "\u2013", "", "(", "", ")", "", ".", "", "/", "")

// Phone is a number in its one spelling, with digits of full width as plain ones. What has no + is refused: which country a leading 0 or
// 00 leaves depends on where it is dialled. So is the (0) that some write behind the country's
// code: it is dialled at home only.
func Phone(typed string) (string, error) {
	typed = strings.Trim(norm.NFKC.String(typed), " ")
	number := separators.Replace(typed)
	if !strings.HasPrefix(typed, "+") || strings.Contains(strings.ReplaceAll(typed, " ", ""), "(0)") || !e164.MatchString(number) {
		return "", ErrPhone
	}
	return number, nil
}
