package stores_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/config"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/models/migrations"
	"github.com/rekeyhq/rekey/tests/harness"
)

const shopHost = "login.shop.example.com"

// asApplication is a key of the default application.
func asApplication(w *harness.World) context.Context {
	return caller.Into(context.Background(), caller.Caller{
		Kind: caller.APIKey, ID: "key", Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: []string{"*"},
	})
}

// claimant is a tenant that asks for the host, whose record is published.
func claimant(t testing.TB, w *harness.World, name string) *tenants.Tenant {
	t.Helper()
	out, err := w.Core.Tenants.CreateTenant(asApplication(w), tenants.CreateTenantInput{
		ApplicationID: w.Tenant.ApplicationID, Name: name, Hosts: []string{shopHost}, Settings: models.DefaultSettings(),
	})
	must(t, err)
	w.ProveHosts()
	return out
}

// chosen is the tenant that answers somebody without a credential at the host, by the
// user of it who can log in there.
func chosen(t testing.TB, w *harness.World, host string, people ...*harness.Person) (tenantIDs []string) {
	t.Helper()
	for _, p := range people {
		ctx := caller.Into(context.Background(), caller.Caller{Kind: caller.Anonymous, Host: host})
		_, err := loggedIn(w.Core.Logins.LogIn(ctx, logins.LogInInput{Username: p.Username, Password: password(t, p.Password)}))
		switch {
		case err == nil:
			tenantIDs = append(tenantIDs, p.TenantID)
		case !errors.Is(err, core.ErrLoginFailed):
			t.Fatal(err)
		}
	}
	return tenantIDs
}

// TestOneHostIsOneTenants, whatever happens in the moment in which it is proven, on
// another server.
func TestOneHostIsOneTenants(t *testing.T) {
	t.Parallel()
	patch := func(w *harness.World, ctx context.Context, id string, hosts ...string) error {
		_, err := w.Core.Tenants.UpdateTenant(ctx, tenants.UpdateTenantInput{ID: id, Version: core.AnyVersion, Hosts: &hosts})
		return err
	}
	for _, c := range []struct {
		name   string
		other  func(twin *harness.World, mine, others *tenants.Tenant) error
		first  error // of the one that proves it, if the other comes between
		second error // of the other, if it comes behind
	}{
		{"another tenant proves it", func(twin *harness.World, _, others *tenants.Tenant) error {
			_, err := twin.Core.Tenants.VerifyTenantHost(asApplication(twin), others.ID, shopHost)
			return err
		}, core.ErrHostTaken, core.ErrHostTaken},
		{"the platform gives it to another tenant", func(twin *harness.World, _, others *tenants.Tenant) error {
			return patch(twin, asOwner(context.Background()), others.ID, shopHost)
		}, core.ErrHostTaken, core.ErrHostTaken},
		{"the tenant gives it up", func(twin *harness.World, mine, _ *tenants.Tenant) error {
			return patch(twin, asApplication(twin), mine.ID)
		}, core.ErrHostNotFound, nil},
		{"the tenant gives it up, and asks again", func(twin *harness.World, mine, _ *tenants.Tenant) error {
			return errors.Join(patch(twin, asApplication(twin), mine.ID), patch(twin, asApplication(twin), mine.ID, shopHost))
		}, core.ErrHostNotFound, nil},
		{"the tenant is deleted", func(twin *harness.World, mine, _ *tenants.Tenant) error {
			return twin.Core.Tenants.DeleteTenant(asApplication(twin), mine.ID, core.AnyVersion)
		}, core.ErrTenantNotFound, nil},
		{"the tenant proves it twice", func(twin *harness.World, mine, _ *tenants.Tenant) error {
			_, err := twin.Core.Tenants.VerifyTenantHost(asApplication(twin), mine.ID, shopHost)
			return err
		}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			for _, at := range []string{"update tenants", "delete host_claims", "insert tenant_hosts", "insert events"} {
				t.Run(at, func(t *testing.T) {
					t.Parallel()
					harness.Each(t, func(t *testing.T, w *harness.World) {
						mine, others, twin := claimant(t, w, "Mine"), claimant(t, w, "Others"), w.Twin()
						first, second := w.InOrder(func() error {
							_, err := w.Core.Tenants.VerifyTenantHost(asApplication(w), mine.ID, shopHost)
							return err
						}, func() error { return c.other(twin, mine, others) }, at)
						ahead := first == nil && errors.Is(second, c.second)
						behind := second == nil && errors.Is(first, c.first)
						if !ahead && !behind {
							t.Errorf("the one that proves it is told %v, the other %v", first, second)
						}
						var rows []models.TenantHost
						must(t, openRaw(t, w.DBURL).Find(&rows).Error)
						for _, row := range rows {
							_, err := w.Store.Read(t.Context()).FindTenant(row.TenantID)
							must(t, err)
						}
						if len(rows) > 1 {
							t.Errorf("%+v", rows)
						}
					})
				})
			}
		})
	}
}

// TestHostsThereWereStayActive, all but the public one, which nobody of the platform set.
func TestHostsThereWereStayActive(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		shop := w.Sibling("Shop")
		stored := []string{"10.0.0.7", "id.example.test", "intranet", shopHost}
		w.Spoil("ALTER TABLE tenant_hosts DROP COLUMN basis")
		for _, host := range stored {
			w.Spoil("INSERT INTO tenant_hosts (host, tenant_id) VALUES (?, ?)", host, shop.ID)
		}
		script, err := migrations.Files.ReadFile(map[bool]string{true: "mysql", false: "sqlite"}[onServer(w)] + "/0040_tenant_hosts_basis.sql")
		must(t, err)
		up, _, _ := strings.Cut(string(script), "-- +goose Down")
		w.Spoil(up)
		ada, bob := w.Person("ada", harness.Of(shop)), w.Person("bob")
		looks := func(t *testing.T) {
			t.Helper()
			for _, host := range stored {
				want := shop.ID
				if host == "id.example.test" {
					want = w.Tenant.ID
				}
				if got := chosen(t, w, host, ada, bob); !slices.Equal(got, []string{want}) {
					t.Errorf("%s chooses %v, want %v", host, got, want)
				}
			}
			out, err := w.Core.Tenants.FindTenant(asApplication(w), shop.ID)
			must(t, err)
			if !slices.Equal(out.Hosts, []string{"10.0.0.7", "intranet", shopHost}) || !slices.Equal(out.Pending, []tenants.PendingHost{{Host: "id.example.test"}}) {
				t.Errorf("hosts %v, pending %v", out.Hosts, out.Pending)
			}
		}
		w.Step("they choose their tenant", looks)
		w.Step("an owner of the application who repeats them gains nothing", func(t *testing.T) {
			_, err := w.Core.Tenants.UpdateTenant(asApplication(w), tenants.UpdateTenantInput{ID: shop.ID, Version: core.AnyVersion, Hosts: &stored})
			must(t, err)
			looks(t)
			if _, err := w.Core.Tenants.VerifyTenantHost(asApplication(w), shop.ID, "id.example.test"); !errors.Is(err, core.ErrHostReserved) {
				t.Errorf("verifying it: %v", err)
			}
		})
		w.Step("the platform gives the public one", func(t *testing.T) {
			_, err := w.Core.Tenants.UpdateTenant(asOwner(t.Context()), tenants.UpdateTenantInput{ID: shop.ID, Version: core.AnyVersion, Hosts: &stored})
			must(t, err)
			if got := chosen(t, w, "id.example.test", ada, bob); !slices.Equal(got, []string{shop.ID}) {
				t.Errorf("it chooses %v", got)
			}
		})
	})
}

// TestTheReserveFollowsThePublicURL: a host that was proven before it became everybody's.
func TestTheReserveFollowsThePublicURL(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		mine := claimant(t, w, "Mine")
		late := claimant(t, w, "Late")
		_, err := w.Core.Tenants.VerifyTenantHost(asApplication(w), mine.ID, shopHost)
		must(t, err)
		ada, bob := w.Person("ada", harness.Of(&models.Tenant{ID: mine.ID})), w.Person("bob")
		moved := w.Twin(func(c *config.Config) { c.PublicURL = "https://LOGIN.shop.example.com.:8443/" })
		if got := chosen(t, w, shopHost, ada, bob); !slices.Equal(got, []string{mine.ID}) {
			t.Errorf("before it chooses %v", got)
		}
		if got := chosen(t, moved, shopHost, ada, bob); !slices.Equal(got, []string{w.Tenant.ID}) {
			t.Errorf("as the public host it chooses %v", got)
		}
		if out, err := moved.Core.Tenants.FindTenant(asApplication(w), late.ID); err != nil || len(out.Pending) != 1 || out.Pending[0].Token != "" {
			t.Errorf("a claim of it shows %+v, %v", out, err)
		}
		hosts := []string{}
		_, err = moved.Core.Tenants.UpdateTenant(asApplication(w), tenants.UpdateTenantInput{ID: mine.ID, Version: core.AnyVersion, Hosts: &hosts})
		must(t, err)
		if _, err := moved.Core.Tenants.VerifyTenantHost(asApplication(w), late.ID, shopHost); !errors.Is(err, core.ErrHostReserved) {
			t.Errorf("proving it: %v", err)
		}
		hosts = []string{shopHost}
		_, err = moved.Core.Tenants.UpdateTenant(asOwner(t.Context()), tenants.UpdateTenantInput{ID: mine.ID, Version: core.AnyVersion, Hosts: &hosts})
		must(t, err)
		if got := chosen(t, moved, shopHost, ada, bob); !slices.Equal(got, []string{mine.ID}) {
			t.Errorf("given by the platform it chooses %v", got)
		}
	})
}
