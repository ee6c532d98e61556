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
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

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

func with(body j, member string, value any) j {
	out := maps.Clone(body)
	out[member] = value
	return out
}

// A returned link or code is returned once, only to a caller with that permission, and lives as long as was
// asked for.
func TestRekeyTicketsHandedBack(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anna := asOwner(w), w.Person("anna")
		order := j{"userId": anna.ID, "purpose": "reset", "medium": "link", "deliver": "return", "lifetimeSeconds": 90,
			"linkTemplate": "https://app.example.test/reset?code={{.Code}}"}
		var id, secret string
		w.Step("the link is the template with the secret", func(t *testing.T) {
			a := n.must(201, http.MethodPost, "/v1/tickets", order)
			id, secret = a.Field(t, "id"), a.Field(t, "proof", "ticket")
			link := a.Field(t, "link")
			if !strings.HasPrefix(link, "https://app.example.test/reset?code=") || !strings.HasSuffix(link, secret) || len(secret) < 20 {
				t.Errorf("handed back: %s", a.Body)
			}
		})
		for name, path := range seed.InOrder(map[string]string{
			"the ticket": "/v1/tickets/" + id, "the list of tickets": "/v1/tickets?userId=" + anna.ID, "the list of messages": "/v1/messages?userId=" + anna.ID,
		}) {
			w.Check(name+" does not tell the secret again", func(t *testing.T) {
				if again := n.must(200, http.MethodGet, path, nil); strings.Contains(again.Body, secret) || strings.Contains(again.Body, "link\":\"http") {
					t.Errorf("%s", again.Body)
				}
			})
		}
		w.Check("it lives as long as was asked for, and no longer", func(t *testing.T) {
			w.Clock.Advance(90*time.Second - time.Microsecond)
			n.must(200, http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})
			w.Clock.Advance(time.Microsecond)
			n.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})
		})
		n.longestLives(anna)
		n.refuses(
			refusal{"a life longer than any", 400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "lifetimeSeconds", 604801), nil},
			refusal{"a code for a first password", 422, "ticket_medium", http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "set", "medium": "otp", "deliver": "return"}, nil},
			refusal{"a channel for what is handed back", 400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "channel", "sms"), nil},
			refusal{"a link template for a code", 400, "malformed_request", http.MethodPost, "/v1/tickets", with(order, "medium", "otp"), nil},
			refusal{"a link to elsewhere", 422, "link_template_refused", http.MethodPost, "/v1/tickets", with(order, "linkTemplate", "https://evil.example.test/{{.Code}}"), nil},
			refusal{"an invitation of a user with a password", 409, "has_password", http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "invite", "medium": "link", "deliver": "send"}, nil},
		)
		w.Check("handing back is a right of its own", func(t *testing.T) {
			writer := native{w, w.Key("tickets:write").Key.Reveal()}
			refused := writer.refused(403, "forbidden", http.MethodPost, "/v1/tickets", order)
			if refused.Field(t, "permission") != "tickets:return" {
				t.Errorf("which right is missing: %s", refused.Body)
			}
			writer.must(201, http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "reset", "medium": "link", "deliver": "send"})
			native{w, w.Key("tickets:write", "tickets:return").Key.Reveal()}.must(201, http.MethodPost, "/v1/tickets", order)
		})
	}, harness.WithSettings(func(s *models.Settings) { s.LinkTemplates = []string{"https://app.example.test"} }))
}

// longestLives of tickets: what may be asked for, and not a second more.
func (n native) longestLives(p *harness.Person) {
	n.T.Helper()
	for _, c := range []struct {
		purpose, medium string
		longest         int
	}{{"reset", "otp", 900}, {"reset", "link", 86400}, {"set", "link", 604800}} {
		order := j{"userId": p.ID, "purpose": c.purpose, "medium": c.medium, "deliver": "return", "lifetimeSeconds": c.longest}
		n.Check(fmt.Sprintf("to %s by %s it lives up to %d seconds", c.purpose, c.medium, c.longest), func(t *testing.T) {
			made := n.must(201, http.MethodPost, "/v1/tickets", order)
			var life struct{ CreatedAt, ExpiresAt time.Time }
			made.JSON(t, &life)
			if got := life.ExpiresAt.Sub(life.CreatedAt); got != time.Duration(c.longest)*time.Second {
				t.Errorf("it lives %v", got)
			}
			if c.longest < 604800 {
				a := n.refused(422, "ticket_lifetime", http.MethodPost, "/v1/tickets", with(order, "lifetimeSeconds", c.longest+1))
				if !strings.Contains(a.Body, `"/lifetimeSeconds"`) {
					t.Errorf("the violation names no member: %s", a.Body)
				}
			}
		})
	}
}

// A redemption ends what the old password admitted, and says how much that was.
func TestRekeyRedeemTicket(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anyone, anna := asOwner(w), nobody(w), w.Person("anna")
		for range 2 {
			w.LogIn(anna)
		}
		secret := n.issue(anna.ID, "reset", "link", "return").Field(t, "proof", "ticket")
		w.Check("a password against the policy leaves the ticket", func(t *testing.T) {
			short := anyone.refused(422, "password_policy", http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": "short"})
			if !strings.Contains(short.Body, `"pointer":"/newPassword"`) {
				t.Errorf("the violation names no member: %s", short.Body)
			}
		})
		for name, bad := range seed.InOrder(map[string]j{
			"nothing": {}, "a code alone": {"code": "1"}, "a request code alone": {"requestCode": "x"}, "a ticket and a code": {"ticket": secret, "code": "1"},
			"all there is": {"ticket": secret, "requestCode": "x", "code": "1"},
		}) {
			anyone.refuses(
				refusal{"inspecting by " + name, 400, "malformed_request", http.MethodPost, "/v1/tickets/inspect", bad, nil},
				refusal{"redeeming by " + name, 400, "malformed_request", http.MethodPost, "/v1/tickets/redeem", with(bad, "newPassword", harness.NewPassword), nil},
			)
		}
		w.Check("inspecting it names the user, and the rules of the policy", func(t *testing.T) {
			a := anyone.must(200, http.MethodPost, "/v1/tickets/inspect", j{"ticket": secret})
			if a.Field(t, "username") != "anna" || a.Field(t, "minPasswordLength") != "15" || a.Field(t, "purpose") != "reset" {
				t.Errorf("inspected: %s", a.Body)
			}
		})
		w.Step("redeeming it sets the password and ends the logins", func(t *testing.T) {
			a := anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": harness.NewPassword})
			if a.Field(t, "endedSessions") != "2" || a.Field(t, "revokedRefreshTokens") != "2" || !w.CanLogIn(anna, harness.NewPassword) {
				t.Errorf("redeemed: %s", a.Body)
			}
		})
		anyone.refuses(refusal{"redeeming it again", 422, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", j{"ticket": secret, "newPassword": harness.NewPassword}, nil})
		w.Check("an invitation that arrived proves the address", func(t *testing.T) {
			bob := w.Person("bob", harness.NoPassword, harness.Unverified)
			n.issue(bob.ID, "invite", "link", "send")
			anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": n.mailedTicket(bob), "newPassword": harness.NewPassword})
			addresses, err := w.Store.Read(context.Background()).AddressesOf(bob.ID)
			if err != nil || len(addresses) != 1 || !addresses[0].Verified() {
				t.Errorf("its address is not verified: %v %v", addresses, err)
			}
		})
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
		sibling, foreign := w.Sibling("Sibling"), w.NewTenant("Foreign", false, models.DefaultSettings())
		tickets, messages, people := map[string]string{}, map[string]string{}, map[string]string{}
		for _, where := range []*models.Tenant{w.Tenant, sibling, foreign} {
			p := w.Person("anna", harness.Of(where))
			people[where.ID] = p.ID
			tickets[where.ID] = n.issue(p.ID, "reset", "link", "send").Field(t, "id")
			messages[where.ID] = n.messageOf(tickets[where.ID])
		}
		for name, c := range seed.InOrder(map[string]struct {
			key  keys.CreateAPIKeyInput
			sees []string
		}{
			"application": {keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID}, []string{w.Tenant.ID, sibling.ID}},
			"tenant":      {keys.CreateAPIKeyInput{Boundary: models.BoundaryTenant, ApplicationID: sibling.ApplicationID, TenantID: sibling.ID}, []string{sibling.ID}},
			"exclusion list": {keys.CreateAPIKeyInput{
				Boundary: models.BoundaryTenantExclusion, ApplicationID: w.Tenant.ApplicationID, TenantIDs: []string{sibling.ID},
			}, []string{w.Tenant.ID}},
		}) {
			w.Check("a key within the boundary "+name, func(t *testing.T) {
				c.key.Permissions = []string{"tickets:read", "tickets:write", "messages:read", "messages:write"}
				k := native{w, w.KeyWith(c.key).Key.Reveal()}
				all := k.must(200, http.MethodGet, "/v1/tickets", nil).Body + k.must(200, http.MethodGet, "/v1/messages", nil).Body
				for tenant, ticket := range seed.InOrder(tickets) {
					sees, message := slices.Contains(c.sees, tenant), messages[tenant]
					if strings.Contains(all, ticket) != sees || strings.Contains(all, message) != sees {
						t.Error("the lists show what they must not, or not what they must")
					}
					if sees {
						k.must(200, http.MethodGet, "/v1/tickets/"+ticket, nil)
						k.must(200, http.MethodGet, "/v1/messages/"+message, nil)
						continue
					}
					k.hasNoTicket(people[tenant], ticket, message)
				}
			})
		}
		w.Check("nobody foreign changed a ticket", func(t *testing.T) {
			for _, ticket := range seed.InOrder(tickets) {
				if a := n.get("/v1/tickets/" + ticket); a.Field(t, "state") != "queued" {
					t.Errorf("it is %s", a.Body)
				}
			}
		})
	})
}

// hasNoTicket is tried on a key out of whose reach all of it is.
func (n native) hasNoTicket(user, ticket, message string) {
	n.T.Helper()
	n.refuses(
		refusal{"a ticket for a foreign user", 404, "user_not_found", http.MethodPost, "/v1/tickets", j{"userId": user, "medium": "link"}, nil},
		refusal{"reading a foreign ticket", 404, "ticket_not_found", http.MethodGet, "/v1/tickets/" + ticket, nil, nil},
		refusal{"cancelling a foreign ticket", 404, "ticket_not_found", http.MethodDelete, "/v1/tickets/" + ticket, nil, nil},
		refusal{"reading a foreign message", 404, "message_not_found", http.MethodGet, "/v1/messages/" + message, nil, nil},
		refusal{"sending a foreign message again", 404, "message_not_found", http.MethodPost, "/v1/messages/" + message + "/resend", nil, nil},
	)
}
