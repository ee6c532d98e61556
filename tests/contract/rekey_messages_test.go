package contract_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
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
		if a := n.must(200, http.MethodPost, message+"/resend", nil); a.Field(t, "state") != "queued" || a.Field(t, "nextAttemptAt") == "" {
			t.Errorf("one that waits: %s", a.Body)
		}
		w.Deliver()
		a := n.must(200, http.MethodGet, message, nil)
		if a.Field(t, "state") != "sent" || a.Field(t, "attempts") != "1" || a.Field(t, "sentAt") == "" || a.Field(t, "template") != "reset_link" ||
			a.Field(t, "channel") != "email" || a.Field(t, "ticketId") != sent || a.Field(t, "lastAnswer") == "" {
			t.Errorf("sent: %s", a.Body)
		}
		n.refused(409, "message_content_gone", http.MethodPost, message+"/resend", nil)

		mail.strike.Store(true)
		failing := func() string {
			t.Helper()
			ticket := n.issue(anna.ID, "reset", "link", "send").Field(t, "id")
			w.Deliver()
			return ticket
		}
		first := failing()
		message = "/v1/messages/" + n.messageOf(first)
		a = n.must(200, http.MethodGet, message, nil)
		if a.Field(t, "state") != "failed" || a.Field(t, "failedAt") == "" || a.Field(t, "resendableUntil") == "" ||
			a.Field(t, "lastAnswer") != "550 5.1.1 <[recipient]>: no such mailbox" {
			t.Errorf("refused: %s", a.Body)
		}
		for _, list := range []string{"", "?state=failed", "?userId=" + anna.ID} {
			all := n.must(200, http.MethodGet, "/v1/messages"+list, nil)
			if !strings.Contains(all.Body, strings.TrimSpace(a.Body)) || strings.Contains(all.Body, anna.Email) {
				t.Errorf("the list %q: %s", list, all.Body)
			}
		}
		if a := n.must(200, http.MethodGet, "/v1/messages?state=queued", nil); strings.Contains(a.Body, first) {
			t.Errorf("the queued ones: %s", a.Body)
		}

		second := failing() // ends the first: its mail is not worth sending any more
		n.refused(409, "message_content_gone", http.MethodPost, message+"/resend", nil)
		message = "/v1/messages/" + n.messageOf(second)
		for range 3 {
			n.must(200, http.MethodPost, message+"/resend", nil)
			w.Deliver()
		}
		n.refused(409, "mail_budget_spent", http.MethodPost, message+"/resend", nil) // S48
		if a := n.must(200, http.MethodGet, message, nil); a.Field(t, "state") != "failed" {
			t.Errorf("over the budget: %s", a.Body)
		}

		w.Clock.Advance(time.Hour)
		n.refused(409, "message_content_gone", http.MethodPost, message+"/resend", nil)
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
		if a := n.must(200, http.MethodGet, message, nil); a.Field(t, "resendableUntil") != "" {
			t.Errorf("wiped: %s", a.Body)
		}
	}, harness.WithSettings(func(s *models.Settings) { s.Tickets.MailsPerHour = 3 }))
}

// TestRekeyRequestReset: somebody without a credential is told the same, whoever he asks
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

		for _, body := range []j{{"username": "anna"}, {"email": anna.Email}, {"username": "anna", "tenantId": w.Tenant.ID}, {"username": "stranger"}} {
			if a := anyone.must(202, http.MethodPost, "/v1/reset-requests", body); strings.TrimSpace(a.Body) != "{}" {
				t.Errorf("%v: %s", body, a.Body)
			}
		}
		if n := len(w.Mails()); n != 3 {
			t.Errorf("%d mails, want 3", n)
		}
		anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{"ticket": anyone.mailedTicket(anna), "newPassword": harness.NewPassword})

		anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": elsewhere.ID}) // not hers: nothing is sent
		known := anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "eve", "tenantId": mailsCodes.ID})
		unknown := anyone.must(202, http.MethodPost, "/v1/reset-requests", j{"username": "adam", "tenantId": mailsCodes.ID})
		if len(known.Body) != len(unknown.Body) || unknown.Field(t, "requestCode") == "" {
			t.Errorf("%s\n%s", known.Body, unknown.Body)
		}
		anyone.must(200, http.MethodPost, "/v1/tickets/redeem", j{
			"requestCode": known.Field(t, "requestCode"), "code": mailedCode(w, eve.Email), "newPassword": harness.NewPassword,
		})
		for _, bad := range []j{{}, {"username": "anna", "email": anna.Email}, {"tenantId": w.Tenant.ID}} {
			anyone.refused(400, "malformed_request", http.MethodPost, "/v1/reset-requests", bad)
		}
		anyone.refused(404, "tenant_not_found", http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": "01hq3kad3svktnkwp31fmt4bee"})
		foreign := native{w, w.TenantKey(elsewhere, "tickets:write").Key.Reveal()}
		foreign.refused(404, "tenant_not_found", http.MethodPost, "/v1/reset-requests", j{"username": "anna", "tenantId": w.Tenant.ID})
	})
}
