package docs_test

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// cut is printed where a page shows what was printed so far: an ASCII record separator.
const cut = "\x1e"

// shownOf lists what the comments "# -> text" of a block show, one text for each run of them.
func shownOf(b *block) []string {
	var shown []string
	going := false
	for _, line := range strings.Split(b.text, "\n") {
		text, ok := strings.CutPrefix(line, "# -> ")
		switch {
		case ok && going:
			shown[len(shown)-1] += "\n" + text
		case ok:
			shown = append(shown, text)
		}
		going = ok
	}
	return shown
}

// withCuts puts a command that prints the cut before each such comment.
func withCuts(text string) string {
	var out strings.Builder
	going := false
	for _, line := range strings.SplitAfter(text, "\n") {
		is := strings.HasPrefix(line, "# -> ")
		if is && !going {
			out.WriteString("printf '\\036'\n")
		}
		going = is
		out.WriteString(line)
	}
	return out.String()
}

// developer goes to where the source is, with what Go has compiled already.
var developer = sync.OnceValue(func() string {
	here, err := filepath.Abs(root)
	if err != nil {
		panic(err) // there is no working folder
	}
	known := []string{"GOCACHE", "GOMODCACHE", "GOFLAGS", "CGO_ENABLED"}
	said, err := exec.CommandContext(context.Background(), "go", append([]string{"env"}, known...)...).Output()
	if err != nil {
		return "echo 'there is no Go here' >&2; false"
	}
	command := fmt.Sprintf("cd %q; export", here)
	for i, value := range strings.Split(strings.TrimSuffix(string(said), "\n"), "\n") {
		command += fmt.Sprintf(" %s=%q", known[i], value)
	}
	return command
})

// script runs the blocks of a page one after the other in one shell, as a reader does who
// pastes them: variables stay, and the first failure ends it. What block n printed is in
// the files n.out and n.err of the folder.
func script(blocks []*block, folder, address string) string {
	var s strings.Builder
	s.WriteString("set -euo pipefail\nservice=\n" +
		"end_service() { if [ -n \"$service\" ]; then kill \"$service\"; wait \"$service\" || return; service=; fi; }\n")
	for n, b := range blocks {
		out := filepath.Join(folder, fmt.Sprint(n))
		input := "/dev/null"
		switch b.mark.verb {
		case "stdin":
			input = out + ".in"
		case "stays":
			// exec: the shell's child is the service itself, which gets the signal that ends it.
			fmt.Fprintf(&s, "end_service\n( exec >%[1]s.out 2>%[1]s.err </dev/null\nexec %[2]s ) &\nservice=$!\n"+
				"until curl -sf -o /dev/null http://%[3]s/readyz; do kill -0 $service || { echo 'it ended' >>%[1]s.err; false; }; sleep 0.1; done\n",
				out, strings.TrimSpace(b.text), address)
			continue
		case "stopped":
			s.WriteString("end_service\n")
		case "source":
			fmt.Fprintf(&s, "( %s\n%s) >%[3]s.out 2>%[3]s.err <%[4]s\n", developer(), withCuts(b.text), out, input)
			continue
		}
		fmt.Fprintf(&s, "{\n%s} >%[2]s.out 2>%[2]s.err <%[3]s\n", withCuts(b.text), out, input)
	}
	s.WriteString("end_service\n")
	return s.String()
}
