package shape_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestACallerHoldsAsMuchAsTheUserItChanges keeps the list of use cases that read a user
// without asking whether the user holds more than the caller. All others authorise.
func TestACallerHoldsAsMuchAsTheUserItChanges(t *testing.T) {
	t.Parallel()
	lawful := map[string]string{
		"subject.go":                        "AuthorizeUser itself asks",
		"passwords/change_password.go":      "the current password is the user's own proof",
		"tickets/prove_ticket.go":           "answers what is wrong with the user's own proof",
		"tickets/check_user_code.go":        "compares the user's own proof",
		"passwords/describe_password.go":    "reads",
		"passwords/find_password_policy.go": "reads",
		"accounts/find_user.go":             "reads",
		"factors/describe_second_factor.go": "reads",
		"factors/list_login_methods.go":     "reads",
	}
	passes := regexp.MustCompile(`\.ReadUser\(`)
	reads := regexp.MustCompile(`[^c]\.FindUser\(`) // uc.FindUser is the use case, which asks
	finders := []string{
		"subject.go", "logins/find_session.go", "logins/refresh_session.go", "logins/login_subject.go", "tickets/process_reset_requests.go",
		"names.go", "accounts/check_import.go", "accounts/new_user.go", "accounts/replace_addresses.go",
	}
	met := map[string]bool{}
	for _, path := range goFilesIn(t, coreFolder, false) {
		name := strings.TrimPrefix(rel(path), coreFolder+"/")
		for n, line := range lines(t, path) {
			if strings.HasPrefix(line, "func ") {
				continue
			}
			met[name] = met[name] || passes.MatchString(line) || reads.MatchString(line)
			if passes.MatchString(line) && lawful[name] == "" {
				t.Errorf("%s:%d reads a user who may hold more than the caller; use AuthorizeUser, or say why not in tests/shape", rel(path), n+1)
			}
			if reads.MatchString(line) && !slices.Contains(finders, name) {
				t.Errorf("%s:%d reads a user past AuthorizeUser and ReadUser", rel(path), n+1)
			}
		}
	}
	for _, name := range finders {
		if !met[name] {
			t.Errorf("%s is on the list and reads no user", name)
		}
	}
}
