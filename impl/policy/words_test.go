package policy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestWordsAreComparedAsAWhole(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "words.txt")
	list := "\ufeffCorrect Horse Battery\r\n\n  Zeppelin \ncafe\u0301 de la gare\n#hash\nAcme2026\nAcme2026\n"
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	words, err := LoadWords(path)
	if err != nil {
		t.Fatal(err)
	}
	if words.Count() != 5 {
		t.Errorf("%d words", words.Count())
	}
	both, none := NewBlocklist().With(words), NewBlocklist()
	rules := models.PasswordPolicy{MinLength: 1, Wordlist: true}
	for candidate, refused := range seed.InOrder(map[string]bool{
		"correct horse battery": true, "CORRECT HORSE BATTERY": true, "Correct Horse Battery 99!": true,
		"c0rrect h0rse battery": true, "zeppelin": true, "Zeppelin1937!": true, "zeppelinzeppelinzeppelin": true,
		"caf\u00e9 de la gare": true, "#hash": true, "acme2026": true, "ACME2026!": true, "Acme2027": false,
		"correct horse battery staple": false, "my zeppelin flies": false, "": false, "gare": false,
	}) {
		p, err := secret.NewPassword(candidate)
		if err != nil {
			t.Fatal(err)
		}
		if both.OwnListContains(p) != refused {
			t.Errorf("%q: refused is %v", candidate, !refused)
		}
		if none.OwnListContains(p) {
			t.Errorf("%q is on a list that does not exist", candidate)
		}
		found := Check(Input{Policy: rules, Password: p, Blocklist: both})
		if refused && (len(found) != 1 || found[0].Code != Blocklisted || found[0].Params["list"] != "own") {
			t.Errorf("%q: %+v", candidate, found)
		}
		off := rules
		off.Wordlist = false
		if candidate != "" && len(Check(Input{Policy: off, Password: p, Blocklist: both})) > 0 {
			t.Errorf("%q is refused by a rule that is off", candidate)
		}
	}
}

func TestALineThatIsNoPasswordIsNamed(t *testing.T) {
	t.Parallel()
	for name, c := range seed.InOrder(map[string]struct {
		list, want string
		most       int64
	}{
		"not UTF-8":      {"fine\n\nsecret\xff\n", "line 3 is not UTF-8", 1 << 20},
		"NUL":            {"secret\x00\n", "line 1 could not be a password", 1 << 20},
		"too many chars": {"fine\n" + strings.Repeat("s", 1025) + "\n", "line 2 could not be a password", 1 << 20},
		"too many bytes": {"fine\nfine\n" + strings.Repeat("s", 5000), "line 3 is longer", 1 << 20},
		"too large":      {strings.Repeat("secret\n", 10), "the file is larger than 0 MiB", 16},
	}) {
		_, err := readWords(strings.NewReader(c.list), c.most)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "sss") || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := LoadWords(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that does not exist was read")
	}
	longest := strings.Repeat("密", 1024)
	if w, err := readWords(strings.NewReader(longest), 1<<20); err != nil || w.Count() != 1 {
		t.Errorf("the longest password: %v", err)
	}
}
