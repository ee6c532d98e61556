package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/conformance"
	"github.com/rekeyhq/rekey/impl/console"
)

// server makes the server under test from the flags.
func (c *contractTestCommand) server() (conformance.Server, error) {
	s := conformance.Server{Given: map[string]string{}}
	if c.URL == "" {
		return s, errors.New("no server: set REKEY_URL, or use --url")
	}
	base, err := url.Parse(c.URL)
	if err != nil || base.Scheme != "http" && base.Scheme != "https" || base.Host == "" {
		return s, errors.New("--url: not an http or https URL")
	}
	key, err := c.key()
	if err != nil {
		return s, err
	}
	for name, value := range c.Given {
		s.Given[name] = value
	}
	if key != "" {
		s.Given["ownerKey"] = key
	}
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

// key reads the API key. Only a read-only run can do without one.
func (c *contractTestCommand) key() (string, error) {
	key := strings.TrimSpace(c.Key)
	if c.KeyFile != "" {
		raw, err := os.ReadFile(c.KeyFile)
		if err != nil {
			return "", err
		}
		key = strings.TrimSpace(string(raw))
	}
	if key == "" && !c.ReadOnly {
		return "", errors.New("no API key: set REKEY_API_KEY, or use --key-file")
	}
	return key, nil
}

// reachable reports once, before any case, that there is no server.
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

// usageError and unreachableError end a command with exit codes of their own, codedError with any
// code.
type (
	usageError       struct{ error }
	unreachableError struct{ error }
	codedError       struct {
		error
		code int
	}
)

// Unwrap lets report see whether the error was printed already.
func (e codedError) Unwrap() error { return e.error }

// exitCode returns the exit code for the error of a command.
func exitCode(err error) int {
	var usage usageError
	var unreachable unreachableError
	var coded codedError
	switch {
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &unreachable):
		return console.ExitTryAgain
	case errors.As(err, &coded):
		return coded.code
	case errors.Is(err, errNotIntact):
		return console.ExitNotIntact
	}
	return exitFailed
}
