package vendors_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

// installation is a Rekey as an operator sets it up, with the mailbox of the development profile.
type installation struct {
	t           *testing.T
	dir         string
	environment []string
	url         string
	domain      string // where the clients find it by https; empty if they use url
	authority   string // the file with the certificate of who vouches for the domain
	key         string // of the owner
	application string
	// defaultTenant is that of callers without a credential.
	defaultTenant string
	hired         atomic.Int64
	another       sync.Once // installs the other one, whose token must not be accepted
	otherToken    string
}

// install does what the README tells an operator: init, serve.
func (v vendor) install(t *testing.T, database string) *installation {
	t.Helper()
	listen := harness.FreeAddress(t)
	in := &installation{t: t, dir: t.TempDir(), url: "http://" + listen}
	public := in.url
	if v.tls {
		in.domain, in.authority = front(t, listen)
		public = "https://" + in.domain
	}
	foreign := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "REKEY_") })
	in.environment = append(foreign,
		"REKEY_ADDR="+listen, "REKEY_PUBLIC_URL="+public, "REKEY_DATABASE_URL="+database, "REKEY_PROFILE=development",
		"REKEY_ANONYMOUS_PER_MINUTE=1000000", "REKEY_URL="+in.url)
	said := in.run(t, "", "init", "--application", "Acme", "--tenant", "Acme")
	in.key = find(t, said, `rk_[0-9a-z]+_[A-Za-z0-9_-]+`)
	in.application, in.defaultTenant = find(t, said, `Application ([0-9a-z]{26})`), find(t, said, `tenant ([0-9a-z]{26})`)
	in.serve()
	in.environment = append(in.environment, "REKEY_API_KEY="+in.key)
	in.run(t, "", "api-keys", "update", strings.TrimSpace(in.run(t, "", "api-keys", "list", "--all", "--only", "id")),
		"--requests-per-minute", "1000000", "--requests-at-once", "1000")
	return in
}

// run is a command of the operator.
func (in *installation) run(t *testing.T, input string, args ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), binary, args...)
	c.Dir, c.Env, c.Stdin = in.dir, in.environment, strings.NewReader(input)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("rekey %s: %v\n%s%s", strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String()
}

func (in *installation) serve() {
	in.t.Helper()
	c := exec.CommandContext(context.WithoutCancel(in.t.Context()), binary, "serve")
	c.Dir, c.Env = in.dir, in.environment
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		in.t.Fatal(err)
	}
	in.t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			in.t.Errorf("serve did not stop cleanly: %v", err)
		}
		if in.t.Failed() {
			for line := range strings.Lines(said.String()) {
				if strings.Contains(line, `"level":"ERROR"`) || strings.Contains(line, "panic") {
					in.t.Log(line)
				}
			}
		}
	})
	ctx, cancel := context.WithTimeout(in.t.Context(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		if r, err := http.Get(in.url + "/readyz"); err == nil { // bounded by ctx
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
		select {
		case <-ctx.Done():
			in.t.Fatalf("not ready within 30 s: %s", said.String())
		case <-tick.C:
		}
	}
}

// do makes a request of the operator that has to succeed.
func (in *installation) do(t *testing.T, method, path string, body, into any) {
	t.Helper()
	raw, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, in.url+path, bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+in.key)
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	got, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode >= 300 {
		t.Fatalf("%s %s: %d %s %v", method, path, answer.StatusCode, got, err)
	}
	if into != nil {
		if err := json.Unmarshal(got, into); err != nil {
			t.Fatal(err)
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
