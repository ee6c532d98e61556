package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// ownKey creates a key of a user, for a caller with it.
func (n native) ownKey(p *harness.Person, permissions ...string) (path string, k native, made harness.Answer) {
	n.T.Helper()
	id, k, made := n.key(j{"name": "script", "boundary": "self", "userId": p.ID, "permissions": permissions})
	return apiKeys + "/" + id, k, made
}

// TestRekeyAKeyOfAUser: somebody who may do everything to everybody gives his script a
// key. It does to himself what it names, and nothing else; to what he has to be there for,
// no key will do.
func TestRekeyAKeyOfAUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada, bob := asOwner(w), w.Person("ada"), w.Person("bob")
		n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"boundary": "platform", "permissions": []string{"*"}})
		in, bobs := native{w, w.LogIn(ada).AccessToken}, native{w, w.LogIn(bob).AccessToken}
		path, k, made := in.ownKey(ada, "sessions:read")
		for member, want := range map[string]string{"boundary": "self", "userId": ada.ID, "tenantId": ada.TenantID, "applicationId": ada.ApplicationID} {
			if got := made.Field(t, "apiKey", member); got != want {
				t.Errorf("%s is %s", member, got)
			}
		}
		row, err := w.Store.Read(t.Context()).FindAPIKey(made.Field(t, "apiKey", "id"))
		if err != nil || len(row.Digest) != 32 || strings.Contains(string(row.Digest), made.Field(t, "clientSecret")) {
			t.Errorf("at rest it is no digest: %v", err)
		}
		if list := k.must(200, http.MethodGet, sessionsPath, nil); strings.Contains(list.Body, bob.ID) || !strings.Contains(list.Body, ada.ID) {
			t.Errorf("%s", list.Body)
		}
		k.refused(403, "forbidden", http.MethodGet, users+"/"+ada.ID+"/password", nil)
		k.refused(403, "forbidden", http.MethodGet, apiKeys, nil)
		k.must(200, http.MethodGet, "/v1/permissions", nil)

		bobsPath, _, _ := bobs.ownKey(bob, "*")
		_, all, _ := in.ownKey(ada, "*")
		all.must(200, http.MethodGet, users+"/"+ada.ID+"/password", nil)
		all.refused(404, "user_not_found", http.MethodGet, users+"/"+bob.ID+"/password", nil)
		all.refused(404, "api_key_not_found", http.MethodGet, bobsPath, nil)
		if list := all.must(200, http.MethodGet, apiKeys, nil); strings.Contains(list.Body, bob.ID) || !strings.Contains(list.Body, ada.ID) {
			t.Errorf("%s", list.Body)
		}
		for _, c := range []struct {
			method, path string
			body         any
		}{
			{http.MethodGet, users, nil},
			{http.MethodPatch, users + "/" + ada.ID, j{"permissions": []string{"*"}}},
			{http.MethodPut, users + "/" + ada.ID + "/password", j{"password": harness.NewPassword}},
			{http.MethodPost, apiKeys, j{"name": "more", "boundary": "self", "userId": ada.ID, "permissions": []string{"*"}}},
			{http.MethodPatch, path, j{"permissions": []string{"*"}}},
			{http.MethodPost, path + "/rotate", j{}},
			{http.MethodDelete, path, nil},
			{http.MethodPost, users + "/" + ada.ID + "/totp", j{"currentPassword": harness.Password}},
		} {
			all.refused(403, "forbidden", c.method, c.path, c.body)
		}
		id, part := made.Field(t, "apiKey", "id"), made.Field(t, "clientSecret")
		for _, c := range []harness.Call{
			wbForm("token", "grant_type", "client_credentials", "client_id", id, "client_secret", part),
			wbForm("revoke", "token", "x", "client_id", id, "client_secret", part),
		} {
			if a := w.Do(c); a.Status != http.StatusBadRequest || a.Field(t, "error") != "unauthorized_client" {
				t.Errorf("%s as a client: %d %s", c.Path, a.Status, a.Body)
			}
		}
		native{w, ""}.must(401, http.MethodPost, "/api/web/v1/adminapi/authenticate", j{"applicationId": id, "sharedSecret": part})

		in.must(200, http.MethodPatch, path, j{"permissions": []string{"sessions:read", "passwords:read"}})
		k.must(200, http.MethodGet, users+"/"+ada.ID+"/password", nil)
		next := native{w, in.must(200, http.MethodPost, path+"/rotate", j{}).Field(t, "key")}
		k.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		next.must(200, http.MethodGet, sessionsPath, nil)
		in.must(204, http.MethodDelete, path, nil)
		if trail := n.get("/v1/events?userId=" + ada.ID).Body; strings.Count(trail, "key "+id) != 4 {
			t.Errorf("the trail of the user lacks his key: %s", trail)
		}
		next.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
	})
}

// TestRekeyWhoMakesAKeyOfAUser: he himself, for himself alone; and who reaches him, holds
// no less than he does, and no less than the key grants (S72).
func TestRekeyWhoMakesAKeyOfAUser(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, ada, bob := asOwner(w), w.Person("ada"), w.Person("bob")
		n.must(200, http.MethodPatch, users+"/"+ada.ID, j{"boundary": "tenant", "permissions": []string{"*"}})
		in, bobs := native{w, w.LogIn(ada).AccessToken}, native{w, w.LogIn(bob).AccessToken}
		far := w.Person("eve", harness.Of(w.Sibling("Sibling")))
		farPath, _, _ := n.ownKey(far, "sessions:read")
		strong, _, _ := in.ownKey(ada, "sessions:read")
		_, desk, _ := n.key(j{"boundary": "tenant", "applicationId": w.Tenant.ApplicationID, "tenantId": w.Tenant.ID,
			"permissions": []string{"api-keys:read", "api-keys:write", "sessions:read"}})
		mine, k, _ := desk.ownKey(bob, "sessions:read")
		k.must(200, http.MethodGet, sessionsPath, nil)
		bobs.must(200, http.MethodPatch, mine, j{"permissions": []string{"*"}})
		desk.refused(403, "holds_more", http.MethodPost, mine+"/rotate", j{})
		body := func(boundary, userID string, permissions ...string) j {
			return j{"name": "script", "boundary": boundary, "userId": userID, "permissions": append([]string{}, permissions...)}
		}
		desk.refused(403, "grants_more", http.MethodPost, apiKeys, body("self", bob.ID, "passwords:write"))
		desk.refused(403, "holds_more", http.MethodPost, apiKeys, body("self", ada.ID, "sessions:read"))
		desk.refused(403, "holds_more", http.MethodPost, strong+"/rotate", j{})
		desk.refused(403, "holds_more", http.MethodPatch, strong, j{"permissions": []string{"sessions:read"}})
		bobs.refused(403, "grants_more", http.MethodPost, apiKeys, j{"name": "wide", "boundary": "tenant", "tenantId": w.Tenant.ID})
		for name, who := range map[string]native{"the desk": desk, "an admin": in, "bob": bobs} {
			for _, unseen := range []string{far.ID, secret.NewID()} {
				who.refused(404, "user_not_found", http.MethodPost, apiKeys, body("self", unseen, "sessions:read"))
			}
			who.refused(404, "api_key_not_found", http.MethodGet, farPath, nil)
			if list := who.get(apiKeys).Body; strings.Contains(list, far.ID) || !strings.Contains(list, bob.ID) {
				t.Errorf("%s lists %s", name, list)
			}
		}
		bobs.refused(404, "user_not_found", http.MethodPost, apiKeys, body("self", ada.ID, "sessions:read"))
		bobs.refused(404, "api_key_not_found", http.MethodDelete, strong, nil)
		if list := n.get(apiKeys + "?userId=" + bob.ID).Body; strings.Contains(list, ada.ID) || !strings.Contains(list, bob.ID) {
			t.Errorf("of one user: %s", list)
		}
		if list := bobs.get(apiKeys + "?userId=" + ada.ID); list.Body != bobs.get(apiKeys+"?userId="+secret.NewID()).Body {
			t.Errorf("of another user: %s", list.Body)
		}
		for pointer, odd := range map[string]j{
			"/userId":        {"boundary": "self"},
			"/tenantId":      {"boundary": "self", "userId": bob.ID, "tenantId": far.TenantID},
			"/applicationId": {"boundary": "self", "userId": bob.ID, "applicationId": secret.NewShortID()},
			"/tenantIds":     {"boundary": "self", "userId": bob.ID, "tenantIds": []string{bob.TenantID}},
			"/permissions/0": {"boundary": "self", "userId": bob.ID, "permissions": []string{"users:rule"}},
		} {
			odd["name"] = "odd"
			if a := bobs.refused(422, "api_key_invalid", http.MethodPost, apiKeys, odd); !strings.Contains(a.Body, `"pointer":"`+pointer+`"`) {
				t.Errorf("%s: %s", pointer, a.Body)
			}
		}
		a := n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, body("platform", bob.ID))
		if !strings.Contains(a.Body, `"pointer":"/userId"`) {
			t.Errorf("%s", a.Body)
		}
		n.must(200, http.MethodPatch, users+"/"+bob.ID, j{"disabled": true})
		desk.refused(409, "user_inactive", http.MethodPost, apiKeys, body("self", bob.ID, "sessions:read"))
	})
}

// TestRekeyAKeyEndsWithItsUsersLogins: what shuts a user out, and a new password that ends
// all his logins, ends his keys at once and for good; a key that waits for a change of
// the password works again only as long as none was made (S57).
func TestRekeyAKeyEndsWithItsUsersLogins(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		w.Settings(func(s *models.Settings) {
			s.Sessions.Revocation = []models.Revocation{models.RevokeAll, models.RevokeOthers, models.RevokeNone}
		})
		n, ada := asOwner(w), w.Person("ada")
		_, service, _ := n.key(j{"boundary": "application", "applicationId": w.Tenant.ApplicationID, "permissions": []string{"users:read"}})
		_, adas, _ := n.ownKey(ada, "sessions:read")
		change := func(revoke string) j {
			return j{"currentPassword": harness.Password, "newPassword": harness.NewPassword, "revoke": revoke}
		}
		for i, c := range []struct {
			name, method, path string
			body               any
			back               j // what lets the user in again
			kept               bool
		}{
			{"locked", http.MethodPatch, "", j{"locked": true}, j{"locked": false}, false},
			{"disabled", http.MethodPatch, "", j{"disabled": true}, j{"disabled": false}, false},
			{"deleted", http.MethodDelete, "", nil, nil, false},
			{"a password that was set", http.MethodPut, "/password", j{"password": harness.NewPassword}, nil, false},
			{"a password that was removed", http.MethodDelete, "/password", nil, nil, false},
			{"a change that ends all", http.MethodPost, "/password/change", change("all"), nil, false},
			{"a change that ends the others", http.MethodPost, "/password/change", change("others"), nil, true},
			{"a change that ends nothing", http.MethodPost, "/password/change", change("none"), nil, true},
			{"a log-out", http.MethodDelete, "/sessions", nil, nil, true},
			{"a new name", http.MethodPatch, "", j{"givenName": "Nia"}, nil, true},
		} {
			p := w.Person("p" + string(rune('a'+i)))
			by, path := n, users+"/"+p.ID
			if strings.HasPrefix(c.name, "a change") {
				by = native{w, w.LogIn(p).AccessToken}
			}
			keyPath, k, _ := n.ownKey(p, "sessions:read")
			k.must(200, http.MethodGet, sessionsPath, nil)
			if a := by.call(c.method, path+c.path, c.body); a.Status >= 300 {
				t.Fatalf("%s: %d %s", c.name, a.Status, a.Body)
			}
			if c.back != nil {
				n.must(200, http.MethodPatch, path, c.back)
			}
			if got := k.get(sessionsPath).Status; (got == http.StatusOK) != c.kept || !c.kept && got != http.StatusUnauthorized {
				t.Errorf("after %s the key is answered %d", c.name, got)
			}
			if revoked := n.get(keyPath).Field(t, "revokedAt"); (revoked == "") != c.kept {
				t.Errorf("after %s it was revoked at %q", c.name, revoked)
			}
			if !c.kept {
				n.refused(409, "api_key_revoked", http.MethodPost, keyPath+"/rotate", j{})
			}
		}
		service.must(200, http.MethodGet, users, nil)
		adas.must(200, http.MethodGet, sessionsPath, nil)

		w.Settings(func(s *models.Settings) { s.Password.LifetimeDays = 1 })
		old := w.Person("old")
		n.must(200, http.MethodPut, users+"/"+old.ID+"/password", j{"password": "the second of several sentences"})
		keyPath, k, _ := n.ownKey(old, "sessions:read")
		w.Clock.Advance(24 * 60 * 60 * 1e9)
		k.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		if n.get(keyPath).Field(t, "revokedAt") != "" {
			t.Error("an expired password revoked a key")
		}
		n.must(200, http.MethodPut, users+"/"+old.ID+"/password", j{"password": harness.NewPassword})
		k.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
	})
}
