package stores_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const redeemers = 20

// rounds of a race; each hashes 20 passwords where it is on the whole use case.
const rounds = 200

// withHistory switches the history rule on.
func withHistory(s *models.Settings) { s.Password.History = 24 }

// together runs n calls at the same moment and lists their errors.
func together(n int, call func(i int) error) []error {
	errs := make([]error, n)
	start := make(chan struct{})
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() {
			<-start
			errs[i] = call(i)
		})
	}
	close(start)
	group.Wait()
	return errs
}

// ticketFor issues a reset link that is handed to the caller.
func ticketFor(t testing.TB, w *harness.World, p *harness.Person) (string, core.Proof) {
	t.Helper()
	out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
		UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: models.ProofKey,
	})
	must(t, err)
	return out.Ticket.ID, core.Proof{Form: models.ProofKey, Purpose: models.PurposeReset, Secret: out.Secret}
}

// candidate is a password that meets the default policy, another for each i.
func candidate(i int) string { return fmt.Sprintf("violet submarine %02d under the rain", i) }

// winner is the only call without an error; all others must have failed with one of
// the given faults.
func winner(t testing.TB, errs []error, losers ...error) int {
	t.Helper()
	won := -1
	for i, err := range errs {
		switch {
		case err == nil && won >= 0:
			t.Fatalf("callers %d and %d both won", won, i)
		case err == nil:
			won = i
		case !isOneOf(err, losers):
			t.Fatalf("caller %d: %v (%v)", i, err, errors.Unwrap(err))
		}
	}
	if won < 0 {
		t.Fatal("nobody won")
	}
	return won
}

func isOneOf(err error, targets []error) bool {
	for _, target := range targets {
		if errors.Is(err, target) {
			return true
		}
	}
	return false
}

// notices counts the mails that tell a person of a change.
func notices(t testing.TB, w *harness.World, p *harness.Person) (n int) {
	t.Helper()
	messages, err := w.Store.Read(t.Context()).MessagesOf(p.ID, 100)
	must(t, err)
	for _, m := range messages {
		if m.Template == models.TemplatePasswordUpdated {
			n++
		}
	}
	return n
}

func historyRows(t testing.TB, w *harness.World, p *harness.Person) int {
	t.Helper()
	rows, err := w.Store.Read(t.Context()).RecentPasswords(p.ID, 1000)
	must(t, err)
	return len(rows)
}

func versionOf(t testing.TB, w *harness.World, p *harness.Person) int64 {
	t.Helper()
	c, err := w.Store.Read(t.Context()).FindCredential(p.ID)
	must(t, err)
	return c.Version
}

// TestOneTicketHasOneRedeemer lets 20 callers redeem one ticket with 20 passwords (S31,
// S97).
func TestOneTicketHasOneRedeemer(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for round := range seed.Rounds(t, rounds) {
			p := w.Person(fmt.Sprintf("ada%d", round))
			id, proof := ticketFor(t, w, p)
			errs := together(redeemers, func(i int) error {
				_, err := w.Core.Tickets.RedeemTicket(context.Background(),
					tickets.RedeemTicketInput{Proof: proof, Password: password(t, candidate(i))})
				return err
			})
			won := winner(t, errs, core.ErrTicketUnusable)
			if !w.CanLogIn(p, candidate(won)) || w.CanLogIn(p, candidate((won+1)%redeemers)) || w.CanLogIn(p, p.Password) {
				t.Fatalf("round %d: the winner's password is not the one that opens the account", round)
			}
			if h, v, n := historyRows(t, w, p), versionOf(t, w, p), notices(t, w, p); h != 2 || v != 2 || n != 1 {
				t.Fatalf("round %d: %d history rows, version %d, %d mails; want 2, 2, 1", round, h, v, n)
			}
			ticket, err := w.Store.Read(t.Context()).FindTicketByID(id)
			must(t, err)
			if ticket.ConsumedAt == nil || ticket.EndedAt != nil {
				t.Fatalf("round %d: ticket consumed %v, ended %v", round, ticket.ConsumedAt, ticket.EndedAt)
			}
		}
	}, harness.WithSettings(withHistory))
}

// TestTheGuardedUpdateHasOneWinner is the same race on the bare statement, where all
// callers meet at the row itself.
func TestTheGuardedUpdateHasOneWinner(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		lost := errors.New("somebody else was faster")
		for range seed.Rounds(t, rounds) {
			id, _ := ticketFor(t, w, p)
			winner(t, together(redeemers, func(i int) error {
				var mine bool
				var err error
				if i%2 == 0 { // by itself, and within a transaction
					mine, err = w.Store.Write(context.Background()).ConsumeTicket(id)
				} else {
					err = w.Store.InTx(context.Background(), func(tx *store.Tx) (err error) {
						mine, err = tx.ConsumeTicket(id)
						return err
					})
				}
				if err == nil && !mine {
					return lost
				}
				return err
			}), lost)
		}
	})
}
