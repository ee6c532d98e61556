package docs_test

import (
	"strings"
	"testing"
)

// TestAFlawOfAPageIsFound plants one flaw after the other into a page that is right.
func TestAFlawOfAPageIsFound(t *testing.T) {
	t.Parallel()
	const right = "# A page\n\n<!-- samples: twice -->\n<!-- sample: file in.json -->\n```json\n{\"id\": \"7\"}\n```\n\n" +
		"```sh\nWHO=you\necho 'hello' \"$WHO\"\n# -> hello you\necho 0192f3a4-5b6c-7d8e-9f01-23456789abcd\n# -> 7f1d62c6-8b0a-4a53-9a52-6e0f5a7f2f11\n```\n\n" +
		"```sh\ncat in.json\necho \"good-bye $WHO\"\n```\n\n```text\n{\"id\": …}\ngood-bye   you\n```\n\n" +
		"<!-- sample: parsed this machine must not be halted -->\n```sh\nhalt\n```\n"
	if wrong := tried(t, right); wrong != "" {
		t.Fatalf("the right page: %s", wrong)
	}
	for _, flaw := range []struct{ name, old, new, want string }{
		{"a command fails", "WHO=you\n", "WHO=you\nfalse\n", "exit status 1"},
		{"in a pipe, too", "WHO=you\n", "WHO=you\nfalse | cat\n", "exit status 1"},
		{"a variable is not set", "WHO=you\n", "", "WHO: unbound variable"},
		{"another output", "# -> hello you", "# -> hello there", "but it prints\nhello you"},
		{"another shape", "# -> 7f1d62c6-", "# -> ", "but it prints"},
		{"more is printed than shown", "echo 'hello'", "echo first\necho 'hello'", "but it prints\nfirst"},
		{"another text", "good-bye   you", "good-bye", "but it prints"},
		{"a text after nothing", "```sh\ncat", "```text\ncat", "no way of being run"},
		{"no shell at all", "echo 'hello' ", "echo 'hello ", "bash -n"},
		{"no shell, and not run", "halt\n", "halt (\n", "bash -n"},
		{"no reason", "parsed this machine must not be halted", "parsed", "needs a reason"},
		{"no JSON", "{\"id\": \"7\"}", "{\"id\": 7", "not JSON"},
		{"a file for nobody", "cat in.json", "echo '{\"id\": 7}'", "no command of the page uses"},
		{"no such way", "sample: file", "sample: flie", "no way to use a sample"},
		{"an unreadable mark", "<!-- sample: file in.json -->", "<!-- sample file in.json -->", "cannot be read"},
		{"no language", "```json", "```", "without a language"},
		{"a language that nobody runs", "```sh\ncat", "```fortran\ncat", "no way of being run"},
		{"an indented block", "# A page\n", "# A page\n\n    rm -rf .\n", "an indented block"},
		{"a block without end", "halt\n```\n", "halt\n", "does not end"},
		{"not in that file", "sample: file in.json", "sample: like README.md", "does not stand so"},
		{"not of that schema", "sample: file in.json", "sample: schema rekeyProblem", "is no rekeyProblem"},
		{"no such schema", "sample: file in.json", "sample: schema rekeyNothing", "no schema"},
		{"once only", "WHO=you\n", "WHO=you\nmkdir once\n", "File exists"},
	} {
		t.Run(flaw.name, func(t *testing.T) {
			t.Parallel()
			if !strings.Contains(right, flaw.old) {
				t.Fatal("the page has no such place")
			}
			if wrong := tried(t, strings.Replace(right, flaw.old, flaw.new, 1)); !strings.Contains(wrong, flaw.want) {
				t.Errorf("found %q, not %q", wrong, flaw.want)
			}
		})
	}
}

// tried is what is wrong with a page.
func tried(t *testing.T, text string) string {
	t.Helper()
	p, wrong := parsePage("page.md", text)
	if len(wrong) == 0 {
		wrong = playedPage(t, p).wrong
	}
	return strings.Join(wrong, "\n")
}
