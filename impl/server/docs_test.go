package server

import "testing"

// TestDemoIDsReplaceExamples reads the examples' ids from the generated playbook.
func TestDemoIDsReplaceExamples(t *testing.T) {
	t.Parallel()
	d := Demo{ApplicationID: "application", TenantID: "tenant", UserID: "user", UserNumber: "17"}
	replaced := map[string]bool{}
	for _, here := range d.replacements() {
		replaced[here] = true
	}
	for _, id := range []string{d.ApplicationID, d.TenantID, d.UserID, d.UserNumber} {
		if !replaced[id] {
			t.Errorf("no example is replaced by %q", id)
		}
	}
}
