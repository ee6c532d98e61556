package vendors_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// client is a way in which a program of the vendor's customer talks to the service.
type client struct {
	name    string   // a column of the guide's table
	folder  string   // its programs
	command []string // plays the stories that it is given
	keyFile bool     // whether it logs in by a key file
	tells   []string // the stories that it has; all of them unless it says which
	slow    bool     // takes too long to build for make check
}

// python is the interpreter that has the vendor's package.
const python = archives + "/python/bin/python"

// clients are the columns of the table. To add one, write its programs into a folder, its installation into
// install.sh, and a line here.
func clients() []client {
	node := func(name, protocol string) client {
		return client{name: name, folder: "node", command: []string{"node", "play.mjs", protocol}}
	}
	inPython := func(name, login string) client {
		return client{name: name, folder: "python", command: []string{filepath.Join("..", python), "play.py", login}, keyFile: login == "private-key"}
	}
	return []client{
		node("Node gRPC", "grpc"),
		node("Node gRPC-Web", "grpc-web"),
		node("Node Connect JSON", "connect-json"),
		node("Node Connect binary", "connect-binary"),
		inPython("Python token", "token"),
		inPython("Python client credentials", "client-credentials"),
		inPython("Python key file", "private-key"),
		{
			name: "Go gRPC", folder: "go", command: []string{"./run.sh"}, keyFile: true, slow: true,
			tells: []string{"find", "add", "send-link", "return-code", "change", "session", "otp-email", "totp", "organization",
				"wrong-code", "unknown-user", "no-token", "forbidden", "passkeys"},
		},
	}
}

// story is a row of the table: its name in the programs, and what happens in it.
type story struct{ name, tells string }

func allStories() []story {
	return []story{
		{"find", "find a user by email address, login name, user name or id (ListUsers)"},
		{"add", "create a user (AddHumanUser, CreateUser) and read him (GetUserByID)"},
		{"update", "change names, address and phone (UpdateUser)"},
		{"verify-email", "verify an address with a returned code and a mailed one"},
		{"send-link", "mail a reset link to the program's own page (`urlTemplate`), and set the password with its code"},
		{"return-code", "get a reset code returned, and set the password with it"},
		{"change", "change a password with the current one, and as an administrator"},
		{"invite", "invite a user with a returned code"},
		{"session", "log a user in by his password, read the session and end it"},
		{"otp-email", "a second factor by mail: returned code, mailed code"},
		{"totp", "a second factor by an authenticator app (`totpSecret`)"},
		{"state", "deactivate, reactivate, lock, unlock and delete a user"},
		{"settings", "read the settings for passwords and logins"},
		{"organization", "choose the organisation by `x-zitadel-orgid`"},
		{"wrong-code", "a wrong code"},
		{"wrong-password", "a wrong password in a session"},
		{"weak-password", "a password that breaks the rules"},
		{"unknown-user", "an unknown user"},
		{"existing-user", "a user name that is taken"},
		{"no-token", "a missing or unknown token"},
		{"forbidden", "a token without the permission"},
		{"empty-query", "an empty query"},
		{"second-factors", "registering second factors of a user (AddOTPEmail, RegisterTOTP)"},
		{"passkeys", "passkeys"},
		{"identity-providers", "links to identity providers"},
		{"service-users", "service users (machines) as users"},
	}
}

// stories are the names of those that the client has.
func (c client) stories() []string {
	var names []string
	for _, s := range allStories() {
		if c.tells == nil || slices.Contains(c.tells, s.name) {
			names = append(names, s.name)
		}
	}
	return names
}

// ending is how a story ended, as the program says.
type ending struct {
	Story  string `json:"story"`
	Result string `json:"result"`
	Why    string `json:"why"`
}

// play runs the program with the stories.
func (c client) play(t *testing.T, in *installation, a account, stories []string) []ending {
	t.Helper()
	users, err := json.Marshal(a.users)
	if err != nil {
		t.Fatal(err)
	}
	program := exec.CommandContext(t.Context(), c.command[0], slices.Concat(c.command[1:], stories)...)
	program.Dir = c.folder
	program.Env = append(os.Environ(),
		"ZITADEL_URL="+in.url, "ZITADEL_MAILBOX="+in.url+"/dev/mailbox.json", "ZITADEL_ORG="+a.org, "ZITADEL_OTHER_ORG="+a.otherOrg,
		"ZITADEL_TOKEN="+a.token, "ZITADEL_READER_TOKEN="+a.readerToken, "ZITADEL_CLIENT_ID="+a.clientID, "ZITADEL_CLIENT_SECRET="+a.clientSecret,
		"ZITADEL_KEY_FILE="+a.keyFile, "ZITADEL_USERS="+string(users), "ZITADEL_PASSWORD="+password, "ZITADEL_PREFIX="+a.prefix)
	var out, errs bytes.Buffer
	program.Stdout, program.Stderr = &out, &errs
	if err := program.Run(); err != nil {
		t.Errorf("%s: %v\n%s", strings.Join(c.command, " "), err, errs.String())
	}
	var endings []ending
	lines := bufio.NewScanner(&out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e ending
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			t.Errorf("%q: %v", lines.Text(), err)
			continue
		}
		endings = append(endings, e)
	}
	for _, name := range stories {
		if !slices.ContainsFunc(endings, func(e ending) bool { return e.Story == name }) {
			t.Errorf("%s: the program did not say how it ended\n%s", name, errs.String())
		}
	}
	return endings
}
