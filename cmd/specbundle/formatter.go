package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
)

// frame has the text around statements that makes them a source file for the language's formatter.
type frame struct {
	open, end string
	comment   string
	indent    string // indentation of the statements, in the source file as well
}

var frames = map[string]frame{
	"java":   {"class All {\nvoid all() throws Exception {\n", "}\n}\n", "//", "    "},
	"python": {"", "", "#", ""},
}

// reformat formats all snippets with the usual formatter of the language, in one run, so that the
// documentation looks as readers of that language expect.
func reformat(language, formatter string, all []snippet) error {
	f, ok := frames[language]
	if !ok {
		return fmt.Errorf("it is not known how a formatter is given statements of %s", language)
	}
	mark := f.comment + " next"
	var given bytes.Buffer
	given.WriteString(f.open)
	for _, s := range all {
		fmt.Fprintf(&given, "%s\n%s\n", mark, s.Text)
	}
	given.WriteString(f.comment + " over\n" + f.end)
	words := strings.Fields(formatter)
	command := exec.Command(words[0], words[1:]...)
	command.Stdin = &given
	var complaints bytes.Buffer
	command.Stderr = &complaints
	out, err := command.Output()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", formatter, err, complaints.String())
	}
	text, _, _ := strings.Cut("\n"+string(out), "\n"+f.indent+f.comment+" over\n")
	parts := strings.Split(text, "\n"+f.indent+mark+"\n")[1:]
	if len(parts) != len(all) {
		return fmt.Errorf("%s: %d statements were given, and %d came back", formatter, len(all), len(parts))
	}
	for i, part := range parts {
		all[i].Text = strings.TrimSpace(strings.ReplaceAll("\n"+part, "\n"+f.indent, "\n"))
	}
	return nil
}
