package contract_test

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

func entrustClaims() []claim {
	return slices.Concat(entrustHead(), entrustHistoryAndCurrent(), entrustMailAndExpiry(), entrustGeneration(), entrustFormat(), entrustAnswer())
}

// puts is a call that sends a body for the user: an entrustBody, or text as it is.
func puts(body any) func(*scene) harness.Call {
	return func(s *scene) harness.Call { return entrustPut(s.World, s.user, body) }
}

// with adds members to a body.
func (b entrustBody) with(more ...any) entrustBody {
	for i := 0; i < len(more); i += 2 {
		b[more[i].(string)] = more[i+1]
	}
	return b
}

// chosen is a body with the new password, and with more members.
func chosen(more ...any) entrustBody {
	return entrustBody{"password": harness.NewPassword}.with(more...)
}

// generated is a body that has a password generated and returned, with more members.
func generated(more ...any) entrustBody {
	return entrustBody{"generatePassword": true, "returnPassword": true, "emailPassword": false}.with(more...)
}

// imports is a body that imports a hash, with more members.
func imports(more ...any) entrustBody {
	return entrustBody{"password": entrustHash, "passwordFormat": "BCRYPT", "emailPassword": false}.with(more...)
}

// refusesMember is the refusal of one member, which changes nothing.
func refusesMember(name string, body any, has string) example {
	return example{name: name, call: puts(body), status: 400, has: []string{has}, then: thenUnchanged}
}

// sets is a body by which the new password is set.
func sets(name string, body any) example {
	return example{name: name, call: puts(body), status: 200, then: thenChanged}
}

// logsIn demands how a login with a password goes.
func logsIn(password, want string) func(*scene, harness.Answer) {
	return func(s *scene, _ harness.Answer) {
		s.T.Helper()
		if got := entrustLogin(s.World, s.user, password); got != want {
			s.T.Errorf("the login is %s, want %s", got, want)
		}
	}
}

// tells demands that the user gets one message, with a text in it.
func tells(text string) func(*scene, harness.Answer) {
	return func(s *scene, _ harness.Answer) {
		s.T.Helper()
		if mails := s.mails(); len(mails) != 1 || !strings.Contains(mails[0], text) {
			s.T.Errorf("not one message with %q: %q", text, mails)
		}
	}
}

const (
	aLink   = harness.PublicURL + "/set?key="
	aNotice = "was changed"
)

func entrustHead() []claim {
	return []claim{
		{at: "title", says: "PUT /api/web/v1/users/:userid/passwords sets a password.", result: kept, examples: []example{
			sets("PUT does", chosen()),
			{name: "POST does not", status: 405, then: thenUnchanged, call: func(s *scene) harness.Call {
				return entrustAs(s.World, http.MethodPost, s.user, "/passwords", chosen())
			}},
		}},
		{at: "description, 1", says: "The password is that of the user who is named.", result: kept, examples: []example{
			{name: "another user keeps his", call: func(s *scene) harness.Call {
				return entrustPut(s.World, s.neighbour(), chosen())
			}, status: 200, then: thenUnchanged},
		}},
		{at: "description, 2", says: "The caller needs the permission USERPASSWORDS:EDIT.", result: kept, examples: []example{
			{name: "a key with it alone may", status: 200, then: thenChanged, call: entrustWith("USERPASSWORDS:EDIT")},
			{name: "a key with the others may not, and is told which it lacks", status: 403, has: []string{"USERPASSWORDS:EDIT required"}, then: thenUnchanged,
				call: entrustWith("USERPASSWORDS:VIEW", "USERPASSWORDS:REMOVE")},
			{name: "without a credential nobody may", status: 401, then: thenUnchanged, call: func(s *scene) harness.Call {
				c := entrustPut(s.World, s.user, chosen())
				c.Token = ""
				return c
			}},
		}},
		{at: "Path Parameters, userid, 1", says: "The user is named by a UUID, which is required.", result: kept, stories: stories{TestEntrustAUserIDIsAUUIDOrTheOneOfAnotherSystem}, examples: []example{
			{name: "an unknown UUID is not found", status: 404, then: thenUnchanged, call: entrustTo("0192f3a4-5b6c-7d8e-9f01-23456789abcd")},
			{name: "none is refused", status: 400, has: []string{"path:userid"}, then: thenUnchanged, call: entrustTo("")},
			{name: "other text is refused", status: 400, has: []string{"path:userid"}, then: thenUnchanged, call: entrustTo("no%20uuid")},
		}},
		{at: "Path Parameters, userid, 2", says: "The password is created or modified.", result: kept, examples: []example{
			{name: "created, if there is none", user: people{harness.NoPassword}, call: puts(chosen()), status: 200, has: []string{`"present":true`}, then: logsIn(harness.NewPassword, "in")},
			sets("modified, if there is one", chosen()),
		}},
		{at: "Body, 1", says: "A body is required.", result: kept, examples: []example{
			{name: "an empty one sets nothing", call: puts(""), status: 400, then: thenUnchanged},
			{name: "none at all has no content type either", call: puts(nil), status: 415, then: thenUnchanged},
		}},
		{at: "Body, 2", says: "No member of the body is marked as required.", result: ourRule,
			why: "there has to be a password, or the order to generate one: without both there is nothing to set", examples: []example{
				refusesMember("an empty object sets nothing", `{}`, "password_required"),
				sets("password suffices", chosen()),
				sets("password suffices if every other member is null, as generated clients send it", entrustNulls),
				{name: "generatePassword suffices", call: puts(`{"generatePassword":true}`), status: 200},
			}},
	}
}

// entrustNulls is a body in which every member but the password is null.
const entrustNulls = `{"clearPasswordHistory":null,"currentPassword":null,"emailPassword":null,"expiryTime":null,"forceUpdate":null,` +
	`"generatePassword":null,"password":"` + harness.NewPassword + `","passwordFormat":null,"returnPassword":null}`

// entrustWith is a call by a key with these permissions alone.
func entrustWith(permissions ...string) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := entrustPut(s.World, s.user, chosen())
		c.Token = s.Key(permissions...).Key.Reveal()
		return c
	}
}

// entrustTo is a call about another id.
func entrustTo(id string) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		c := entrustPut(s.World, s.user, chosen())
		c.Path = strings.Replace(c.Path, "/"+s.user.ID+"/", "/"+id+"/", 1)
		return c
	}
}

func entrustRemembers(s *models.Settings) { s.Password.History = 5 }

// returns sets the first password again, after the new one was set.
func entrustReturns(more ...any) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		must(s.World, entrustPut(s.World, s.user, chosen()), 200)
		body := chosen(more...)
		body["password"] = harness.Password
		return entrustPut(s.World, s.user, body)
	}
}

// entrustForced sets the new password again, after it was set to be changed at the next login.
func entrustForced(more ...any) func(*scene) harness.Call {
	return func(s *scene) harness.Call {
		must(s.World, entrustPut(s.World, s.user, chosen("forceUpdate", true)), 200)
		return entrustPut(s.World, s.user, chosen(more...))
	}
}

func entrustHistoryAndCurrent() []claim {
	again := func(name string, status int, more ...any) example {
		return example{name: name, rules: entrustRemembers, call: entrustReturns(more...), status: status, then: func(s *scene, a harness.Answer) {
			if status == 400 && !strings.Contains(a.Body, "in_history") {
				s.T.Error(a.Body)
			}
			s.admits(harness.Password, status == 200)
			s.admits(harness.NewPassword, status != 200)
		}}
	}
	return []claim{
		{at: "clearPasswordHistory", says: "With true, the history is cleared before the new password is set.", result: kept, stories: stories{TestEntrustHistory}, examples: []example{
			again("an earlier password can then be set again", 200, "clearPasswordHistory", true),
			again("with false, the history is as it was", 400, "clearPasswordHistory", false),
			again("absent is like false, though the document names no default", 400),
			again("null is like absent", 400, "clearPasswordHistory", nil),
			{name: "even a password that has to be changed can then be set again", call: entrustForced("clearPasswordHistory", true), status: 200, then: thenChanged},
			{name: "without it, that one is refused", call: entrustForced(), status: 400, has: []string{"in_history"}, then: thenChanged},
			declares("entrust", "UserPasswordParms", "clearPasswordHistory", `{"type":"boolean"}`),
		}},
		{at: "currentPassword", says: "The value is the current password, if that of a user of a directory is changed.", result: ourRule,
			why: "passwords in directories cannot be set yet; a local user's current password is verified if it is given", examples: []example{
				{name: "a user of a directory is refused, with its reason", user: people{harness.InDirectory}, call: puts(chosen("currentPassword", harness.Password)), status: 400, has: []string{"directory_not_configured"}},
				sets("a local user needs none", chosen()),
				sets("the right one is accepted", chosen("currentPassword", harness.Password)),
				refusesMember("a wrong one is refused", chosen("currentPassword", "a wrong password"), "wrong_current_password"),
				sets("null is like absent", chosen("currentPassword", nil)),
				sets("so is empty text", chosen("currentPassword", "")),
				declares("entrust", "UserPasswordParms", "currentPassword", `{"type":"string"}`),
			}, stories: stories{TestEntrustAGivenCurrentPasswordIsVerified, TestEntrustAWrongCurrentPasswordCountsAsAFailedLogin}},
	}
}

func entrustMails(s *models.Settings) { s.MailChosenPassword = true }

func entrustMailAndExpiry() []claim {
	mailed := func(name string, body entrustBody, rules func(*models.Settings), then func(*scene, harness.Answer)) example {
		return example{name: name, call: puts(body), rules: rules, status: 200, then: then}
	}
	return []claim{
		{at: "emailPassword, 1", says: "The flag says whether the new password is mailed to the user.", result: ourRule,
			why: "a password that the caller chose is mailed only if the tenant's rule mailChosenPassword says so; otherwise the mail has a link to set another one",
			examples: []example{
				mailed("a generated one is mailed", entrustBody{"generatePassword": true, "emailPassword": true}, nil, entrustMailHasIt),
				mailed("a generated one is not mailed with false", generated(), nil, tells(aNotice)),
				mailed("a chosen one is mailed if the tenant says so", chosen("emailPassword", true), entrustMails, tells(harness.NewPassword)),
				mailed("a chosen one is not mailed with false, though the tenant says so", chosen("emailPassword", false), entrustMails, tells(aNotice)),
				mailed("by default the mail has a link", chosen("emailPassword", true), nil, tells(aLink)),
				mailed("with false it has neither", chosen("emailPassword", false), nil, tells(aNotice)),
			}, stories: stories{TestEntrustWhatIsMailedOfAChosenPassword}},
		{at: "emailPassword, 2", says: "The default is true.", result: kept, examples: []example{
			mailed("absent is like true for a generated password", entrustBody{"generatePassword": true}, nil, entrustMailHasIt),
			mailed("absent is like true for a chosen password", chosen(), entrustMails, tells(harness.NewPassword)),
			mailed("absent is like true, if the mail has a link", chosen(), nil, tells(aLink)),
			mailed("null is like absent", chosen("emailPassword", nil), nil, tells(aLink)),
			refusesMember("absent is like true for an import, which then is refused", entrustBody{"password": entrustHash, "passwordFormat": "BCRYPT"}, "/emailPassword"),
			declares("entrust", "UserPasswordParms", "emailPassword", `{"type":"boolean","default":true}`),
		}},
		{at: "expiryTime", says: "The date-time is when the password expires.", result: kept, examples: []example{
			{name: "it is answered", status: 200, call: puts(chosen("expiryTime", "2030-06-03T21:29:22Z")), has: []string{`"expiryTime":"2030-06-03T21:29:22Z"`}},
			{name: "with fraction and offset, it is the same time", status: 200, call: puts(chosen("expiryTime", "2030-06-03T23:29:22.328+02:00")), has: []string{`"expiryTime":"2030-06-03T21:29:22Z"`}},
			{name: "until then the password opens the account, and not afterwards", status: 200, call: func(s *scene) harness.Call {
				return entrustPut(s.World, s.user, chosen("expiryTime", entrustTime(s.Clock.Now().Add(time.Hour))))
			}, then: func(s *scene, a harness.Answer) {
				logsIn(harness.NewPassword, "in")(s, a)
				s.Clock.Advance(time.Hour + time.Second)
				logsIn(harness.NewPassword, "change required")(s, a)
			}},
			{name: "so it is with an offset without a colon, as the vendor's samples have it", status: 200, call: puts(chosen("expiryTime", "2030-06-03T21:29:22.328+0000")), has: []string{`"expiryTime":"2030-06-03T21:29:22Z"`}},
			{name: "null is like absent", status: 200, call: puts(chosen("expiryTime", nil)), never: []string{"expiryTime"}, then: thenChanged},
			{name: "absent means that it does not expire", status: 200, call: puts(chosen()), never: []string{"expiryTime"}},
			refusesMember("a date alone is no date-time", chosen("expiryTime", "2030-06-03"), "/expiryTime"),
			refusesMember("a number is no date-time", chosen("expiryTime", 1893456000), "/expiryTime"),
			declares("entrust", "UserPasswordParms", "expiryTime", `{"type":"string","format":"date-time"}`),
		}},
		{at: "forceUpdate", says: "With true, the user has to change the password at the next login with it.", result: kept, examples: []example{
			{name: "with true, the login asks for a change", call: puts(chosen("forceUpdate", true)), status: 200, has: []string{`"forceUpdate":true`}, then: logsIn(harness.NewPassword, "change required")},
			{name: "with false, it does not", call: puts(chosen("forceUpdate", false)), status: 200, has: []string{`"forceUpdate":false`}, then: logsIn(harness.NewPassword, "in")},
			{name: "with false, a generated password lasts", call: puts(generated("forceUpdate", false)), status: 200, has: []string{`"forceUpdate":false`}, then: newPasswordLogsIn("in")},
			declares("entrust", "UserPasswordParms", "forceUpdate", `{"type":"boolean"}`),
		}},
		{at: "forceUpdate (default)", says: "The document names no default.", result: ourRule,
			why: "absent is like false for a chosen password, and like true for a generated one, which others have seen", examples: []example{
				{name: "absent is like false for a chosen password", call: puts(chosen()), status: 200, has: []string{`"forceUpdate":false`}, then: logsIn(harness.NewPassword, "in")},
				{name: "null is like absent for a chosen password", call: puts(chosen("forceUpdate", nil)), status: 200, has: []string{`"forceUpdate":false`}, then: logsIn(harness.NewPassword, "in")},
				{name: "and for a generated one", call: puts(generated("forceUpdate", nil)), status: 200, has: []string{`"forceUpdate":true`}, then: newPasswordLogsIn("change required")},
				{name: "absent is like true for a generated one", call: puts(generated()), status: 200, has: []string{`"forceUpdate":true`}, then: newPasswordLogsIn("change required")},
			}},
	}
}

// entrustMailHasIt demands that the one message has the password that opens the account.
func entrustMailHasIt(s *scene, a harness.Answer) {
	s.T.Helper()
	if mails := s.mails(); len(mails) != 1 {
		s.T.Errorf("%d messages: %q", len(mails), mails)
	}
	s.admits(entrustPasswordIn(s.World, s.user.Email), true)
}

// newPasswordLogsIn demands how a login with the answered password goes.
func newPasswordLogsIn(want string) func(*scene, harness.Answer) {
	return func(s *scene, a harness.Answer) {
		s.T.Helper()
		logsIn(a.Field(s.T, "newPassword"), want)(s, a)
	}
}

func entrustGeneration() []claim {
	return []claim{
		{at: "generatePassword, 1", says: "The flag says whether a new random password is generated.", result: kept, stories: stories{TestEntrustSixtyGeneratedPasswordsDifferAndMeetThePolicy}, examples: []example{
			{name: "with true, one is", call: puts(generated("forceUpdate", false)), status: 200, has: []string{`"newPassword":"`}, then: newPasswordLogsIn("in")},
			sets("with false, the given one is set", chosen("generatePassword", false)),
			refusesMember("with false and no other, nothing is set", `{"generatePassword":false}`, "password_required"),
		}},
		{at: "generatePassword, 2", says: "The default is false.", result: kept, examples: []example{
			{name: "absent is like false", call: puts(chosen("returnPassword", true)), status: 200, never: []string{"newPassword"}, then: thenChanged},
			{name: "null is like absent", call: puts(chosen("generatePassword", nil, "returnPassword", true)), status: 200, never: []string{"newPassword"}, then: thenChanged},
			declares("entrust", "UserPasswordParms", "generatePassword", `{"type":"boolean","default":false}`),
		}},
		{at: "password, 1", says: "The value is the new password.", result: kept, examples: []example{
			sets("it is set", chosen()),
			refusesMember("null is like absent: there is nothing to set", chosen("password", nil), "password_required"),
			refusesMember("it obeys the rules of the tenant", chosen("password", "short"), "too_short"),
			declares("entrust", "UserPasswordParms", "password", `{"type":"string"}`),
		}},
		{at: "password, 2", says: "It is ignored if generatePassword is true.", result: kept, examples: []example{
			{name: "another one is set", call: puts(generated("password", harness.NewPassword)), status: 200, never: []string{harness.NewPassword}, then: thenNeither},
			{name: "even one that breaks the rules is ignored", call: puts(generated("password", "short")), status: 200, has: []string{`"newPassword":"`}, then: thenNeither},
			{name: "and null", call: puts(generated("password", nil)), status: 200, has: []string{`"newPassword":"`}, then: thenNeither},
			{name: "and an empty one", call: puts(generated("password", "")), status: 200, has: []string{`"newPassword":"`}, then: thenNeither},
		}},
		{at: "returnPassword, 1", says: "The flag says whether a generated password is returned.", result: kept, examples: []example{
			{name: "with true, it is", call: puts(generated("forceUpdate", false)), status: 200, has: []string{`"newPassword":"`}, then: newPasswordLogsIn("in")},
			{name: "with false, it is not", call: puts(generated("returnPassword", false)), status: 200, never: []string{"newPassword"}, then: thenNeither},
		}},
		{at: "returnPassword, 2", says: "It is ignored if the client sends the password.", result: kept, examples: []example{
			{name: "with true, a chosen password is not returned", call: puts(chosen("returnPassword", true)), status: 200, never: []string{"newPassword", harness.NewPassword}, then: thenChanged},
		}},
		{at: "returnPassword, 3", says: "The default is false.", result: kept, examples: []example{
			{name: "absent is like false", call: puts(entrustBody{"generatePassword": true}), status: 200, never: []string{"newPassword"}, then: thenNeither},
			{name: "null is like absent", call: puts(generated("returnPassword", nil)), status: 200, never: []string{"newPassword"}, then: thenNeither},
			declares("entrust", "UserPasswordParms", "returnPassword", `{"type":"boolean","default":false}`),
		}},
	}
}

// thenNeither demands that neither the old password nor the new one opens the account.
func thenNeither(s *scene, _ harness.Answer) {
	s.T.Helper()
	s.admits(harness.Password, false)
	s.admits(harness.NewPassword, false)
}
