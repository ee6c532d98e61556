package vendors_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// zitadel has packages of its own for Node and Python; its Go clients are made of its messages.
func zitadel() vendor {
	return vendor{
		name: "zitadel", title: "ZITADEL", clients: zitadelClients(), stories: zitadelStories(),
		settle: func(t *testing.T, in *installation, c client) []string { return in.hire(t, c).environment(t, in) },
		guide:  func(t *testing.T, in *installation) { in.playGuide(t) },
	}
}

func zitadelClients() []client {
	node := func(name, protocol string) client {
		return client{name: name, folder: "node/zitadel", command: []string{"node", "play.mjs", protocol}}
	}
	inPython := func(name, login string) client {
		return client{name: name, folder: "python/zitadel", command: []string{filepath.Join("../..", python), "play.py", login}, keyFile: login == "private-key"}
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

func zitadelStories() []story {
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

// account is what one client is told: an organisation of its own, and the ways in.
type account struct {
	org, otherOrg          string
	token, readerToken     string
	clientID, clientSecret string
	keyFile                string
	users                  []user // imported
	prefix                 string // of its users' names
}

// environment is what a program is told.
func (a account) environment(t *testing.T, in *installation) []string {
	t.Helper()
	users, err := json.Marshal(a.users)
	if err != nil {
		t.Fatal(err)
	}
	return []string{
		"ZITADEL_URL=" + in.url, "ZITADEL_MAILBOX=" + in.url + "/dev/mailbox.json", "ZITADEL_ORG=" + a.org, "ZITADEL_OTHER_ORG=" + a.otherOrg,
		"ZITADEL_TOKEN=" + a.token, "ZITADEL_READER_TOKEN=" + a.readerToken, "ZITADEL_CLIENT_ID=" + a.clientID, "ZITADEL_CLIENT_SECRET=" + a.clientSecret,
		"ZITADEL_KEY_FILE=" + a.keyFile, "ZITADEL_USERS=" + string(users), "ZITADEL_PASSWORD=" + password, "ZITADEL_PREFIX=" + a.prefix,
	}
}

// hire makes what a client needs.
func (in *installation) hire(t *testing.T, c client) account {
	t.Helper()
	n := in.hired.Add(1)
	a := account{org: in.organization(t, c.name), otherOrg: in.organization(t, c.name+", other"), prefix: fmt.Sprintf("guest%d", n)}
	key := in.tenantKey(t, a, "portal", permissions())
	a.token, a.clientID, a.clientSecret = key.Key, key.APIKey.ID, key.ClientSecret
	a.readerToken = in.tenantKey(t, a, "reader", []string{"policy.read"}).Key
	if c.keyFile {
		a.keyFile = filepath.Join(t.TempDir(), "key.json")
		in.oldKeyFile(t, a, a.keyFile)
	}
	for i := range 40 {
		name := fmt.Sprintf("%s-imported-%d", a.prefix, i)
		a.users = append(a.users, user{ID: fmt.Sprintf("1638407768%04d%04d", n, i), Name: name, Address: name + "@example.com"})
	}
	in.imports(t, a.org, a.users...)
	return a
}

// permissions are those that the guide gives to the key of such a program.
func permissions() []string {
	return []string{"user.read", "user.write", "session.write", "session.read", "session.delete", "policy.read"}
}

// organization makes a tenant with the vendor's rules for passwords and codes.
func (in *installation) organization(t *testing.T, name string) string {
	t.Helper()
	return in.tenant(t, name, map[string]any{"preset": "zitadel", "rules": map[string]any{"linkTemplates": []string{"https://app.example.com"}}})
}

// oldKeyFile is the file of a service user as the vendor's console gave it to him. Its public half is registered.
func (in *installation) oldKeyFile(t *testing.T, a account, path string) {
	t.Helper()
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	n := in.hired.Add(1)
	file, err := json.Marshal(map[string]string{
		"type": "serviceaccount", "userId": fmt.Sprintf("1740000000000%05d", n), "keyId": fmt.Sprintf("2391205511788%05d", n),
		"key": string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(private)})),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	in.programKey(t, a, "--public-key-of", path)
}

// programKey makes an API key for a program that has a key file.
func (in *installation) programKey(t *testing.T, a account, how ...string) {
	t.Helper()
	for _, p := range permissions() {
		how = append(how, "--permissions", p)
	}
	in.run(t, "", append([]string{"api-keys", "create", "--name", "service", "--boundary", "tenant", "--application", in.application,
		"--tenant", a.org, "--requests-per-minute", "1000000", "--requests-at-once", "1000"}, how...)...)
}

func (in *installation) tenantKey(t *testing.T, a account, name string, may []string) createdKey {
	t.Helper()
	return in.apiKey(t, map[string]any{"name": name, "boundary": "tenant", "tenantId": a.org, "permissions": may})
}
