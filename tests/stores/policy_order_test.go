package stores_test

import (
	"errors"
	"testing"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/surface"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// setsPolicy is a change of a policy at one of several servers.
func setsPolicy(t testing.TB, at *surface.Core, of passwords.PolicyOf, rules models.Overlay) func() error {
	t.Helper()
	return func() error {
		_, err := at.Passwords.SetPolicy(asOwner(t.Context()), passwords.SetPolicyInput{Of: of, Version: core.AnyVersion, Rules: rules})
		return err
	}
}

// TestLevelsSetAtOnceDoNotContradict: an application allows short passwords only, and one of
// its tenants long ones only. Each is valid alone. The second one is refused, although
// the first one has not committed when he begins.
func TestLevelsSetAtOnceDoNotContradict(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.Twin()
		app, tenant := passwords.PolicyOf{ApplicationID: w.Tenant.ApplicationID}, passwords.PolicyOf{TenantID: w.Tenant.ID}
		const short, long = `{"password":{"maxLength":30}}`, `{"password":{"minLength":40}}`
		for name, acts := range seed.InOrder(map[string][2]func() error{
			"the application first": {setsPolicy(t, w.Core, app, short), setsPolicy(t, twin.Core, tenant, long)},
			"the tenant first":      {setsPolicy(t, w.Core, tenant, long), setsPolicy(t, twin.Core, app, short)},
		}) {
			must(t, setsPolicy(t, w.Core, app, "")())
			must(t, setsPolicy(t, w.Core, tenant, "")())
			first, second := w.InOrder(acts[0], acts[1], "insert events")
			must(t, first)
			if !errors.Is(second, core.ErrSettings) {
				t.Errorf("%s: the second is told %v", name, second)
			}
			now, err := w.Store.Read(t.Context()).FindTenant(w.Tenant.ID)
			must(t, err)
			if broken := policy.ValidateSettings(now.Settings); len(broken) > 0 {
				t.Errorf("%s: no password meets %+v", name, now.Settings.Password)
			}
		}
	})
}

// TestTwoChangesOfDifferentRulesBothLast: two servers change one rule each, of an
// application or a tenant, at the same moment.
func TestTwoChangesOfDifferentRulesBothLast(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin := w.Twin()
		patches := func(core *surface.Core, of passwords.PolicyOf, rules models.Overlay, version int64) func() error {
			return func() error {
				_, err := core.Passwords.SetPolicy(asOwner(t.Context()), passwords.SetPolicyInput{Of: of, Version: version, Rules: rules, Merge: true})
				return err
			}
		}
		const history, otp = `{"password":{"history":5}}`, `{"resetBy":"otp"}`
		for name, of := range seed.InOrder(map[string]passwords.PolicyOf{
			"an application": {ApplicationID: w.Tenant.ApplicationID}, "a tenant": {TenantID: w.Tenant.ID},
		}) {
			first, second := w.InOrder(patches(w.Core, of, history, core.AnyVersion), patches(twin.Core, of, otp, core.AnyVersion), "insert events")
			must(t, errors.Join(first, second))
			now, err := w.Core.Passwords.FindPolicy(asOwner(t.Context()), of)
			must(t, err)
			if want := models.Overlay(`{"password":{"history":5},"resetBy":"otp"}`); now.Rules != want || now.Version != 3 {
				t.Errorf("%s sets %s in version %d", name, now.Rules, now.Version)
			}
			first, second = w.InOrder(patches(w.Core, of, `{"resetBy":null}`, 3), patches(twin.Core, of, history, 3), "insert events")
			must(t, first)
			if !errors.Is(second, core.ErrVersion) {
				t.Errorf("%s: of two changes of one version the second is told %v", name, second)
			}
		}
	})
}

// TestADryRunWaitsForTheChangeUnderWay and tells what comes after it, for which it has seen
// what was committed.
func TestADryRunWaitsForTheChangeUnderWay(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		twin, tenant := w.Twin(), passwords.PolicyOf{TenantID: w.Tenant.ID}
		var told *passwords.PolicySet
		first, second := w.InOrder(setsPolicy(t, w.Core, tenant, `{"password":{"history":5}}`), func() (err error) {
			told, err = twin.Core.Passwords.SetPolicy(asOwner(t.Context()), passwords.SetPolicyInput{
				Of: tenant, Version: core.AnyVersion, Rules: `{"resetBy":"otp"}`, Merge: true, DryRun: true,
			})
			return err
		}, "insert events")
		must(t, errors.Join(first, second))
		if told.Policy.Rules != `{"password":{"history":5},"resetBy":"otp"}` || told.Policy.Version != 2 || told.Preview == nil {
			t.Errorf("it tells of %+v", told)
		}
		now, err := w.Core.Passwords.FindPolicy(asOwner(t.Context()), tenant)
		must(t, err)
		if now.Rules != `{"password":{"history":5}}` || now.Version != 2 {
			t.Errorf("it left %+v", now)
		}
	})
}
