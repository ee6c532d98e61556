package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/service"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/impl/transfer"
)

type importCommand struct {
	settings
	File         string `arg:"" help:"JSON lines; - is standard input."`
	Tenant       string `placeholder:"ID|NAME" help:"Tenant of lines without one; default: the default tenant."`
	DryRun       bool   `help:"Check every line and write nothing."`
	SkipExisting bool   `help:"Skip users whose name the tenant has already, so that an import can be run again."`
	MaxErrors    int    `default:"100" help:"Stop after this number of refused lines."`
}

// Help is the long text of rekey import --help.
func (importCommand) Help() string {
	return transfer.Format + `

Lines are written in batches of 100, each in one transaction. A refused line is reported with its number and does not affect the others; the exit code is then 1. No mail is sent and no password is checked against the policy: hashes are imported unchanged, and renewed at the next login.`
}

// Validate is called by the parser.
func (c *importCommand) Validate() error {
	if c.MaxErrors < 1 {
		return errors.New("--max-errors must be at least 1")
	}
	return nil
}

func (c *importCommand) Run(p *program) error {
	from := p.in
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		from = f
	}
	return c.offline(p, func(i *service.Instance) error {
		verb := map[bool]string{false: "imported", true: "can be imported"}[c.DryRun]
		progress := p.progress()
		done, err := transfer.Import{
			Accounts: i.Core.Accounts, From: from, Tenant: c.Tenant, DryRun: c.DryRun, SkipExisting: c.SkipExisting,
			MaxErrors: c.MaxErrors, Refuse: func(line int, why error) { progress.Clear(); fmt.Fprintf(p.err, "line %d: %v\n", line, why) },
			Batch: func(d transfer.Imported) {
				progress.Show("%d users %s, %d were there already, %d lines refused ...", d.Users, verb, d.Skipped, d.Refused)
			},
		}.Run(setup.AsOperator(p, "import"))
		progress.Clear()
		fmt.Fprintf(p.out, "%d users %s, %d were there already, %d lines refused.\n", done.Users, verb, done.Skipped, done.Refused)
		if done.Mute > 0 {
			fmt.Fprintf(p.out, "Without a verified e-mail address: %d. No mail with a link or a code reaches them.\n", done.Mute)
		}
		if err == nil && done.Refused > 0 {
			err = errReported
		}
		return err
	})
}

type exportCommand struct {
	settings
	Tenant string `placeholder:"ID" help:"Only the users of this tenant."`
	Hashes bool   `help:"Include password hashes and second factors. With these and the secret file, passwords can be guessed and codes computed."`
	Output string `short:"o" placeholder:"FILE" help:"Write a new file, readable by its owner only, instead of standard output."`
}

// Help is the long text of rekey export --help.
func (exportCommand) Help() string {
	return "The lines are what rekey import reads:\n\n" + transfer.Format + `

Hashes and second factors that this installation made can only be checked with its secret file; hashKey and key name it.`
}

func (c *exportCommand) Run(p *program) (err error) {
	var to io.Writer = p.out
	if c.Output != "" {
		f, err := os.OpenFile(c.Output, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		to = f
	}
	return c.offline(p, func(i *service.Instance) error {
		progress := p.progress()
		count, err := transfer.Export{
			Accounts: i.Core.Accounts, To: to, TenantID: c.Tenant, Hashes: c.Hashes,
			Batch: func(users int) {
				if c.Output != "" { // otherwise the lines are shown
					progress.Show("%d users exported ...", users)
				}
			},
		}.Run(setup.AsOperator(p, "export"))
		progress.Clear()
		fmt.Fprintf(p.err, "%d users exported.\n", count)
		return err
	})
}

// progress shows counts on a terminal.
func (p *program) progress() *transfer.Progress {
	shown := &transfer.Progress{Now: clock.System{}.Now}
	if isTerminal(p.err) && os.Getenv("TERM") != "dumb" { // a dumb terminal cannot overwrite a line
		shown.To = p.err
	}
	return shown
}

// offline runs a function on an instance that serves no requests.
func (s settings) offline(p *program, do func(*service.Instance) error) error {
	conf, err := s.config()
	if err != nil {
		return err
	}
	keyring, err := secret.LoadKeyring(conf.SecretFile)
	if err := errors.Join(err, setup.RequireDatabase(conf.DatabaseURL)); err != nil {
		return err
	}
	i, err := setup.Offline(p, conf, keyring, p.logger(conf))
	if err != nil {
		return err
	}
	return errors.Join(do(i), i.Close())
}
