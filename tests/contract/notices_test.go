package contract_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// furtherAddress gives a person another address, proven to be his or not.
func furtherAddress(w *harness.World, p *harness.Person, address string, verified bool) {
	w.T.Helper()
	tx := w.Store.Write(context.Background())
	row := &models.Address{
		ID: secret.NewID(), UserID: p.ID, TenantID: p.TenantID, Kind: models.AddressEmail, Value: address,
		ValueKey: core.AddressKey(models.AddressEmail, address).Bytes(), CreatedAt: tx.Now,
	}
	if verified {
		row.VerifiedAt = &tx.Now
	}
	if err := tx.InsertAddress(row); err != nil {
		w.T.Fatal(err)
	}
}

// told lists who was mailed since, with the subject left out.
func mailedTo(w *harness.World, since int) []string {
	w.T.Helper()
	var to []string
	for _, m := range w.Mails()[since:] {
		to = append(to, m.To)
	}
	slices.Sort(to)
	return to
}

// S14: every proven address hears of a change, each once, and no other does.
func TestEveryVerifiedAddressHearsOfAChange(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		furtherAddress(w, p, "ada@home.test", true)
		furtherAddress(w, p, "ada@elsewhere.test", false)
		both := []string{"ada@example.test", "ada@home.test"}

		must(w, redeem(resetPath, resetKey(w, p), harness.NewPassword), http.StatusOK)
		mails := w.Mails()
		if len(mails) != 3 { // the link before, to the primary address
			t.Fatalf("%d mails, want the link and two notices", len(mails))
		}
		if got := mailedTo(w, 1); !slices.Equal(got, both) {
			t.Errorf("after a reset: %v", got)
		}
		key := w.Owner().Key.Reveal()
		put := harness.Call{Method: http.MethodPut, Path: "/api/web/v1/users/" + p.ID + "/passwords", Token: key,
			Body: map[string]any{"password": "a password that somebody chose"}}
		must(w, put, http.StatusOK)
		if got := mailedTo(w, 3); !slices.Equal(got, both) {
			t.Errorf("after an administrator's change: %v", got)
		}
	})
}

// an attacker with a user's session can cause only a few mails to him.
func TestWhatAUserSendsHimselfIsBounded(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		self := w.LogIn(p).AccessToken
		ask := harness.Call{Method: http.MethodPost, Path: "/v2/users/" + p.ID + "/password_reset", Token: self, Body: "{}"}
		for range 8 {
			must(w, ask, http.StatusOK)
		}
		if n := len(w.Mails()); n != 3 {
			t.Errorf("%d mails, want 3", n)
		}
		must(w, redeem(resetPath, unknownKey, harness.NewPassword), http.StatusBadRequest)
		ask.Token = w.Owner().Key.Reveal()
		must(w, ask, http.StatusOK)
		if n := len(w.Mails()); n != 4 {
			t.Errorf("an administrator's mail was held back: %d", n)
		}
	})
}

// S11: a generated password never becomes the lasting one, also with a cleared history.
func TestATemporaryPasswordStaysTemporary(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		put := harness.Call{Method: http.MethodPut, Path: "/api/web/v1/users/" + p.ID + "/passwords", Token: w.Owner().Key.Reveal(),
			Body: map[string]any{"generatePassword": true, "returnPassword": true}}
		generated := must(w, put, http.StatusOK).Field(t, "newPassword")
		put.Body = map[string]any{"password": generated, "clearPasswordHistory": true, "emailPassword": false}
		must(w, put, http.StatusBadRequest)
		put.Body = map[string]any{"password": harness.NewPassword, "clearPasswordHistory": true, "emailPassword": false}
		must(w, put, http.StatusOK)
	})
}

// What an operator watches: messages that wait, those that were given up, and each try.
func TestMetricsCountMessages(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		issueLink(w, p, models.PurposeReset)
		look := func() string {
			return harness.DoWith(t, http.DefaultClient, w.URL, harness.Call{Method: http.MethodGet, Path: "/metrics"}).Body
		}
		if m := look(); !strings.Contains(m, "rekey_messages_queued 1") || !strings.Contains(m, "rekey_messages_failed 0") {
			t.Errorf("before delivery: %s", m)
		}
		w.Deliver()
		after := look()
		for _, want := range []string{
			"rekey_messages_queued 0", "rekey_messages_sending 0", "rekey_message_destinations_hanging 0",
			`rekey_message_attempts_total{channel="email",outcome="sent"} 1`, `rekey_message_attempts_total{channel="sms",outcome="hung"} 0`,
		} {
			if !strings.Contains(after, want) {
				t.Errorf("after delivery, without %s: %s", want, after)
			}
		}
	})
}
