package policy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold makes equal what people see as the same word: it removes differences of case and of compatibility
// forms.
func fold(s string) string { return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s))) }

// forms lists the forms of a folded candidate that are compared with the lists: the candidate, the same
// without the digits and symbols around it, and the piece that it repeats; each also without separators.
func forms(candidate string) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, whole := range []string{candidate, squeeze(candidate)} {
		for _, s := range []string{whole, trim(whole)} {
			piece := unit(s)
			add(s)
			add(piece)
			add(trim(piece))
		}
	}
	return out
}

// trim removes digits and symbols at both ends.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsDigit(r) || symbol(r) })
}

// unit is the shortest piece whose repetition gives s; the last one may be cut off. It is s if nothing
// repeats.
func unit(s string) string {
	runes := []rune(s)
	border := make([]int, len(runes)) // length of the longest proper prefix that is a suffix too
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
	if len(runes) == 0 {
		return s
	}
	period := len(runes) - border[len(runes)-1]
	if 2*period > len(runes) {
		return s
	}
	return string(runes[:period])
}

// squeeze removes symbols, so that "acme corp" equals "acme-corp".
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if symbol(r) {
			return -1
		}
		return r
	}, s)
}

// minContext is the least length of a context word. A shorter one would refuse passwords that only
// resemble it.
const minContext = 3

// contextWords folds the names and adds their parts: the words of a name, and the local part of a mail
// address.
func contextWords(lists ...[]string) []string {
	seen := map[string]bool{}
	var out []string
	add := func(word string) {
		if word = squeeze(word); utf8.RuneCountInString(word) >= minContext && !seen[word] {
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
			for _, part := range strings.FieldsFunc(name, symbol) {
				add(part)
			}
		}
	}
	return out
}

// madeOfContext tells whether the candidate is a context word: alone, repeated, or with digits and symbols
// around it.
func madeOfContext(text string, words []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, form := range forms(squeeze(fold(text))) {
		for _, word := range words {
			bare := trim(word)
			if form == word || utf8.RuneCountInString(bare) >= minContext && form == bare {
				return true
			}
		}
	}
	return false
}
