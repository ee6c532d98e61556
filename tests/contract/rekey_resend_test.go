package contract_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestNothingIsResentToAFormerAddress: what failed there is not sent there again, whatever
// it says; but the notice of the change itself is meant for it.
func TestNothingIsResentToAFormerAddress(t *testing.T) {
	t.Parallel()
	withPostman(t, func(t *testing.T, n native, mail *postman) {
		p := n.Person("anna", harness.WithPhone("+41790000001"))
		user := "/v1/users/" + p.ID
		mail.strike.Store(true)
		n.must(200, http.MethodPatch, user, j{"secondFactor": true})
		n.puts(p, harness.NewPassword)
		n.issue(p.ID, "set", "link", "send")
		n.must(201, http.MethodPost, "/v1/tickets", j{"userId": p.ID, "purpose": "reset", "medium": "otp", "channel": "sms"})
		n.Deliver()
		n.must(200, http.MethodPatch, user, j{
			"emails": []j{{"address": "new@acme.example", "verified": true}}, "phones": []j{{"address": "+41790000002", "verified": true}},
		})
		n.Deliver()
		mail.strike.Store(false)
		rows, err := n.Store.Read(context.Background()).MessagesOf(p.ID, 100)
		if err != nil || len(rows) < 5 {
			t.Fatalf("%d messages, %v", len(rows), err)
		}
		notices := 0
		for _, m := range rows {
			want := 409
			if m.Template == models.TemplateAddressesChanged {
				want = 200
				notices++
			}
			n.Check(string(m.Template)+" by "+string(m.Channel), func(*testing.T) {
				n.must(want, http.MethodPost, "/v1/messages/"+m.ID+"/resend", nil)
			})
		}
		for _, m := range n.Mails() {
			if m.To == p.Email && m.Subject != "Your addresses at Rekey were changed" {
				t.Errorf("mailed to the former address: %s", m.Subject)
			}
		}
		if notices != 2 {
			t.Errorf("%d notices of the change, want one to each address", notices)
		}
	})
}
