package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/clock"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/impl/console"
	"github.com/rekeyhq/rekey/impl/transfer"
)

type contractTestCommand struct {
	URL      string            `name:"url" env:"REKEY_URL" help:"The server to test."`
	Key      string            `name:"key" env:"REKEY_API_KEY" help:"An owner's API key. Prefer the environment or --key-file: other processes of the machine can read arguments."`
	KeyFile  string            `name:"key-file" type:"existingfile" placeholder:"FILE" help:"Read the API key from FILE."`
	Surface  []string          `placeholder:"NAME" help:"Only this surface, such as rekey; may be repeated."`
	Suite    []string          `placeholder:"NAME" help:"Only this suite of those above; may be repeated."`
	Only     []string          `placeholder:"NAME" help:"Only the cases of this operation, surface, suite or name; * and ? stand for any characters. May be repeated."`
	List     bool              `help:"Show the cases without sending anything, one per line with tabs: suite, surface, operation, case."`
	ReadOnly bool              `name:"read-only" help:"Send only requests that change nothing. Any key can be used, or none: cases without permission are skipped."`
	FailFast bool              `name:"fail-fast" help:"Stop at the first failure."`
	Format   string            `enum:"text,junit,json" default:"text" help:"text, junit (XML) or json."`
	Output   string            `type:"path" placeholder:"FILE" help:"Write the results to FILE instead of standard output."`
	Given    map[string]string `placeholder:"NAME=VALUE" help:"A fixture that this server has already; may be repeated."`
	Mailbox  string            `placeholder:"URL" help:"Where mails can be read in the format of the development mailbox; default: the server itself."`
}

// Help is the long text of rekey contract-test --help. Its lines are printed unchanged, on 80 columns.
func (contractTestCommand) Help() string {
	return `It tests a server against the contract: this one, a staging copy, or another product that claims the same contract. It creates applications, tenants and users of its own, and removes them at the end, also after a failure or Ctrl-C; it lists what could not be removed. It rotates the signing keys, and the last new key stays.

  reads        existing objects are answered as the contract says
  examples     each example of a request is sent in its situation, and the
               answer is compared with the example
  journeys     complete flows, from the first request to the login
  unauthorised callers without the right are refused and change nothing: no
               key, unknown keys, keys without the permission or of another
               tenant
  scanner      links and codes survive mail scanners that open the links
  enumeration  answers do not reveal which users exist
  race         of many concurrent attempts to redeem one ticket, one succeeds

Every answer is checked against the contract: status, media type, headers and schema. Cases that need the development mailbox or a broken server are skipped and counted if there is none. Cases that need a set-up that failed are not run; the set-up is reported once.

--read-only is safe on a server in production. It sends GET requests, and those searches by POST whose permission in the contract only reads. It never sends a user's secret, such as the key of a mailed link.

Exit codes: 0 all cases passed, 1 a case failed, 2 wrong usage, 3 the server does not accept the key, 4 the key is not an owner's, 5 no server of this contract, 7 busy or not reachable, 9 a set-up failed, and no case.`
}

func (c *contractTestCommand) Run(p *program) error {
	contract, err := conformance.Read(openapi.JSON, openapi.Playbook)
	if err != nil {
		return err
	}
	selection := conformance.Selection{Surfaces: c.Surface, Suites: c.Suite, Only: c.Only, ReadOnly: c.ReadOnly}
	cases, err := c.check(contract, selection)
	if err != nil {
		return usageError{err}
	}
	if c.List {
		return c.writeTo(p.out, func(out io.Writer) error { return c.list(out, cases) })
	}
	server, err := c.server()
	if err != nil {
		return usageError{err}
	}
	if err := c.checkServer(p, contract, server, selection); err != nil {
		return err
	}
	run := contractRun{command: c, of: len(cases), began: clock.System{}.Now(), progress: p.progress()}
	run.left = contract.Run(p, server, selection, func(r conformance.Result) bool { return run.add(p, r) })
	run.progress.Clear()
	if err := c.writeTo(p.out, run.write); err != nil {
		return err
	}
	return run.verdict(p)
}

// checkServer reports once, before any case, that the server cannot be tested.
func (c *contractTestCommand) checkServer(p *program, contract *conformance.Contract, s conformance.Server, selection conformance.Selection) error {
	if err := reachable(p, s); err != nil {
		return unreachableError{err}
	}
	who, err := contract.Look(p, s, selection)
	for _, known := range []struct {
		is   error
		code int
	}{
		{conformance.ErrForeign, console.ExitNotFound}, {conformance.ErrKey, console.ExitWhoAreYou},
		{conformance.ErrForbidden, console.ExitForbidden}, {conformance.ErrBusy, console.ExitTryAgain},
	} {
		if errors.Is(err, known.is) {
			return codedError{fmt.Errorf("contract-test: %s %w", c.URL, err), known.code}
		}
	}
	if err != nil {
		return fmt.Errorf("contract-test: %s: %w", c.URL, err)
	}
	if v := contract.Version(p, s); v != "" && v != openapi.Version {
		fmt.Fprintf(p.err, "rekey: contract-test: the server has version %s of the contract, and this test is for %s\n", v, openapi.Version)
	}
	if c.ReadOnly && who.Name != "" {
		fmt.Fprintf(p.err, "rekey: contract-test: read-only, as %s\n", who)
	}
	return nil
}

// contractRun collects the results of a run.
type contractRun struct {
	command  *contractTestCommand
	of       int // cases that the run has
	began    time.Time
	results  []conformance.Result
	left     []conformance.Leftover
	progress *transfer.Progress
}

func (r *contractRun) count(v conformance.Verdict) (n int) {
	for _, result := range r.results {
		if result.Verdict == v && result.Suite != conformance.SetUp {
			n++
		}
	}
	return n
}

// add stores a result, shows the progress, and tells whether to continue.
func (r *contractRun) add(p *program, result conformance.Result) (goOn bool) {
	r.results = append(r.results, result)
	played := len(r.results) - len(r.failedSetups())
	r.progress.Show("%s", p.fitting(fmt.Sprintf("%d of %d, %d failed: %s %s: %s",
		played, r.of, r.count(conformance.Failed), result.Suite, result.Subject(), result.Case)))
	return !r.command.FailFast || result.Verdict != conformance.Failed
}

// failedSetups lists the set-ups that failed, with the reasons.
func (r *contractRun) failedSetups() (all []string) {
	for _, result := range r.results {
		if result.Suite == conformance.SetUp {
			all = append(all, fmt.Sprintf("%q (%s)", result.Case, result.Why))
		}
	}
	return all
}

// fitting shortens a line to the width of the terminal, since a longer one could not be overwritten.
func (p *program) fitting(line string) string {
	f, ok := p.err.(*os.File)
	if !ok {
		return line
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if r := []rune(line); err == nil && width > 1 && len(r) >= width {
		return string(r[:width-1])
	}
	return line
}

func (r *contractRun) write(out io.Writer) error {
	switch r.command.Format {
	case "junit":
		host, _ := os.Hostname() // an unknown host name stays empty
		return conformance.WriteJUnit(out, conformance.Origin{Began: r.began, Host: host}, r.results)
	case "json":
		return conformance.WriteJSON(out, r.results)
	}
	return conformance.WriteText(out, r.results)
}

// verdict prints what the report does not contain, and returns the error for the exit code.
func (r *contractRun) verdict(p *program) error {
	for _, l := range r.left {
		fmt.Fprintf(p.err, "rekey: contract-test: not removed: %s %s: %s\n", l.Operation, l.ID, l.Why)
	}
	failedSetups := r.failedSetups()
	if len(failedSetups) > 0 {
		fmt.Fprintf(p.err, "rekey: contract-test: %d cases were not run, since a set-up failed: %s\n", r.count(conformance.NotRun), strings.Join(failedSetups, ", "))
	}
	played := len(r.results) - len(failedSetups)
	switch {
	case p.Err() != nil:
		return fmt.Errorf("contract-test: interrupted after %d of %d cases", played, r.of)
	case r.count(conformance.Failed) > 0:
		return errReported
	case len(failedSetups) > 0:
		return codedError{errReported, console.ExitNotSetUp}
	case r.count(conformance.Passed) == 0:
		return errors.New("contract-test: no case passed, or there was no case to run")
	}
	return nil
}

func (c *contractTestCommand) list(out io.Writer, cases []conformance.TestCase) error {
	if c.Format == "json" {
		e := json.NewEncoder(out)
		e.SetIndent("", "  ")
		return e.Encode(cases)
	}
	return conformance.WriteList(out, cases)
}

// writeTo writes to the file of --output, or to out.
func (c *contractTestCommand) writeTo(out io.Writer, write func(io.Writer) error) error {
	if c.Output == "" {
		return write(out)
	}
	file, err := os.Create(c.Output)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}

// check refuses unknown names in flags, and returns the selected cases.
func (c *contractTestCommand) check(contract *conformance.Contract, selection conformance.Selection) ([]conformance.TestCase, error) {
	for _, choice := range []struct {
		flag         string
		given, known []string
	}{{"--surface", c.Surface, contract.Surfaces()}, {"--suite", c.Suite, conformance.Suites()}} {
		for _, name := range choice.given {
			if !slices.Contains(choice.known, name) {
				return nil, fmt.Errorf("%s %s: there are %s", choice.flag, name, strings.Join(choice.known, ", "))
			}
		}
	}
	for name := range c.Given {
		if !contract.Playbook.Fixtures.Has(name) {
			return nil, fmt.Errorf("--given %s: there is no such fixture; see openapi/fixtures.yaml", name)
		}
	}
	if c.List && c.Format == "junit" {
		return nil, errors.New("--list: its --format is text or json")
	}
	cases, err := contract.Cases(selection)
	if err != nil {
		return nil, fmt.Errorf("--only: %w", err)
	}
	return cases, nil
}
