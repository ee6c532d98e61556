package main

import (
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/seed"
)

// A link leads on within its surface, under the ids that operations have in the bundle.
func TestEveryLinkOfTheBundleLeadsToAnOperationOfItsSurface(t *testing.T) {
	t.Parallel()
	whole := mustLoad(t, bundleOf(t, authored)["openapi.json"])
	ids := map[string]bool{}
	for _, item := range seed.InOrder(whole.Paths.Map()) {
		for _, o := range seed.InOrder(item.Operations()) {
			ids[o.OperationID] = true
		}
	}
	found := map[string]int{}
	for _, item := range seed.InOrder(whole.Paths.Map()) {
		for _, o := range seed.InOrder(item.Operations()) {
			surface, _, _ := strings.Cut(o.Tags[0], ":")
			for status, response := range seed.InOrder(o.Responses.Map()) {
				for name, link := range seed.InOrder(response.Value.Links) {
					found[surface]++
					if !ids[link.Value.OperationID] || !strings.HasPrefix(link.Value.OperationID, surface) {
						t.Errorf("%s %s: link %s leads to %q", o.OperationID, status, name, link.Value.OperationID)
					}
				}
			}
		}
	}
	for _, surface := range []string{"rekey", "boomi", "entrust", "wristband", "zitadel"} {
		if found[surface] == 0 {
			t.Errorf("%s has no link", surface)
		}
	}
}
