package stores_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAWrongClockDeletesNothing: whether it is a server's clock or the database's that is
// years ahead, a session that lives is not taken for one that was over long ago.
func TestAWrongClockDeletesNothing(t *testing.T) {
	t.Parallel()
	const years = 10 * 365 * day
	for _, wrong := range []string{"server", "database"} {
		t.Run(wrong, func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				p := w.Person("ada")
				w.LogIn(p)
				_, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{UserID: p.ID, Purpose: models.PurposeReset, Form: models.ProofKey, Medium: models.MediumReturned})
				must(t, err)
				server := w
				if wrong == "server" {
					server = w.TwinAhead(years)
				} else {
					server = w.TwinAhead(-years)
					w.Clock.Advance(years)
				}
				server.Sweeper.Sweep(t.Context(), 0)
				for _, kind := range []any{&models.Session{}, &models.RefreshToken{}} {
					var n int64
					must(t, openRaw(t, w.DBURL).Model(kind).Count(&n).Error)
					if n != 1 {
						t.Errorf("%d rows of %T are left, want 1", n, kind)
					}
				}
				var live int64
				must(t, openRaw(t, w.DBURL).Model(&models.Ticket{}).Where("ended_at IS NULL").Count(&live).Error)
				if live != 1 {
					t.Errorf("%d tickets live, want 1", live)
				}
			})
		})
	}
}
