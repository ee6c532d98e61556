// Package sdk_test uses the Go SDK as an outside program does: from a module of its own, against
// a running Rekey.
package sdk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	rekey "github.com/rekeyhq/rekey/gen/sdk/go"
)

const (
	firstPassword = "a lantern over the old harbour"
	newPassword   = "seven quiet rivers run north"
	lastPassword  = "nine copper kettles in a row"
)

// stage is a running Rekey with its owner's key.
type stage struct {
	*testing.T
	*rekey.Client
	ctx context.Context
}

func env(t *testing.T, name string) string {
	t.Helper()
	v := os.Getenv(name)
	if v == "" {
		t.Fatalf("%s is not set; run make sdk/go, or tests/with-demo.sh", name)
	}
	return v
}

func on(t *testing.T, opts ...rekey.Option) *stage {
	t.Helper()
	c, err := rekey.New(env(t, "REKEY_URL"), append([]rekey.Option{rekey.WithToken(env(t, "REKEY_API_KEY"))}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return &stage{T: t, Client: c, ctx: t.Context()}
}

// must is what a call answers if it succeeds.
func must[V any](v V, err error) func(*stage) V {
	return func(s *stage) V {
		s.Helper()
		if err != nil {
			s.Fatal(err)
		}
		return v
	}
}

func (s *stage) ok(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// person is a user of this test alone, with his first password.
type person struct {
	id, name, email, tenant string
}

func (s *stage) person(opts ...func(*rekey.RekeyUserCreation)) person {
	s.Helper()
	name := fmt.Sprintf("go-%d", time.Now().UnixNano())
	u := rekey.RekeyUserCreation{
		TenantID: env(s.T, "REKEY_TENANT_ID"), Username: name,
		Emails: &[]rekey.RekeyUserAddress{{Address: name + "@example.com", Verified: rekey.Ptr(true)}},
	}
	for _, o := range opts {
		o(&u)
	}
	made := must(s.Users.Create(s.ctx, u))(s)
	return person{id: made.ID, name: name, email: name + "@example.com", tenant: u.TenantID}
}

// ada is a person with a password.
func (s *stage) ada(opts ...func(*rekey.RekeyUserCreation)) person {
	s.Helper()
	p := s.person(opts...)
	must(s.Passwords.Set(s.ctx, p.id, rekey.RekeyPasswordAssignment{Password: rekey.Ptr(rekey.Secret(firstPassword))}))(s)
	return p
}

// logsIn requires that this password opens a session and the first one no longer does.
func (s *stage) logsIn(p person, password rekey.Secret) *rekey.RekeyLoggedIn {
	s.Helper()
	if _, err := s.Sessions.Create(s.ctx, rekey.RekeyLogin{TenantID: &p.tenant, Username: p.name, Password: firstPassword}); err == nil {
		s.Fatal("the first password still logs in")
	}
	in := must(s.Sessions.Create(s.ctx, rekey.RekeyLogin{TenantID: &p.tenant, Username: p.name, Password: password}))(s)
	if in.Session.UserID != p.id {
		s.Fatalf("%s is logged in", in.Session.UserID)
	}
	return in
}

// mailed waits for a mail to a person and gives the match of a pattern in it.
func (s *stage) mailed(p person, pattern string) rekey.Secret {
	s.Helper()
	re := regexp.MustCompile(pattern)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for range 400 {
		for _, text := range s.mails(p.email) {
			if m := re.FindStringSubmatch(text); m != nil {
				return rekey.Secret(m[1])
			}
		}
		<-tick.C
	}
	s.Fatalf("no mail to %s has %s", p.email, pattern)
	return ""
}

func (s *stage) mails(to string) []string {
	s.Helper()
	mailbox := os.Getenv("REKEY_MAILBOX") // of an installation that is no demo
	if mailbox == "" {
		mailbox = env(s.T, "REKEY_URL") + "/dev/mailbox.json"
	}
	req, err := http.NewRequestWithContext(s.ctx, http.MethodGet, mailbox, nil)
	s.ok(err)
	resp, err := http.DefaultClient.Do(req)
	s.ok(err)
	defer func() { _ = resp.Body.Close() }()
	var list []struct{ To, Text string }
	s.ok(json.NewDecoder(resp.Body).Decode(&list))
	var texts []string
	for _, m := range list {
		if m.To == to {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// path is one way to a new password; it must end with a login.
type path struct {
	surface, name string
	drive         func(*stage) (person, rekey.Secret)
}

// tally counts what the report tells.
var tally = struct {
	sync.Mutex
	done, of map[string]int
	rows     []row
}{done: map[string]int{}, of: map[string]int{}}

func drive(t *testing.T, paths []path) {
	t.Helper()
	for _, p := range paths {
		tally.Lock()
		tally.of[p.surface]++
		tally.Unlock()
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			s := on(t, rekey.WithLogger(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))))
			who, password := p.drive(s)
			s.logsIn(who, password)
			for _, secret := range []string{firstPassword, newPassword, string(password), env(t, "REKEY_API_KEY"), env(t, "REKEY_CLIENT_SECRET")} {
				if strings.Contains(log.String(), secret) {
					t.Error("the log holds a secret")
				}
			}
			if !strings.Contains(log.String(), "rekeyCreateSession") {
				t.Error("nothing is logged")
			}
			tally.Lock()
			tally.done[p.surface]++
			tally.Unlock()
		})
	}
}
