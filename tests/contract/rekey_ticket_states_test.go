package contract_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/tests/harness"
)

// postman delivers into the world's mailbox, or refuses for good while he is on strike.
type postman struct {
	w      *harness.World
	strike atomic.Bool
}

func (p *postman) Send(ctx context.Context, m outbox.Outgoing) (string, error) {
	if p.strike.Load() {
		answer := "550 5.1.1 <" + m.To + ">: no such mailbox"
		return answer, &outbox.PermanentError{Answer: answer}
	}
	return p.w.Mailbox.Send(ctx, m)
}

// withPostman runs a story in a world whose mail can be refused.
func withPostman(t *testing.T, story func(t *testing.T, n native, p *postman), options ...harness.Option) {
	t.Helper()
	for _, s := range harness.Stores(t) {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			p := &postman{}
			p.w = harness.New(t, s, append(options, harness.WithSenders(p, nil))...)
			story(t, asOwner(p.w), p)
		})
	}
}

// steps are the events of a ticket, the oldest first.
func (n native) steps(userID, ticketID string) []string {
	n.T.Helper()
	events, err := n.Store.Read(context.Background()).EventsOf(userID, 100)
	if err != nil {
		n.T.Fatal(err)
	}
	slices.Reverse(events)
	var steps []string
	for _, e := range events {
		if step, ok := strings.CutPrefix(string(e.Action), "ticket."); ok && e.TicketID == ticketID && e.Outcome == "done" {
			steps = append(steps, step)
		}
	}
	return steps
}

// ticketStates is a story of tickets, each of a person of its own.
type ticketStates struct {
	native
	mail  *postman
	names int
}

// ticket is one that was issued, with what its caller got.
type ticket struct {
	*harness.Person
	id     string
	answer harness.Answer
}

func (k ticket) secret(t *testing.T) j {
	t.Helper()
	return j{"ticket": k.answer.Field(t, "proof", "ticket")}
}

// TestRekeyTicketStates drives every path of a ticket's life: resource, list and audit
// trail tell the same.
func TestRekeyTicketStates(t *testing.T) {
	t.Parallel()
	withPostman(t, func(t *testing.T, n native, mail *postman) {
		s := &ticketStates{native: n, mail: mail}
		var returned, opened, cancelled ticket
		s.Step("one that is handed over is issued", func(t *testing.T) {
			returned = s.given("link", "return")
			s.expect(returned, "issued")
		})
		s.Step("one that is mailed is queued, delivered, and opened once", func(t *testing.T) {
			opened = s.given("link", "send")
			s.expect(opened, "issued", "queued")
			s.Deliver()
			s.expect(opened, "issued", "queued", "delivered")
			s.look(j{"ticket": s.mailedTicket(opened.Person)})
			s.look(j{"ticket": s.mailedTicket(opened.Person)})
			s.expect(opened, "issued", "queued", "delivered", "opened")
		})
		s.Check("a code is verified and consumed", s.aCodeIsConsumed)
		s.Check("a link that was opened is consumed", func(t *testing.T) {
			used := s.given("link", "return")
			s.look(used.secret(t))
			s.redeem(used.secret(t))
			s.expect(used, "issued", "opened", "consumed")
		})
		s.Check("an older one is superseded", s.anOlderOneIsSuperseded)
		s.Check("one whose mail is refused fails, is sent again, and is as good as before", s.aFailedOneIsSentAgain)
		s.Step("a cancelled one is revoked, and not mailed", func(t *testing.T) {
			cancelled = s.given("link", "send")
			s.must(204, http.MethodDelete, "/v1/tickets/"+cancelled.id, nil)
			s.Deliver()
			s.expect(cancelled, "issued", "queued", "revoked")
			if slices.ContainsFunc(s.Mails(), func(m outbox.Mail) bool { return m.To == cancelled.Email }) {
				t.Error("a cancelled ticket was mailed")
			}
			s.refused(409, "ticket_over", http.MethodDelete, "/v1/tickets/"+cancelled.id, nil)
		})
		s.Check("a code that was guessed at too often is revoked", s.aGuessedOneIsRevoked)
		s.Step("at its end it is expired, before anybody sweeps", func(t *testing.T) {
			s.Clock.Advance(time.Hour)
			if a := s.get("/v1/tickets/" + returned.id); a.Field(t, "state") != "expired" || a.Field(t, "endedAt") != a.Field(t, "expiresAt") {
				t.Errorf("at its end: %s", a.Body)
			}
			s.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", returned.secret(t))
			s.refused(409, "ticket_over", http.MethodDelete, "/v1/tickets/"+returned.id, nil)
		})
		s.Check("the sweep ends what is not over", func(t *testing.T) {
			s.Deliver()
			s.Deliver()
			s.expect(returned, "issued", "expired")
			s.expect(opened, "issued", "queued", "delivered", "opened", "expired")
			s.expect(cancelled, "issued", "queued", "revoked")
		})
	})
}

func (s *ticketStates) aCodeIsConsumed(t *testing.T) {
	code := s.given("otp", "send")
	typed := mailedCode(s.World, code.Email)
	proven := j{"requestCode": code.answer.Field(t, "proof", "requestCode"), "code": typed}
	s.look(proven)
	s.expect(code, "issued", "queued", "delivered", "verified")
	s.redeem(proven)
	s.expect(code, "issued", "queued", "delivered", "verified", "consumed")
}

func (s *ticketStates) anOlderOneIsSuperseded(t *testing.T) {
	older := s.given("link", "return")
	s.issue(older.ID, "reset", "link", "return")
	s.expect(older, "issued", "superseded")
	s.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", older.secret(t))
}

func (s *ticketStates) aFailedOneIsSentAgain(_ *testing.T) {
	s.mail.strike.Store(true)
	defer s.mail.strike.Store(false)
	failed := s.given("link", "send")
	s.Deliver()
	s.expect(failed, "issued", "queued", "failed")
	s.mail.strike.Store(false)
	s.must(200, http.MethodPost, "/v1/messages/"+s.messageOf(failed.id)+"/resend", nil)
	s.expect(failed, "issued", "queued", "failed", "queued")
	s.Deliver()
	s.expect(failed, "issued", "queued", "failed", "queued", "delivered")
	s.redeem(j{"ticket": s.mailedTicket(failed.Person)}) // word for word what was refused before
	s.expect(failed, "issued", "queued", "failed", "queued", "delivered", "consumed")
}

func (s *ticketStates) aGuessedOneIsRevoked(t *testing.T) {
	guessed := s.given("otp", "return")
	wrong := j{"requestCode": guessed.answer.Field(t, "proof", "requestCode"), "code": "wrong"}
	for range 7 {
		s.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", wrong)
	}
	s.expect(guessed, "issued", "revoked")
	if a := s.get("/v1/tickets/" + guessed.id); a.Field(t, "endedBecause") != "exhausted" || a.Field(t, "failedTries") != "5" {
		t.Errorf("too many wrong codes: %s", a.Body)
	}
	wrong["code"] = guessed.answer.Field(t, "proof", "code")
	s.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", with(wrong, "newPassword", harness.NewPassword))
}

// given is a ticket for somebody new.
func (s *ticketStates) given(medium, deliver string) ticket {
	s.T.Helper()
	s.names++
	p := s.Person("anna" + string(rune('a'+s.names)))
	a := s.issue(p.ID, "reset", medium, deliver)
	return ticket{p, a.Field(s.T, "id"), a}
}

func (s *ticketStates) look(proof j) {
	s.T.Helper()
	s.must(200, http.MethodPost, "/v1/tickets/inspect", proof)
}

func (s *ticketStates) redeem(proof j) {
	s.T.Helper()
	proof["newPassword"] = harness.NewPassword
	nobody(s.World).must(200, http.MethodPost, "/v1/tickets/redeem", proof)
}

// expect holds what a ticket, the lists and the trail say against the states it went through.
func (s *ticketStates) expect(k ticket, path ...string) {
	s.T.Helper()
	state := path[len(path)-1]
	one := s.must(200, http.MethodGet, "/v1/tickets/"+k.id, nil)
	if got := one.Field(s.T, "state"); got != state {
		s.T.Errorf("state %s, want %s: %s", got, state, one.Body)
	}
	listed := s.must(200, http.MethodGet, "/v1/tickets?purpose=reset&limit=200&userId="+k.ID+"&tenantId="+s.Tenant.ID+"&state="+state, nil)
	if !strings.Contains(listed.Body, strings.TrimSpace(one.Body)) {
		s.T.Errorf("the list of the %s lacks what is read alone: %s", state, listed.Body)
	}
	for _, other := range []string{"issued", "queued", "delivered", "failed", "opened", "verified", "consumed", "superseded", "revoked", "expired"} {
		a := s.must(200, http.MethodGet, "/v1/tickets?limit=200&userId="+k.ID+"&state="+other, nil)
		if other != state && strings.Contains(a.Body, k.id) {
			s.T.Errorf("a ticket that is %s is listed with the %s", state, other)
		}
	}
	if steps := s.steps(k.ID, k.id); !slices.Equal(steps, path) {
		s.T.Errorf("the trail says %v, want %v", steps, path)
	}
}
