package rig

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// Binary is the built command; harness.WithBinary notes it in TestMain.
var Binary string

// Service is an installation of Rekey: several servers with one database and one secret.
type Service struct {
	Servers  []*Server
	Database Database
	Mail     *harness.SMTP

	Owner       string // the key that `rekey init` printed
	Key         string // a key with every permission and room for much load
	Application string // ids of the application and the tenant that `rekey init` made
	Tenant      string

	t       testing.TB
	dir     string
	options Options
}

// Options change what the servers get.
type Options struct {
	Binary   string   // another command than Binary
	Settings []string // NAME=value, for all servers
	// URL gives the database's URL of a server another form.
	URL func(server int) string
}

// Server is one `rekey serve`.
type Server struct {
	*Process

	URL string // http://host:port
	// What it is started with the next time.
	Binary      string
	Settings    []string // NAME=value
	DatabaseURL string

	service *Service
	listen  string
	client  *http.Client
}

// Serve makes an installation and starts a number of servers, each ready.
func Serve(t testing.TB, db Database, servers int, options ...Options) *Service {
	t.Helper()
	s := &Service{Database: db, Mail: harness.NewSMTP(t), t: t, dir: folder(t)}
	for _, o := range options {
		s.options = o
	}
	if s.options.Binary == "" {
		s.options.Binary = Binary
	}
	if s.options.URL == nil {
		s.options.URL = db.URL
	}
	for range servers {
		s.Add()
	}
	said := s.Run("init", "--application", "Acme", "--tenant", "Acme")
	s.Owner = s.find(said, `rk_[0-9a-z]+_[A-Za-z0-9_-]+`)
	s.Application = s.find(said, `Application ([0-9a-z]{26})`)
	s.Tenant = s.find(said, `tenant ([0-9a-z]{26})`)
	for _, server := range s.Servers {
		server.Launch()
	}
	for _, server := range s.Servers {
		server.AwaitReady(readyWithin)
	}
	if len(s.Servers) > 0 {
		s.Key = strings.TrimSpace(s.Run("api-keys", "create", "--name", "load", "--boundary", "platform", "--permissions", "*",
			"--requests-per-minute", "1000000", "--requests-at-once", "10000", "--only", "key"))
	}
	return s
}

// Add prepares one more server, which is not started.
func (s *Service) Add() *Server {
	s.t.Helper()
	i := len(s.Servers)
	server := &Server{
		service: s, listen: local(port(s.t)), Binary: s.options.Binary, Settings: slices.Clone(s.options.Settings),
		DatabaseURL: s.options.URL(i), client: &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}},
	}
	server.URL = "http://" + server.listen
	name := "server" + strconv.Itoa(i)
	server.Process = newProcess(s.t, name, filepath.Join(s.dir, name+".log"), func() *exec.Cmd { return server.command("serve") })
	s.Servers = append(s.Servers, server)
	return server
}

func (s *Server) command(args ...string) *exec.Cmd {
	c := exec.CommandContext(background(s.service.t), s.Binary, args...)
	c.Dir = s.service.dir
	// Those that the tests themselves are run with are no settings, and would be refused.
	c.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "REKEY_") })
	c.Env = append(c.Env,
		"REKEY_ADDR="+s.listen, "REKEY_PUBLIC_URL="+s.service.Servers[0].URL, "REKEY_DATABASE_URL="+s.DatabaseURL,
		"REKEY_SMTP_URL="+s.service.Mail.URL()+"?from=id@example.test", "REKEY_SMTP_CA="+s.service.Mail.CAFile,
		"REKEY_PROFILE=production", "REKEY_ANONYMOUS_PER_MINUTE=1000000",
	)
	c.Env = append(c.Env, s.Settings...)
	return c
}

// Start starts the server and waits until it is ready.
func (s *Server) Start() {
	s.t.Helper()
	s.Launch()
	s.AwaitReady(readyWithin)
}

// Ready is the status of /readyz, or 0 if there is no answer.
func (s *Server) Ready() int {
	ctx, cancel := context.WithTimeout(background(s.t), 5*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/readyz", nil)
	if err != nil {
		return 0
	}
	answer, err := s.client.Do(r)
	if err != nil {
		return 0
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}

// AwaitReady waits until /readyz answers 200.
func (s *Server) AwaitReady(within time.Duration) {
	s.t.Helper()
	ready := Holds(within, func() bool {
		if !s.Running() {
			s.t.Fatalf("%s ended:\n%s", s.Name, s.tail(60))
		}
		return s.Ready() == http.StatusOK
	})
	if !ready {
		s.t.Fatalf("%s is not ready after %v:\n%s", s.Name, within, s.tail(60))
	}
}

// Run runs a command with the settings of the first server, and gives what it printed. A command that
// calls the API calls the first server with the owner key.
func (s *Service) Run(args ...string) string {
	s.t.Helper()
	code, out := s.Try(args...)
	if code != 0 {
		s.t.Fatalf("rekey %s: exit code %d\n%s", strings.Join(args, " "), code, out)
	}
	return out
}

// Try is Run for a command that may fail.
func (s *Service) Try(args ...string) (code int, out string) {
	s.t.Helper()
	c := s.Servers[0].command(args...)
	if s.Owner != "" {
		c.Env = append(c.Env, "REKEY_URL="+s.Servers[0].URL, "REKEY_API_KEY="+s.Owner)
	}
	said, err := c.CombinedOutput()
	if c.ProcessState == nil {
		s.t.Fatalf("rekey %s: %v", strings.Join(args, " "), err)
	}
	return c.ProcessState.ExitCode(), string(said)
}

func (s *Service) find(text, pattern string) string {
	s.t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		s.t.Fatalf("there is no %s in:\n%s", pattern, text)
	}
	return m[len(m)-1]
}
