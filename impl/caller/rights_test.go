package caller_test

import (
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTheLatticeOfBoundaries is every pair of boundaries: whose reach contains whose.
func TestTheLatticeOfBoundaries(t *testing.T) {
	t.Parallel()
	rights := map[string]caller.Rights{
		"platform":      {Boundary: models.BoundaryPlatform},
		"app":           {Boundary: models.BoundaryApplication, ApplicationID: "app"},
		"other app":     {Boundary: models.BoundaryApplication, ApplicationID: "other"},
		"no app":        {Boundary: models.BoundaryApplication},
		"one":           {Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "one"},
		"two":           {Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "two"},
		"one elsewhere": {Boundary: models.BoundaryTenant, ApplicationID: "other", TenantID: "one"},
		"in one":        {Boundary: models.BoundaryTenantInclusion, ApplicationID: "app", TenantIDs: []string{"one"}},
		"in one two":    {Boundary: models.BoundaryTenantInclusion, ApplicationID: "app", TenantIDs: []string{"one", "two"}},
		"in nothing":    {Boundary: models.BoundaryTenantInclusion, ApplicationID: "app"},
		"not one":       {Boundary: models.BoundaryTenantExclusion, ApplicationID: "app", TenantIDs: []string{"one"}},
		"not one two":   {Boundary: models.BoundaryTenantExclusion, ApplicationID: "app", TenantIDs: []string{"one", "two"}},
		"self":          {Boundary: models.BoundarySelf, ApplicationID: "app", TenantID: "one"},
		"invented":      {Boundary: "galaxy", ApplicationID: "app"},
	}
	// What each contains besides self, whose scope is one user.
	contains := map[string][]string{
		"platform":      {"platform", "app", "other app", "no app", "one", "two", "one elsewhere", "in one", "in one two", "in nothing", "not one", "not one two", "invented"},
		"app":           {"app", "one", "two", "in one", "in one two", "in nothing", "not one", "not one two", "invented"},
		"other app":     {"other app", "one elsewhere"},
		"one":           {"one", "in one"},
		"two":           {"two"},
		"one elsewhere": {"one elsewhere"},
		"in one":        {"one", "in one"},
		"in one two":    {"one", "two", "in one", "in one two"},
		"not one":       {"two", "not one", "not one two"},
		"not one two":   {"not one two"},
	}
	for holder, h := range seed.InOrder(rights) {
		want := map[string]bool{"self": true}
		for _, name := range contains[holder] {
			want[name] = true
		}
		who := caller.Caller{
			Kind: caller.APIKey, ID: "k", Boundary: h.Boundary, ApplicationID: h.ApplicationID, TenantID: h.TenantID,
			TenantIDs: h.TenantIDs, Permissions: []string{"users:write"},
		}
		for held, r := range seed.InOrder(rights) {
			if got := who.Covers(r); got != want[held] {
				t.Errorf("%s covers %s: %v", holder, held, got)
			}
			r.Permissions = []string{"users:write"}
			if got := who.Holds(r); got != want[held] {
				t.Errorf("%s holds the same in %s: %v", holder, held, got)
			}
			for _, more := range []string{"users:read", "*", ""} {
				r.Permissions = []string{"users:write", more}
				if who.Holds(r) {
					t.Errorf("%s holds %q in %s", holder, more, held)
				}
			}
		}
	}
}

func TestHolds(t *testing.T) {
	t.Parallel()
	all := caller.Rights{Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}
	owner := caller.Caller{Kind: caller.APIKey, Boundary: models.BoundaryPlatform, Permissions: []string{"*"}}
	operator := caller.Caller{Kind: caller.System}
	many := caller.Caller{Kind: caller.APIKey, Boundary: models.BoundaryPlatform}
	for _, p := range caller.Permissions() {
		many.Permissions = append(many.Permissions, p.Name)
	}
	if !owner.Holds(all) || !operator.Holds(all) || many.Holds(all) || (caller.Caller{}).Holds(all) {
		t.Error("only who holds * holds *")
	}
	if !many.Holds(many.Rights()) || !owner.Holds(many.Rights()) || (caller.Caller{}).Holds(many.Rights()) {
		t.Error("each permission")
	}
	if !(caller.Caller{}).Holds(caller.Rights{Boundary: models.BoundarySelf}) {
		t.Error("who has no rights holds more than nobody")
	}
}

// The key of a user is in the scope of a caller whose scope has the user. In a session a user can
// give it any permission, since the key permits only what he can do to his own account.
func TestTheKeyOfAUser(t *testing.T) {
	t.Parallel()
	key := caller.OfKey(&models.APIKey{
		Boundary: models.BoundarySelf, ApplicationID: "app", TenantID: "one", UserID: "jane", Permissions: []string{"x"},
	})
	in := func(b models.Boundary, tenant string, permissions ...string) caller.Caller {
		return caller.Caller{Kind: caller.APIKey, Boundary: b, ApplicationID: "app", TenantID: tenant, Permissions: permissions}
	}
	user := func(id, session string, permissions ...string) caller.Caller {
		return caller.Caller{
			Kind: caller.User, ID: id, Boundary: models.BoundarySelf, ApplicationID: "app", TenantID: "one", SessionID: session, Permissions: permissions,
		}
	}
	for name, c := range seed.InOrder(map[string]struct {
		who           caller.Caller
		covers, holds bool
	}{
		"the operator":           {caller.Caller{Kind: caller.System}, true, true},
		"the platform":           {in(models.BoundaryPlatform, "", "x"), true, true},
		"her tenant":             {in(models.BoundaryTenant, "one", "x"), true, true},
		"her tenant, with less":  {in(models.BoundaryTenant, "one", "y"), true, false},
		"another tenant":         {in(models.BoundaryTenant, "two", "x"), false, false},
		"jane in a session":      {user("jane", "s"), true, true},
		"jane's other key":       {user("jane", ""), true, false},
		"joe in a session":       {user("joe", "s", "x"), false, false},
		"nobody":                 {caller.Caller{}, false, false},
		"a key with her id":      {caller.Caller{Kind: caller.APIKey, ID: "jane", Boundary: models.BoundarySelf, SessionID: "s"}, false, false},
		"an admin of her tenant": {caller.Caller{Kind: caller.User, ID: "joe", Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "one", SessionID: "s"}, true, false},
	}) {
		if got := c.who.Covers(key); got != c.covers {
			t.Errorf("%s covers it: %v", name, got)
		}
		if got := c.who.Holds(key); got != c.holds {
			t.Errorf("%s holds it: %v", name, got)
		}
	}
}

func TestAUserActsAsHimself(t *testing.T) {
	t.Parallel()
	admin := caller.Caller{Kind: caller.User, ID: "jane", Boundary: models.BoundaryTenant, ApplicationID: "app", TenantID: "one", Permissions: []string{"*"}}
	if !admin.InScope("app", "one", "joe") || admin.InScope("app", "two", "joe") || admin.OnlyHimself() {
		t.Error("a user reaches as far as his boundary")
	}
	himself := admin.AsHimself()
	if himself.InScope("app", "one", "joe") || !himself.InScope("app", "one", "jane") || himself.May("x") || !himself.OnlyHimself() || himself.TenantID != "one" {
		t.Error("AsHimself")
	}
	if !admin.May("x") {
		t.Error("AsHimself changed the caller it was asked of")
	}
	key := caller.Caller{Kind: caller.APIKey, ID: "jane", Boundary: models.BoundaryTenant, Permissions: []string{"x"}}
	if !key.AsHimself().May("x") || key.OnlyHimself() || key.Is("jane") {
		t.Error("a key is no user")
	}
}
