package stores_test

import (
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestAMessageThatWaitsForItsRetryDoesNotDelayOthers: a server slept through the leases of what it
// delivers, another put that in line again, and then the first comes to say that it failed.
// These messages wait for hours; the rest of their lane does not.
func TestAMessageThatWaitsForItsRetryDoesNotDelayOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const to = "ada@acme.example"
		lane := store.DestinationKey(w.Keyring, models.ChannelEmail, to)
		tx := func() *store.Tx { return w.Store.Write(t.Context()) }
		var claims []*store.Claim
		for range 6 {
			letter(t, w, secret.NewID(), to)
			m, err := tx().FirstReady(w.Tenant.ID, lane, nil)
			must(t, err)
			c, err := tx().ClaimMessage(m, time.Minute)
			must(t, err)
			claims = append(claims, c)
		}
		w.Clock.Advance(time.Minute)
		due, err := tx().DueMessages(len(claims))
		must(t, err)
		for _, m := range due {
			_, err := tx().LineUp(m.ID, m.NextAttemptAt, m.Destination)
			must(t, err)
		}
		for _, c := range claims {
			if mine, err := tx().MarkMessageRetry(c, time.Hour, "450 later"); !mine || err != nil {
				t.Fatalf("the attempt is not this server's any more: %v", err)
			}
		}
		letter(t, w, secret.NewID(), to)
		if mails := w.Mails(); len(mails) != 1 {
			t.Errorf("%d mails went out, want the one that waits for nothing", len(mails))
		}
		w.Clock.Advance(time.Hour)
		if mails := w.Mails(); len(mails) != 1+len(claims) {
			t.Errorf("%d mails went out, want %d", len(mails), 1+len(claims))
		}
	})
}

// TestWorkQueuedByAFormerVersionDoesNotDelayOthers: a server of a version without lanes claims what
// is queued and postpones it for hours. The other messages of the lane are sent.
func TestWorkQueuedByAFormerVersionDoesNotDelayOthers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		for range 6 {
			letter(t, w, secret.NewID(), "ada@acme.example")
		}
		w.Spoil("UPDATE messages SET next_attempt_at = ?, attempts = 1", w.Clock.Now().Add(time.Hour))
		letter(t, w, secret.NewID(), "ada@acme.example")
		if mails := w.Mails(); len(mails) != 1 {
			t.Errorf("%d mails went out, want the one that nobody has", len(mails))
		}
		w.Clock.Advance(time.Hour)
		if mails := w.Mails(); len(mails) != 7 {
			t.Errorf("%d mails went out, want all", len(mails))
		}
	})
}
