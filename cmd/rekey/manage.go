package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/spec"
)

// console makes the commands that manage a service by its native surface.
func (p *program) console() (*console.Console, error) {
	own, err := spec.Load("rekey")
	if err != nil {
		return nil, err
	}
	d := console.Deps{
		Spec: own, In: p.in, Out: p.out, Err: p.err, Environment: os.Getenv, Agent: "rekey/" + own.Info.Version,
		Transport: http.DefaultTransport, Terminal: isTerminal(p.out), Width: p.width, Wait: wait, Local: slices.Concat(p.auditCommands(), p.programCommands()),
	}
	if isTerminal(p.in) {
		d.Prompt = p.prompt
	}
	return console.New(d)
}

// width returns the columns of the terminal of the output; 0 if the output is not a terminal.
func (p *program) width() int {
	f, ok := p.out.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// prompt asks on standard error, since standard output may be redirected. The echo is switched
// off before the question is shown, since the user may type as soon as it appears.
func (p *program) prompt(label string) (typed secret.Text, err error) {
	fd := int(os.Stdin.Fd())
	before, err := term.MakeRaw(fd)
	if err != nil {
		return typed, err
	}
	defer func() { err = errors.Join(err, term.Restore(fd, before)) }()
	text, err := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{p.in, p.err}, "").ReadPassword(label + ": ")
	if errors.Is(err, io.EOF) { // Ctrl-C and Ctrl-D
		return typed, errors.New("nothing was entered")
	}
	return secret.NewText(text), err
}

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

type completionCommand struct {
	Shell string `arg:"" enum:"${shells}" help:"One of ${enum}."`
}

// Help is the long text of rekey completion --help.
func (completionCommand) Help() string {
	return "The script completes commands and flags without calling rekey. Load it with:\n\n" +
		"    source <(rekey completion bash)\n    source <(rekey completion zsh)\n    rekey completion fish | source"
}

func (c *completionCommand) Run(p *program, k *kong.Kong) error {
	_, err := fmt.Fprint(p.out, console.Completion(k.Model, c.Shell))
	return err
}
