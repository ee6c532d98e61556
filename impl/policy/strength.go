package policy

import (
	"math"
	"unicode"
)

const (
	// maxScored bounds the work; further characters could only add strength.
	maxScored = 100
	// maxWord is the longest word that is looked up, in characters.
	maxWord = 32
)

// strengthSteps are the powers of ten of guesses at which the strengths 1 to 4 begin (Wheeler, "zxcvbn:
// Low-Budget Password Strength Estimation", USENIX Security 2016, section 4).
func strengthSteps() [4]float64 { return [4]float64{3, 6, 8, 10} }

// strength is a lower estimate, from 0 to 4, of how many guesses a password resists. It finds the cheapest
// way to build the password from listed words, context words, runs, repetitions and single characters (ten
// guesses each).
func (b *Blocklist) strength(text string, context []string) int {
	guesses := b.guesses([]rune(text), context)
	score := 0
	for _, step := range strengthSteps() {
		if guesses >= step {
			score++
		}
	}
	return score
}

// guesses is the decimal logarithm of the estimated number of guesses.
func (b *Blocklist) guesses(text []rune, context []string) float64 {
	text = text[:min(len(text), maxScored)]
	own := map[string]bool{}
	for _, word := range context {
		own[word] = true
	}
	lower := make([]rune, len(text))
	for i, r := range text {
		lower[i] = unicode.ToLower(r)
	}
	runs := runLengths([]rune(unshift(string(lower))), b.steps)
	spelt := spellings(string(lower))
	at := make([]int, 0, len(text)+1) // byte offsets, the same in all spellings
	for i := range spelt[0] {
		at = append(at, i)
	}
	at = append(at, len(spelt[0]))
	best := make([]float64, len(text)+1) // best[n]: for the first n characters
	for n := 1; n <= len(text); n++ {
		best[n] = best[n-1] + 1
		for from := max(0, n-maxWord); from <= n-minRun; from++ {
			if rank := b.rank(spelt, at[from], at[n], own); rank > 0 {
				best[n] = min(best[n], best[from]+math.Log10(rank)+capitals(text[from:n]))
			}
		}
		if length := runs[n-1]; length >= minRun { // 26 letters to start at, two directions
			best[n] = min(best[n], best[n-length]+math.Log10(52*float64(length)))
		}
		for size := 1; 2*size <= n; size++ {
			if count := countRepeats(lower[:n], size); count > 1 {
				from := n - count*size
				piece := max(best[from+size]-best[from], 0)
				best[n] = min(best[n], best[from]+piece+math.Log10(float64(count)))
			}
		}
	}
	return best[len(text)]
}

// spellings are the text, and the text with look-alikes replaced by letters in both readings of 1. ASCII
// replaces ASCII, so that all have the same length.
func spellings(text string) [3]string {
	return [3]string{text, replaceLookAlikes(text, 'i'), replaceLookAlikes(text, 'l')}
}

// rank is the number of guesses for the word between two offsets, or 0 if no list has it.
func (b *Blocklist) rank(spelt [3]string, from, to int, own map[string]bool) float64 {
	word := spelt[0][from:to]
	if own[word] {
		return 1
	}
	least := 0.0
	for variant, text := range spelt {
		spelling := text[from:to]
		if variant > 0 && spelling == word {
			continue
		}
		for _, list := range []map[string]int{b.passwords(), b.english()} {
			rank := float64(list[spelling])
			if variant > 0 {
				rank *= 2
			}
			if rank > 0 && (least == 0 || rank < least) {
				least = rank
			}
		}
	}
	return least
}

// capitals is what upper-case letters add, in powers of ten: they double the guesses if the first letter
// or all letters are upper case, and otherwise double them for each.
func capitals(word []rune) float64 {
	upper := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	switch {
	case upper == 0:
		return 0
	case upper == len(word) || upper == 1 && unicode.IsUpper(word[0]):
		return math.Log10(2)
	}
	return float64(min(upper, len(word)-upper)) * math.Log10(2)
}

// countRepeats counts how often s ends with its last size characters in a row.
func countRepeats(s []rune, size int) int {
	count := 1
	for end := len(s) - size; end >= size; end -= size {
		for i := range size {
			if s[end-size+i] != s[len(s)-size+i] {
				return count
			}
		}
		count++
	}
	return count
}
