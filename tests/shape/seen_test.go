package shape_test

import (
	"regexp"
	"slices"
	"testing"
)

// TestACallerWhoChangesAUserHasAtLeastHisRights keeps the list of use cases that take a user
// without checking whether he has more rights than the caller. All others take subject.
func TestACallerWhoChangesAUserHasAtLeastHisRights(t *testing.T) {
	t.Parallel()
	lawful := map[string]string{
		"lifecycle.go":              "subject itself asks",
		"change_password.go":        "the current password is the user's own proof",
		"redeem_ticket.go":          "tells what is wrong with the user's own proof",
		"describe_password.go":      "reads",
		"describe_user.go":          "reads",
		"find_user.go":              "reads",
		"describe_second_factor.go": "reads",
	}
	passes := regexp.MustCompile(`c\.seen\(`)
	reads := regexp.MustCompile(`\.FindUser\(`)
	finders := []string{
		"lifecycle.go", "session.go", "refresh_session.go", "log_in.go", "challenge.go", "request_reset.go", "redeem_ticket.go", "import_users.go",
		"create_user.go", "update_user.go", "hold_user.go",
	}
	for _, path := range goFiles(t, false) {
		p := rel(path)
		if !under(p, "impl/lifecycle") {
			continue
		}
		name := p[len("impl/lifecycle/"):]
		for n, line := range lines(t, path) {
			if passes.MatchString(line) && lawful[name] == "" {
				t.Errorf("%s:%d takes a user who may hold more than the caller; take c.subject, or say why not in tests/shape", p, n+1)
			}
			if reads.MatchString(line) && !slices.Contains(finders, name) {
				t.Errorf("%s:%d reads a user past c.subject and c.seen", p, n+1)
			}
		}
	}
}
