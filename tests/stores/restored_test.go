package stores_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/tickets"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/setup"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// backedUp is a world as a backup brings it back: more sessions and tickets than a batch has, a
// mail and a reset request that wait, and a code of a login.
func backedUp(t *testing.T, w *harness.World) (login *harness.Login, rows int64) {
	t.Helper()
	ada := w.Person("ada")
	login = w.LogIn(ada)
	_, err := w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Email: ada.Email, LinkForm: models.ProofKey})
	must(t, err)
	_, err = w.Core.Tickets.ProcessResetRequests(t.Context())
	must(t, err)
	_, err = w.Core.Tickets.RequestReset(t.Context(), tickets.RequestResetInput{Username: "nobody", LinkForm: models.ProofKey})
	must(t, err)
	rows = 130
	raw, now := openRaw(t, w.DBURL), w.Clock.Now()
	var sessions []models.Session
	var links []models.Ticket
	for range rows - 1 {
		sessions = append(sessions, models.Session{
			ID: secret.NewID(), ApplicationID: ada.ApplicationID, TenantID: ada.TenantID, UserID: ada.ID, TokenDigest: random(),
			CheckedAt: now, CreatedAt: now, UpdatedAt: now, ExpiresAt: now.Add(time.Hour), EndsAt: now.Add(time.Hour),
		})
		links = append(links, models.Ticket{
			ID: secret.NewID(), ApplicationID: ada.ApplicationID, TenantID: ada.TenantID, UserID: ada.ID, Purpose: models.PurposeReset,
			Medium: models.MediumReturned, Proof: models.ProofKey, Lookup: random(), CreatedAt: now, ExpiresAt: now.Add(time.Hour),
		})
	}
	code := models.Challenge{
		ID: secret.NewID(), UserID: ada.ID, TenantID: ada.TenantID, Lookup: random(), CodeMAC: random(), MaxTries: 3, CreatedAt: now, ExpiresAt: now.Add(time.Hour),
	}
	must(t, raw.CreateInBatches(sessions, 100).Error)
	must(t, raw.CreateInBatches(links, 100).Error)
	must(t, raw.Create(&code).Error)
	return login, rows
}

func random() []byte { return secret.Sum("test", secret.NewID()).Bytes() }

// nothingIsLeft checks that everything ended, each with one event.
func nothingIsLeft(t *testing.T, w *harness.World, login *harness.Login, rows int64) {
	t.Helper()
	raw := openRaw(t, w.DBURL)
	for query, want := range seed.InOrder(map[string]int64{
		"tickets WHERE consumed_at IS NULL AND ended_at IS NULL": 0,
		"tickets WHERE ended_because = 'revoked'":                rows,
		"sessions WHERE ended_at IS NULL":                        0,
		"refresh_tokens WHERE revoked_at IS NULL":                0,
		"challenges WHERE consumed_at IS NULL":                   0,
		"messages WHERE state = 'queued'":                        0,
		"messages WHERE state = 'failed' AND sealed IS NULL":     1,
		"reset_requests":                                                     0,
		"signing_keys WHERE retired_at IS NULL":                              0,
		"events WHERE action = 'ticket.revoked'":                             rows,
		"events WHERE action = 'session.end'":                                rows,
		"events WHERE action = 'signing_key.retire'":                         1,
		"events WHERE action = 'ticket.revoked' AND actor_id = 'restored'":   rows,
		"events WHERE action = 'database.restore' AND actor_kind = 'system'": 1,
	}) {
		var n int64
		must(t, raw.Raw("SELECT COUNT(*) FROM "+query).Scan(&n).Error)
		if n != want {
			t.Errorf("%d %s, want %d", n, query, want)
		}
	}
	if _, err := w.Access.Authenticate(t.Context(), secret.NewText(login.AccessToken)); err == nil {
		t.Error("an access token from before the restore is accepted")
	}
	if _, err := w.Core.Logins.RefreshSession(t.Context(), secret.NewText(login.RefreshToken)); err == nil {
		t.Error("a refresh token from before the restore is accepted")
	}
	w.Deliver()
	if n := len(w.Mails()); n != 0 {
		t.Errorf("%d mails were sent again", n)
	}
	intact(t, w)
}

// TestNothingOfABackupIsUsedTwice: after a restore, what was open in the backup ends.
func TestNothingOfABackupIsUsedTwice(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		login, rows := backedUp(t, w)
		done, err := setup.AfterRestore(t.Context(), w.Instance)
		must(t, err)
		want := fmt.Sprintf("%d tickets, %d sessions, 1 refresh tokens, 1 codes of logins and 1 signing keys ended; 1 messages and 1 reset requests dropped", rows, rows)
		if done.String() != want {
			t.Errorf("%s; want %s", done, want)
		}
		nothingIsLeft(t, w, login, rows)
		if again, err := setup.AfterRestore(t.Context(), w.Instance); err != nil || again != (setup.Restored{SigningKeys: again.SigningKeys}) || again.SigningKeys > 1 {
			t.Errorf("a second run: %+v, %v", again, err)
		}
		ada, err := w.Store.Read(t.Context()).FindSession(login.SessionID)
		must(t, err)
		if ada.EndedAt == nil {
			t.Error("the session goes on")
		}
	})
}

// TestAStoppedRunIsContinued: it is stopped at each of its statements, and run again.
func TestAStoppedRunIsContinued(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		login, rows := backedUp(t, w)
		var sum setup.Restored
		for stop := 1; ; stop++ {
			ran := 0
			w.BreakStore(func(string) bool { ran++; return ran >= stop*7 })
			done, err := setup.AfterRestore(t.Context(), w.Instance)
			w.BreakStore(nil)
			sum.Tickets, sum.Sessions = sum.Tickets+done.Tickets, sum.Sessions+done.Sessions
			if err == nil {
				break
			}
			if stop > 1000 {
				t.Fatal(err)
			}
		}
		if int64(sum.Tickets) != rows || int64(sum.Sessions) != rows {
			t.Errorf("%d tickets and %d sessions were counted, of %d", sum.Tickets, sum.Sessions, rows)
		}
		nothingIsLeft(t, w, login, rows)
	})
}
