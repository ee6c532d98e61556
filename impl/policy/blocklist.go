package policy

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ccojocar/zxcvbn-go/data"

	"github.com/rekeyhq/rekey/impl/secret"
)

// minTrimmed is the least length of a listed word that counts without its digits too.
const minTrimmed = 4

// Blocklist holds common passwords and the patterns of common passwords (SP 800-63B-4 section 3.1.1.2,
// ASVS 5.0 6.2.4). Its lists are read at their first use. It is safe for concurrent use.
type Blocklist struct {
	steps     map[[2]rune]bool
	passwords func() map[string]int // folded word to rank, 1 the most common
	english   func() map[string]int // only for the estimate of the strength
	own       *Words                // the operator's; nil: none
}

// With returns a blocklist that has the operator's list too.
func (b *Blocklist) With(own *Words) *Blocklist {
	both := *b
	both.own = own
	return &both
}

// OwnListContains tells whether the password is on the operator's list.
func (b *Blocklist) OwnListContains(password secret.Password) bool {
	return b.own != nil && b.own.contains(password)
}

// NewBlocklist makes a Blocklist. The lists are not read yet.
func NewBlocklist() *Blocklist {
	steps := map[[2]rune]bool{}
	for _, row := range keyboards() {
		keys := []rune(row)
		for i := 1; i < len(keys); i++ {
			steps[[2]rune{keys[i-1], keys[i]}] = true
		}
	}
	return &Blocklist{
		steps:     steps,
		passwords: commonPasswords,
		english:   englishWords,
	}
}

// All Blocklists of a process share the lists, which never change.
var (
	commonPasswords = sync.OnceValue(func() map[string]int { return ranked("data/Passwords.json") })
	englishWords    = sync.OnceValue(func() map[string]int { return ranked("data/English.json") })
)

// ranked reads a list of words, the most common first. Of the library only the data is used: importing
// its estimator parses all lists at the start (100 ms), and it takes seconds for 100 characters that look
// like letters.
func ranked(asset string) map[string]int {
	var file struct{ List []string }
	raw, err := data.Asset(asset)
	if err == nil {
		err = json.Unmarshal(raw, &file)
	}
	if err != nil {
		panic(fmt.Sprintf("policy: the list %s compiled into the program cannot be read: %v", asset, err))
	}
	ranks := make(map[string]int, len(file.List))
	for i, word := range file.List {
		word = fold(word)
		// A listed "baker1" stands for "baker2" and "baker1!!" as well.
		for _, form := range []string{word, trimDigitsAndSymbols(word)} {
			if _, known := ranks[form]; !known && (form == word || utf8.RuneCountInString(form) >= minTrimmed) {
				ranks[form] = i + 1
			}
		}
	}
	return ranks
}

// Contains tells whether the password as a whole is a common one: as listed, with digits and symbols
// around it, with letters replaced by look-alikes, repeated, or made of runs along the alphabet or a
// keyboard. A passphrase that merely contains a listed word is not common.
func (b *Blocklist) Contains(password secret.Password) bool {
	words := b.passwords()
	for _, form := range forms(fold(password.Reveal())) {
		for _, word := range spellings(form) {
			if words[word] > 0 {
				return true
			}
		}
		if isPattern(form, b.steps) {
			return true
		}
	}
	return false
}

// replaceLookAlikes replaces digits and symbols by the letters that they usually stand for. The letter one
// is what 1, ! and | stand for: i or l.
func replaceLookAlikes(s string, one rune) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '4', '@':
			return 'a'
		case '3':
			return 'e'
		case '1', '!', '|':
			return one
		case '0':
			return 'o'
		case '5', '$':
			return 's'
		case '7', '+':
			return 't'
		}
		return r
	}, s)
}
