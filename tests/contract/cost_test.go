package contract_test

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// What an operation costs is measured elsewhere; what can be counted is held here.

// statements lists what a call asks of the database.
func statements(w *harness.World, call func()) []string {
	var mu sync.Mutex
	var seen []string
	w.BreakStore(func(s string) bool {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, s)
		return false
	})
	defer w.BreakStore(nil)
	call()
	mu.Lock()
	defer mu.Unlock()
	return slices.Clone(seen)
}

// hashes counts the password hashes of a call.
func hashes(w *harness.World, call func()) uint64 {
	before := w.Hasher.Count()
	call()
	return w.Hasher.Count() - before
}

func TestLookingAtALinkIsOneStatement(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.System, Boundary: models.BoundaryPlatform})
		_, err := w.Core.Tickets.IssueTicket(ctx, tickets.IssueTicketInput{
			UserID: w.Person("anna").ID, Purpose: models.PurposeReset, Medium: models.MediumLink,
			Form: models.ProofKey, Channel: models.ChannelEmail,
		})
		if err != nil {
			t.Fatal(err)
		}
		key := mailedKey(w, "anna@example.test")
		look := func() {
			if a := w.Do(harness.Call{Method: http.MethodGet, Path: "/api/Password/resetPassword?key=" + key}); a.Status != http.StatusOK {
				t.Fatalf("status %d: %s", a.Status, a.Body)
			}
		}
		if seen := statements(w, look); len(seen) != 5 { // the step of the ticket, and its line in the chain of the audit trail
			t.Errorf("the first look, which is noted, takes %d statements: %q", len(seen), seen)
		}
		if seen := statements(w, look); len(seen) != 1 {
			t.Errorf("a further look takes %d statements: %q", len(seen), seen)
		}
		if n := hashes(w, look); n != 0 {
			t.Errorf("a look at a link takes %d hashes", n)
		}
	})
}

// TestALoginIsOneHash: known, wrong and unknown cost the same (G2).
func TestALoginIsOneHash(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Person("anna")
		for _, try := range []struct {
			who, password string
			status        int
		}{
			{"anna", harness.Password, http.StatusOK},
			{"anna", harness.NewPassword, http.StatusUnauthorized},
			{"nobody", harness.Password, http.StatusUnauthorized},
		} {
			n := hashes(w, func() {
				a := w.Do(harness.Call{Method: http.MethodPost, Path: "/api/Users/authenticate", Body: map[string]string{
					"userName": try.who, "password": try.password,
				}})
				if a.Status != try.status {
					t.Errorf("%s: status %d, want %d: %s", try.who, a.Status, try.status, a.Body)
				}
			})
			if n != 1 {
				t.Errorf("%s with %q takes %d hashes, want 1", try.who, try.password, n)
			}
		}
	})
}

func TestSettingAPasswordIsOneHash(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		anna, owner := w.Person("anna"), w.Owner()
		set := func() {
			a := w.Do(harness.Call{
				Method: http.MethodPut, Path: "/api/web/v1/users/" + anna.ID + "/passwords", Token: owner.Key.Reveal(),
				Body: map[string]any{"password": harness.NewPassword, "emailPassword": false},
			})
			if a.Status != http.StatusOK {
				t.Fatalf("status %d: %s", a.Status, a.Body)
			}
		}
		if n := hashes(w, set); n != 1 {
			t.Errorf("setting a password takes %d hashes, want 1", n)
		}
		const most = 26 // what one transaction does to credential, sessions, tickets, counters, outbox and trail
		if seen := statements(w, set); len(seen) > most {
			t.Errorf("setting a password takes %d statements, at most %d: %q", len(seen), most, seen)
		}
	})
}
