// Package attacks_test plays attackers: every probe runs on both databases, against the
// whole service, and asks what was answered, what was written and what was mailed.
package attacks_test

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// j is a JSON object.
type j = map[string]any

func post(path string, body any) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: path, Body: body}
}

func get(path string) harness.Call { return harness.Call{Method: http.MethodGet, Path: path} }

func as(token string, c harness.Call) harness.Call {
	c.Token = token
	return c
}

// template is on the allow-list of every tenant on stage.
const template = "https://app.example.test/reset?user={{.UserID}}&code={{.Code}}&org={{.OrgID}}"

// stage is a world with an owner, a tenant that mails links and one that mails short
// codes, and the list of every secret that was ever on it.
type stage struct {
	*harness.World
	owner *keys.CreatedAPIKey
	home  *models.Tenant
	otp   *models.Tenant

	strong bool // everybody new may do everything in his tenant
	people int  // how many were made

	other  *sql.DB             // see beside
	listed map[string][]string // see tables

	mu      sync.Mutex
	draw    *rand.Rand // guarded by mu
	planted []canary   // guarded by mu
}

func TestMain(m *testing.M) {
	harness.Share = 3
	os.Exit(harness.Main(m))
}

// onStage opens worlds for attackers: budgets are wide, so that the probes meet the
// rule they are about and not a limit.
func onStage(t *testing.T, play func(t *testing.T, s *stage), options ...harness.Option) {
	t.Helper()
	options = append([]harness.Option{harness.WithSettings(generous)}, options...)
	harness.Each(t, func(t *testing.T, w *harness.World) { play(t, newStage(w)) }, options...)
}

// generous settings: a code of ten digits is long enough to be searched for.
func generous(s *models.Settings) {
	s.Password.History = 3
	s.Tickets.OTPLength, s.Tickets.OTPTries, s.Tickets.MailsPerHour = 10, 10, 20
	s.Sessions.LoginFailures = 100
	s.LinkTemplates = []string{"https://app.example.test"}
}

func newStage(w *harness.World) *stage {
	w.T.Helper()
	s := &stage{World: w, owner: w.Owner(), home: w.Tenant, otp: w.Sibling("Codes"), draw: seed.For(w.T, "inputs")}
	s.plant("the owner's key", s.owner.Key.Reveal())
	s.plant("the secret of the owner's key", s.owner.Secret.Reveal())
	set := models.DefaultSettings()
	generous(&set)
	set.ResetBy = models.ResetByOTP
	w.SettingsOf(s.otp.ID, set)
	return s
}

// plant records a secret to search for, and returns it.
func (s *stage) plant(name, value string) string {
	if value == "" {
		s.T.Fatalf("%s is empty: nothing was planted", name)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.planted = append(s.planted, canary{name: name, value: value})
	return value
}

func (s *stage) canaries() []canary {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]canary(nil), s.planted...)
}

// text is a made-up one that nobody used before.
func (s *stage) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return seed.Text(s.draw)
}

// password is a new one that meets every policy; its quote, slash and umlaut look
// different in each encoding.
func (s *stage) password() string {
	return s.plant("a password", `Kanarie"/ü& `+s.text())
}

// person is somebody new with a password of his own.
func (s *stage) person(change ...func(*accounts.CreateUserInput)) *harness.Person {
	s.T.Helper()
	plain := s.password()
	pw, err := secret.NewPassword(plain)
	if err != nil {
		s.T.Fatal(err)
	}
	own := func(in *accounts.CreateUserInput) {
		in.Password = pw
		if s.strong {
			in.Boundary, in.Permissions = models.BoundaryTenant, []string{"*"}
		}
	}
	s.people++
	name := "p" + s.text()
	p := s.Person(name, append([]func(*accounts.CreateUserInput){own}, change...)...)
	p.Password = plain
	return p
}

// login begins a session and plants its tokens.
func (s *stage) login(p *harness.Person) *harness.Login {
	s.T.Helper()
	l := s.LogIn(p)
	s.plant("an access token", l.AccessToken)
	s.plant("a refresh token", l.RefreshToken)
	return l
}

// operator is a caller who may do everything, without the wire.
func operator() context.Context {
	return caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
}

// ticket issues one on the operator's own authority and gives its secret: of a sent
// one out of the mail, of a short code the request code.
func (s *stage) ticket(p *harness.Person, in tickets.IssueTicketInput) string {
	s.T.Helper()
	in.UserID, in.Channel = p.ID, models.ChannelEmail
	out, err := s.Core.Tickets.IssueTicket(operator(), in)
	if err != nil {
		s.T.Fatalf("issue a ticket: %v", err)
	}
	if in.Medium == models.MediumLink {
		return s.mailedKey(p)
	}
	return s.plant("the secret of a "+string(in.Form), out.Secret.Reveal())
}

var keyOfLink = regexp.MustCompile(`[?&](?:key|code)=([^&\s]+)`)

// mailedKey is the key or code of the link in the newest mail to a person.
func (s *stage) mailedKey(p *harness.Person) string {
	s.T.Helper()
	m := keyOfLink.FindStringSubmatch(s.LastMail(p.Email).Text)
	if m == nil {
		s.T.Fatal("the newest mail has no link")
	}
	key, err := url.QueryUnescape(m[1])
	if err != nil {
		s.T.Fatal(err)
	}
	return s.plant("the key of a mailed link", key)
}

var codeOfMail = regexp.MustCompile(`(?m)^ {4}(\d{10})$`)

// mailedCode is the short code in the newest mail to a person.
func (s *stage) mailedCode(p *harness.Person) string {
	s.T.Helper()
	m := codeOfMail.FindStringSubmatch(s.LastMail(p.Email).Text)
	if m == nil {
		s.T.Fatalf("the newest mail has no short code:\n%s", s.LastMail(p.Email).Text)
	}
	return s.plant("a mailed short code", m[1])
}

func (s *stage) resetKey(p *harness.Person) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey})
}

func (s *stage) setKey(p *harness.Person) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeSet, Medium: models.MediumLink, Form: models.ProofKey})
}

func (s *stage) mailCode(p *harness.Person) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofMailCode})
}

func (s *stage) linkCode(p *harness.Person) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofLinkCode})
}

func (s *stage) userCode(p *harness.Person, purpose models.Purpose) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: purpose, Medium: models.MediumReturned, Form: models.ProofUserCode})
}

// shortCode asks for an OTP for somebody of the tenant that mails codes.
func (s *stage) shortCode(p *harness.Person) (request, code string) {
	s.T.Helper()
	request = s.ticket(p, tickets.IssueTicketInput{
		Purpose: models.PurposeReset, Medium: models.MediumOTP, Form: models.ProofOTP, AllowOTP: true,
	})
	return request, s.mailedCode(p)
}

// must makes a call that has to be answered with a status.
func (s *stage) must(c harness.Call, status int) harness.Answer {
	s.T.Helper()
	a := s.Do(c)
	if a.Status != status {
		s.T.Fatalf("%s %s: status %d, want %d; body: %s", c.Method, c.Path, a.Status, status, a.Body)
	}
	return a
}

// disable disables a user, as an operator would.
func (s *stage) disable(p *harness.Person) {
	s.T.Helper()
	now := s.Clock.Now()
	if _, err := s.Store.Write(context.Background()).SetDisabled(p.ID, &now); err != nil {
		s.T.Fatal(err)
	}
}

func (s *stage) lock(p *harness.Person) {
	s.T.Helper()
	if _, err := s.Core.Accounts.LockUser(operator(), p.ID); err != nil {
		s.T.Fatal(err)
	}
}

// statements lists what the store was asked for while something was done.
func (s *stage) statements(do func()) []string {
	s.T.Helper()
	var mu sync.Mutex
	var seen []string
	s.BreakStore(func(statement string) bool {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, statement)
		return false
	})
	do()
	s.BreakStore(nil)
	mu.Lock()
	defer mu.Unlock()
	return seen
}

// breakAt makes the n-th statement from now on fail, counted from 1: that one alone, as
// a lost connection would. It tells afterwards whether there was such a statement.
func (s *stage) breakAt(n int64, broken func()) (hit func() bool) {
	var count atomic.Int64
	s.BreakStore(func(string) bool {
		if count.Add(1) != n {
			return false
		}
		broken()
		return true
	})
	return func() bool {
		s.BreakStore(nil)
		return count.Load() >= n
	}
}

func lower(text string) string { return strings.ToLower(text) }
