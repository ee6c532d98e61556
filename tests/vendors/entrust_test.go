package vendors_test

import (
	"fmt"
	"testing"
)

// entrust has no package that can be installed: its clients are made of its description. OpenAPI Generator makes them here
// of ours, which has the vendor's names.
func entrust() vendor {
	return vendor{
		name: "entrust", title: "Entrust", stories: entrustStories(), settle: entrustAccount,
		clients: []client{
			{name: "Java", folder: "java/entrust", command: []string{"./play.sh"}},
			// Its members without a value are absent, and no setting makes them null.
			{name: "Go", folder: "go/entrust", command: []string{"./play.sh"}, tells: entrustStoriesBut("nulls")},
		},
	}
}

func entrustStoriesBut(left string) (names []string) {
	for _, s := range entrustStories() {
		if s.name != left {
			names = append(names, s.name)
		}
	}
	return names
}

func entrustStories() []story {
	return []story{
		{"find", "find a user by user id or email address (userByUseridUsingPOST), and read him (userUsingGET)"},
		{"set", "set a password (setUserPasswordUsingPUT), and read its state (getUserPasswordUsingGET)"},
		{"current", "set a password with the current one, wrong and right"},
		{"generate", "generate a password and get it returned"},
		{"import", "import a BCRYPT hash, and log in with its password"},
		{"expiry", "set a password with an expiry (from Java with `+0200`), and warn the user (sendPasswordExpiryNotificationUsingPUT)"},
		{"history", "clear the history, and set the same password again"},
		{"validate", "check a candidate (validateUserPasswordUsingPOST), and read the rules (getUserPasswordSettingsUsingGET)"},
		{"delete", "remove a password (deleteUserPasswordUsingDELETE)"},
		{"unlock", "unlock a user after wrong passwords (unlockUserUsingPUT)"},
		{"nulls", "send `null` for each member without a value"},
		{"weak-password", "a password that breaks the rules"},
		{"import-mailed", "an import without `emailPassword: false`"},
		{"unknown-user", "an unknown user"},
		{"no-token", "a missing or unknown token"},
		{"forbidden", "a role without the permission"},
	}
}

// entrustAccount makes a tenant with users who kept the ids that the vendor gave them, and two administration applications.
func entrustAccount(t *testing.T, in *installation, c client) []string {
	t.Helper()
	n := in.hired.Add(1)
	tenant := in.tenant(t, c.name, map[string]any{"preset": "entrust"})
	application := func(name string, may ...string) createdKey {
		return in.apiKey(t, map[string]any{"name": name, "boundary": "tenant", "tenantId": tenant, "permissions": may})
	}
	admin := application("admin", "USERS:VIEW", "USERS:EDIT", "USERPASSWORDS:VIEW", "USERPASSWORDS:EDIT", "USERPASSWORDS:REMOVE")
	viewer := application("viewer", "USERPASSWORDS:VIEW")
	var users []user
	for i := range 20 {
		name := fmt.Sprintf("guest%d-imported-%d", n, i)
		users = append(users, user{ID: fmt.Sprintf("5f0d3c1e-%04d-4c57-9d3a-2b1e6f%06d", n, i), Name: name, Address: name + "@example.com"})
	}
	in.importsWith(t, tenant, "id", users...)
	return []string{
		"ENTRUST_URL=" + in.url, "ENTRUST_LOGIN_KEY=" + application("login page", "sessions:write").Key, "ENTRUST_USERS=" + inJSON(t, users), "ENTRUST_PASSWORD=" + password, "ENTRUST_HASH=" + hashed(t),
		"ENTRUST_APPLICATION_ID=" + admin.APIKey.ID, "ENTRUST_SHARED_SECRET=" + admin.ClientSecret,
		"ENTRUST_VIEWER_ID=" + viewer.APIKey.ID, "ENTRUST_VIEWER_SECRET=" + viewer.ClientSecret,
	}
}
