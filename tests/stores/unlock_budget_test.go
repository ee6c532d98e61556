package stores_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestASpentBudgetDoesNotUnlock: who gets no ticket gets nothing that comes with it.
func TestASpentBudgetDoesNotUnlock(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		shut := func(p *harness.Person) {
			now := w.Clock.Now()
			row := models.Tries{Key: secret.Sum("tries", string(models.TryPassword), p.ID).Bytes(), UserID: p.ID, Kind: models.TryPassword}
			must(t, w.Store.ChangeTries(t.Context(), row, func(t *models.Tries, _ time.Time) bool {
				t.Wrong, t.LockedOutAt = 100, &now
				return true
			}))
		}
		locked := func(p *harness.Person) {
			_, err := w.Core.Accounts.LockUser(asOwner(t.Context()), p.ID)
			must(t, err)
		}
		for name, lock := range seed.InOrder(map[string]func(*harness.Person){"locked": locked, "after a hundred wrong passwords": shut}) {
			w.Step(name, func(t *testing.T) {
				p := w.Person("ada" + name[:1])
				ctx := caller.Into(t.Context(), caller.Caller{
					Kind: caller.User, ID: p.ID, Boundary: models.BoundarySelf, ApplicationID: p.ApplicationID, TenantID: p.TenantID,
					SessionID: "session", Permissions: []string{caller.WriteUsers},
				})
				issue := func(unlock bool) bool {
					out, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
						UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumLink, Form: models.ProofKey, Unlock: unlock,
					})
					must(t, err)
					return out.Ticket != nil
				}
				for range w.Tenant.Settings.Tickets.MailsPerHour {
					if !issue(false) {
						t.Fatal("a mail within the budget was not sent")
					}
				}
				lock(p)
				if issue(true) {
					t.Fatal("a mail beyond the budget was sent")
				}
				wantLockedOut(t, w, p, true, 0)
				w.Clock.Advance(2 * time.Hour)
				if !issue(true) {
					t.Error("the budget stays spent")
				}
				wantLockedOut(t, w, p, false, 1)
			})
		}
	})
}

// TestACodeComesWithTheUnlock: what is forgiven beside a ticket is forgiven before its form is chosen.
func TestACodeComesWithTheUnlock(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, now := w.Person("ada"), w.Clock.Now()
		row := models.Tries{Key: secret.Sum("tries", string(models.TryCode), p.ID).Bytes(), UserID: p.ID, Kind: models.TryCode}
		must(t, w.Store.ChangeTries(t.Context(), row, func(t *models.Tries, _ time.Time) bool {
			t.Wrong, t.LockedOutAt = 100, &now
			return true
		}))
		for _, c := range []struct {
			unlock bool
			want   models.Medium
		}{{false, models.MediumLink}, {true, models.MediumOTP}} {
			out, err := w.Core.Tickets.IssueTicket(asOwner(t.Context()), tickets.IssueTicketInput{
				UserID: p.ID, Purpose: models.PurposeReset, Medium: models.MediumOTP, Form: models.ProofOTP, Unlock: c.unlock,
			})
			must(t, err)
			if out.Ticket.Medium != c.want {
				t.Errorf("unlocked %v: a ticket by %s, want %s", c.unlock, out.Ticket.Medium, c.want)
			}
		}
	})
}

// wantLockedOut checks whether a user is locked out, and how many events record an unlock.
func wantLockedOut(t *testing.T, w *harness.World, p *harness.Person, want bool, unlocks int64) {
	t.Helper()
	u, err := w.Store.Read(t.Context()).FindUser(p.ID)
	must(t, err)
	throttled, err := w.Store.Read(t.Context()).Throttled(p.ID)
	must(t, err)
	if is := u.LockedAt != nil || throttled; is != want {
		t.Errorf("the user is locked out: %v, want %v", is, want)
	}
	var unlocked int64
	must(t, openRaw(t, w.DBURL).Model(&models.Event{}).Where("action = ? AND user_id = ?", "user.unlock", p.ID).Count(&unlocked).Error)
	if unlocked != unlocks {
		t.Errorf("%d events record an unlock, want %d", unlocked, unlocks)
	}
}
