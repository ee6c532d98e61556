package stores_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTicketStatesAreFilteredAsTheyAreRead: of tickets with every combination of steps
// and ends, each is listed under the state that it shows, and under no other.
func TestTicketStatesAreFilteredAsTheyAreRead(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, now := w.Person("ada"), w.Clock.Now()
		at := func(yes bool) *time.Time {
			if !yes {
				return nil
			}
			return &now
		}
		want := map[models.TicketState][]string{}
		ends := []models.TicketEnd{"", models.EndedSuperseded, models.EndedRevoked, models.EndedExhausted, models.EndedExpired}
		must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			clear(want)
			for steps := range 1 << 6 {
				has := func(bit int) bool { return steps&(1<<bit) != 0 }
				for n, end := range ends {
					for _, left := range []time.Duration{time.Minute, 0} {
						for tries := range 3 {
							row := &models.Ticket{
								ID: secret.NewID(), ApplicationID: p.ApplicationID, TenantID: p.TenantID, UserID: p.ID,
								Purpose: models.PurposeReset, Medium: models.MediumLink, Proof: models.ProofTicket,
								Lookup: secret.Sum(fmt.Sprint(steps, n, left, tries)).Bytes(), CreatedAt: now, ExpiresAt: now.Add(left),
								QueuedAt: at(has(0)), DeliveredAt: at(has(1)), FailedAt: at(has(2)), OpenedAt: at(has(3)), VerifiedAt: at(has(4)),
								ConsumedAt: at(has(5)), EndedAt: at(end != ""), EndedBecause: end, FailedTries: tries, MaxTries: min(tries, 1) * 2,
							}
							if err := tx.InsertTicket(row); err != nil {
								return err
							}
							want[row.State(now)] = append(want[row.State(now)], row.ID)
						}
					}
				}
			}
			return nil
		}))
		if len(want) != 10 {
			t.Fatalf("only %d states were made", len(want))
		}
		for state, ids := range seed.InOrder(want) {
			rows, more, err := w.Store.Read(t.Context()).ListTickets(store.Scope{Everything: true}, store.TicketFilter{State: state}, store.Page{Limit: 5000})
			must(t, err)
			var have []string
			for _, row := range rows {
				have = append(have, row.ID)
			}
			slices.Sort(ids)
			if more || !slices.Equal(have, ids) {
				t.Errorf("%d tickets are %s, and %d are listed", len(ids), state, len(have))
			}
		}
		for name, nobody := range seed.InOrder(map[string]store.Scope{"nothing": {}, "no tenant": {ApplicationID: p.ApplicationID, TenantIDs: []string{}}}) {
			if rows, _, err := w.Store.Read(t.Context()).ListTickets(nobody, store.TicketFilter{}, store.Page{Limit: 10}); err != nil || len(rows) != 0 {
				t.Errorf("who reaches %s sees %d tickets, %v", name, len(rows), err)
			}
		}
	})
}

// TestTheSweepIsBoundedAndNotesEachTicketOnce: also when several sweep at once, and what
// it finds ended when it ran out, not when somebody looked.
func TestTheSweepIsBoundedAndNotesEachTicketOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		ends := w.Clock.Now().Add(time.Minute)
		for n := range 120 {
			must(t, w.Store.Write(t.Context()).InsertTicket(&models.Ticket{
				ID: secret.NewID(), ApplicationID: p.ApplicationID, TenantID: p.TenantID, UserID: p.ID,
				Lookup: secret.Sum(fmt.Sprint(n)).Bytes(), ExpiresAt: ends,
			}))
		}
		w.Clock.Advance(time.Hour)
		if n, err := w.Core.Tickets.ExpireTickets(t.Context()); n != 50 || err != nil {
			t.Errorf("one sweep notes %d, %v", n, err)
		}
		for _, err := range together(4, func(int) error { _, err := w.Core.Tickets.ExpireTickets(t.Context()); return err }) {
			must(t, err)
		}
		w.Deliver()
		if left, err := w.Store.Read(t.Context()).OverdueTickets(10); err != nil || len(left) != 0 {
			t.Errorf("%d are left, %v", len(left), err)
		}
		events, err := w.Store.Read(t.Context()).EventsOf(p.ID, 1000)
		must(t, err)
		noted := map[string]int{}
		for _, e := range events {
			if e.Action == "ticket.expired" {
				noted[e.TicketID]++
			}
		}
		for id, n := range seed.InOrder(noted) {
			if k, err := w.Store.Read(t.Context()).FindTicketByID(id); err != nil || n != 1 || !k.EndedAt.Equal(ends) {
				t.Fatalf("noted %d times, ended at %v, %v", n, k.EndedAt, err)
			}
		}
		if len(noted) != 120 {
			t.Errorf("%d of 120 were noted", len(noted))
		}
	})
}
