package stores_test

import (
	"context"
	"errors"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestARightTryThatAnothersSuccessEndedIsNotLate: of two who redeem one right code, the
// second is done while the first one's try is open, and ends the tries of the user. The
// first has lost the race for the ticket, and nothing is out of service.
func TestARightTryThatAnothersSuccessEndedIsNotLate(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, twin := w.Person("ada"), w.Twin()
		out, err := w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Username: p.Username, LinkForm: models.ProofTicket, AllowOTP: true})
		must(t, err)
		proof := core.Proof{Form: models.ProofOTP, Purpose: models.PurposeReset, Secret: out.RequestCode, Code: secret.NewText(mailedCode(w, p))}
		redeem := func(core *surface.Core, n int) error {
			_, err := core.Tickets.RedeemTicket(context.Background(), tickets.RedeemTicketInput{Proof: proof, Password: password(t, candidate(n))})
			return err
		}
		second := errors.New("it was not played")
		counted := false // the first has taken its try, and counted it on the ticket
		w.BreakStore(func(statement string) bool {
			counted = counted || statement == "update tickets"
			if counted && statement == "select tries" { // it settles its try
				w.BreakStore(nil)
				second = redeem(twin.Core, 2)
			}
			return false
		})
		first := redeem(w.Core, 1)
		w.BreakStore(nil)
		must(t, second)
		if !errors.Is(first, core.ErrTicketUnusable) {
			t.Errorf("the first is told %v (%v)", first, errors.Unwrap(first))
		}
		if !w.CanLogIn(p, candidate(2)) {
			t.Error("the second one's password does not open the account")
		}
	}, harness.WithSettings(func(s *models.Settings) { s.ResetBy = models.ResetByOTP }))
}
