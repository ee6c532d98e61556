package docs

import (
	"strings"
	"unicode"
)

// spaced splits a name into words: tenantNotFound becomes "Tenant not found".
func spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		switch {
		case i == 0:
			b.WriteRune(unicode.ToUpper(r))
		case unicode.IsUpper(r):
			b.WriteRune(' ')
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// slug makes an anchor from a title.
func slug(title string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return unicode.ToLower(r)
		}
		return '-'
	}, title), "-")
}

// permissionAnchor is the anchor of a permission. The dot stays: user.read and user:read are two permissions.
func permissionAnchor(name string) string {
	words := strings.Split(name, ".")
	for i, w := range words {
		words[i] = slug(w)
	}
	return strings.Join(words, ".")
}

// titled makes a title from a tag: api-keys becomes API keys; ForgotUser keeps its vendor's spelling.
func titled(tag string) string {
	words := strings.ReplaceAll(tag, "-", " ")
	if rest, ok := strings.CutPrefix(words, "api "); ok {
		return "API " + rest
	}
	return capital(words)
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

func firstSentence(text string) string {
	first, _, cut := strings.Cut(text, ". ")
	if cut {
		return first + "."
	}
	return first
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
