package policy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// forms lists the forms of a folded password that are compared with the lists. A form is the password
// with or without its symbols, with or without the digits and symbols at its ends, and either whole or
// reduced to the piece that it repeats.
func forms(folded string) []string {
	var out []string
	add := func(form string) {
		if form != "" && !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	for _, text := range []string{folded, removeSymbols(folded)} {
		for _, whole := range []string{text, trimDigitsAndSymbols(text)} {
			piece := repeatedPiece(whole)
			add(whole)
			add(piece)
			add(trimDigitsAndSymbols(piece))
		}
	}
	return out
}

// fold removes differences of case and of compatibility forms, so that spellings of the same word
// become equal.
func fold(s string) string { return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s))) }

// removeSymbols makes "acme-corp" and "acme corp" equal.
func removeSymbols(s string) string {
	return strings.Map(func(r rune) rune {
		if isSymbol(r) {
			return -1
		}
		return r
	}, s)
}

// trimDigitsAndSymbols removes the digits and symbols at both ends.
func trimDigitsAndSymbols(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsDigit(r) || isSymbol(r) })
}

// repeatedPiece returns the shortest piece whose repetition gives s, such as "abc" for "abcabcab": the
// last repetition may be cut off. It returns s if nothing repeats.
func repeatedPiece(s string) string {
	if s == "" {
		return s
	}
	runes := []rune(s)
	border := make([]int, len(runes)) // border[i]: how long a proper prefix of runes[:i+1] is also its suffix, at most
	for i := 1; i < len(runes); i++ {
		n := border[i-1]
		for n > 0 && runes[i] != runes[n] {
			n = border[n-1]
		}
		if runes[i] == runes[n] {
			n++
		}
		border[i] = n
	}
	period := len(runes) - border[len(runes)-1]
	if 2*period > len(runes) {
		return s
	}
	return string(runes[:period])
}

// minContextWord is the least length of a context word, in characters. A shorter word would refuse
// passwords that have nothing to do with it.
const minContextWord = 3

// contextWords returns the context words of the given names: each name, the words that it consists of,
// and the local part if it is a mail address. The words are folded and have no symbols.
func contextWords(lists ...[]string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(word string) {
		if word = removeSymbols(word); utf8.RuneCountInString(word) >= minContextWord && !seen[word] {
			seen[word] = true
			out = append(out, word)
		}
	}
	for _, list := range lists {
		for _, name := range list {
			name = fold(name)
			add(name)
			local, _, _ := strings.Cut(name, "@")
			add(local)
			for _, part := range strings.FieldsFunc(name, isSymbol) {
				add(part)
			}
		}
	}
	return out
}

// isContextWord tells whether a password is nothing but a context word: the word alone or repeated,
// perhaps with digits and symbols around it. The digits at the ends of the context word do not count
// either: "acme2024" as a context word refuses "acme1".
func isContextWord(password string, words []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, form := range forms(removeSymbols(fold(password))) {
		for _, word := range words {
			trimmed := trimDigitsAndSymbols(word)
			if form == word || form == trimmed && utf8.RuneCountInString(trimmed) >= minContextWord {
				return true
			}
		}
	}
	return false
}
