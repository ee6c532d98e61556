package contract_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// messageOf is the id of the message that carries a ticket.
func (n native) messageOf(ticketID string) string {
	n.T.Helper()
	var list struct{ Items []struct{ ID string } }
	n.must(200, http.MethodGet, "/v1/messages?ticketId="+ticketID, nil).JSON(n.T, &list)
	if len(list.Items) != 1 {
		n.T.Fatalf("%d messages carry the ticket", len(list.Items))
	}
	return list.Items[0].ID
}

// TestRekeyMessages: where a message is, what the server said, and what can be sent
// again, without recipient and content.
func TestRekeyMessages(t *testing.T) {
	t.Parallel()
	withPostman(t, func(t *testing.T, n native, mail *postman) {
		w, anna := n.World, n.Person("anna")
		sent := n.issue(anna.ID, "reset", "link", "send").Field(t, "id")
		message := "/v1/messages/" + n.messageOf(sent)
		w.Check("one that waits can be sent again", func(t *testing.T) {
			if a := n.must(200, http.MethodPost, message+"/resend", nil); a.Field(t, "state") != "queued" || a.Field(t, "nextAttemptAt") == "" {
				t.Errorf("%s", a.Body)
			}
		})
		w.Step("one that was sent says when, and what the server answered", func(t *testing.T) {
			w.Deliver()
			a := n.must(200, http.MethodGet, message, nil)
			if a.Field(t, "state") != "sent" || a.Field(t, "attempts") != "1" || a.Field(t, "sentAt") == "" || a.Field(t, "template") != "reset_link" ||
				a.Field(t, "channel") != "email" || a.Field(t, "ticketId") != sent || a.Field(t, "lastAnswer") == "" {
				t.Errorf("sent: %s", a.Body)
			}
		})
		n.refuses(refusal{"sending again what was sent", 409, "message_content_gone", http.MethodPost, message + "/resend", nil, nil})
		mail.strike.Store(true)
		last := n.tellsOfRefusedMail(anna)
		w.Clock.Advance(time.Hour)
		n.refuses(refusal{"sending again what is over", 409, "message_content_gone", http.MethodPost, last + "/resend", nil, nil})
		w.Check("the sweep wipes the contents of all", func(t *testing.T) {
			w.Deliver()
			rows, err := w.Store.Read(context.Background()).MessagesOf(anna.ID, 100)
			if err != nil || len(rows) != 3 {
				t.Fatalf("%d messages, %v", len(rows), err)
			}
			for _, m := range rows {
				if len(m.Sealed) != 0 {
					t.Errorf("the content of a %s message outlives its ticket", m.State)
				}
			}
			if a := n.must(200, http.MethodGet, last, nil); a.Field(t, "resendableUntil") != "" {
				t.Errorf("wiped: %s", a.Body)
			}
		})
	}, harness.WithSettings(func(s *models.Settings) { s.Tickets.MailsPerHour = 3 }))
}

// failedMessage is a new one that the server refused, of a new ticket.
func (n native) failedMessage(p *harness.Person) (path, ticketID string) {
	n.T.Helper()
	ticketID = n.issue(p.ID, "reset", "link", "send").Field(n.T, "id")
	n.Deliver()
	return "/v1/messages/" + n.messageOf(ticketID), ticketID
}

// tellsOfRefusedMail is told while the server refuses mail; it gives the newest message.
func (n native) tellsOfRefusedMail(anna *harness.Person) (message string) {
	n.T.Helper()
	var first string
	var failed harness.Answer
	n.Step("one that was refused says why, and how long it can be sent again", func(t *testing.T) {
		message, first = n.failedMessage(anna)
		failed = n.must(200, http.MethodGet, message, nil)
		if failed.Field(t, "state") != "failed" || failed.Field(t, "failedAt") == "" || failed.Field(t, "resendableUntil") == "" ||
			failed.Field(t, "lastAnswer") != "550 5.1.1 <[recipient]>: no such mailbox" {
			t.Errorf("refused: %s", failed.Body)
		}
	})
	for name, query := range seed.InOrder(map[string]string{"of all": "", "of the failed": "?state=failed", "of a user": "?userId=" + anna.ID}) {
		n.Check("the list "+name+" holds it without its recipient", func(t *testing.T) {
			all := n.must(200, http.MethodGet, "/v1/messages"+query, nil)
			if !strings.Contains(all.Body, strings.TrimSpace(failed.Body)) || strings.Contains(all.Body, anna.Email) {
				t.Errorf("the list %q: %s", query, all.Body)
			}
		})
	}
	n.Check("the list of the queued lacks it", func(t *testing.T) {
		if a := n.must(200, http.MethodGet, "/v1/messages?state=queued", nil); strings.Contains(a.Body, first) {
			t.Errorf("the queued ones: %s", a.Body)
		}
	})
	n.Step("a newer one ends it: it is not worth sending any more", func(t *testing.T) {
		former := message
		message, _ = n.failedMessage(anna)
		n.refused(409, "message_content_gone", http.MethodPost, former+"/resend", nil)
	})
	n.Check("one is sent again as often as the user's budget admits", func(t *testing.T) { // S48
		for range 3 {
			n.must(200, http.MethodPost, message+"/resend", nil)
			n.Deliver()
		}
		n.refused(409, "mail_budget_spent", http.MethodPost, message+"/resend", nil)
		if a := n.must(200, http.MethodGet, message, nil); a.Field(t, "state") != "failed" {
			t.Errorf("over the budget: %s", a.Body)
		}
	})
	return message
}

// TestRekeyRequestReset: an anonymous caller gets the same answer, whichever account he asks
// for, and helped if he may be.
func TestRekeyRequestReset(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		anyone := nobody(w)
		anna, elsewhere := w.Person("anna"), w.NewTenant("Elsewhere", false, models.DefaultSettings())
		codes := models.DefaultSettings()
		codes.ResetBy = models.ResetByOTP
		mailsCodes := w.NewTenant("Codes", false, codes)
		eve := w.Person("eve", harness.Of(mailsCodes))

		w.Step("the answer reveals nothing, and the user is mailed", func(t *testing.T) {
			for _, body := range []j{{"username": "anna"}, {"email": anna.Email}, {"username": "anna", "tenantId": w.Tenant.ID}, {"username": "unknown"}} {
				if a := anyone.must(202, http.MethodPost, "/v1/reset-requests", body); strings.TrimSpace(a.Body) != "{}" {
					t.Errorf("%v: %s", body, a.Body)
				}
			}
			if n := len(w.Mails()); n != 3 {
				t.Errorf("%d mails, want 3", n)
			}
		})
		w.Check("the link in the mail sets the password", func(t *testing.T) {
			anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": anyone.mailedTicket(anna), "newPassword": harness.NewPassword})
		})
		var known harness.Answer
		w.Step("where codes are mailed, everybody gets a request code", func(t *testing.T) {
			anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": elsewhere.ID}) // not hers: nothing is sent
			known = anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "eve", "tenantId": mailsCodes.ID})
			unknown := anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "adam", "tenantId": mailsCodes.ID})
			if len(known.Body) != len(unknown.Body) || unknown.Field(t, "requestCode") == "" {
				t.Errorf("%s\n%s", known.Body, unknown.Body)
			}
		})
		w.Check("with the mailed code it sets the password", func(t *testing.T) {
			anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{
				"requestCode": known.Field(t, "requestCode"), "code": mailedCode(w, eve.Email), "newPassword": harness.NewPassword,
			})
		})
		for name, bad := range seed.InOrder(map[string]j{
			"for nobody": {}, "by name and address": {"username": "anna", "email": anna.Email}, "for a tenant": {"tenantId": w.Tenant.ID},
		}) {
			anyone.refuses(refusal{"a request " + name, 400, "malformed_request", http.MethodPost, "/v1/reset-requests", bad, nil})
		}
		foreign := native{w, w.TenantKey(elsewhere, "tickets:write").Key.Reveal()}
		anyone.refuses(refusal{"a request at no tenant", 404, "tenant_not_found", http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": "01hq3kad3svktnkwp31fmt4bee"}, nil})
		foreign.refuses(refusal{"a request at a foreign tenant", 404, "tenant_not_found", http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": w.Tenant.ID}, nil})
	})
}
