package contract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// TestTheCatalogueOfPermissionsIsTheContracts compares it with the x-permission values
// of all specs. What the core or a surface asks for as well is in no x-permission.
func TestTheCatalogueOfPermissionsIsTheContracts(t *testing.T) {
	t.Parallel()
	asked := map[string]bool{caller.ReturnTickets: true, caller.ManageEmail: true, caller.ManageStatus: true}
	for _, o := range harness.Contract() {
		if p := o.Permission(); p != "" {
			asked[p] = true
		}
	}
	catalogue := caller.Permissions()
	if !slices.IsSortedFunc(catalogue, func(a, b caller.Permission) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the catalogue is not in the order of names")
	}
	for _, p := range catalogue {
		if !asked[p.Name] {
			t.Errorf("the catalogue has %s, which no operation asks for", p.Name)
		}
		delete(asked, p.Name)
		if !strings.HasSuffix(p.Meaning, ".") || strings.Contains(p.Meaning, ". ") {
			t.Errorf("%s is not explained in one sentence: %s", p.Name, p.Meaning)
		}
	}
	for p := range seed.InOrder(asked) {
		t.Errorf("the catalogue lacks %s, or has it twice", p)
	}
	if caller.KnownPermission("") || caller.KnownPermission("users") || !caller.KnownPermission("*") {
		t.Error("KnownPermission")
	}
}
