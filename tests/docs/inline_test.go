package docs_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var (
	inline = regexp.MustCompile("`(?:bin/)?(rekey [a-z][^`]*)`")
	flag   = regexp.MustCompile(`--[a-z][a-z0-9-]*`)
)

// TestCommandsInSentencesExist: what a page names in passing has no output to compare, but
// the command and its flags must be there.
func TestCommandsInSentencesExist(t *testing.T) {
	t.Parallel()
	var help sync.Map
	helpOf := func(words string) string {
		if known, ok := help.Load(words); ok {
			return known.(string)
		}
		c := exec.CommandContext(context.WithoutCancel(t.Context()), binary, append(strings.Fields(words), "--help")...)
		said, _ := c.CombinedOutput() // an unknown command has no help, and says so
		help.Store(words, string(said))
		return string(said)
	}
	found := 0
	for _, name := range pages(t) {
		raw, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inline.FindAllStringSubmatch(string(raw), -1) {
			found++
			said := helpOf(commandOf(m[1]))
			if !strings.HasPrefix(said, "Usage: rekey "+commandOf(m[1])) {
				t.Errorf("%s: `%s` is no command", name, m[1])
				continue
			}
			for _, f := range flag.FindAllString(m[1], -1) {
				if f != "--help" && !strings.Contains(strings.ReplaceAll(said, "--[no-]", "--no-"), f) &&
					!strings.Contains(strings.ReplaceAll(said, "--[no-]", "--"), f) {
					t.Errorf("%s: `%s`: there is no %s", name, m[1], f)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no page names a command")
	}
}

// commandOf is the command without its arguments: at most two words in small letters.
func commandOf(text string) string {
	var words []string
	for _, w := range strings.Fields(text)[1:] {
		if !regexp.MustCompile(`^[a-z][a-z-]*$`).MatchString(w) || len(words) == 2 {
			break
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}
