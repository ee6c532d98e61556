package stores_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	day    = 24 * time.Hour
	spread = 6 * time.Hour
)

// expiring gives a person a password that expires in a while.
func expiring(t testing.TB, w *harness.World, p *harness.Person, in time.Duration) {
	t.Helper()
	at := w.Clock.Now().Add(in)
	_, err := w.Core.Passwords.SetPassword(asOwner(t.Context()), passwords.SetPasswordInput{
		UserID: p.ID, Password: password(t, harness.NewPassword), ExpiresAt: &at, ClearHistory: true, Quiet: true,
	})
	must(t, err)
}

// warnings lists how many days each warning to a person told of, in their order.
func warnings(w *harness.World, p *harness.Person) []string {
	w.T.Helper()
	var days []string
	for _, m := range w.Mails() {
		if m.To == p.Email && strings.Contains(m.Subject, "expires soon") {
			_, rest, _ := strings.Cut(m.Text, " expires ")
			told, _, _ := strings.Cut(rest, ".")
			days = append(days, told)
		}
	}
	return days
}

// warnedEvents counts what the audit trail knows.
func warnedEvents(t testing.TB, w *harness.World, userID string) int {
	t.Helper()
	events, err := w.Store.Read(t.Context()).EventsOf(userID, 100)
	must(t, err)
	n := 0
	for _, e := range events {
		if e.Action == "password.expiry_warning" && e.ActorKind == "system" {
			n++
		}
	}
	return n
}

func wantWarnings(t testing.TB, w *harness.World, p *harness.Person, want ...string) {
	t.Helper()
	if got := warnings(w, p); !slices.Equal(got, want) {
		t.Errorf("%s was warned %q, want %q", p.Username, got, want)
	}
}

// TestWarnOfExpiry lets three weeks pass, a quarter of a day at a time.
func TestWarnOfExpiry(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		people := map[string]*harness.Person{}
		for _, name := range []string{"ada", "changes", "removes", "short", "disabled", "locked", "unlocked", "noted"} {
			people[name] = w.Person(name)
		}
		people["unverified"] = w.Person("unverified", harness.Unverified)
		people["phone"] = w.Person("phone", func(in *accounts.CreateUserInput) { in.Email, in.Phone = "", "+491510001" })
		for name, p := range seed.InOrder(people) {
			if name != "short" {
				expiring(t, w, p, 20*day)
			}
		}
		expiring(t, w, people["short"], 3*day)
		owner := asOwner(t.Context())
		_, err := w.Store.Write(t.Context()).SetDisabled(people["disabled"].ID, new(w.Clock.Now()))
		must(t, err)
		for _, name := range []string{"locked", "unlocked"} {
			_, err := w.Core.Accounts.LockUser(owner, people[name].ID)
			must(t, err)
		}
		must(t, w.Core.Passwords.NotifyExpiry(owner, people["noted"].ID))
		for quarter := range 21 * 4 {
			w.Clock.Advance(spread)
			w.Deliver()
			switch quarter {
			case 22, 24: // a quarter before the first day, and all of the spread behind it
				wantWarnings(t, w, people["ada"], []string{"in 14 days"}[:quarter/24]...)
			case 10 * 4:
				expiring(t, w, people["changes"], 30*day)
				_, err := w.Core.Passwords.RemovePassword(owner, people["removes"].ID)
				must(t, err)
				_, err = w.Core.Accounts.UnlockUser(owner, people["unlocked"].ID)
				must(t, err)
			}
		}
		wantWarnings(t, w, people["ada"], "in 14 days", "in 7 days", "in 1 day")
		wantWarnings(t, w, people["changes"], "in 14 days")
		wantWarnings(t, w, people["removes"], "in 14 days")
		wantWarnings(t, w, people["short"], "in 1 day")
		wantWarnings(t, w, people["unlocked"], "in 7 days", "in 1 day")
		wantWarnings(t, w, people["noted"], "in 20 days", "in 14 days", "in 7 days", "in 1 day")
		for _, name := range []string{"disabled", "locked", "unverified", "phone"} {
			wantWarnings(t, w, people[name])
			if n := warnedEvents(t, w, people[name].ID); n != 0 {
				t.Errorf("%s: %d events of a warning that was not sent", name, n)
			}
		}
		if n := warnedEvents(t, w, people["ada"].ID); n != 3 {
			t.Errorf("%d events, want 3", n)
		}
		for _, p := range seed.InOrder(people) {
			if c, err := w.Store.Read(t.Context()).FindCredential(p.ID); err != nil || c.WarnAt != nil && c.Expired(w.Clock.Now()) {
				t.Errorf("%s: expired, and a warning is due at %s, %v", p.Username, c.WarnAt, err)
			}
		}
	})
}

// TestWarningsFollowTodaysPolicy: other days, days that were added or dropped after the
// password was set, a service that was down over a day, and users that were imported.
func TestWarningsFollowTodaysPolicy(t *testing.T) {
	t.Parallel()
	days := func(days ...int) func(*models.Settings) {
		return func(s *models.Settings) { s.Password.WarnDays = days }
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		expiring(t, w, ada, 40*day)
		w.Clock.Advance(10*day + spread)
		wantWarnings(t, w, ada, "in 30 days")
		w.Settings(days(20, 2))
		w.Clock.Advance(20 * day) // 10 left: the day of the old policy was slept through
		wantWarnings(t, w, ada, "in 30 days", "in 10 days")
		w.Clock.Advance(8*day + spread)
		wantWarnings(t, w, ada, "in 30 days", "in 10 days", "in 2 days")

		bob := w.Person("bob")
		expiring(t, w, bob, 21*day)
		w.Settings(days())
		w.Clock.Advance(2 * day)
		wantWarnings(t, w, bob)
		w.Settings(days(5, 20))
		at := w.Clock.Now().Add(6 * day)
		refused, err := w.Core.Accounts.ImportUsers(asOwner(t.Context()), []accounts.ImportUser{
			{CreateUserInput: accounts.CreateUserInput{TenantID: w.Tenant.ID, Username: "eve", Email: "eve@example.test", Locale: "en",
				Verified: true, Hash: secret.NewText(bcryptHash)}, ExpiresAt: &at},
		})
		must(t, errors.Join(append(refused, err)...))
		w.Clock.Advance(day + spread)
		wantWarnings(t, w, &harness.Person{User: &models.User{Username: "eve"}, Email: "eve@example.test"}, "in 5 days")
		wantWarnings(t, w, bob) // his schedule ended when there was none
	}, harness.WithSettings(days(10, 30)))
}

// TestWarningsAreSpread: what was set at one moment is not told of at one moment, and
// the same user has the same part of the spread.
func TestWarningsAreSpread(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const people = 60
		quarters, end := [4]int{}, w.Clock.Now().Add(15*day)
		var batch []accounts.ImportUser
		for i := range people {
			name := fmt.Sprintf("u%d", i)
			batch = append(batch, accounts.ImportUser{CreateUserInput: accounts.CreateUserInput{
				TenantID: w.Tenant.ID, Username: name, Email: name + "@example.test", Locale: "en", Verified: true, Hash: secret.NewText(bcryptHash),
			}, ExpiresAt: &end})
		}
		refused, err := w.Core.Accounts.ImportUsers(asOwner(t.Context()), batch)
		must(t, errors.Join(append(refused, err)...))
		users, err := w.Store.Read(t.Context()).UsersAfter(w.Tenant.ID, "", people)
		must(t, err)
		for _, u := range users {
			c, err := w.Store.Read(t.Context()).FindCredential(u.ID)
			must(t, err)
			late := c.WarnAt.Sub(end.Add(-14 * day))
			if late < 0 || late >= spread {
				t.Fatalf("a warning is due %s after its day", late)
			}
			quarters[late/(spread/4)]++
		}
		if slices.Min(quarters[:]) < people/4/10 {
			t.Errorf("the warnings cluster: %v", quarters)
		}
		w.Clock.Advance(day + spread)
		mails := len(w.Mails()) // more than one batch
		if mails != people {
			t.Errorf("%d mails to %d people", mails, people)
		}
	})
}

// TestTwoWorkersSendOneWarning, however they meet.
func TestTwoWorkersSendOneWarning(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		var people []*harness.Person
		for i := range 8 {
			p := w.Person(fmt.Sprintf("ada%d", i))
			expiring(t, w, p, 2*day)
			people = append(people, p)
		}
		w.Clock.Advance(day + spread)
		second := w.Twin()
		for _, err := range together(2, func(i int) error {
			_, err := []*surface.Core{w.Core, second.Core}[i].Passwords.WarnOfExpiry(context.Background())
			return err
		}) {
			must(t, err)
		}
		for _, p := range people {
			wantWarnings(t, w, p, "in 1 day")
			if n := warnedEvents(t, w, p.ID); n != 1 {
				t.Errorf("%d events", n)
			}
		}
	})
}

// TestAChangeCancelsADueWarning: the worker has read what is due, and before it writes
// the password changes.
func TestAChangeCancelsADueWarning(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Person("ada")
		expiring(t, w, p, 2*day)
		w.Clock.Advance(day + spread)
		due, err := w.Store.Read(t.Context()).DueWarnings(10)
		must(t, err)
		expiring(t, w, p, 90*day)
		must(t, w.Store.InTx(t.Context(), func(tx *store.Tx) error {
			if mine, err := tx.MoveWarning(&due[0], nil); err != nil || mine {
				t.Errorf("an old schedule was moved: %t, %v", mine, err)
			}
			return nil
		}))
		wantWarnings(t, w, p)
	})
}
