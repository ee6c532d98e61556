package console_test

import (
	"context"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/tests/seed"
)

// model is the parser's view of the commands.
func (s *stage) model() *kong.Application {
	s.t.Helper()
	k, err := kong.New(&struct{}{}, append(s.console().Options(), kong.Name("rekey"))...)
	if err != nil {
		s.t.Fatal(err)
	}
	return k.Model
}

// TestBashCompletes asks bash itself.
func TestBashCompletes(t *testing.T) {
	t.Parallel()
	script := console.Completion(newStage(t).model(), "bash")
	for typed, want := range seed.InOrder(map[string]string{
		"rekey ":                               "audit events notes users --help",
		"rekey us":                             "users",
		"rekey users ":                         "create delete get list password update --help",
		"rekey users password ":                "set --help",
		"rekey users create --pass":            "--password-file --password-env",
		"rekey users create --username users ": "", // the flags, see below
		"rekey users list --te":                "--tenant",
		"rekey nope ":                          "audit events notes users --help",
	}) {
		words := strings.Split(typed, " ")
		run := exec.CommandContext(context.Background(), "bash", "-c", script+`
COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _rekey; echo "${COMPREPLY[*]}"`)
		run.Args = append(append(run.Args, "bash"), words...)
		out, err := run.CombinedOutput()
		got := strings.Fields(string(out))
		if want == "" && slices.Contains(got, "--password-file") {
			continue
		}
		if slices.Sort(got); err != nil || !slices.Equal(got, slices.Sorted(slices.Values(strings.Fields(want)))) {
			t.Errorf("%q: %v %v, want %s", typed, err, got, want)
		}
	}
}

// TestCompletionsAreScripts: where a shell is, it reads its script.
func TestCompletionsAreScripts(t *testing.T) {
	t.Parallel()
	model := newStage(t).model()
	for _, shell := range console.Shells() {
		script := console.Completion(model, shell)
		if !strings.Contains(script, "users password set") || !strings.Contains(script, "idempotency-key") {
			t.Errorf("%s: commands or flags are missing:\n%s", shell, script)
		}
		path, err := exec.LookPath(shell)
		if err != nil {
			continue
		}
		check := exec.CommandContext(context.Background(), path, "-n", "/dev/stdin")
		check.Stdin = strings.NewReader(script)
		if out, err := check.CombinedOutput(); err != nil {
			t.Errorf("%s: %v %s", shell, err, out)
		}
	}
}
