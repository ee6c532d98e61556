package stores_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestNoCodeIsMailedThatCannotWork: somebody guessed until no short code of the account is
// taken any more. Its owner is mailed a link in place of a code, and no code of a login.
func TestNoCodeIsMailedThatCannotWork(t *testing.T) {
	t.Parallel()
	const tries = 4
	few := harness.WithSettings(func(s *models.Settings) {
		s.ResetBy, s.Tickets.AccountTries, s.Tickets.OTPTries = models.ResetByOTP, tries, tries
	})
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada", harness.WithMFA)
		ask := func(t *testing.T) *tickets.RequestedReset {
			out, err := w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Username: p.Username, LinkForm: models.ProofTicket, AllowOTP: true})
			must(t, err)
			return out
		}
		guess := func(t *testing.T, request secret.Text, code string) error {
			_, err := w.Core.Tickets.VerifyTicket(asOwner(t.Context()), core.Proof{
				Form: models.ProofOTP, Purpose: models.PurposeReset, Secret: request, Code: secret.NewText(code),
			})
			return err
		}
		w.Step("a code is mailed, and guessed at until no further one is taken", func(t *testing.T) {
			out := ask(t)
			if mailedCode(w, p) == "" {
				t.Fatal("no code")
			}
			for range tries {
				if err := guess(t, out.RequestCode, "wrong"); !errors.Is(err, core.ErrTicketUnusable) {
					t.Fatal(err)
				}
			}
		})
		w.Check("no code of a login is mailed", func(t *testing.T) {
			before := len(w.Mails())
			if err := logIn(t, w, p, "")(t.Context()); !errors.Is(err, core.ErrLoginFailed) {
				t.Errorf("the login: %v", err)
			}
			if after := w.Mails(); len(after) != before {
				t.Errorf("mailed: %q", after[before:])
			}
		})
		w.Step("a user who asks again is mailed a link, which works", func(t *testing.T) {
			ask(t)
			mail := w.LastMail(p.Email).Text
			_, rest, found := strings.Cut(mail, harness.PublicURL+"/reset?key=")
			if !found {
				t.Fatalf("no link:\n%s", mail)
			}
			must(t, setNew(w, asOwner(t.Context()), core.Proof{
				Form: models.ProofTicket, Purpose: models.PurposeReset, Secret: secret.NewText(strings.Fields(rest)[0]),
			}))
			p.Password = harness.NewPassword
		})
		w.Check("and codes are taken again", func(t *testing.T) {
			challenged(t, w, p)
			must(t, logIn(t, w, p, mailedCode(w, p))(t.Context()))
		})
	}, few)
}
