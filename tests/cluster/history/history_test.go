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

// forgery makes a history untrue: the check has to find that. It is a statement, or a change of the mails.
type forgery struct {
	name      string
	statement string
	mails     func([]harness.ReceivedMail) []harness.ReceivedMail
	class     history.Class
	says      string
	everybody bool // all users log in and show their tokens, and not a few
}

// one is the id of one row of a table.
func one(table, where string) string {
	return "(SELECT MIN(id) FROM " + table + " WHERE " + where + ")"
}

const copied = "application_id, tenant_id, user_id, actor_kind, actor_id, action, outcome, surface, request_id, source, ticket_id, detail"

func forgeries() []forgery {
	return []forgery{
		{name: "an event is missing", statement: "DELETE FROM events WHERE id = " + one("events", "action = 'user.create' AND outcome = 'done'"),
			class: history.Lost, says: "has no event user.create"},
		{name: "an event is there twice", statement: "INSERT INTO events (id, at, " + copied + ", sequence, previous_hash, hash) SELECT 'again', at, " + copied +
			", sequence + 1000000, previous_hash, hash FROM events WHERE id = " + one("events", "action = 'password.set' AND outcome = 'done'"),
			class: history.Doubled, says: "has 2 events password.set"},
		{name: "what was refused was done", statement: "UPDATE events SET outcome = 'done' WHERE action = 'login' AND outcome <> 'done'",
			class: history.Wrong, says: "and has an event login"},
		{name: "a password is that of another user", statement: "UPDATE credentials SET hash_encoded = (SELECT MIN(hash_encoded) FROM credentials)",
			class: history.Lost, says: "the password that was acknowledged last is refused", everybody: true},
		{name: "a session lives on", statement: "UPDATE sessions SET ended_at = NULL", class: history.Wrong, says: "the session of the access token ended", everybody: true},
		{name: "a refresh token can be used again", statement: "UPDATE refresh_tokens SET revoked_at = NULL, used_at = NULL",
			class: history.Wrong, says: "the session of the refresh token ended", everybody: true},
		{name: "a ticket can be used again", statement: "UPDATE tickets SET consumed_at = NULL, ended_at = NULL",
			class: history.Wrong, says: "the ticket was used, or ended", everybody: true},
		{name: "a user is missing", statement: "UPDATE users SET username = 'other' WHERE id = " + one("users", "1 = 1"),
			class: history.Lost, says: "was created, and is not there"},
		{name: "a notice is missing", statement: "DELETE FROM messages WHERE id = " + one("messages", "template = 'password_updated'"),
			class: history.Lost, says: "messages password_updated of"},
		{name: "a mail was given up", statement: "UPDATE messages SET state = 'failed', last_answer = '550' WHERE id = " + one("messages", "state = 'sent'"),
			class: history.Lost, says: "failed: 550"},
		{name: "a mail did not arrive", mails: func(m []harness.ReceivedMail) []harness.ReceivedMail { return m[:len(m)-1] },
			class: history.Lost, says: "was not received"},
		{name: "a second copy differs", mails: func(m []harness.ReceivedMail) []harness.ReceivedMail {
			other := m[0]
			other.Text += "."
			return append(m, other)
		}, class: history.Wrong, says: "have different texts"},
	}
}

// rich tells whether each forgery has something to forge.
func rich(operations []*history.Operation) bool {
	done := map[history.Kind]int{}
	for _, o := range operations {
		if o.Outcome == history.Acknowledged {
			done[o.Kind]++
		} else {
			done[history.Kind(o.Outcome)+" "+o.Kind]++
		}
	}
	return done[history.RedeemTicket] >= 6 && done[history.IssueTicket] >= 10 && done[history.LogIn] >= 10 && done[history.EndSession] > 1 &&
		done[history.Kind(history.Refused)+" "+history.LogIn] > 1
}

// TestAForgedHistoryIsFound: each check fails if what it looks at is not true.
func TestAForgedHistoryIsFound(t *testing.T) {
	t.Parallel()
	s := serve(t)
	load := history.New(t, history.Setup{Servers: []string{s.url}, Key: s.key, Clients: 2, Users: 2})
	for !rich(load.Operations()) {
		load.Run(20)
	}
	db := harness.Beside(t, s.database)
	all := history.Checks{Users: 1, Mails: s.mail.Mails, Within: 20 * time.Second}
	if found := load.Check(db, all); len(found) > 0 {
		t.Fatalf("before anything was forged: %v", found)
	}
	for _, f := range forgeries() {
		load.Again()
		checks := all
		if f.everybody {
			checks.Users = 0
		}
		if f.mails != nil {
			checks.Mails = func() []harness.ReceivedMail { return f.mails(s.mail.Mails()) }
		} else {
			harness.Spoil(t, s.database, f.statement)
		}
		found := load.Check(db, checks)
		if !slices.ContainsFunc(found, func(v history.Violation) bool { return v.Class == f.class && strings.Contains(v.What, f.says) }) {
			t.Errorf("%s: it was not found among %v", f.name, found)
		}
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
