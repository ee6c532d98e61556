package policy

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rekeyhq/rekey/impl/secret"
)

const (
	maxWordsFile = 16 << 20  // bytes: about 1.5 million passwords
	maxWordsLine = 4<<10 + 8 // bytes: no password is longer
)

// Words is the operator's list of passwords to refuse, besides the common ones. They are compared as a
// whole: as typed, with digits and symbols around them, and with letters replaced by look-alikes.
type Words struct{ folded []string } // sorted

// LoadWords reads a file with one password on each line, in UTF-8. Empty lines are ignored. There are no
// comments, since a password may begin with any character.
func LoadWords(path string) (*Words, error) {
	f, err := os.Open(path) // #nosec G304 -- the path is the operator's setting
	if err != nil {
		return nil, errors.New("the file cannot be opened") // the setting has its name
	}
	defer func() { _ = f.Close() }()
	return readWords(f, maxWordsFile)
}

// readWords names the line that is wrong in its errors, never the text of the line.
func readWords(r io.Reader, most int64) (*Words, error) {
	limited := &io.LimitedReader{R: r, N: most + 1}
	lines := bufio.NewScanner(limited)
	lines.Buffer(make([]byte, 0, maxWordsLine), maxWordsLine)
	w := &Words{}
	n := 0
	for lines.Scan() {
		n++
		line := lines.Bytes()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if limited.N <= 0 {
			return nil, fmt.Errorf("the file is larger than %d MiB", most>>20)
		}
		if !utf8.Valid(line) {
			return nil, fmt.Errorf("line %d is not UTF-8", n)
		}
		password, err := secret.NewPassword(strings.TrimSpace(string(line))) // to NFC, like every password
		if err != nil {
			return nil, fmt.Errorf("line %d could not be a password: it is too long, or holds NUL", n)
		}
		if !password.Empty() {
			w.folded = append(w.folded, fold(password.Reveal()))
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d is longer than a password can be, or cannot be read", n+1)
	}
	slices.Sort(w.folded)
	w.folded = slices.Clip(slices.Compact(w.folded))
	return w, nil
}

// Count is the number of passwords on the list.
func (w *Words) Count() int { return len(w.folded) }

// contains tells whether a form of the password is on the list.
func (w *Words) contains(password secret.Password) bool {
	for _, form := range forms(fold(password.Reveal())) {
		for _, spelling := range spellings(form) {
			if _, listed := slices.BinarySearch(w.folded, spelling); listed {
				return true
			}
		}
	}
	return false
}
