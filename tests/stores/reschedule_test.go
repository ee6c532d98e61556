package stores_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// bring imports people whose passwords were set now, and lists them in the order of their ids.
func bring(t *testing.T, w *harness.World, people int) []models.User {
	t.Helper()
	at := w.Clock.Now()
	for from := 0; from < people; from += 100 {
		var batch []accounts.ImportUser
		for i := from; i < min(people, from+100); i++ {
			batch = append(batch, accounts.ImportUser{CreateUserInput: accounts.CreateUserInput{
				TenantID: w.Tenant.ID, Username: fmt.Sprintf("u%d", i), Locale: "en", Hash: secret.NewText(bcryptHash),
				Email: fmt.Sprintf("u%d@example.test", i), Verified: true,
			}, ChangedAt: &at})
		}
		refused, err := w.Core.Accounts.ImportUsers(asOwner(t.Context()), batch)
		must(t, errors.Join(append(refused, err)...))
	}
	users, err := w.Store.Read(t.Context()).UsersAfter(w.Tenant.ID, "", people)
	must(t, err)
	return users
}

func warnedAt(t *testing.T, w *harness.World, userID string) *time.Time {
	t.Helper()
	c, err := w.Store.Read(t.Context()).FindCredential(userID)
	must(t, err)
	return c.WarnAt
}

// TestADeletedUserDoesNotStopTheScheduling: another server deletes a user of the batch while it
// is read. The users after the batch are still scheduled.
func TestADeletedUserDoesNotStopTheScheduling(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		users, twin := bring(t, w, 502), w.Twin() // 500 are a batch
		must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: w.Tenant.ID}, `{"password":{"lifetimeDays":90}}`)())
		rescheduled, deleted := w.InOrder(
			func() error { _, err := w.Core.Passwords.WarnOfExpiry(t.Context()); return err },
			func() error {
				return onlyError(twin.Core.Accounts.DeleteUser(asOwner(t.Context()), users[7].ID, core.AnyVersion))
			},
			"select credentials")
		must(t, errors.Join(rescheduled, deleted))
		w.Deliver()
		for i, u := range users {
			if i != 7 && warnedAt(t, w, u.ID) == nil {
				t.Errorf("number %d of %d was left out", i, len(users))
			}
		}
	})
}

// TestOneTenantDoesNotBlockOtherWarnings: what is stored of one tenant cannot be read. The
// others are scheduled, and users whose warning is due are warned.
func TestOneTenantDoesNotBlockOtherWarnings(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		var tenants []*models.Tenant
		for i := range 4 { // whichever comes first
			tenants = append(tenants, w.Sibling(fmt.Sprintf("T%d", i)))
		}
		ada, due := w.Person("ada", harness.Of(tenants[3])), w.Person("due")
		expiring(t, w, due, 2*day)
		w.Clock.Advance(day + spread)
		for _, of := range tenants {
			must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: of.ID}, `{"password":{"lifetimeDays":90}}`)())
		}
		for _, of := range tenants[:3] {
			w.Spoil("UPDATE tenants SET policy = ? WHERE id = ?", `{"password":{"lifetimeDays":"x"}}`, of.ID)
		}
		if _, err := w.Core.Passwords.WarnOfExpiry(t.Context()); err == nil {
			t.Error("nobody hears of the tenants that cannot be read")
		}
		if warnedAt(t, w, ada.ID) == nil {
			t.Error("a tenant was left out for the fault of others")
		}
		if n := warnedEvents(t, w, due.ID); n != 1 {
			t.Errorf("%d warnings of what was due", n)
		}
	})
}

// TestAWarningComesBeforeTheExpiry, also where a new lifetime leaves but minutes.
func TestAWarningComesBeforeTheExpiry(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const left = 10 * time.Minute
		users := bring(t, w, 20)
		w.Clock.Advance(90*day - left)
		must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: w.Tenant.ID}, `{"password":{"lifetimeDays":90}}`)())
		now := w.Clock.Now()
		w.Deliver()
		at := map[time.Time]bool{}
		for _, u := range users {
			due := warnedAt(t, w, u.ID)
			if due == nil && warnedEvents(t, w, u.ID) == 1 { // he has no part in the spread: he is warned already
				due = &now
			}
			if due == nil || due.After(now.Add(left/2)) {
				t.Fatalf("%s expires at %s, and is warned at %v", u.Username, now.Add(left), due)
			}
			at[*due] = true
		}
		if len(at) < 10 {
			t.Errorf("the warnings cluster: %d times for %d people", len(at), len(users))
		}
	})
}

// TestAnotherChangePostponesNoWarning: a user who waits for his warning gets it when it was to
// be, however often the policy changes meanwhile.
func TestAnotherChangePostponesNoWarning(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		users := bring(t, w, 20)
		w.Clock.Advance(80 * day)
		change := func(days int) {
			rules := fmt.Sprintf(`{"password":{"lifetimeDays":%d}}`, days)
			must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: w.Tenant.ID}, models.Overlay(rules))())
			_, err := w.Core.Passwords.WarnOfExpiry(t.Context())
			must(t, err)
		}
		change(90)
		var first []*time.Time
		for _, u := range users {
			first = append(first, warnedAt(t, w, u.ID))
		}
		w.Clock.Advance(time.Minute)
		change(91)
		for i, u := range users {
			if at := warnedAt(t, w, u.ID); first[i] != nil && first[i].After(w.Clock.Now()) && (at == nil || !at.Equal(*first[i])) {
				t.Errorf("%s was to be warned at %s, and is at %v", u.Username, first[i], at)
			}
		}
	})
}

// TestAUserWhoCannotBeWarnedDoesNotBlockOtherWarnings: more users than a batch are due first, of a
// tenant that cannot be read.
func TestAUserWhoCannotBeWarnedDoesNotBlockOtherWarnings(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		bring(t, w, 60)
		ada := w.Person("ada", harness.Of(w.Sibling("Another")))
		expiring(t, w, ada, 2*day)
		w.Spoil("UPDATE credentials SET warn_at = '2026-01-01 00:00:00' WHERE user_id <> ?", ada.ID)
		w.Spoil("UPDATE tenants SET policy = ? WHERE id = ?", `{"password":{"lifetimeDays":"x"}}`, w.Tenant.ID)
		w.Clock.Advance(day + spread)
		if moved, err := w.Core.Passwords.WarnOfExpiry(t.Context()); moved != 1 || err == nil || !strings.Contains(err.Error(), "and 50 more") {
			t.Errorf("%d were told, %v", moved, err)
		}
		if n := warnedEvents(t, w, ada.ID); n != 1 {
			t.Errorf("%d warnings", n)
		}
	})
}
