package journeys_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// openTerminal gives both ends of a new terminal: where a person would sit, and where a
// program believes to be.
func openTerminal(t *testing.T) (person, program *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = person.Close() })
	fd := int(person.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = program.Close() })
	return person, program
}

// onATerminal: a person is shown a table.
func onATerminal(s shell) {
	t := s.in.t
	t.Helper()
	person, program := openTerminal(t)
	c := exec.CommandContext(t.Context(), binary, "tenants", "list")
	c.Env = []string{"REKEY_URL=" + s.in.url, "REKEY_API_KEY=" + s.key}
	c.Stdin, c.Stdout, c.Stderr = program, program, program
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	shown := make([]byte, 4096)
	n, err := person.Read(shown)
	if err != nil || !strings.HasPrefix(string(shown[:n]), "id ") || !strings.Contains(string(shown[:n]), "Acme") {
		t.Errorf("the terminal shows %q, %v", shown[:n], err)
	}
}
