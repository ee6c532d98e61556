package policy

import (
	"strings"
	"unicode/utf8"
)

const (
	minRun  = 3 // characters of one run, such as "qwe"
	minRuns = 6 // characters of a candidate that consists of runs
	// maxRepeatedPiece is the length in characters up to which any repeated piece is refused: "1212...",
	// "abcdabcd...". Lists of passwords in use have such strings only in ASCII.
	maxRepeatedPiece = 4
)

// keyboards are the alphabet and the rows and columns of common keyboards. A run goes along one of them in
// either direction.
func keyboards() []string {
	return []string{
		"abcdefghijklmnopqrstuvwxyz", "01234567890",
		"qwertyuiop", "asdfghjkl;'", "zxcvbnm,./", // rows
		"1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/", // columns
		"qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn",
	}
}

// unshift replaces the shifted characters of the number row by their digits.
func unshift(s string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune("!@#$%^&*()", r); i >= 0 {
			return rune("1234567890"[i])
		}
		return r
	}, s)
}

// isPattern tells whether a folded candidate consists of runs ("qwertyuiop123"), of two alternating runs
// ("1q2w3e4r"), of runs with each character doubled, or of a few repeated characters.
func isPattern(s string, steps map[[2]rune]bool) bool {
	if utf8.RuneCountInString(s) < minRuns {
		return false
	}
	if piece := repeatedPiece(s); piece != s && len(piece) <= maxRepeatedPiece && isASCII(piece) {
		return true
	}
	s = unshift(s)
	var turns [2][]rune
	var single []rune
	for i, r := range []rune(s) {
		turns[i%2] = append(turns[i%2], r)
		if len(single) == 0 || single[len(single)-1] != r {
			single = append(single, r)
		}
	}
	return allRuns([]rune(s), steps) || allRuns(single, steps) ||
		allRuns(turns[0], steps) && allRuns(turns[1], steps)
}

// allRuns tells whether s can be split completely into runs of at least minRun characters.
func allRuns(s []rune, steps map[[2]rune]bool) bool {
	lengths := runLengths(s, steps)
	split := make([]int, len(s)+1) // split[n]: the greatest m <= n such that the first m characters split
	for n := 1; n <= len(s); n++ {
		split[n] = split[n-1]
		if m := split[max(n-minRun, 0)]; n-m >= minRun && m >= n-lengths[n-1] {
			split[n] = n
		}
	}
	return len(s) >= minRun && split[len(s)] == len(s)
}

// runLengths is, for each character, the length of the longest run that ends there.
func runLengths(s []rune, steps map[[2]rune]bool) []int {
	lengths := make([]int, len(s))
	up, down := 0, 0
	for i := range s {
		up, down = up+1, down+1
		if i == 0 || !steps[[2]rune{s[i-1], s[i]}] {
			up = 1
		}
		if i == 0 || !steps[[2]rune{s[i], s[i-1]}] {
			down = 1
		}
		lengths[i] = max(up, down)
	}
	return lengths
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
