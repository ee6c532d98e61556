package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/gen/openapi"
	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/impl/console"
)

type contractTestCommand struct {
	URL     string            `name:"url" env:"REKEY_URL" required:"" help:"The server that claims the contract."`
	Key     string            `name:"key" env:"REKEY_API_KEY" help:"An owner's API key. In the environment no other process of the machine sees it; so it is better there, or in --key-file."`
	KeyFile string            `name:"key-file" type:"existingfile" placeholder:"FILE" help:"Read the API key from FILE."`
	Surface []string          `placeholder:"NAME" help:"Only this surface, such as rekey; may be repeated."`
	Suite   []string          `placeholder:"NAME" help:"Only this suite of those below; may be repeated."`
	Format  string            `enum:"text,junit,json" default:"text" help:"text, junit (XML) or json."`
	Output  string            `type:"path" placeholder:"FILE" help:"Write the results to FILE in place of standard output."`
	Given   map[string]string `placeholder:"NAME=VALUE" help:"A value of the cast that this server has already; may be repeated."`
	Mailbox string            `placeholder:"URL" help:"Where mails can be read as the development mailbox shows them; else it is sought on the server itself."`
}

// Help is the long text of rekey contract-test --help.
func (contractTestCommand) Help() string {
	return `It plays the contract against a server: this one, a staging copy, or another product that claims the same contract. It makes an application, tenants and users of its own, and removes them at the end.

  examples     every request example is sent in its situation, and the answer compared with the example
  journeys     the ways that people go, from the first request to the login
  strangers    nobody, unknown keys, keys without the permission and keys of another tenant are refused, and change nothing
  scanner      links and codes survive programs that open the links of mails
  enumeration  answers do not tell who is known
  race         of many that redeem one ticket at once, one succeeds

Every answer is held against the contract: its status, media type, headers and schema. What needs the development mailbox or a broken server is skipped where there is none, and counted.

Exit codes: 0 all kept, 1 something was not, 2 wrong usage, 7 not reachable.`
}

func (c *contractTestCommand) Run(p *program) error {
	contract, err := conformance.Read(openapi.JSON, openapi.Playbook)
	if err != nil {
		return err
	}
	if err := c.check(contract); err != nil {
		return usageError{err}
	}
	server, err := c.server()
	if err != nil {
		return usageError{err}
	}
	if err := reachable(p, server); err != nil {
		return unreachableError{err}
	}
	out := p.out
	if c.Output != "" {
		file, err := os.Create(c.Output)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		out = file
	}
	var results []conformance.Result
	contract.Run(p, server, c.Surface, c.Suite, func(r conformance.Result) { results = append(results, r) })
	if err := c.write(out, results); err != nil {
		return err
	}
	if !slices.ContainsFunc(results, func(r conformance.Result) bool { return r.Verdict == conformance.Passed }) {
		return errors.New("contract-test: nothing was kept, or there was nothing to try")
	}
	failed := slices.ContainsFunc(results, func(r conformance.Result) bool { return r.Verdict == conformance.Failed })
	if failed || p.Err() != nil {
		return errReported
	}
	return nil
}

func (c *contractTestCommand) check(contract *conformance.Contract) error {
	for _, choice := range []struct {
		flag         string
		given, known []string
	}{{"--surface", c.Surface, contract.Surfaces()}, {"--suite", c.Suite, conformance.Suites()}} {
		for _, name := range choice.given {
			if !slices.Contains(choice.known, name) {
				return fmt.Errorf("%s %s: there are %s", choice.flag, name, strings.Join(choice.known, ", "))
			}
		}
	}
	for name := range c.Given {
		if !contract.Playbook.Cast.Has(name) {
			return fmt.Errorf("--given %s: the cast has no such member; see openapi/cast.yaml", name)
		}
	}
	return nil
}

func (c *contractTestCommand) server() (conformance.Server, error) {
	s := conformance.Server{Given: map[string]string{}}
	base, err := url.Parse(c.URL)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Host == "" {
		return s, errors.New("--url: not an http or https URL")
	}
	key := strings.TrimSpace(c.Key)
	if c.KeyFile != "" {
		raw, err := os.ReadFile(c.KeyFile)
		if err != nil {
			return s, err
		}
		key = strings.TrimSpace(string(raw))
	}
	if key == "" {
		return s, errors.New("no API key: set REKEY_API_KEY, or use --key-file")
	}
	for name, value := range c.Given {
		s.Given[name] = value
	}
	s.Given["ownerKey"] = key
	s.URL = strings.TrimSuffix(base.String(), "/")
	s.Client = &http.Client{
		Timeout:       60 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	mailbox := c.Mailbox
	if mailbox == "" {
		mailbox = s.URL
	}
	s.Mails = conformance.DevelopmentMailbox(s.Client, strings.TrimSuffix(mailbox, "/"))
	return s, nil
}

// reachable tells early that there is no server, rather than once for every case.
func reachable(p *program, s conformance.Server) error {
	r, err := http.NewRequestWithContext(p, http.MethodGet, s.URL+"/", nil)
	if err != nil {
		return err
	}
	resp, err := s.Client.Do(r)
	if err != nil {
		var network net.Error
		if errors.As(err, &network) && network.Timeout() {
			return errors.New("--url: no answer in time")
		}
		return fmt.Errorf("--url: %w", errors.Unwrap(err))
	}
	return resp.Body.Close()
}

func (c *contractTestCommand) write(out io.Writer, results []conformance.Result) error {
	switch c.Format {
	case "junit":
		return conformance.WriteJUnit(out, results)
	case "json":
		return conformance.WriteJSON(out, results)
	}
	return conformance.WriteText(out, results)
}

// usageError and unreachableError end a command with codes of their own.
type (
	usageError       struct{ error }
	unreachableError struct{ error }
)

// exitCode is what a command's error ends the program with.
func exitCode(err error) int {
	var usage usageError
	var unreachable unreachableError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &unreachable):
		return console.ExitTryAgain
	case errors.Is(err, errNotIntact):
		return console.ExitNotIntact
	}
	return exitFailed
}
