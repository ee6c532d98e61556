package stores_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// TestANewLifetimeIsWarnedOf: passwords that were set before there was a lifetime expire
// under it, and their owners are told on its days.
func TestANewLifetimeIsWarnedOf(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		app, tenant := passwords.PolicyOf{ApplicationID: w.Tenant.ApplicationID}, passwords.PolicyOf{TenantID: w.Tenant.ID}
		sets := func(of passwords.PolicyOf, rules models.Overlay) {
			t.Helper()
			must(t, setsPolicy(t, w.Core, of, rules)())
		}
		old, dated := w.Person("old"), w.Person("dated")
		expiring(t, w, dated, 300*day)
		w.Clock.Advance(80 * day)
		young := w.Person("young")
		sets(app, `{"password":{"lifetimeDays":90}}`) // 10 days left: the first of the days has passed
		w.Deliver()
		w.Clock.Advance(spread)
		w.Deliver()
		wantWarnings(t, w, old, "in 10 days")
		for range 5 * 4 {
			w.Clock.Advance(spread)
			w.Deliver()
		}
		wantWarnings(t, w, old, "in 10 days", "in 7 days")
		sets(tenant, `{"password":{"warnDays":[2]}}`) // the application's lifetime, on another day
		for range 6 * 4 {
			w.Clock.Advance(spread)
			w.Deliver()
		}
		wantWarnings(t, w, old, "in 10 days", "in 7 days", "in 2 days")
		sets(app, "")
		w.Deliver()
		for _, p := range []*harness.Person{old, young, dated} {
			c, err := w.Store.Read(t.Context()).FindCredential(p.ID)
			must(t, err)
			if due := c.WarnAt != nil; due != (p == dated) {
				t.Errorf("%s: without a lifetime the next warning is at %v", p.Username, c.WarnAt)
			}
		}
		wantWarnings(t, w, young)
		wantWarnings(t, w, dated)
	})
}

// TestANewLifetimeAppliesToAllUsers: more users than fit into one batch, each once, although
// two workers begin at the same time.
func TestANewLifetimeAppliesToAllUsers(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		const people = 1001
		at := w.Clock.Now()
		for from := 0; from < people; from += 100 {
			var batch []accounts.ImportUser
			for i := from; i < min(people, from+100); i++ {
				batch = append(batch, accounts.ImportUser{CreateUserInput: accounts.CreateUserInput{
					TenantID: w.Tenant.ID, Username: fmt.Sprintf("u%d", i), Locale: "en", Hash: secret.NewText(bcryptHash),
				}, ChangedAt: &at})
			}
			refused, err := w.Core.Accounts.ImportUsers(asOwner(t.Context()), batch)
			must(t, errors.Join(append(refused, err)...))
		}
		must(t, setsPolicy(t, w.Core, passwords.PolicyOf{TenantID: w.Tenant.ID}, `{"password":{"lifetimeDays":90}}`)())
		cores, looked := []*surface.Core{w.Core, w.Twin().Core}, [2]int{}
		for _, err := range together(2, func(i int) error {
			for {
				n, err := cores[i].Passwords.WarnOfExpiry(t.Context())
				if looked[i] += n; n == 0 || err != nil {
					return err
				}
			}
		}) {
			must(t, err)
		}
		if looked[0]+looked[1] != people {
			t.Errorf("of %d passwords %v were looked at", people, looked)
		}
		users, err := w.Store.Read(t.Context()).UsersAfter(w.Tenant.ID, "", people)
		must(t, err)
		first := at.AddDate(0, 0, 90-14)
		for i := range users {
			c, err := w.Store.Read(t.Context()).FindCredential(users[i].ID)
			must(t, err)
			if c.WarnAt == nil || c.WarnAt.Before(first) || !c.WarnAt.Before(first.Add(spread)) {
				t.Fatalf("%s is warned at %v", users[i].Username, c.WarnAt)
			}
		}
	})
}
