package attacks_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// lawfulOnTheStrong are the operations that change something and go on although the
// user they are about holds more than the caller, and why.
var lawfulOnTheStrong = map[string]string{
	"requestPasswordReset":                 "a reset request: it mails only the owner",
	"requestReset":                         "a reset request: it mails only the owner",
	"introspectPasswordResetEmailAuthCode": "shows the user's own proof",
	"inspectTicket":                        "shows the user's own proof",
	"verifyCode":                           "shows the user's own proof",
	"resetPassword":                        "shows the user's own proof",
	"redeemTicket":                         "shows the user's own proof",
	"SetPassword by code":                  "shows the user's own proof",
	"SetPassword by the current one":       "shows the user's own proof",
	"UpdateUser by code":                   "shows the user's own proof",
	"UpdateUser by the current one":        "shows the user's own proof",
	"verifyAddress":                        "shows the user's own proof",
	"VerifyInviteCode":                     "shows the user's own proof",
	"VerifyEmail":                          "shows the user's own proof",
	"VerifyPhone":                          "shows the user's own proof",
	"CreateSession":                        "a login, or a session that admits nobody",
	"SetSession":                           "a login, or a session that admits nobody",
	"createSession":                        "a login",
	"ListSessions":                         "reads",
	"ListUsers":                            "reads",
	"GetUserByID":                          "reads",
	"userByUseridUsingPOST":                "reads",
	"usersPagedUsingPOST":                  "reads",
	"DeleteSession":                        "ends a login and gives nothing",
	"endSession":                           "ends a login and gives nothing",
	"revokeRefreshToken":                   "ends a login and gives nothing",
	"cancelTicket":                         "ends a link and gives nothing",
	"resendMessage":                        "mails the owner himself what was meant for him",
}

// TestACallerCannotChangeAUserWithMoreRights: a caller with every single permission over the whole
// application makes each call about users with "*" in their tenant. Calls that would set,
// reset, lock, change or delete them are refused with their reason, on every surface; nothing is
// written and no user gets a mail (S72, A-087).
func TestACallerCannotChangeAUserWithMoreRights(t *testing.T) {
	t.Parallel()
	onStage(t, func(t *testing.T, s *stage) {
		weak := keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: s.Tenant.ApplicationID}
		for _, p := range caller.Permissions() {
			weak.Permissions = append(weak.Permissions, p.Name)
		}
		key := s.KeyWith(weak).Key.Reveal()
		s.strong = true
		type strike struct {
			act
			call   harness.Call
			lawful bool
		}
		var strikes []strike
		for _, a := range acts() {
			people := s.people
			call := a.play(s)
			if s.people == people || call.Token != s.owner.Key.Reveal() {
				continue // about nobody, or by the user himself
			}
			call.Token = key
			_, name, _ := strings.Cut(a.name, " ")
			operation, _, _ := strings.Cut(name, " ")
			lawful := call.Method == http.MethodGet || lawfulOnTheStrong[operation] != "" || lawfulOnTheStrong[name] != ""
			lawful = lawful && !strings.HasSuffix(name, "a returned code") // the caller could give it in the place of the user
			strikes = append(strikes, strike{a, call, lawful})
		}
		s.Deliver()
		before, mails := s.picture(), len(s.Mailbox.Messages())
		refused := map[string]int{}
		for _, k := range strikes {
			if k.lawful {
				continue
			}
			surface, _, _ := strings.Cut(k.name, " ")
			refused[surface]++
			answer := s.Do(k.call)
			if strings.HasSuffix(k.call.Path, several) { // each user has a result of his own
				if answer.Status != http.StatusOK || strings.Contains(answer.Body, `"success":true`) || !strings.Contains(answer.Body, `"holds_more"`) {
					t.Errorf("%s on somebody who holds more: %d %s", k.name, answer.Status, answer.Body)
				}
				continue
			}
			if answer.Status != http.StatusForbidden || surface == "rekey" && answer.Field(t, "code") != "holds_more" {
				t.Errorf("%s on somebody who holds more: %d %s", k.name, answer.Status, answer.Body)
			}
		}
		s.Deliver()
		if changes := kept(before.changes(s.picture())); len(changes) != 0 {
			t.Errorf("one of them changed %v", changes)
		}
		if n := len(s.Mailbox.Messages()) - mails; n != 0 {
			t.Errorf("one of them sent %d mails", n)
		}
		for _, k := range strikes {
			if k.lawful {
				if answer := s.Do(k.call); answer.Status == http.StatusForbidden {
					t.Errorf("%s is refused: %s", k.name, answer.Body)
				}
			}
		}
		for surface, least := range seed.InOrder(map[string]int{"entrust": 6, "wristband": 3, "zitadel": 7, "rekey": 5}) {
			if refused[surface] < least {
				t.Errorf("%s: only %d acts were refused", surface, refused[surface])
			}
		}
	})
}
