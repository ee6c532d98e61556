package history_test

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/tests/cluster/history"
	"github.com/rekeyhq/rekey/tests/harness"
)

var binary string

func TestMain(m *testing.M) { os.Exit(harness.WithBinary(m, &binary)) }

// TestALoadWithoutFaultsFindsNothing plays the load on one server, where nothing breaks.
func TestALoadWithoutFaultsFindsNothing(t *testing.T) {
	t.Parallel()
	s := serve(t)
	load := history.New(t, history.Setup{Servers: []string{s.url}, Key: s.key})
	load.Run(150)
	for _, v := range load.Check(harness.Beside(t, s.database), history.Checks{Mails: s.mail.Mails, Within: 20 * time.Second}) {
		t.Error(v)
	}
	f := load.Figures()
	t.Log(f)
	if f.Acknowledged < 100 || f.Refused < 5 || f.Races == 0 || f.Unsettled > 0 {
		t.Errorf("the load is not mixed: %v", f)
	}
}

// server is `rekey serve` on SQLite, with a mail server.
type server struct {
	url, key, database string
	mail               *harness.SMTP
}

func serve(t *testing.T) *server {
	t.Helper()
	dir, listen := t.TempDir(), harness.FreeAddress(t)
	s := &server{url: "http://" + listen, database: "sqlite:" + filepath.Join(dir, "rekey.db")}
	s.mail = harness.NewSMTP(t, harness.SMTPOptions{WithoutSTARTTLS: true})
	environment := append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "REKEY_") }),
		"REKEY_ADDR="+listen, "REKEY_PUBLIC_URL="+s.url, "REKEY_DATABASE_URL="+s.database,
		"REKEY_SMTP_URL="+s.mail.URL()+"?from=id@example.test&tls=none")
	command := func(args ...string) *exec.Cmd {
		c := exec.CommandContext(context.WithoutCancel(t.Context()), binary, args...)
		c.Dir, c.Env = dir, environment
		return c
	}
	out, err := command("init", "--application", "Acme", "--tenant", "Acme").CombinedOutput()
	if err != nil {
		t.Fatalf("init: %v\n%s", err, out)
	}
	s.key = regexp.MustCompile(`rk_[0-9a-z]+_[A-Za-z0-9_-]+`).FindString(string(out))
	c := command("serve")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	s.await(t)
	return s
}

// await returns when the server is ready.
func (s *server) await(t *testing.T) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		r, err := http.Get(s.url + "/readyz") // bounded by ctx
		if err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatal("the server is not ready after 30 s")
		}
	}
}
