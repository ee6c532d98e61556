// Package journeys_test tells whole stories against the built binary as an operator
// runs it: a process of its own in the production profile, on SQLite and on MariaDB,
// with a real mail server, reached over HTTP, and by the Go SDK.
package journeys_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/tests/harness"
)

// binary is built once for all journeys.
var binary string

func TestMain(m *testing.M) { os.Exit(harness.WithBinary(m, &binary)) }

// installation is a Rekey that an operator set up, with one user.
type installation struct {
	t           *testing.T
	url         string
	database    string // its URL
	key         string // the owner key
	application string
	tenant      string
	user        string // id
	mail        *harness.SMTP
	client      *http.Client // checks every answer against the contract
}

const (
	username    = "ada"
	address     = "ada@example.test"
	oldPassword = "correct horse battery staple"
	newPassword = "violet submarine under the rain"
)

// onEachStore plays a journey on an installation of its own on each store.
func onEachStore(t *testing.T, journey func(*installation)) {
	t.Helper()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			journey(install(t, s.Empty(t)))
		})
	}
}

// step plays a step of a journey, on which the later ones build.
func (in *installation) step(name string, step func(t *testing.T)) {
	in.t.Helper()
	harness.Step(in.t, in.speakTo, name, step)
}

// check plays a step on which nothing builds.
func (in *installation) check(name string, check func(t *testing.T)) {
	in.t.Helper()
	harness.Check(in.t, in.speakTo, name, check)
}

// speakTo makes what the installation finds wrong fail this test.
func (in *installation) speakTo(t *testing.T) {
	in.t = t
	in.client.Transport.(*harness.Checked).T = t
}

// ours tells of a variable of our name: those that the tests themselves are run with are no
// settings, and would be refused.
func ours(variable string) bool { return strings.HasPrefix(variable, "REKEY_") }

// install does what the README tells an operator: init, import, serve.
func install(t *testing.T, database string) *installation {
	t.Helper()
	dir := t.TempDir()
	in := &installation{t: t, database: database, mail: harness.NewSMTP(t), user: secret.NewID()}
	in.client = &http.Client{Transport: &harness.Checked{T: t}, Timeout: 30 * time.Second}
	listen := harness.FreeAddress(t)
	in.url = "http://" + listen
	environment := append(slices.DeleteFunc(os.Environ(), ours),
		"REKEY_ADDR="+listen, "REKEY_PUBLIC_URL="+in.url, "REKEY_DATABASE_URL="+database,
		"REKEY_SMTP_URL="+in.mail.URL()+"?from=id@example.test", "REKEY_SMTP_CA="+in.mail.CAFile, "REKEY_PROFILE=production",
	)
	run := func(input string, args ...string) string {
		c := exec.CommandContext(t.Context(), binary, args...)
		c.Dir, c.Env, c.Stdin = dir, environment, strings.NewReader(input)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("rekey %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	said := run("", "init", "--application", "Acme", "--tenant", "Acme")
	in.key = find(t, said, `rk_[0-9a-z]+_[A-Za-z0-9_-]+`)
	in.application = find(t, said, `Application ([0-9a-z]{26})`)
	in.tenant = find(t, said, `tenant ([0-9a-z]{26})`)
	run(fmt.Sprintf(`{"id":%q,"tenantId":%q,"username":%q,"email":%q,"emailVerified":true,"hash":%q}`+"\n",
		in.user, in.tenant, username, address, bcryptOf(t, oldPassword)), "import", "-")
	in.serve(dir, environment)
	return in
}

func (in *installation) serve(dir string, environment []string) {
	in.t.Helper()
	c := exec.CommandContext(context.WithoutCancel(in.t.Context()), binary, "serve")
	c.Dir, c.Env = dir, environment
	var said strings.Builder
	c.Stderr = &said
	if err := c.Start(); err != nil {
		in.t.Fatal(err)
	}
	in.t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			in.t.Errorf("serve did not stop cleanly: %v\n%s", err, said.String())
		}
	})
	await(in.t, "readiness", func() bool {
		r, err := http.Get(in.url + "/readyz") // bounded by await
		if err != nil {
			return false
		}
		_ = r.Body.Close()
		return r.StatusCode == http.StatusOK
	})
}

// await asks again, bounded in time, until it holds.
func await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-ctx.Done():
			t.Fatalf("%s: not within 30 s", what)
		case <-tick.C:
		}
	}
}

// find is the pattern's first group, or all of it, in a text.
func find(t *testing.T, text, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no %s in:\n%s", pattern, text)
	}
	return m[len(m)-1]
}

// letter waits for the n-th mail and gives its text.
func (in *installation) letter(n int) string {
	in.t.Helper()
	ctx, cancel := context.WithTimeout(in.t.Context(), 30*time.Second)
	defer cancel()
	mails, err := in.mail.Await(ctx, n)
	if err != nil {
		in.t.Fatal(err)
	}
	if got := mails[n-1].To; len(got) != 1 || got[0] != address {
		in.t.Fatalf("mail %d went to %v", n, got)
	}
	return mails[n-1].Text
}

// call makes a request; the answer is checked against the contract.
func (in *installation) call(method, path, token string, body any) harness.Answer {
	in.t.Helper()
	return harness.DoWith(in.t, in.client, in.url, harness.Call{Method: method, Path: path, Token: token, Body: body})
}

// answered makes a request that ends the test unless it gets this answer.
func (in *installation) answered(want int, method, path, token string, body any) harness.Answer {
	in.t.Helper()
	a := in.call(method, path, token, body)
	if a.Status != want {
		in.t.Fatalf("%s %s: status %d, want %d: %s", method, path, a.Status, want, a.Body)
	}
	return a
}

// secretOfKey is what makes the owner's key an OAuth client, whose id is the key's own.
func (in *installation) secretOfKey() string {
	_, secret, _ := strings.Cut(strings.TrimPrefix(in.key, "rk_"), "_")
	return secret
}
