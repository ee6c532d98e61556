package vendors_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// wristband has packages of its own for Node and Python, that get and verify tokens; for the other operations its
// customers call the API themselves. It also has a program that creates users.
func wristband() vendor {
	inPython := func(name, how string) client {
		return client{name: name, folder: "python/wristband", command: []string{filepath.Join("../..", python), "play.py", how}}
	}
	return vendor{
		name: "wristband", title: "Wristband", stories: wristbandStories(), tls: true,
		settle: func(t *testing.T, in *installation, c client) []string { return in.wristbandCustomer(t, c) },
		guide:  func(t *testing.T, in *installation) { in.playWristbandGuide(t) },
		clients: []client{
			{name: "Node", folder: "node/wristband", command: []string{"node", "play.mjs"}},
			inPython("Python", "sync"),
			inPython("Python async", "async"),
			{
				name: "Python user-import", folder: "python/wristband", command: []string{filepath.Join("../..", python), "play_import.py"},
				tells: []string{"token", "add-user", "wrong-secret", "taken-email", "invite-existing"},
			},
		},
	}
}

func wristbandStories() []story {
	return []story{
		{"token", "get a token with the M2M package; it is kept until it expires"},
		{"jwt", "verify tokens of programs and of users with the JWT package"},
		{"find-user", "read a user, and find him by email address in his tenant or application"},
		{"add-user", "create a user, with a password or a reset link"},
		{"update-user", "change names, address and status of a user"},
		{"delete-user", "delete a user"},
		{"create-link", "create a reset link, and set the password with its code"},
		{"mailed-link", "mail a reset link, inspect its code, and set the password with it"},
		{"mailed-code", "mail a one-time code, verify it, and set the password with it"},
		{"change-password", "change one's own password (200, no body)"},
		{"refresh", "exchange a refresh token, and revoke it"},
		{"end-sessions", "end the sessions of a user, and revoke a refresh token by its id"},
		{"wrong-secret", "a wrong client secret"},
		{"jwt-expired", "an expired token"},
		{"jwt-forged", "a token with changed claims, another key or another algorithm"},
		{"jwt-other-issuer", "a token of another issuer"},
		{"used-code", "a code that was used"},
		{"weak-password", "a password that breaks the rules"},
		{"wrong-password", "a wrong current password"},
		{"unknown-user", "an unknown user"},
		{"taken-email", "an email address that another user has"},
		{"no-token", "a missing or unknown token"},
		{"forbidden", "a client without the permission, or with a boundary that is too narrow"},
		{"some-fields", "an answer with some `fields` only"},
		{"invite-existing", "`existing-user-invitation/invite-user`"},
		{"login-pages", "`oauth2/authorize`, `oauth2/userinfo`, `logout` and `sdk-configuration`"},
	}
}

// member is a user of a tenant who was imported.
type member struct {
	user
	TenantID string `json:"tenantId"`
}

// wristbandCustomer makes two tenants, one of which mails links and one codes, and three OAuth clients.
func (in *installation) wristbandCustomer(t *testing.T, c client) []string {
	t.Helper()
	n := in.hired.Add(1)
	tenant := in.tenant(t, c.name, map[string]any{"preset": "wristband"})
	codes := in.tenant(t, c.name+", by code", map[string]any{"preset": "wristband", "rules": map[string]any{"resetBy": "otp"}})
	var members []member
	var users []user
	for i := range 30 {
		name := fmt.Sprintf("guest%d-%d", n, i)
		u := user{fmt.Sprintf("pzfyvzggsvb3lk4yyq%04d%04d", n, i), name, name + "@example.com"}
		users, members = append(users, u), append(members, member{u, tenant})
	}
	byCode := member{user{fmt.Sprintf("qzfyvzggsvb3lk4yyq%04d0000", n), fmt.Sprintf("code%d", n), fmt.Sprintf("code%d@example.com", n)}, codes}
	in.imports(t, tenant, users...)
	in.imports(t, codes, byCode.user)
	programs := in.wristbandPrograms(t, tenant)
	return append(append(programs, in.trust()...),
		"WRISTBAND_DOMAIN="+in.domain, "WRISTBAND_OTHER_DOMAIN="+strings.Replace(in.domain, "localhost", "127.0.0.1", 1),
		"WRISTBAND_OTHER_TOKEN="+in.tokenOfAnother(t), "WRISTBAND_MAILBOX="+in.url+"/dev/mailbox.json",
		"WRISTBAND_APPLICATION_ID="+in.application, "WRISTBAND_TENANT_ID="+tenant, "WRISTBAND_PASSWORD="+password,
		"WRISTBAND_PREFIX="+fmt.Sprintf("new%d", n), "WRISTBAND_USERS="+inJSON(t, members), "WRISTBAND_OTP_USER="+inJSON(t, byCode))
}

// trust tells Node and Python the authority that vouches for the domain.
func (in *installation) trust() []string {
	return []string{"NODE_EXTRA_CA_CERTS=" + in.authority, "SSL_CERT_FILE=" + in.authority, "REQUESTS_CA_BUNDLE=" + in.authority}
}

// wristbandPrograms are the OAuth clients, by the vendor's names of permissions and boundaries.
func (in *installation) wristbandPrograms(t *testing.T, tenant string) []string {
	t.Helper()
	all := []string{"password-reset-workflow:execute", "auth-session:delete", "refresh-token:revoke", "sessions:write", "user:create", "user:read",
		"user:update", "user:delete", "user:manage-email", "user:manage-status"}
	var told []string
	for _, p := range []struct {
		name string
		key  map[string]any
	}{
		{"PORTAL", map[string]any{"boundary": "application", "permissions": all}},
		{"TENANT", map[string]any{"boundary": "tenant", "tenantId": tenant, "permissions": all}},
		{"READER", map[string]any{"boundary": "application", "permissions": []string{"auth-session:delete"}}},
	} {
		p.key["name"] = p.name
		key := in.apiKey(t, p.key)
		told = append(told, "WRISTBAND_"+p.name+"="+key.APIKey.ID+":"+key.ClientSecret)
	}
	return told
}

// tokenOfAnother is one of a Rekey that has another public URL and other keys.
func (in *installation) tokenOfAnother(t *testing.T) string {
	t.Helper()
	in.another.Do(func() {
		other := vendor{}.install(in.t, "sqlite:"+filepath.Join(in.dir, "another.db"))
		key := other.apiKey(in.t, map[string]any{"name": "other", "boundary": "application", "permissions": []string{"auth-session:delete"}})
		answer, err := http.PostForm(other.url+"/api/v1/oauth2/token", url.Values{
			"grant_type": {"client_credentials"}, "client_id": {key.APIKey.ID}, "client_secret": {key.ClientSecret},
		})
		if err != nil {
			in.t.Error(err)
			return
		}
		defer func() { _ = answer.Body.Close() }()
		var got struct {
			Token string `json:"access_token"`
		}
		if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
			in.t.Error(err)
		}
		in.otherToken = got.Token
	})
	if in.otherToken == "" {
		t.Fatal("the other Rekey gave no token")
	}
	return in.otherToken
}
