package policy

import (
	"math"
	"unicode"
)

const (
	// maxScored bounds the work; the points beyond it could only add strength.
	maxScored = 100
	// maxWord is the longest word looked up.
	maxWord = 32
)

// strengthSteps are the powers of ten of guesses at which the scores 1 to 4 begin,
// those of Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX
// Security 2016, section 4.
func strengthSteps() [4]float64 { return [4]float64{3, 6, 8, 10} }

// strength estimates from below, on the scale 0 to 4, how many guesses a password
// withstands: the cheapest way to build it from listed words, context words, runs,
// repetitions and single characters (ten guesses each).
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

// guesses is the decimal logarithm of the estimate.
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
	best := make([]float64, len(text)+1) // best[n]: of the first n characters
	for n := 1; n <= len(text); n++ {
		best[n] = best[n-1] + 1
		for from := max(0, n-maxWord); from <= n-minRun; from++ {
			if rank := b.rank(spelt, at[from], at[n], own); rank > 0 {
				best[n] = min(best[n], best[from]+math.Log10(rank)+capitals(text[from:n]))
			}
		}
		if length := runs[n-1]; length >= minRun { // any start, either direction
			best[n] = min(best[n], best[n-length]+math.Log10(52*float64(length)))
		}
		for size := 1; 2*size <= n; size++ {
			if count := repeats(lower[:n], size); count > 1 {
				from := n - count*size
				piece := max(best[from+size]-best[from], 0)
				best[n] = min(best[n], best[from]+piece+math.Log10(float64(count)))
			}
		}
	}
	return best[len(text)]
}

// spellings are the text itself and with look-alikes undone, ASCII for ASCII.
func spellings(text string) [3]string { return [3]string{text, plain(text, 'i'), plain(text, 'l')} }

// rank is the number of guesses for the word at these bytes; 0 if it is in no list.
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

// capitals is what upper-case letters add to a word, in powers of ten: twice the
// guesses for a first or for all letters, else twice for each.
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

// repeats counts how often the last size characters of s stand at its end in a row.
func repeats(s []rune, size int) int {
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
