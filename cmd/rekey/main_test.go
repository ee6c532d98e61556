// Package main_test runs the built binary as a process, as its users do.
package main_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// binary is the program under test.
var binary string

func TestMain(m *testing.M) { os.Exit(harness.WithBinary(m, &binary)) }

const (
	patience = 90 * time.Second // on a machine that does much else
	often    = 20 * time.Millisecond
)

// listener is the test, or the step of a story, that a place and its programs fail.
type listener struct{ t *testing.T }

func (l *listener) speakTo(t *testing.T) { l.t = t }

// step plays a step of a story, on which the later ones build.
func (l *listener) step(name string, step func(t *testing.T)) {
	l.t.Helper()
	harness.Step(l.t, l.speakTo, name, step)
}

// check plays a step on which nothing builds.
func (l *listener) check(name string, check func(t *testing.T)) {
	l.t.Helper()
	harness.Check(l.t, l.speakTo, name, check)
}

// place is a folder and an environment to run the program in.
type place struct {
	*listener
	dir string
	env []string
}

func newPlace(t *testing.T, env ...string) *place {
	t.Helper()
	return &place{listener: &listener{t}, dir: harness.Memory(t), env: env}
}

// with is the same place with more variables.
func (p *place) with(env ...string) *place {
	return &place{listener: p.listener, dir: p.dir, env: append(append([]string{}, p.env...), env...)}
}

func (p *place) path(name string) string { return filepath.Join(p.dir, name) }

func (p *place) read(name string) string {
	p.t.Helper()
	body, err := os.ReadFile(p.path(name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(body)
}

func (p *place) write(name, body string) {
	p.t.Helper()
	if err := os.WriteFile(p.path(name), []byte(body), 0o600); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) remove(name string) {
	p.t.Helper()
	if err := os.Remove(p.path(name)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *place) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, name, args...)
	c.Dir = p.dir
	c.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + p.dir}, p.env...)
	c.WaitDelay = 5 * time.Second
	return c
}

// outcome is what a finished program leaves.
type outcome struct {
	code     int
	out, err string
}

func (p *place) run(args ...string) outcome {
	p.t.Helper()
	return p.runWith("", args...)
}

func (p *place) runWith(stdin string, args ...string) outcome {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	defer cancel()
	c := p.command(ctx, binary, args...)
	var out, complaint bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(stdin), &out, &complaint
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		p.t.Fatalf("rekey %v: %v", args, err)
	}
	return outcome{code: c.ProcessState.ExitCode(), out: out.String(), err: complaint.String()}
}

// succeeds runs the program and insists on its success.
func (p *place) succeeds(args ...string) outcome {
	p.t.Helper()
	o := p.run(args...)
	if o.code != 0 {
		p.t.Fatalf("rekey %v: exit %d\n%s%s", args, o.code, o.out, o.err)
	}
	return o
}

// process is a program that runs.
type process struct {
	*listener
	cmd  *exec.Cmd
	done chan error
	mu   sync.Mutex
	text bytes.Buffer // guarded by mu
}

// Write collects the output of the program.
func (s *process) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *process) output() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func (p *place) start(args ...string) *process {
	p.t.Helper()
	s := &process{listener: p.listener, cmd: p.command(p.t.Context(), binary, args...), done: make(chan error, 1)}
	s.cmd.Stdout, s.cmd.Stderr = s, s
	if err := s.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	go func() { s.done <- s.cmd.Wait() }()
	return s
}

// eventually asks again and again, for a bounded time.
func (s *process) eventually(what string, ask func() bool) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	tick := time.NewTicker(often)
	defer tick.Stop()
	for !ask() {
		select {
		case <-tick.C:
		case err := <-s.done:
			s.done <- err
			s.t.Fatalf("the program ended before %s: %v\n%s", what, err, s.output())
		case <-ctx.Done():
			s.t.Fatalf("it did not come to this: %s\n%s", what, s.output())
		}
	}
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:[0-9]+`)

// ready waits until the service answers and gives its address.
func (s *process) ready() string {
	s.t.Helper()
	url := ""
	s.eventually("it is ready", func() bool {
		if url = address.FindString(s.output()); url == "" {
			return false
		}
		status, _ := s.get(url+"/readyz", "")
		return status == http.StatusOK
	})
	return url
}

func (s *process) get(url, token string) (int, string) {
	return s.call(http.MethodGet, url, token, "")
}

func (s *process) call(method, url, token, body string) (int, string) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err.Error()
	}
	return answer.StatusCode, string(text)
}

// terminate sends SIGTERM and insists that the program ends well.
func (s *process) terminate() {
	s.t.Helper()
	s.signal()
	s.ends()
}

func (s *process) signal() {
	s.t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
}

func (s *process) ends() {
	s.t.Helper()
	select {
	case err := <-s.done:
		s.done <- err
		if err != nil {
			s.t.Fatalf("it ended with %v\n%s", err, s.output())
		}
	case <-time.After(patience):
		s.t.Fatalf("it does not end\n%s", s.output())
	}
}

// refuses tells whether nobody listens there any more.
func refuses(url string) bool {
	c, err := net.DialTimeout("tcp", strings.TrimPrefix(url, "http://"), time.Second)
	if err == nil {
		_ = c.Close()
	}
	return err != nil
}

func contains(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in:\n%s", part, text)
		}
	}
}
