package stores_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestOneVersionHasOneSuccessor changes one credential in three ways at once: each
// version is replaced by one caller, and everybody else is told so.
func TestOneVersionHasOneSuccessor(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for round := range 30 {
			p := w.Person(fmt.Sprintf("ada%d", round))
			_, proof := ticketFor(t, w, p)
			owner, self := asOwner(context.Background()), asUser(context.Background(), p)
			change := func(i int) (err error) {
				switch pw := password(t, candidate(i)); i % 3 {
				case 0:
					_, err = w.Core.Passwords.SetPassword(owner, passwords.SetPasswordInput{UserID: p.ID, Password: pw})
				case 1:
					_, err = w.Core.Passwords.ChangePassword(self, passwords.ChangePasswordInput{
						UserID: p.ID, Current: password(t, p.Password), New: pw,
					})
				default:
					_, err = w.Core.Tickets.RedeemTicket(context.Background(), tickets.RedeemTicketInput{Proof: proof, Password: pw})
				}
				return err
			}
			errs := together(6, change)
			won, byTicket, opens := 0, 0, 0
			for i, err := range errs {
				if err != nil && !isOneOf(err, allowed(i)) {
					t.Fatalf("round %d, caller %d: %v", round, i, err)
				}
				if err == nil {
					won++
					byTicket += i % 3 / 2
					if w.CanLogIn(p, candidate(i)) {
						opens++
					}
				}
			}
			if won == 0 || byTicket > 1 || opens != 1 {
				t.Fatalf("round %d: %d winners, %d by the ticket, %d of their passwords open the account", round, won, byTicket, opens)
			}
			v, h, n := versionOf(t, w, p), historyRows(t, w, p), notices(t, w, p)
			if int(v) != 1+won || h != 1+won || n != won {
				t.Fatalf("round %d: %d winners, but version %d, %d history rows, %d mails", round, won, v, h, n)
			}
		}
	}, harness.WithSettings(withHistory))
}

// allowed are the faults that a caller of each way may be answered.
func allowed(i int) []error {
	switch i % 3 {
	case 0:
		return []error{core.ErrCredentialChanged}
	case 1:
		return []error{core.ErrCredentialChanged, core.ErrWrongCurrent}
	}
	return []error{core.ErrTicketUnusable}
}
