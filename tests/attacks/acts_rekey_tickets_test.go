package attacks_test

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// nativeLink mails a person a link of the native surface, and answers with what is in it.
func (s *stage) nativeLink(p *harness.Person) string {
	s.T.Helper()
	return s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofTicket})
}

// newTicket is an order for a ticket.
func (s *stage) newTicket(purpose, medium, deliver string) harness.Call {
	return s.byOwner(post("/v1/tickets", j{"userId": s.person().ID, "purpose": purpose, "medium": medium, "deliver": deliver}))
}

// ticketOf is the id of the ticket that a person was mailed last.
func (s *stage) ticketOf(p *harness.Person) string {
	s.T.Helper()
	s.nativeLink(p)
	t, err := s.Store.Read(context.Background()).NewestTicketFor(p.ID, models.PurposeReset)
	if err != nil {
		s.T.Fatal(err)
	}
	return t.ID
}

// undelivered is the id of a message to a new person that was refused, and can be sent
// again whatever is delivered meanwhile.
func (s *stage) undelivered() string {
	s.T.Helper()
	p := s.person()
	s.must(s.byOwner(post("/v1/tickets", j{"userId": p.ID, "medium": "link"})), 201)
	all, err := s.Store.Read(context.Background()).MessagesOf(p.ID, 1)
	if err != nil || len(all) != 1 {
		s.T.Fatalf("%d messages, %v", len(all), err)
	}
	err = s.Store.InTx(context.Background(), func(tx *store.Tx) error {
		claim, err := tx.ClaimMessage(&all[0], time.Minute)
		if err != nil || claim == nil {
			return errors.Join(err, errors.New("not claimed"))
		}
		if _, err := tx.MarkMessageFailed(claim, "550 no"); err != nil {
			return err
		}
		_, err = tx.MarkUndelivered(all[0].TicketID)
		return err
	})
	if err != nil {
		s.T.Fatal(err)
	}
	return all[0].ID
}

func rekeyTicketActs() []act {
	return []act{
		{name: "rekey listTickets", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/tickets")) }},
		{name: "rekey createTicket", play: func(s *stage) harness.Call { return s.newTicket("reset", "link", "send") }},
		{name: "rekey createTicket to hand a link on", gives: []string{"link", "proof.ticket"}, play: func(s *stage) harness.Call {
			return s.newTicket("set", "link", "return")
		}},
		{name: "rekey createTicket to hand a key on", gives: []string{"link", "proof.key"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/tickets", j{"userId": s.person().ID, "purpose": "set", "medium": "link", "form": "key", "deliver": "return"}))
		}},
		{name: "rekey createTicket to hand a code on", gives: []string{"proof.requestCode", "proof.code"}, play: func(s *stage) harness.Call {
			return s.newTicket("reset", "otp", "return")
		}},
		{name: "rekey getTicket", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/tickets/" + s.ticketOf(s.person()))) }},
		{name: "rekey cancelTicket", play: func(s *stage) harness.Call {
			return s.byOwner(deleted("/v1/tickets/" + s.ticketOf(s.person())))
		}},
		{name: "rekey inspectTicket", play: func(s *stage) harness.Call {
			return post("/v1/tickets/inspect", j{"ticket": s.nativeLink(s.person())})
		}},
		{name: "rekey inspectTicket of a short code", once: true, play: func(s *stage) harness.Call {
			request, code := s.shortCode(s.person(harness.Of(s.otp)))
			return post("/v1/tickets/inspect", j{"requestCode": request, "code": code})
		}},
		{name: "rekey redeemTicket", play: func(s *stage) harness.Call {
			return post("/v1/tickets/redeem", j{"ticket": s.nativeLink(s.person()), "newPassword": s.password()})
		}},
		{name: "rekey redeemTicket with a short code", once: true, play: func(s *stage) harness.Call {
			request, code := s.shortCode(s.person(harness.Of(s.otp)))
			return post("/v1/tickets/redeem", j{"requestCode": request, "code": code, "newPassword": s.password()})
		}},
		{name: "rekey createTicket for an address", gives: []string{"proof.ticket", "link"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/tickets", j{"userId": s.person(harness.Unverified).ID, "purpose": "verify", "medium": "link", "deliver": "return"}))
		}},
		{name: "rekey verifyAddress", play: func(s *stage) harness.Call {
			p := s.person(harness.Unverified)
			return post("/v1/tickets/verify-address", j{"ticket": s.ticket(p, tickets.IssueTicketInput{Purpose: models.PurposeVerify, Medium: models.MediumReturned, Form: models.ProofTicket})})
		}},
		{name: "rekey requestReset", play: func(s *stage) harness.Call {
			return post("/v1/reset-requests", j{"username": s.person().Username})
		}},
		{name: "rekey requestReset for a short code", gives: []string{"requestCode"}, play: func(s *stage) harness.Call {
			return post("/v1/reset-requests", j{"username": s.person(harness.Of(s.otp)).Username, "tenantId": s.otp.ID})
		}},
		{name: "rekey listMessages", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/messages")) }},
		{name: "rekey getMessage", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/messages/" + s.undelivered())) }},
		{name: "rekey resendMessage", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/messages/"+s.undelivered()+"/resend", nil))
		}},
	}
}
