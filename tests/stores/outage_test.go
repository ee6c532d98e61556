package stores_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAnOutageLosesNoRequestForHelp: a request that fails longer than the user's
// budget of mails is answered all the same when the store is mended.
func TestAnOutageLosesNoRequestForHelp(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		_, err := w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Email: p.Email, LinkForm: models.ProofKey})
		must(t, err)
		w.BreakStore(func(statement string) bool { return statement == "insert messages" })
		for range 2 * w.Tenant.Settings.Tickets.MailsPerHour {
			if n, err := w.Core.Tickets.ProcessResetRequests(t.Context()); n != 1 || err == nil {
				t.Fatalf("%d requests were worked off, %v", n, err)
			}
			w.Clock.Advance(time.Minute)
		}
		w.BreakStore(nil)
		if m := w.LastMail(p.Email); m.Text == "" || len(w.Mails()) != 1 {
			t.Errorf("%d mails, the last %q", len(w.Mails()), m.Subject)
		}
	})
}
