package contract_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestRekeyVerifyAddress: a ticket of purpose verify proves one address, by a link or a short code, and nothing else.
func TestRekeyVerifyAddress(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anyone := asOwner(w), nobody(w)
		anna := w.Person("anna", harness.Unverified, harness.WithPhone("+4915100000"))
		order := j{"userId": anna.ID, "purpose": "verify", "medium": "link", "deliver": "return"}
		isVerified := func(member string) bool {
			return strings.Contains(n.must(200, http.MethodGet, "/v1/users/"+anna.ID, nil).Body, `"`+member+`":[{"address"`) &&
				regexp.MustCompile(`"`+member+`":\[\{[^]]*"verified":true`).MatchString(n.must(200, http.MethodGet, "/v1/users/"+anna.ID, nil).Body)
		}
		n.refuses(
			refusal{"an address that the user does not have", 409, "address_unknown", http.MethodPost, "/v1/tickets", with(order, "address", "other@example.test"), nil},
			refusal{"an address with another purpose", 400, "malformed_request", http.MethodPost, "/v1/tickets", with(with(order, "purpose", "reset"), "address", anna.Email), nil},
		)
		w.Step("a returned link sets no password, is not inspected, and verifies once", func(t *testing.T) {
			ticket := n.must(201, http.MethodPost, "/v1/tickets", with(order, "address", strings.ToUpper(anna.Email))).Field(t, "proof", "ticket")
			anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/redeem", j{"ticket": ticket, "newPassword": harness.NewPassword})
			anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/inspect", j{"ticket": ticket})
			a := anyone.must(200, http.MethodPost, "/v1/tickets/verify-address", j{"ticket": ticket})
			if a.Field(t, "address") != anna.Email || a.Field(t, "kind") != "email" || a.Field(t, "userId") != anna.ID || !isVerified("emails") || isVerified("phones") {
				t.Error(a.Body)
			}
			anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/verify-address", j{"ticket": ticket})
			n.refused(409, "address_verified", http.MethodPost, "/v1/tickets", order)
		})
		w.Step("a short code is sent to the number, and wrong ones are counted", func(t *testing.T) {
			request := n.must(201, http.MethodPost, "/v1/tickets", j{"userId": anna.ID, "purpose": "verify", "medium": "otp", "channel": "sms"}).Field(t, "proof", "requestCode")
			m := w.LastMail(anna.Phone)
			code := regexp.MustCompile(`\b\d{6}\b`).FindString(m.Text)
			if m.Channel != models.ChannelSMS || code == "" {
				t.Fatalf("%s %s", m.Channel, m.Text)
			}
			wrong := map[bool]string{true: "000001", false: "000000"}[code == "000000"]
			anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/verify-address", j{"requestCode": request, "code": wrong})
			list := n.must(200, http.MethodGet, "/v1/tickets?purpose=verify&state=queued&userId="+anna.ID, nil)
			delivered := n.must(200, http.MethodGet, "/v1/tickets?purpose=verify&state=delivered&userId="+anna.ID, nil)
			if !strings.Contains(list.Body+delivered.Body, `"failedTries":1`) {
				t.Errorf("the try is not counted: %s %s", list.Body, delivered.Body)
			}
			anyone.must(200, http.MethodPost, "/v1/tickets/verify-address", j{"requestCode": request, "code": code})
			if !isVerified("phones") {
				t.Error("the number is not verified")
			}
		})
		w.Check("a reset ticket verifies nothing", func(t *testing.T) {
			reset := n.issue(anna.ID, "reset", "link", "return").Field(t, "proof", "ticket")
			anyone.refused(422, "ticket_unusable", http.MethodPost, "/v1/tickets/verify-address", j{"ticket": reset})
		})
		w.Check("the trail has the verifications", func(t *testing.T) {
			events := n.must(200, http.MethodGet, "/v1/events?action=address.verify&userId="+anna.ID, nil)
			if strings.Count(events.Body, `"outcome":"done"`) != 2 || strings.Contains(events.Body, anna.Email) {
				t.Error(events.Body)
			}
		})
	})
}

// TestRekeyTooManyVerifications: a mailbox that nobody has proven gets no more than any other.
func TestRekeyTooManyVerifications(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, anna := asOwner(w), w.Person("anna", harness.Unverified)
		order := j{"userId": anna.ID, "purpose": "verify", "medium": "link"}
		for range w.Tenant.Settings.Tickets.MailsPerHour {
			n.must(201, http.MethodPost, "/v1/tickets", order)
		}
		n.refused(409, "mail_budget_spent", http.MethodPost, "/v1/tickets", order)
	})
}
