package contract_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/impl/outbox"
	"github.com/rekeyhq/rekey/models"
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

// issue creates a ticket and answers with what the caller gets.
func (n native) issue(userID, purpose, medium, deliver string) harness.Answer {
	n.T.Helper()
	return n.must(201, http.MethodPost, "/v1/tickets", j{"userId": userID, "purpose": purpose, "medium": medium, "deliver": deliver})
}

var ticketOfLink = regexp.MustCompile(`[?&]key=([\w-]{43})`)

// mailedTicket is the secret of the link in the newest mail to a person.
func (n native) mailedTicket(p *harness.Person) string {
	n.T.Helper()
	m := ticketOfLink.FindStringSubmatch(n.LastMail(p.Email).Text)
	if m == nil {
		n.T.Fatal("the newest mail has no link")
	}
	return m[1]
}

// nobody makes calls without a credential.
func nobody(w *harness.World) native { return native{w, ""} }

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
		if step, ok := strings.CutPrefix(e.Action, "ticket."); ok && e.TicketID == ticketID && e.Outcome == "done" {
			steps = append(steps, step)
		}
	}
	return steps
}

// TestRekeyTicketStates drives every path of a ticket's life: resource, list and audit
// trail tell the same.
func TestRekeyTicketStates(t *testing.T) {
	t.Parallel()
	withPostman(t, func(t *testing.T, n native, mail *postman) {
		w := n.World
		names := 0
		type ticket struct {
			*harness.Person
			id     string
			answer harness.Answer
		}
		given := func(medium, deliver string) ticket {
			names++
			p := w.Person("anna" + string(rune('a'+names)))
			a := n.issue(p.ID, "reset", medium, deliver)
			return ticket{p, a.Field(t, "id"), a}
		}
		look := func(k ticket, body j) { n.must(200, http.MethodPost, "/v1/tickets/inspect", body) }
		redeem := func(body j) {
			body["newPassword"] = harness.NewPassword
			nobody(w).must(200, http.MethodPost, "/v1/tickets/redeem", body)
		}
		expect := func(k ticket, path ...string) {
			t.Helper()
			state := path[len(path)-1]
			one := n.must(200, http.MethodGet, "/v1/tickets/"+k.id, nil)
			if got := one.Field(t, "state"); got != state {
				t.Errorf("state %s, want %s: %s", got, state, one.Body)
			}
			listed := n.must(200, http.MethodGet, "/v1/tickets?purpose=reset&limit=200&userId="+k.ID+"&tenantId="+w.Tenant.ID+"&state="+state, nil)
			if !strings.Contains(listed.Body, strings.TrimSpace(one.Body)) {
				t.Errorf("the list of the %s lacks what is read alone: %s", state, listed.Body)
			}
			for _, other := range []string{"issued", "queued", "delivered", "failed", "opened", "verified", "consumed", "superseded", "revoked", "expired"} {
				a := n.must(200, http.MethodGet, "/v1/tickets?limit=200&userId="+k.ID+"&state="+other, nil)
				if other != state && strings.Contains(a.Body, k.id) {
					t.Errorf("a ticket that is %s is listed with the %s", state, other)
				}
			}
			if steps := n.steps(k.ID, k.id); !slices.Equal(steps, path) {
				t.Errorf("the trail says %v, want %v", steps, path)
			}
		}
		secretOf := func(k ticket) j { return j{"ticket": k.answer.Field(t, "proof", "ticket")} }

		issued := given("link", "return")
		expect(issued, "issued")
		queued := given("link", "send")
		expect(queued, "issued", "queued")
		w.Deliver()
		expect(queued, "issued", "queued", "delivered")
		look(queued, j{"ticket": n.mailedTicket(queued.Person)})
		look(queued, j{"ticket": n.mailedTicket(queued.Person)})
		expect(queued, "issued", "queued", "delivered", "opened")

		code := given("otp", "send")
		typed := mailedCode(w, code.Email)
		proven := j{"requestCode": code.answer.Field(t, "proof", "requestCode"), "code": typed}
		look(code, proven)
		expect(code, "issued", "queued", "delivered", "verified")
		redeem(proven)
		expect(code, "issued", "queued", "delivered", "verified", "consumed")

		used := given("link", "return")
		look(used, secretOf(used))
		redeem(secretOf(used))
		expect(used, "issued", "opened", "consumed")

		older := given("link", "return")
		n.issue(older.ID, "reset", "link", "return")
		expect(older, "issued", "superseded")
		n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", secretOf(older))

		mail.strike.Store(true)
		failed := given("link", "send")
		w.Deliver()
		expect(failed, "issued", "queued", "failed")
		mail.strike.Store(false)
		message := n.messageOf(failed.id)
		n.must(200, http.MethodPost, "/v1/messages/"+message+"/resend", nil)
		expect(failed, "issued", "queued", "failed", "queued")
		w.Deliver()
		expect(failed, "issued", "queued", "failed", "queued", "delivered")
		redeem(j{"ticket": n.mailedTicket(failed.Person)}) // word for word what was refused before
		expect(failed, "issued", "queued", "failed", "queued", "delivered", "consumed")

		cancelled := given("link", "send")
		n.must(204, http.MethodDelete, "/v1/tickets/"+cancelled.id, nil)
		w.Deliver()
		expect(cancelled, "issued", "queued", "revoked")
		if slices.ContainsFunc(w.Mails(), func(m outbox.Mail) bool { return m.To == cancelled.Email }) {
			t.Error("a cancelled ticket was mailed")
		}
		n.refused(409, "ticket_over", http.MethodDelete, "/v1/tickets/"+cancelled.id, nil)

		guessed := given("otp", "return")
		wrong := j{"requestCode": guessed.answer.Field(t, "proof", "requestCode"), "code": "wrong"}
		for range 7 {
			n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", wrong)
		}
		expect(guessed, "issued", "revoked")
		if a := n.get("/v1/tickets/" + guessed.id); a.Field(t, "endedBecause") != "exhausted" || a.Field(t, "failedTries") != "5" {
			t.Errorf("too many wrong codes: %s", a.Body)
		}
		wrong["code"] = guessed.answer.Field(t, "proof", "code")
		n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", with(wrong, "newPassword", harness.NewPassword))

		w.Clock.Advance(time.Hour)
		if a := n.get("/v1/tickets/" + issued.id); a.Field(t, "state") != "expired" || a.Field(t, "endedAt") != a.Field(t, "expiresAt") {
			t.Errorf("at its end, before anybody swept: %s", a.Body)
		}
		n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", secretOf(issued))
		n.refused(409, "ticket_over", http.MethodDelete, "/v1/tickets/"+issued.id, nil)
		w.Deliver()
		w.Deliver()
		expect(issued, "issued", "expired")
		expect(queued, "issued", "queued", "delivered", "opened", "expired")
		expect(cancelled, "issued", "queued", "revoked")
	})
}

func with(body j, member string, value any) j {
	out := maps.Clone(body)
	out[member] = value
	return out
}

// What is handed back is handed back once, to who may have it, and lives as long as was
// asked for.
func TestRekeyTicketsHandedBack(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anna := asOwner(w), w.Person("anna")
		order := j{"userId": anna.ID, "purpose": "reset", "medium": "link", "deliver": "return", "lifetimeSeconds": 90,
			"linkTemplate": "https://app.example.test/reset?code={{.Code}}"}
		a := n.must(201, http.MethodPost, "/v1/tickets", order)
		secret, link := a.Field(t, "proof", "ticket"), a.Field(t, "link")
		if !strings.HasPrefix(link, "https://app.example.test/reset?code=") || !strings.HasSuffix(link, secret) || len(secret) < 20 {
			t.Errorf("handed back: %s", a.Body)
		}
		for _, path := range []string{"/v1/tickets/" + a.Field(t, "id"), "/v1/tickets?userId=" + anna.ID, "/v1/messages?userId=" + anna.ID} {
			if again := n.must(200, http.MethodGet, path, nil); strings.Contains(again.Body, secret) || strings.Contains(again.Body, "link\":\"http") {
				t.Errorf("%s tells the secret again: %s", path, again.Body)
			}
		}
		w.Clock.Advance(90*time.Second - time.Microsecond)
		n.must(200, http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})
		w.Clock.Advance(time.Microsecond)
		n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})

		for _, c := range []struct {
			purpose, medium string
			longest         int
		}{{"reset", "otp", 900}, {"reset", "link", 86400}, {"set", "link", 604800}} {
			order := j{"userId": anna.ID, "purpose": c.purpose, "medium": c.medium, "deliver": "return", "lifetimeSeconds": c.longest}
			made := n.must(201, http.MethodPost, "/v1/tickets", order)
			var life struct{ CreatedAt, ExpiresAt time.Time }
			made.JSON(t, &life)
			if got := life.ExpiresAt.Sub(life.CreatedAt); got != time.Duration(c.longest)*time.Second {
				t.Errorf("%s %s lives %v", c.purpose, c.medium, got)
			}
			if c.longest < 604800 {
				a := n.refused(422, "ticket_lifetime", http.MethodPost, "/v1/tickets", with(order, "lifetimeSeconds", c.longest+1))
				if !strings.Contains(a.Body, `"/lifetimeSeconds"`) {
					t.Errorf("the violation names no member: %s", a.Body)
				}
			}
		}
		n.refused(400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "lifetimeSeconds", 604801))
		n.refused(422, "ticket_medium", http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "set", "medium": "otp", "deliver": "return"})
		n.refused(400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "channel", "sms"))
		n.refused(400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "medium", "otp"))
		n.refused(422, "link_template_refused", http.MethodPost, "/v1/tickets", with(order, "linkTemplate", "https://evil.example.test/{{.Code}}"))
		n.refused(409, "has_password", http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "invite", "medium": "link", "deliver": "send"})

		writer := native{w, w.Key("tickets:write").Key.Reveal()}
		refused := writer.refused(403, "forbidden", http.MethodPost, "/v1/tickets", order)
		if refused.Field(t, "permission") != "tickets:return" {
			t.Errorf("which right is missing: %s", refused.Body)
		}
		writer.must(201, http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "reset", "medium": "link", "deliver": "send"})
		native{w, w.Key("tickets:write", "tickets:return").Key.Reveal()}.must(201, http.MethodPost, "/v1/tickets", order)
	}, harness.WithSettings(func(s *models.Settings) { s.LinkTemplates = []string{"https://app.example.test"} }))
}

// A redemption ends what the old password admitted, and says how much that was.
func TestRekeyRedeemTicket(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anna := asOwner(w), w.Person("anna")
		for range 2 {
			w.LogIn(anna)
		}
		secret := n.issue(anna.ID, "reset", "link", "return").Field(t, "proof", "ticket")
		anyone := nobody(w)
		short := anyone.refused(422, "password_policy", http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": "short"})
		if !strings.Contains(short.Body, `"pointer":"/newPassword"`) {
			t.Errorf("the violation names no member: %s", short.Body)
		}
		for _, bad := range []j{
			{}, {"code": "1"}, {"requestCode": "x"}, {"ticket": secret, "code": "1"}, {"ticket": secret, "requestCode": "x", "code": "1"},
		} {
			anyone.refused(400, "malformed_request", http.MethodPost, "/v1/tickets/inspect", bad)
			anyone.refused(400, "malformed_request", http.MethodPost, "/v1/tickets/redeem", with(bad, "newPassword", harness.NewPassword))
		}
		a := anyone.must(200, http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})
		if a.Field(t, "username") != "anna" || a.Field(t, "minPasswordLength") != "15" || a.Field(t, "purpose") != "reset" {
			t.Errorf("inspected: %s", a.Body)
		}
		a = anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": harness.NewPassword})
		if a.Field(t, "endedSessions") != "2" || a.Field(t, "revokedRefreshTokens") != "2" || !w.CanLogIn(anna, harness.NewPassword) {
			t.Errorf("redeemed: %s", a.Body)
		}
		anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": harness.NewPassword})

		bob := w.Person("bob", harness.NoPassword, harness.Unverified)
		n.issue(bob.ID, "invite", "link", "send")
		anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": n.mailedTicket(bob), "newPassword": harness.NewPassword})
		addresses, err := w.Store.Read(context.Background()).AddressesOf(bob.ID)
		if err != nil || len(addresses) != 1 || !addresses[0].Verified() {
			t.Errorf("the invitation arrived, and its address is not verified: %v %v", addresses, err)
		}
	})
}

// TestRekeyOneTicketHasOneRedeemer: S31: of many who redeem one ticket at once, one wins,
// and his password is the one that counts.
func TestRekeyOneTicketHasOneRedeemer(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anna := asOwner(w), w.Person("anna")
		secret := n.issue(anna.ID, "reset", "link", "return").Field(t, "proof", "ticket")
		var group sync.WaitGroup
		answers := make([]harness.Answer, 12)
		passwords := func(i int) string { return fmt.Sprintf("%s number %d", harness.NewPassword, i) }
		for i := range answers {
			group.Go(func() {
				answers[i] = nobody(w).call(http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": passwords(i)})
			})
		}
		group.Wait()
		won := 0
		for i, a := range answers {
			if (a.Status == http.StatusOK) != w.CanLogIn(anna, passwords(i)) || a.Status != http.StatusOK && a.Field(t, "code") != "ticket_unusable" {
				t.Errorf("%d %s", a.Status, a.Body)
			}
			if a.Status == http.StatusOK {
				won++
			}
		}
		if won != 1 {
			t.Errorf("%d of %d redeemed the ticket", won, len(answers))
		}
	})
}

// Tickets of other tenants are not there.
func TestRekeyTicketsWithinTheBoundary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		sibling, stranger := w.Sibling("Sibling"), w.NewTenant("Stranger", false, models.DefaultSettings())
		tickets, messages, people := map[string]string{}, map[string]string{}, map[string]string{}
		for _, where := range []*models.Tenant{w.Tenant, sibling, stranger} {
			p := w.Person("anna", harness.Of(where))
			people[where.ID] = p.ID
			tickets[where.ID] = n.issue(p.ID, "reset", "link", "send").Field(t, "id")
			messages[where.ID] = n.messageOf(tickets[where.ID])
		}
		for name, c := range map[string]struct {
			key  lifecycle.CreateAPIKey
			sees []string
		}{
			"application": {lifecycle.CreateAPIKey{Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID}, []string{w.Tenant.ID, sibling.ID}},
			"tenant":      {lifecycle.CreateAPIKey{Boundary: models.BoundaryTenant, ApplicationID: sibling.ApplicationID, TenantID: sibling.ID}, []string{sibling.ID}},
			"exclusion list": {lifecycle.CreateAPIKey{
				Boundary: models.BoundaryTenantExclusion, ApplicationID: w.Tenant.ApplicationID, TenantIDs: []string{sibling.ID},
			}, []string{w.Tenant.ID}},
		} {
			c.key.Permissions = []string{"tickets:read", "tickets:write", "messages:read", "messages:write"}
			k := native{w, w.KeyWith(c.key).Key.Reveal()}
			all := k.must(200, http.MethodGet, "/v1/tickets", nil).Body + k.must(200, http.MethodGet, "/v1/messages", nil).Body
			for tenant, ticket := range tickets {
				sees, message := slices.Contains(c.sees, tenant), messages[tenant]
				if strings.Contains(all, ticket) != sees || strings.Contains(all, message) != sees {
					t.Errorf("%s: the lists show what they must not, or not what they must", name)
				}
				if sees {
					k.must(200, http.MethodGet, "/v1/tickets/"+ticket, nil)
					k.must(200, http.MethodGet, "/v1/messages/"+message, nil)
					continue
				}
				k.refused(404, "user_not_found", http.MethodPost, "/v1/tickets", j{"userId": people[tenant], "medium": "link"})
				k.refused(404, "ticket_not_found", http.MethodGet, "/v1/tickets/"+ticket, nil)
				k.refused(404, "ticket_not_found", http.MethodDelete, "/v1/tickets/"+ticket, nil)
				k.refused(404, "message_not_found", http.MethodGet, "/v1/messages/"+message, nil)
				k.refused(404, "message_not_found", http.MethodPost, "/v1/messages/"+message+"/resend", nil)
			}
		}
		for _, ticket := range tickets {
			if a := n.get("/v1/tickets/" + ticket); a.Field(t, "state") != "queued" {
				t.Errorf("somebody foreign changed a ticket: %s", a.Body)
			}
		}
	})
}
