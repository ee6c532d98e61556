package stores_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// public has the service at the host of the shop.
func public(c *config.Config) { c.PublicURL = "https://" + shopHost }

// former is a tenant that had the host before it became the public one, and selects by it
// no more.
func former(t testing.TB, w *harness.World) *tenants.Tenant {
	t.Helper()
	out := claimant(t, w, "Former")
	_, err := w.Core.Tenants.VerifyTenantHost(asApplication(w), out.ID, shopHost)
	must(t, err)
	return out
}

func setHosts(w *harness.World, ctx context.Context, id string, hosts ...string) error {
	_, err := w.Core.Tenants.UpdateTenant(ctx, tenants.UpdateTenantInput{ID: id, Version: core.AnyVersion, Hosts: &hosts})
	return err
}

// removals are the tenants of which the trail tells that the host was taken from them.
func removals(t testing.TB, w *harness.World) (tenantIDs []string) {
	t.Helper()
	must(t, openRaw(t, w.DBURL).Model(&models.Event{}).Where("action = ? AND detail = ?", "tenant.host_remove", shopHost).
		Pluck("tenant_id", &tenantIDs).Error)
	return tenantIDs
}

// owners are the tenants that have the host.
func owners(t testing.TB, w *harness.World) (rows []models.TenantHost) {
	t.Helper()
	must(t, openRaw(t, w.DBURL).Find(&rows).Error)
	return rows
}

// TestThePlatformTakesOverAHostThatSelectsNoTenant, however it came to its row.
func TestThePlatformTakesOverAHostThatSelectsNoTenant(t *testing.T) {
	t.Parallel()
	for basis := range seed.InOrder(map[models.HostBasis]bool{models.HostProven: true, models.HostStored: true}) {
		t.Run(string(basis), func(t *testing.T) {
			t.Parallel()
			harness.Each(t, func(t *testing.T, w *harness.World) {
				late, gone := claimant(t, w, "Late"), former(t, w)
				w.Spoil("UPDATE tenant_hosts SET basis = ?", string(basis))
				moved := w.Twin(public)
				before, err := moved.Core.Tenants.FindTenant(asApplication(w), gone.ID)
				must(t, err)
				w.Check("where it selects it is taken", func(t *testing.T) {
					if err := setHosts(w, asOwner(t.Context()), w.Tenant.ID, shopHost); !errors.Is(err, core.ErrHostTaken) {
						t.Error(err)
					}
				})
				w.Check("who claims it is told whose it is", func(t *testing.T) {
					if _, err := moved.Core.Tenants.VerifyTenantHost(asApplication(w), late.ID, shopHost); !errors.Is(err, core.ErrHostReserved) {
						t.Error(err)
					}
				})
				w.Step("the platform gives it to another", func(t *testing.T) {
					must(t, setHosts(moved, asOwner(t.Context()), w.Tenant.ID, shopHost))
					want := []models.TenantHost{{Host: shopHost, TenantID: w.Tenant.ID, Basis: models.HostPlatform}}
					if got := owners(t, w); !slices.Equal(got, want) {
						t.Errorf("%+v", got)
					}
					if got := removals(t, w); !slices.Equal(got, []string{gone.ID}) {
						t.Errorf("the trail tells %v of its removal", got)
					}
					after, err := moved.Core.Tenants.FindTenant(asApplication(w), gone.ID)
					must(t, err)
					if len(after.Pending) != 0 || after.Version != before.Version+1 {
						t.Errorf("pending %v, version %d after %d", after.Pending, after.Version, before.Version)
					}
				})
				w.Step("what the platform gave is taken", func(t *testing.T) {
					if err := setHosts(moved, asOwner(t.Context()), gone.ID, shopHost); !errors.Is(err, core.ErrHostTaken) {
						t.Error(err)
					}
				})
			})
		})
	}
}

// TestOneTakesOver, whatever another server does to the host in that moment.
func TestOneTakesOver(t *testing.T) {
	t.Parallel()
	for name, other := range seed.InOrder(map[string]func(twin *harness.World, gone, rival *tenants.Tenant) error{
		"the platform gives it to a third one": func(twin *harness.World, _, rival *tenants.Tenant) error {
			return setHosts(twin, asOwner(context.Background()), rival.ID, shopHost)
		},
		"the platform gives it to the former one": func(twin *harness.World, gone, _ *tenants.Tenant) error {
			return setHosts(twin, asOwner(context.Background()), gone.ID, shopHost)
		},
		"the former one gives it up": func(twin *harness.World, gone, _ *tenants.Tenant) error {
			return setHosts(twin, asApplication(twin), gone.ID)
		},
		"the former one is deleted": func(twin *harness.World, gone, _ *tenants.Tenant) error {
			return twin.Core.Tenants.DeleteTenant(asApplication(twin), gone.ID, core.AnyVersion)
		},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, at := range []string{"update tenants", "delete tenant_hosts", "insert tenant_hosts", "insert events"} {
				t.Run(at, func(t *testing.T) {
					t.Parallel()
					harness.Each(t, func(t *testing.T, w *harness.World) {
						gone, rival := former(t, w), &tenants.Tenant{ID: w.Sibling("Rival").ID}
						moved := w.Twin(public)
						twin := w.Twin(public)
						first, second := moved.InOrder(func() error {
							return setHosts(moved, asOwner(context.Background()), w.Tenant.ID, shopHost)
						}, func() error { return other(twin, gone, rival) }, at)
						for _, err := range []error{first, second} {
							if err != nil && !errors.Is(err, core.ErrHostTaken) {
								t.Errorf("told %v and %v", first, second)
							}
						}
						got := owners(t, w)
						if len(got) != 1 || got[0].Basis != models.HostPlatform || first == nil != (got[0].TenantID == w.Tenant.ID) {
							t.Fatalf("told %v and %v: %+v", first, second, got)
						}
						if told := removals(t, w); len(told) > 1 || len(told) == 1 && told[0] != gone.ID {
							t.Errorf("the trail tells %v of its removal", told)
						}
					})
				})
			}
		})
	}
}
