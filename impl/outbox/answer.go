package outbox

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/rekeyhq/rekey/models"
)

// maxAnswer is the width of the column that keeps the last answer.
const maxAnswer = 255

// withheld replaces an answer that repeats the message.
const withheld = "[text withheld: it repeats the message]"

// tellable makes a server's answer fit to be stored and logged: one bounded line
// that repeats nothing secret of the message, nor whom it is for. Content filters do
// quote what they object to, links first of all, and most refusals name the address.
func tellable(answer string, content models.MessageContent) string {
	line := unaddressed(oneLine(answer), content.To)
	if quotes(line, content.Data) {
		code, _, _ := strings.Cut(line, " ")
		if !isCode(code) {
			return withheld
		}
		line = code + " " + withheld
	}
	return cut(line, maxAnswer)
}

// unaddressed leaves the recipient out of a text, however it is spelled.
func unaddressed(text, to string) string {
	if to == "" {
		return text
	}
	return regexp.MustCompile("(?i)"+regexp.QuoteMeta(to)).ReplaceAllLiteralString(text, "[recipient]")
}

// quotes tells whether text holds a telling piece of a secret value.
func quotes(text string, data map[string]string) bool {
	text = strings.ToLower(text)
	for _, key := range []string{keyLink, keyCode, keyPassword} {
		value := data[key]
		if u, err := url.Parse(value); key == keyLink && err == nil && u.Host != "" {
			value = u.RequestURI() + u.Fragment // the host is no secret, and answers link to help pages
		}
		if holdsPiece(text, strings.ToLower(value)) {
			return true
		}
	}
	return false
}

// holdsPiece looks for any eight bytes in a row, since an answer may cut what it quotes.
func holdsPiece(text, value string) bool {
	const piece = 8
	if len(value) <= piece {
		return len(value) > 1 && strings.Contains(text, value)
	}
	for i := 0; i+piece <= len(value); i++ {
		if strings.Contains(text, value[i:i+piece]) {
			return true
		}
	}
	return false
}

func isCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "0123456789") == ""
}

// oneLine turns control and format characters and runs of space into single spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, " "), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp)
	}), " ")
}

// cut bounds s to n bytes without splitting a character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
