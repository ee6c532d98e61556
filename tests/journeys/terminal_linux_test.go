package journeys_test

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// seat is a person at a terminal in which a command runs.
type seat struct {
	t      *testing.T
	person *os.File
	c      *exec.Cmd
	screen string
}

// sit starts a command in a terminal of its own.
func (s shell) sit(t *testing.T, args ...string) *seat {
	t.Helper()
	person, program := harness.Terminal(t, 80)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	c := exec.CommandContext(ctx, binary, args...)
	c.Env = []string{"REKEY_URL=" + s.in.url, "REKEY_API_KEY=" + s.key}
	c.Stdin, c.Stdout, c.Stderr = program, program, program
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	_ = program.Close() // so that the screen goes dark when the program ends
	return &seat{t: t, person: person, c: c}
}

// shows waits until the screen does.
func (s *seat) shows(want string) {
	s.t.Helper()
	for more := make([]byte, 4096); !strings.Contains(s.screen, want); {
		n, err := s.person.Read(more)
		if s.screen += string(more[:n]); err != nil {
			s.t.Fatalf("%v; the screen shows %q", err, s.screen)
		}
	}
}

// onATerminal: a person is shown a table, and what he types as a password is not shown.
func onATerminal(s shell) {
	s.in.t.Helper()
	s.in.check("on a terminal a person is shown a table", func(t *testing.T) {
		at := s.sit(t, "tenants", "list")
		at.shows("Acme")
		if err := at.c.Wait(); err != nil || !strings.HasPrefix(at.screen, "id ") {
			t.Errorf("%v; the screen shows %q", err, at.screen)
		}
	})
	s.in.check("a password that he types is set, and not shown", func(t *testing.T) {
		ticket := find(t, s.does("tickets create --purpose reset --medium link --deliver return --only link --user "+s.in.user), `key=([^&]+)$`)
		at := s.sit(t, "tickets", "redeem", "--ticket-file", s.in.file(ticket))
		at.shows("new-password: ")
		if _, err := at.person.WriteString(newPassword + "\n"); err != nil {
			t.Fatal(err)
		}
		at.shows(s.in.user)
		if err := at.c.Wait(); err != nil || strings.Contains(at.screen, newPassword) {
			t.Errorf("%v; the screen shows %q", err, at.screen)
		}
		s.in.alive(s.in.logIn(newPassword))
	})
}
