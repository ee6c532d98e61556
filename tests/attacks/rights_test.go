package attacks_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/lifecycle"
	"github.com/rekeyhq/rekey/models"
)

// lawfulOnTheStrong are the operations that change something and go on although the
// user they are about holds more than the caller, and why.
var lawfulOnTheStrong = map[string]string{
	"requestPasswordReset":                 "a plea: it mails the owner himself",
	"requestReset":                         "a plea: it mails the owner himself",
	"introspectPasswordResetEmailAuthCode": "shows the user's own proof",
	"inspectTicket":                        "shows the user's own proof",
	"verifyCode":                           "shows the user's own proof",
	"resetPassword":                        "shows the user's own proof",
	"redeemTicket":                         "shows the user's own proof",
	"SetPassword by code":                  "shows the user's own proof",
	"SetPassword by the current one":       "shows the user's own proof",
	"UpdateUser by code":                   "shows the user's own proof",
	"UpdateUser by the current one":        "shows the user's own proof",
	"VerifyInviteCode":                     "shows the user's own proof",
	"CreateSession":                        "a login, or a session that admits nobody",
	"SetSession":                           "a login, or a session that admits nobody",
	"createSession":                        "a login",
	"ListSessions":                         "reads",
	"DeleteSession":                        "ends a login and gives nothing",
	"endSession":                           "ends a login and gives nothing",
	"revokeRefreshToken":                   "ends a login and gives nothing",
	"cancelTicket":                         "ends a link and gives nothing",
	"resendMessage":                        "mails the owner himself what was meant for him",
}

// TestNobodyTouchesWhoHoldsMore: a caller with every single permission over the whole
// application plays each act on people who hold "*" in their tenant. What would set,
// reset, lock, change or delete them is refused by name, on every surface; nothing is
// written and nobody is mailed (S72, A-087).
func TestNobodyTouchesWhoHoldsMore(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		weak := lifecycle.CreateAPIKey{Boundary: models.BoundaryApplication, ApplicationID: s.Tenant.ApplicationID}
		for _, p := range caller.Permissions() {
			weak.Permissions = append(weak.Permissions, p.Name)
		}
		key := s.KeyWith(weak).Key.Reveal()
		s.strong = true
		refused := map[string]int{}
		for _, a := range acts() {
			people := s.people
			call := a.play(s)
			if s.people == people || call.Token != s.owner.Key.Reveal() {
				continue // about nobody, or by the user himself
			}
			surface, name, _ := strings.Cut(a.name, " ")
			operation, _, _ := strings.Cut(name, " ")
			call.Token = key
			s.Deliver()
			before, mails := s.picture(), len(s.Mailbox.Messages())
			answer := s.Do(call)
			if call.Method == http.MethodGet || lawfulOnTheStrong[operation] != "" || lawfulOnTheStrong[name] != "" {
				if answer.Status == http.StatusForbidden {
					t.Errorf("%s is refused: %s", a.name, answer.Body)
				}
				continue
			}
			refused[surface]++
			if answer.Status != http.StatusForbidden {
				t.Errorf("%s on somebody who holds more: %d %s", a.name, answer.Status, answer.Body)
			}
			if surface == "rekey" && answer.Field(t, "code") != "holds_more" {
				t.Errorf("%s: %s", a.name, answer.Body)
			}
			s.Deliver()
			if changes := kept(before.changes(s.picture())); len(changes) != 0 {
				t.Errorf("%s: %v", a.name, changes)
			}
			if n := len(s.Mailbox.Messages()) - mails; n != 0 {
				t.Errorf("%s: %d mails", a.name, n)
			}
		}
		for surface, least := range map[string]int{"entrust": 6, "wristband": 3, "zitadel": 7, "rekey": 5} {
			if refused[surface] < least {
				t.Errorf("%s: only %d acts were refused", surface, refused[surface])
			}
		}
	})
}
