package vendors_test

import (
	"fmt"
	"net/http"
	"testing"
)

// boomi has no package. Its customers have the vendor's description, of which a generator makes their client.
func boomi() vendor {
	return vendor{
		name: "boomi", title: "Boomi", stories: boomiStories(),
		settle: func(t *testing.T, in *installation, c client) []string { return in.boomiCustomer(t) },
		clients: []client{
			{
				name: "Python, of the vendor's document", folder: "python/boomi", command: []string{"../../" + generatorsPython, "play.py"},
				tells: []string{"set", "reset", "used-link", "other-link", "mismatch", "wrong-key"},
			},
			{name: "TypeScript, of openapi/boomi.yaml", folder: "node/boomi", command: []string{"node", "play.mjs"}},
		},
	}
}

func boomiStories() []story {
	return []story{
		{"find-user", "list the users (AdminUsers), and read one by his integer id"},
		{"invite", "create a user, mail the invitation again, and set the first password with its key"},
		{"update-user", "change names and state of a user"},
		{"unlock", "see failed attempts and a lock, and unlock the user"},
		{"delete-user", "delete a user"},
		{"set", "check a set link, and set the first password"},
		{"reset", "forget the password, check the mailed link, and set another"},
		{"log-in", "log in, and exchange the refresh token"},
		{"mfa", "log in with a mailed code, which is sent again"},
		{"forgot-username", "forget the user name"},
		{"change-password", "change one's own password"},
		{"used-link", "a link that was used"},
		{"other-link", "the key of a reset link to set, the key of a set link to reset, and an unknown key"},
		{"mismatch", "a confirmation that differs, and a password that breaks the rules"},
		{"wrong-key", "a wrong API key"},
		{"wrong-login", "a wrong password"},
		{"taken-name", "a user name that is taken"},
		{"forbidden", "an API key without the permission"},
		{"chosen-password", "a password or roles chosen by an administrator (`password`, `roleIds`)"},
	}
}

// boomiCustomer imports users with their integer ids into the default tenant, which is the one of logins without a key.
func (in *installation) boomiCustomer(t *testing.T) []string {
	t.Helper()
	n := int(in.hired.Add(1))
	in.do(t, http.MethodPatch, "/v1/tenants/"+in.defaultTenant+"/policy", map[string]any{"preset": "boomi"}, nil)
	people := map[string][]map[string]any{}
	var lines []map[string]any
	for _, kind := range []struct {
		name  string
		count int
		more  map[string]any
	}{
		{"members", 20, map[string]any{"hash": hashed(t)}},
		{"newcomers", 10, nil},
		{"careful", 2, map[string]any{"hash": hashed(t), "mfa": true}},
	} {
		for i := range kind.count {
			id, name := 1_000_000*n+len(lines)+1, fmt.Sprintf("%s%d-%d", kind.name, n, i)
			line := map[string]any{"number": id, "username": name, "email": name + "@example.com", "emailVerified": true, "givenName": "Minnie"}
			for member, value := range kind.more {
				line[member] = value
			}
			lines = append(lines, line)
			people[kind.name] = append(people[kind.name], map[string]any{"id": id, "username": name, "address": line["email"]})
		}
	}
	in.importLines(t, in.defaultTenant, lines)
	key := in.apiKey(t, map[string]any{
		"name": "portal", "boundary": "tenant", "tenantId": in.defaultTenant, "permissions": []string{"tickets:write", "tickets:return", "users:read", "users:write"},
	})
	reader := in.apiKey(t, map[string]any{
		"name": "reader", "boundary": "tenant", "tenantId": in.defaultTenant, "permissions": []string{"users:read"},
	})
	return []string{
		"BOOMI_READER_KEY=" + reader.Key,
		"BOOMI_URL=" + in.url, "BOOMI_API_KEY=" + key.Key, "BOOMI_PASSWORD=" + password, "BOOMI_PEOPLE=" + inJSON(t, people),
		"BOOMI_PREFIX=" + fmt.Sprintf("guest%d", n), "BOOMI_CLIENTS=" + absolute(t, archives+"/clients"),
	}
}
