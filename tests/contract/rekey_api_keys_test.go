package contract_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

const apiKeys = "/v1/api-keys"

// key creates a key over the wire, for a caller with it.
func (n native) key(body j) (id string, k native, made harness.Answer) {
	n.T.Helper()
	if body["name"] == nil {
		body["name"] = "made"
	}
	made = n.must(201, http.MethodPost, apiKeys, body)
	return made.Field(n.T, "apiKey", "id"), native{n.World, made.Field(n.T, "key")}, made
}

func TestRekeyAPIKeys(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		soon := w.Clock.Now().Add(48 * time.Hour).Truncate(time.Second)
		id, k, made := n.key(j{"name": "reporting", "boundary": "tenant", "applicationId": w.Tenant.ApplicationID,
			"tenantId": w.Tenant.ID, "permissions": []string{"users:read", "users:read"}, "expiresAt": soon})
		path := apiKeys + "/" + id
		if !strings.HasPrefix(k.token, made.Field(t, "apiKey", "prefix")+"_") || made.Header.Get("ETag") != `"1"` || made.Field(t, "apiKey", "permissions") != "[users:read]" {
			t.Errorf("%s", made.Body)
		}
		if got := n.get(path); strings.Contains(got.Body, made.Field(t, "clientSecret")) || got.Field(t, "lastUsedAt") != "" || got.Field(t, "expiresAt") == "" {
			t.Errorf("a key that was not used: %s", got.Body)
		}
		k.must(200, http.MethodGet, users, nil)
		k.refused(403, "forbidden", http.MethodGet, apiKeys, nil)
		first := n.get(path).Field(t, "lastUsedAt")
		w.Clock.Advance(30 * time.Minute)
		k.must(200, http.MethodGet, users, nil)
		second := n.get(path).Field(t, "lastUsedAt")
		w.Clock.Advance(45 * time.Minute)
		k.must(200, http.MethodGet, users, nil)
		if third := n.get(path).Field(t, "lastUsedAt"); first == "" || second != first || third == first {
			t.Errorf("last used %s, %s, %s", first, second, third)
		}
		n.must(200, http.MethodPatch, path, j{"permissions": []string{"api-keys:read"}}, "If-Match", `"1"`)
		k.refused(403, "forbidden", http.MethodGet, users, nil)
		if list := k.must(200, http.MethodGet, apiKeys, nil); !strings.Contains(list.Body, id) || strings.Contains(list.Body, made.Field(t, "clientSecret")) {
			t.Errorf("%s", list.Body)
		}
		n.refused(412, "version_mismatch", http.MethodPatch, path, j{"name": "late"}, "If-Match", `"1"`)
		n.refused(412, "version_mismatch", http.MethodPost, path+"/rotate", j{}, "If-Match", `"1"`)
		n.refused(412, "version_mismatch", http.MethodDelete, path, nil, "If-Match", `"1"`)
		n.refused(422, "expiry_in_past", http.MethodPatch, path, j{"expiresAt": w.Clock.Now()})
		if a := n.must(200, http.MethodPatch, path, j{"expiresAt": nil}); a.Field(t, "expiresAt") != "" || a.Field(t, "name") != "reporting" {
			t.Errorf("null is never: %s", a.Body)
		}
		n.must(200, http.MethodPatch, path, j{"expiresAt": soon, "name": "renamed"})
		w.Clock.Advance(48 * time.Hour)
		k.refused(401, "unauthenticated", http.MethodGet, apiKeys, nil)
		n.must(204, http.MethodDelete, path, nil)
		n.must(204, http.MethodDelete, path, nil)
		if n.get(path).Field(t, "revokedAt") == "" {
			t.Error("a revoked key is not read as one")
		}
		n.refused(409, "api_key_revoked", http.MethodPatch, path, j{"name": "late"})
		n.refused(409, "api_key_revoked", http.MethodPost, path+"/rotate", j{})
		other := w.NewTenant("Other", false, models.DefaultSettings())
		app := w.Tenant.ApplicationID
		for pointer, body := range map[string]j{
			"/permissions/0": {"boundary": "platform", "permissions": []string{"users:rule"}},
			"/applicationId": {"boundary": "platform", "applicationId": app},
			"/tenantId":      {"boundary": "tenant", "applicationId": app, "tenantId": other.ID},
			"/tenantIds":     {"boundary": "tenant-inclusion-list", "applicationId": app},
			"/tenantIds/1":   {"boundary": "tenant-exclusion-list", "applicationId": app, "tenantIds": []string{w.Tenant.ID, other.ID}},
		} {
			body["name"] = "odd"
			if a := n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, body); !strings.Contains(a.Body, `"pointer":"`+pointer+`"`) {
				t.Errorf("%s: %s", pointer, a.Body)
			}
		}
		n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, j{"name": "lost", "boundary": "application", "applicationId": secret.NewShortID()})
		n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, j{"name": "nowhere", "boundary": "application"})
		permissions := n.must(200, http.MethodGet, "/v1/permissions", nil)
		for _, p := range caller.Permissions() {
			if !strings.Contains(permissions.Body, `"name":"`+p.Name+`"`) {
				t.Errorf("GET /v1/permissions lacks %s", p.Name)
			}
		}
		native{w, w.LogIn(w.Person("ada")).AccessToken}.must(200, http.MethodGet, "/v1/permissions", nil)
		native{w, ""}.refused(401, "unauthenticated", http.MethodGet, "/v1/permissions", nil)
	})
}

// TestRekeyRotationOverlaps: the former secret works for as long as was asked for, the
// one before it no longer, and tokens end with the secret they were given for (S57, S64).
func TestRekeyRotationOverlaps(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		id, first, made := n.key(j{"boundary": "application", "applicationId": w.Tenant.ApplicationID, "permissions": []string{"users:read"}})
		rotate := func(seconds int) (native, string) {
			a := n.must(200, http.MethodPost, apiKeys+"/"+id+"/rotate", j{"overlapSeconds": seconds})
			return native{w, a.Field(t, "key")}, a.Field(t, "clientSecret")
		}
		token := func(clientSecret string) native {
			a := w.Do(wbForm("token", "grant_type", "client_credentials", "client_id", id, "client_secret", clientSecret))
			return native{w, a.Field(t, "access_token")}
		}
		works := func(step string, want ...bool) func(all ...native) {
			return func(all ...native) {
				t.Helper()
				for i, k := range all {
					if got := k.get(users).Status == http.StatusOK; got != want[i] {
						t.Errorf("%s: credential %d works: %v", step, i, got)
					}
				}
			}
		}
		held := token(made.Field(t, "clientSecret"))
		w.Clock.Advance(time.Second)
		second, secondSecret := rotate(60)
		works("within the overlap", true, true, true)(first, second, held)
		w.Clock.Advance(59 * time.Second)
		works("in its last second", true, true, true)(first, second, held)
		w.Clock.Advance(time.Second)
		works("after it", false, true, false)(first, second, held)
		held = token(secondSecret)
		third, _ := rotate(604800)
		works("a week of overlap", true, true, true)(second, third, held)
		w.Clock.Advance(time.Second)
		fourth, _ := rotate(0)
		works("without an overlap", false, false, true, false)(second, third, fourth, held)
		n.refused(400, "malformed_request", http.MethodPost, apiKeys+"/"+id+"/rotate", j{"overlapSeconds": 604801})
		n.must(204, http.MethodDelete, apiKeys+"/"+id, nil)
		works("revoked", false)(fourth)
		if list := n.get(apiKeys).Body; strings.Contains(list, secondSecret) || !strings.Contains(list, id) {
			t.Errorf("%s", list)
		}
		for step, event := range []string{"api_key.create", "api_key.rotate", "api_key.revoke"} {
			if a := n.get("/v1/events?limit=200"); !strings.Contains(a.Body, event) || !strings.Contains(a.Body, "key "+id) {
				t.Errorf("%d: the trail lacks %s", step, event)
			}
		}
	})
}

// TestRekeyNobodyGrantsWhatHeLacks: a caller gives away, changes and ends no more than
// it holds, in permissions and in reach; and it sees no further (S72).
func TestRekeyNobodyGrantsWhatHeLacks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, app, tenant := asOwner(w), w.Tenant.ApplicationID, w.Tenant.ID
		sibling, other := w.Sibling("Sibling").ID, w.NewTenant("Other", false, models.DefaultSettings())
		all := []string{"api-keys:read", "api-keys:write", "users:read", "users:write"}
		strongID, _, _ := n.key(j{"boundary": "tenant", "applicationId": app, "tenantId": tenant, "permissions": []string{"users:read", "events:read"}})
		wideID, _, _ := n.key(j{"boundary": "application", "applicationId": app, "permissions": []string{"users:read"}})
		_, local, _ := n.key(j{"boundary": "tenant", "applicationId": app, "tenantId": tenant, "permissions": all})
		_, whole, _ := n.key(j{"boundary": "application", "applicationId": app, "permissions": all})
		admin := w.Person("admin")
		n.must(200, http.MethodPatch, users+"/"+admin.ID, j{"boundary": "tenant", "permissions": all})
		for name, k := range map[string]native{"a key": local, "a user": {w, w.LogIn(admin).AccessToken}} {
			id, weak, _ := k.key(j{"boundary": "tenant", "tenantId": tenant, "permissions": []string{"users:read"}})
			weak.refused(403, "forbidden", http.MethodDelete, apiKeys+"/"+id, nil)
			for _, more := range []j{
				{"boundary": "tenant", "tenantId": tenant, "permissions": []string{"users:read", "events:read"}},
				{"boundary": "tenant", "tenantId": tenant, "permissions": []string{"*"}},
				{"boundary": "tenant", "tenantId": sibling, "permissions": []string{"users:read"}},
				{"boundary": "tenant", "tenantId": secret.NewShortID(), "permissions": []string{"users:read"}},
				{"boundary": "tenant-inclusion-list", "tenantIds": []string{tenant, sibling}},
				{"boundary": "tenant-exclusion-list", "tenantIds": []string{sibling}},
				{"boundary": "application"},
				{"boundary": "tenant", "applicationId": other.ApplicationID, "tenantId": other.ID},
				{"boundary": "platform"},
			} {
				more["name"] = "more"
				k.refused(403, "grants_more", http.MethodPost, apiKeys, more)
			}
			k.refused(403, "grants_more", http.MethodPatch, apiKeys+"/"+id, j{"permissions": []string{"events:read"}})
			before := n.get(apiKeys + "/" + strongID).Body
			k.refused(403, "holds_more", http.MethodPatch, apiKeys+"/"+strongID, j{"name": "mine"})
			k.refused(403, "holds_more", http.MethodPost, apiKeys+"/"+strongID+"/rotate", j{})
			k.refused(403, "holds_more", http.MethodDelete, apiKeys+"/"+strongID, nil)
			if n.get(apiKeys+"/"+strongID).Body != before || k.get(apiKeys+"/"+strongID).Body != before {
				t.Errorf("%s changed a key that holds more, or does not see it", name)
			}
			for _, unseen := range []string{wideID, secret.NewID()} {
				k.refused(404, "api_key_not_found", http.MethodGet, apiKeys+"/"+unseen, nil)
				k.refused(404, "api_key_not_found", http.MethodDelete, apiKeys+"/"+unseen, nil)
			}
			if list := k.get(apiKeys).Body; strings.Contains(list, wideID) || !strings.Contains(list, strongID) {
				t.Errorf("%s lists %s", name, list)
			}
			weakUser := k.must(201, http.MethodPost, users, j{"tenantId": tenant, "username": strings.ReplaceAll(name, " ", ""), "boundary": "tenant", "permissions": []string{"users:read"}})
			path := users + "/" + weakUser.Field(t, "id")
			for _, more := range []j{
				{"permissions": []string{"users:read", "events:read"}}, {"permissions": []string{"*"}}, {"boundary": "application"}, {"boundary": "platform"},
			} {
				k.refused(403, "grants_more", http.MethodPatch, path, more)
				body := j{"tenantId": tenant, "username": "more", "boundary": "tenant"}
				for member, value := range more {
					body[member] = value
				}
				k.refused(403, "grants_more", http.MethodPost, users, body)
			}
			k.refused(404, "tenant_not_found", http.MethodPost, users, j{"tenantId": sibling, "username": "more"})
			k.must(204, http.MethodDelete, path, nil)
		}
		if list := whole.get(apiKeys + "?limit=2"); list.Field(t, "nextCursor") == "" {
			t.Errorf("%s", list.Body)
		}
		whole.must(200, http.MethodPost, apiKeys+"/"+wideID+"/rotate", j{})
		whole.key(j{"boundary": "tenant-exclusion-list", "tenantIds": []string{sibling}, "permissions": []string{"users:read"}})
	})
}
