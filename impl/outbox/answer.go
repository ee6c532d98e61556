package outbox

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/rekeyhq/rekey/models"
)

// maxAnswer is the width of the column of the last answer.
const maxAnswer = 255

// withheldText replaces an answer that quotes the message.
const withheldText = "[text withheld: it repeats the message]"

// redacted makes a server's answer safe to store and log: one line of bounded length, without secrets of the
// message and without its recipient. Content filters quote what they object to, above all links, and most
// refusals name the address.
func redacted(answer string, content models.MessageContent) string {
	line := withoutRecipient(oneLine(answer), content.To)
	if containsSecret(line, content.Data) {
		code, _, _ := strings.Cut(line, " ")
		if !isReplyCode(code) {
			return withheldText
		}
		line = code + " " + withheldText
	}
	return truncated(line, maxAnswer)
}

// withoutRecipient replaces the recipient in a text, in any case of letters.
func withoutRecipient(text, to string) string {
	if to == "" {
		return text
	}
	return regexp.MustCompile("(?i)"+regexp.QuoteMeta(to)).ReplaceAllLiteralString(text, "[recipient]")
}

// containsSecret tells whether text contains a piece of a secret value.
func containsSecret(text string, data map[string]string) bool {
	text = strings.ToLower(text)
	for _, key := range []string{keyLink, keyCode, keyPassword} {
		value := data[key]
		if u, err := url.Parse(value); key == keyLink && err == nil && u.Host != "" {
			value = u.RequestURI() + u.Fragment // the host is not secret, and answers link to help pages
		}
		if containsPiece(text, strings.ToLower(value)) {
			return true
		}
	}
	return false
}

// containsPiece looks for any eight consecutive bytes, since an answer may quote only a part.
func containsPiece(text, value string) bool {
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

func isReplyCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "0123456789") == ""
}

// oneLine replaces control characters, format characters and runs of spaces by single spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, " "), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Zl, unicode.Zp)
	}), " ")
}

// truncated is at most n bytes of s. It does not split a character.
func truncated(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
