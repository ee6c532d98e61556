package journeys_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

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

// onATerminal: a person is shown a table, and what he types as a password is not shown.
func onATerminal(s shell) {
	t := s.in.t
	t.Helper()
	seat := func(args ...string) (*os.File, *exec.Cmd) {
		person, program := openTerminal(t)
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		t.Cleanup(cancel)
		c := exec.CommandContext(ctx, binary, args...)
		c.Env = []string{"REKEY_URL=" + s.in.url, "REKEY_API_KEY=" + s.key}
		c.Stdin, c.Stdout, c.Stderr = program, program, program
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		_ = program.Close() // so that the screen goes dark when the program ends
		return person, c
	}
	screen := ""
	shows := func(person *os.File, want string) {
		t.Helper()
		for more := make([]byte, 4096); !strings.Contains(screen, want); {
			n, err := person.Read(more)
			if screen += string(more[:n]); err != nil {
				t.Fatalf("%v; the screen shows %q", err, screen)
			}
		}
	}
	person, c := seat("tenants", "list")
	shows(person, "Acme")
	if err := c.Wait(); err != nil || !strings.HasPrefix(screen, "id ") {
		t.Errorf("%v; the screen shows %q", err, screen)
	}

	ticket := find(t, s.does("tickets create --purpose reset --medium link --deliver return --only link --user "+s.in.user), `key=([^&]+)$`)
	screen = ""
	person, c = seat("tickets", "redeem", "--ticket-file", s.in.file(ticket))
	shows(person, "new-password: ")
	if _, err := person.WriteString(newPassword + "\n"); err != nil {
		t.Fatal(err)
	}
	shows(person, s.in.user)
	if err := c.Wait(); err != nil || strings.Contains(screen, newPassword) {
		t.Errorf("%v; the screen shows %q", err, screen)
	}
	s.in.alive(s.in.logIn(newPassword))
}
