package contract_test

import (
	"net/http"
	"time"

	"github.com/rekeyhq/rekey/tests/harness"
)

func entrustFormat() []claim {
	const at = "passwordFormat, "
	imported := func(name string, body entrustBody) example {
		return example{name: name, call: puts(body), status: 200, then: logsIn(entrustHashed, "in")}
	}
	refused := func(at, says, name string, body entrustBody, has string, allowed ...example) claim {
		return claim{at: at, says: says, result: kept, stories: stories{TestEntrustEachRestrictionOfAnImportAloneAndInPairs},
			examples: append(allowed, refusesMember(name, body, has))}
	}
	byDefault := imports()
	delete(byDefault, "emailPassword")
	return []claim{
		{at: at + "possible values", says: "The values are CLEARTEXT and BCRYPT.", result: kept, examples: []example{
			sets("CLEARTEXT is a password", chosen("passwordFormat", "CLEARTEXT")),
			imported("BCRYPT is a hash", imports()),
			refusesMember("there is no other", chosen("passwordFormat", "ARGON2"), "/passwordFormat"),
			refusesMember("nor in another case", chosen("passwordFormat", "cleartext"), "/passwordFormat"),
		}},
		{at: at + "default value", says: "The default is CLEARTEXT.", result: kept, examples: []example{
			sets("absent is CLEARTEXT", chosen()),
			sets("null is like absent", chosen("passwordFormat", nil)),
			{name: "a hash without a format is a password like any other", call: puts(chosen("password", entrustHash)), status: 200, then: func(s *scene, a harness.Answer) {
				logsIn(entrustHashed, "refused")(s, a)
				logsIn(entrustHash, "in")(s, a)
			}},
		}},
		{at: at + "1", says: "BCRYPT is for the import of a password that bcrypt hashed.", result: kept, examples: []example{
			imported("the user logs in with what was hashed", imports()),
			refusesMember("a password in clear is no hash", imports("password", harness.NewPassword), "/password"),
		}, stories: stories{TestEntrustAnImportedHashLogsInAndIsRenewed, TestEntrustOnlySoundBcryptHashesAreImported}},
		{at: at + "restriction 1", says: "With BCRYPT the user has to be a local one.", result: kept, examples: []example{
			{name: "a user of a directory is refused", user: people{harness.InDirectory}, call: puts(imports()), status: 400, has: []string{"the user must be a local user"}},
		}, stories: stories{TestEntrustEachRestrictionOfAnImportAloneAndInPairs}},
		refused(at+"restriction 2", "With BCRYPT currentPassword has to be null.", "a value is refused", imports("currentPassword", harness.Password), "currentPassword must be null",
			imported("null is accepted", imports("currentPassword", nil)), imported("absent is like null", imports())),
		refused(at+"restriction 3", "With BCRYPT generatePassword has to be false.", "true is refused", imports("generatePassword", true), "generatePassword must be false",
			imported("false is accepted", imports("generatePassword", false)), imported("absent is like false", imports()), imported("so is null", imports("generatePassword", nil))),
		refused(at+"restriction 4", "With BCRYPT emailPassword has to be false.", "true is refused", imports("emailPassword", true), "emailPassword must be false",
			imported("false is accepted", imports()), refusesMember("absent is refused, since the default is true", byDefault, "emailPassword must be false"),
			refusesMember("so is null", imports("emailPassword", nil), "emailPassword must be false")),
		refused(at+"restriction 5", "With BCRYPT returnPassword has to be false.", "true is refused", imports("returnPassword", true), "returnPassword must be false",
			imported("false is accepted", imports("returnPassword", false)), imported("absent is like false", imports()), imported("so is null", imports("returnPassword", nil))),
	}
}

func entrustAnswer() []claim {
	inDays := func(days int) func(*scene) harness.Call {
		return func(s *scene) harness.Call {
			return entrustPut(s.World, s.user, chosen("expiryTime", entrustTime(s.Clock.Now().AddDate(0, 0, days))))
		}
	}
	return []claim{
		{at: "Responses, 1", says: "A success is answered with the state of the password.", result: kept, examples: []example{
			{name: "it is JSON with 200", call: puts(chosen()), status: 200, has: []string{`"present":`}, then: func(s *scene, a harness.Answer) {
				if media := a.Header.Get("Content-Type"); media != "application/json" {
					s.T.Errorf("Content-Type %q", media)
				}
			}},
		}},
		{at: "response, expiryNotificationDate", says: "The date-time is when the user will next be told of the expiry.", result: kept, examples: []example{
			{name: "it is before the expiry, and the mail is sent then", call: inDays(60), status: 200, then: entrustWarns},
			{name: "it is absent without an expiry", call: puts(chosen()), status: 200, never: []string{"expiryNotificationDate"}},
			declares("entrust", "UserPassword", "expiryNotificationDate", `{"type":"string","format":"date-time"}`),
		}},
		{at: "response, expiryTime", says: "The date-time is when the password expires.", result: kept, examples: []example{
			{name: "it is what the request says", call: puts(chosen("expiryTime", "2030-06-03T21:29:22Z")), status: 200, has: []string{`"expiryTime":"2030-06-03T21:29:22Z"`}},
			declares("entrust", "UserPassword", "expiryTime", `{"type":"string","format":"date-time"}`),
		}},
		{at: "response, forceUpdate", says: "The boolean says whether the user has to change the password at the next login.", result: kept, examples: []example{
			{name: "true if so", call: puts(chosen("forceUpdate", true)), status: 200, has: []string{`"forceUpdate":true`}},
			{name: "false if not", call: puts(chosen()), status: 200, has: []string{`"forceUpdate":false`}},
			declares("entrust", "UserPassword", "forceUpdate", `{"type":"boolean"}`),
		}},
		{at: "response, lastChangedTime", says: "The date-time is when the password was last changed.", result: kept, examples: []example{
			{name: "it is the time of this change", call: func(s *scene) harness.Call {
				s.Clock.Advance(time.Minute)
				return entrustPut(s.World, s.user, chosen())
			}, status: 200, then: func(s *scene, a harness.Answer) {
				if want := entrustTime(s.Clock.Now()); a.Field(s.T, "lastChangedTime") != want {
					s.T.Errorf("%s, want %s", a.Body, want)
				}
			}},
			declares("entrust", "UserPassword", "lastChangedTime", `{"type":"string","format":"date-time"}`),
		}},
		{at: "response, newPassword", says: "The text is the generated password, if the client asked for it.", result: kept, examples: []example{
			{name: "it opens the account", call: puts(generated("forceUpdate", false)), status: 200, then: newPasswordLogsIn("in")},
			{name: "it is absent if the client did not ask", call: puts(generated("returnPassword", false)), status: 200, never: []string{"newPassword"}},
			{name: "it is absent if the client chose the password", call: puts(chosen("returnPassword", true)), status: 200, never: []string{"newPassword"}},
			declares("entrust", "UserPassword", "newPassword", `{"type":"string"}`),
		}},
		{at: "response, present", says: "The flag says whether the user has a password.", result: kept, examples: []example{
			{name: "true after this call", user: people{harness.NoPassword}, call: puts(chosen()), status: 200, has: []string{`"present":true`}},
			{name: "false as long as he has none", user: people{harness.NoPassword}, status: 200, has: []string{`"present":false`}, call: func(s *scene) harness.Call {
				return entrustAs(s.World, http.MethodGet, s.user, "/passwords", nil)
			}},
			declares("entrust", "UserPassword", "present", `{"type":"boolean"}`),
		}},
	}
}

// entrustWarns demands that the user is told of the expiry at the answered time, and not earlier.
func entrustWarns(s *scene, a harness.Answer) {
	s.T.Helper()
	at, err := time.Parse(time.RFC3339, a.Field(s.T, "expiryNotificationDate"))
	if err != nil || !at.After(s.Clock.Now()) || !at.Before(s.Clock.Now().AddDate(0, 0, 60)) {
		s.T.Fatalf("%v %v", at, err)
	}
	warned := func(after time.Duration) int {
		s.Clock.Advance(after)
		if _, err := s.Core.Passwords.WarnOfExpiry(s.T.Context()); err != nil {
			s.T.Fatal(err)
		}
		return len(s.mails())
	}
	before, early, late := len(s.mails()), warned(at.Sub(s.Clock.Now())-time.Second), warned(2*time.Second)
	if early != before || late != before+1 {
		s.T.Errorf("%d messages, %d before %s, %d after", before, early, at, late)
	}
}
