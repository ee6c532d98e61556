package caller_test

import (
	"context"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

func TestInScope(t *testing.T) {
	t.Parallel()
	type object struct{ application, tenant, user string }
	own := object{"app", "one", "jane"}
	for _, c := range []struct {
		name   string
		caller caller.Caller
		object object
		want   bool
	}{
		{"nobody reaches nothing", caller.Caller{Kind: caller.Anonymous}, own, false},
		{"an anonymous caller in a tenant reaches nothing", caller.Caller{Kind: caller.Anonymous, ApplicationID: "app", TenantID: "one"}, own, false},
		{"a platform key reaches every object", caller.Caller{Kind: caller.APIKey, Boundary: models.BoundaryPlatform}, own, true},
		{"a platform key does not reach an object of no tenant", caller.Caller{Boundary: models.BoundaryPlatform}, object{"app", "", "jane"}, false},
		{"a platform key does not reach an object of no application", caller.Caller{Boundary: models.BoundaryPlatform}, object{"", "one", "jane"}, false},
		{"an application key reaches its tenants", caller.Caller{Boundary: models.BoundaryApplication, ApplicationID: "app"}, own, true},
		{"an application key does not reach another application", caller.Caller{Boundary: models.BoundaryApplication, ApplicationID: "other"}, own, false},
		{"an application key of no application reaches nothing", caller.Caller{Boundary: models.BoundaryApplication}, own, false},
		{"a tenant key reaches its tenant", caller.Caller{Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "one"}, own, true},
		{"a tenant key does not reach another tenant", caller.Caller{Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "two"}, own, false},
		{"a tenant key does not reach its tenant id in another application", caller.Caller{Boundary: models.BoundaryTenant, ApplicationID: "other", TenantID: "one"}, own, false},
		{"a tenant key of no tenant reaches nothing", caller.Caller{Boundary: models.BoundaryTenant, ApplicationID: "app"}, own, false},
		{"an inclusion list admits its tenants", caller.Caller{Boundary: models.BoundaryTenantInclusion, ApplicationID: "app", TenantIDs: []string{"two", "one"}}, own, true},
		{"an inclusion list refuses all others", caller.Caller{Boundary: models.BoundaryTenantInclusion, ApplicationID: "app", TenantIDs: []string{"two"}}, own, false},
		{"an empty inclusion list refuses all", caller.Caller{Boundary: models.BoundaryTenantInclusion, ApplicationID: "app"}, own, false},
		{"an inclusion list ends at its application", caller.Caller{Boundary: models.BoundaryTenantInclusion, ApplicationID: "other", TenantIDs: []string{"one"}}, own, false},
		{"an exclusion list refuses its tenants", caller.Caller{Boundary: models.BoundaryTenantExclusion, ApplicationID: "app", TenantIDs: []string{"one"}}, own, false},
		{"an exclusion list admits all others", caller.Caller{Boundary: models.BoundaryTenantExclusion, ApplicationID: "app", TenantIDs: []string{"two"}}, own, true},
		{"an exclusion list ends at its application", caller.Caller{Boundary: models.BoundaryTenantExclusion, ApplicationID: "other"}, own, false},
		{"a user reaches himself", caller.Caller{Kind: caller.User, ID: "jane", Boundary: models.BoundarySelf}, own, true},
		{"a user does not reach another", caller.Caller{Kind: caller.User, ID: "joe", Boundary: models.BoundarySelf}, own, false},
		{"a user without an id is nobody", caller.Caller{Kind: caller.User, Boundary: models.BoundarySelf}, object{"app", "one", ""}, false},
		{"a key is not a user", caller.Caller{Kind: caller.APIKey, ID: "jane", Boundary: models.BoundarySelf}, own, false},
		{"an unknown boundary reaches nothing", caller.Caller{Boundary: "galaxy", ApplicationID: "app", TenantID: "one"}, own, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := c.caller.InScope(c.object.application, c.object.tenant, c.object.user); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestMayAndWithin(t *testing.T) {
	t.Parallel()
	key := caller.Caller{Permissions: []string{"tickets:issue"}, Boundary: models.BoundaryTenant}
	owner := caller.Caller{Permissions: []string{"*"}, Boundary: models.BoundaryPlatform}
	if !key.May("tickets:issue") || key.May("tickets") || key.May("*") || key.May("") || !owner.May("anything") || (caller.Caller{}).May("anything") {
		t.Error("May")
	}
	if !key.Within([]string{"application", "tenant"}) || key.Within([]string{"application"}) || key.Within(nil) || !owner.Within(nil) || (caller.Caller{}).Within([]string{"self"}) {
		t.Error("Within")
	}
}

func TestContext(t *testing.T) {
	t.Parallel()
	if c := caller.From(context.Background()); c.Kind != caller.Anonymous || c.May("x") {
		t.Errorf("%+v", c)
	}
	outer := caller.Into(context.Background(), caller.Caller{Kind: caller.User, ID: "jane"})
	inner := caller.Into(outer, caller.Caller{Kind: caller.System})
	if caller.From(outer).ID != "jane" || caller.From(inner).Kind != caller.System {
		t.Error("the nearest caller counts")
	}
}
