package vendors_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// vendor is one whose customers' programs are played; the guide for moving from it has a table of what became of them.
type vendor struct {
	name    string   // of the surface and the guide
	title   string   // as people know it
	clients []client // the columns of the table
	stories []story  // its rows
	tls     bool     // whether its clients speak nothing but https

	// settle makes what a client needs, and tells the environment of its program.
	settle func(t *testing.T, in *installation, c client) []string
	guide  func(t *testing.T, in *installation) // plays the programs of the guide; nil if it has none
}

// vendors are all of them. To add a client, write its programs into a folder, its installation into install.sh, and a
// line in the vendor's own file.
func vendors() []vendor { return []vendor{zitadel(), wristband(), boomi(), entrust()} }

// client is a way in which a program of the vendor's customer talks to the service.
type client struct {
	name    string   // a column of the guide's table
	folder  string   // its programs
	command []string // plays the stories that it is given
	keyFile bool     // whether it logs in by a key file
	tells   []string // the stories that it has; all of them unless it says which
	slow    bool     // takes too long to build for make check
}

// story is a row of the table: its name in the programs, and what happens in it.
type story struct{ name, tells string }

// python is the interpreter that has the vendors' packages.
const python = archives + "/python/bin/python"

// generatorsPython has what the clients of generators need.
const generatorsPython = "../../.tools/generators/python/bin/python"

// played are the names of the stories that a client has.
func (v vendor) played(c client) []string {
	var names []string
	for _, s := range v.stories {
		if c.tells == nil || slices.Contains(c.tells, s.name) {
			names = append(names, s.name)
		}
	}
	return names
}

// ending is how a story ended, as the program says.
type ending struct {
	Story  string `json:"story"`
	Result string `json:"result"`
	Why    string `json:"why"`
}

// play runs the program with the stories.
func (c client) play(t *testing.T, environment, stories []string) []ending {
	t.Helper()
	program := exec.CommandContext(t.Context(), c.command[0], slices.Concat(c.command[1:], stories)...)
	program.Dir = c.folder
	program.Env = append(os.Environ(), environment...)
	var out, errs bytes.Buffer
	program.Stdout, program.Stderr = &out, &errs
	if err := program.Run(); err != nil {
		t.Errorf("%s: %v\n%s", strings.Join(c.command, " "), err, errs.String())
	}
	var endings []ending
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e ending
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Errorf("%q: %v", lines.Text(), err)
			continue
		}
		endings = append(endings, e)
	}
	for _, name := range stories {
		if !slices.ContainsFunc(endings, func(e ending) bool { return e.Story == name }) {
			t.Errorf("%s: the program did not say how it ended\n%s", name, errs.String())
		}
	}
	return endings
}
