// Package spelling suggests the known name that an unknown one was probably meant to be.
//
// The contract check uses it for members of a request, and the configuration for settings. A
// suggestion is a hint in an error: nothing may act on it.
//
// The distance is written here: it is twenty lines that do not change, and a library would replace
// no more than these. The rules around it, which decide, would stay.
package spelling

import (
	"iter"
	"unicode"
)

// longest is the longest name that is compared. A longer one is not a typing error.
const longest = 64

// Near returns the declared name that was probably meant: the nearest one that differs by at
// most that many characters. It is empty if there is none.
func Near(name string, declared iter.Seq[string], most int) string {
	if len(name) > longest {
		return ""
	}
	best, least := "", most+1
	folded := fold(name)
	for known := range declared {
		d := distance(folded, fold(known))
		if d > 0 && 3*d > len([]rune(known)) { // a short name that differs by a third is another name
			continue
		}
		if d < least || d == least && best != "" && known < best {
			best, least = known, d
		}
	}
	return best
}

// fold removes what different spellings of one name differ in: mustChange, must_change and
// MUST-CHANGE become equal.
func fold(name string) []rune {
	var out []rune
	for _, r := range name {
		if r == '_' || r == '-' || r == '.' || r == ' ' {
			continue
		}
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		out = append(out, least)
	}
	return out
}

// distance counts the characters to insert, delete, replace or swap with their neighbour
// (optimal string alignment).
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
