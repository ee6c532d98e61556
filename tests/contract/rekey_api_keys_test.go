package contract_test

import (
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
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

// TestRekeyAPIKeys tells the life of a key: made, used, changed, expired, revoked.
func TestRekeyAPIKeys(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		soon := w.Clock.Now().Add(48 * time.Hour).Truncate(time.Second)
		var id, part string
		var k native
		w.Step("a key is shown once, with its prefix and each permission once", func(t *testing.T) {
			var made harness.Answer
			id, k, made = n.key(j{"name": "reporting", "boundary": "tenant", "applicationId": w.Tenant.ApplicationID,
				"tenantId": w.Tenant.ID, "permissions": []string{"users:read", "users:read"}, "expiresAt": soon})
			part = made.Field(t, "clientSecret")
			if !strings.HasPrefix(k.token, made.Field(t, "apiKey", "prefix")+"_") || made.Header.Get("ETag") != `"1"` || made.Field(t, "apiKey", "permissions") != "[users:read]" {
				t.Errorf("%s", made.Body)
			}
			if got := n.get(apiKeys + "/" + id); strings.Contains(got.Body, part) || got.Field(t, "lastUsedAt") != "" || got.Field(t, "expiresAt") == "" {
				t.Errorf("a key that was not used: %s", got.Body)
			}
		})
		path := apiKeys + "/" + id
		w.Step("it does what it was made for, and nothing else", func(t *testing.T) {
			k.must(200, http.MethodGet, users, nil)
			k.refused(403, "forbidden", http.MethodGet, apiKeys, nil)
		})
		w.Step("its last use is kept to the hour", func(t *testing.T) {
			first := n.get(path).Field(t, "lastUsedAt")
			w.Clock.Advance(30 * time.Minute)
			k.must(200, http.MethodGet, users, nil)
			second := n.get(path).Field(t, "lastUsedAt")
			w.Clock.Advance(45 * time.Minute)
			k.must(200, http.MethodGet, users, nil)
			if third := n.get(path).Field(t, "lastUsedAt"); first == "" || second != first || third == first {
				t.Errorf("last used %s, %s, %s", first, second, third)
			}
		})
		w.Step("other permissions hold at once", func(t *testing.T) {
			n.must(200, http.MethodPatch, path, j{"permissions": []string{"api-keys:read"}}, "If-Match", `"1"`)
			k.refused(403, "forbidden", http.MethodGet, users, nil)
			if list := k.must(200, http.MethodGet, apiKeys, nil); !strings.Contains(list.Body, id) || strings.Contains(list.Body, part) {
				t.Errorf("%s", list.Body)
			}
		})
		n.refuses(
			refusal{"a change of a former version", 412, "version_mismatch", http.MethodPatch, path, j{"name": "late"}, []string{"If-Match", `"1"`}},
			refusal{"a rotation of a former version", 412, "version_mismatch", http.MethodPost, path + "/rotate", j{}, []string{"If-Match", `"1"`}},
			refusal{"a revocation of a former version", 412, "version_mismatch", http.MethodDelete, path, nil, []string{"If-Match", `"1"`}},
			refusal{"another spelling of the version", 400, "malformed_request", http.MethodPatch, path, j{"name": "late"}, []string{"If-Match", `"02"`}},
			refusal{"an end in the past", 422, "expiry_in_past", http.MethodPatch, path, j{"expiresAt": w.Clock.Now()}, nil},
		)
		n.endsOfAKey(k, path, soon)
		n.makesNoOddKey()
		n.listsPermissions()
	})
}

// endsOfAKey tells how a key ends: at its time, and when it is revoked.
func (n native) endsOfAKey(k native, path string, soon time.Time) {
	n.T.Helper()
	n.Step("without an end it never ends", func(t *testing.T) {
		if a := n.must(200, http.MethodPatch, path, j{"expiresAt": nil}); a.Field(t, "expiresAt") != "" || a.Field(t, "name") != "reporting" {
			t.Errorf("null is never: %s", a.Body)
		}
	})
	n.Step("at its end it is nobody's", func(t *testing.T) {
		n.must(200, http.MethodPatch, path, j{"expiresAt": soon, "name": "renamed"})
		n.Clock.Advance(48 * time.Hour)
		k.refused(401, "unauthenticated", http.MethodGet, apiKeys, nil)
	})
	n.Step("it is revoked, as often as one asks", func(t *testing.T) {
		n.must(204, http.MethodDelete, path, nil)
		n.must(204, http.MethodDelete, path, nil)
	})
	n.Check("a revoked key is read as one", func(t *testing.T) {
		if n.get(path).Field(t, "revokedAt") == "" {
			t.Error("it does not say when it was revoked")
		}
	})
	n.refuses(
		refusal{"a change of a revoked key", 409, "api_key_revoked", http.MethodPatch, path, j{"name": "late"}, nil},
		refusal{"a rotation of a revoked key", 409, "api_key_revoked", http.MethodPost, path + "/rotate", j{}, nil},
	)
}

// makesNoOddKey is tried by an owner; a violation points at what is odd.
func (n native) makesNoOddKey() {
	n.T.Helper()
	w, app, other := n.World, n.Tenant.ApplicationID, n.NewTenant("Other", false, models.DefaultSettings())
	for _, c := range []struct {
		name, pointer string
		body          j
	}{
		{"a key with a permission that there is not", "/permissions/0", j{"boundary": "platform", "permissions": []string{"users:rule"}}},
		{"a key of an application on the platform", "/applicationId", j{"boundary": "platform", "applicationId": app}},
		{"a key of a tenant of another application", "/tenantId", j{"boundary": "tenant", "applicationId": app, "tenantId": other.ID}},
		{"a key with a list of no tenants", "/tenantIds", j{"boundary": "tenant-inclusion-list", "applicationId": app}},
		{"a key with a list that holds a foreign tenant", "/tenantIds/1", j{"boundary": "tenant-exclusion-list", "applicationId": app, "tenantIds": []string{w.Tenant.ID, other.ID}}},
	} {
		w.Check(c.name, func(t *testing.T) {
			c.body["name"] = "odd"
			if a := n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, c.body); !strings.Contains(a.Body, `"pointer":"`+c.pointer+`"`) {
				t.Errorf("it does not point at %s: %s", c.pointer, a.Body)
			}
		})
	}
	n.refuses(
		refusal{"a key of an application that there is not", 422, "api_key_invalid", http.MethodPost, apiKeys, j{"name": "lost", "boundary": "application", "applicationId": secret.NewShortID()}, nil},
		refusal{"a key of no application", 422, "api_key_invalid", http.MethodPost, apiKeys, j{"name": "nowhere", "boundary": "application"}, nil},
	)
}

// listsPermissions to everybody who is somebody.
func (n native) listsPermissions() {
	n.T.Helper()
	w := n.World
	w.Check("every permission is listed", func(t *testing.T) {
		permissions := n.must(200, http.MethodGet, "/v1/permissions", nil)
		for _, p := range caller.Permissions() {
			if !strings.Contains(permissions.Body, `"name":"`+p.Name+`"`) {
				t.Errorf("GET /v1/permissions lacks %s", p.Name)
			}
		}
	})
	w.Check("every user reads the list of permissions", func(t *testing.T) {
		native{w, w.LogIn(w.Person("ada")).AccessToken}.must(200, http.MethodGet, "/v1/permissions", nil)
	})
	n.as("").refuses(refusal{"the list of permissions, for nobody", 401, "unauthenticated", http.MethodGet, "/v1/permissions", nil, nil})
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
				w.Check(step, func(t *testing.T) {
					for i, k := range all {
						if got := k.get(users).Status == http.StatusOK; got != want[i] {
							t.Errorf("credential %d works: %v", i, got)
						}
					}
				})
			}
		}
		held := token(made.Field(t, "clientSecret"))
		w.Clock.Advance(time.Second)
		second, secondSecret := rotate(60)
		works("within the overlap both keys work, and the token", true, true, true)(first, second, held)
		w.Clock.Advance(59 * time.Second)
		works("in its last second they still do", true, true, true)(first, second, held)
		w.Clock.Advance(time.Second)
		works("after it the former key does not, nor its token", false, true, false)(first, second, held)
		held = token(secondSecret)
		third, _ := rotate(604800)
		works("a week of overlap is not over", true, true, true)(second, third, held)
		w.Clock.Advance(time.Second)
		fourth, _ := rotate(0)
		works("without an overlap the newest key alone works", false, false, true, false)(second, third, fourth, held)
		n.refuses(refusal{"an overlap of more than a week", 400, "malformed_request", http.MethodPost, apiKeys + "/" + id + "/rotate", j{"overlapSeconds": 604801}, nil})
		n.must(204, http.MethodDelete, apiKeys+"/"+id, nil)
		works("a revoked key does not work", false)(fourth)
		w.Check("the list holds the key without its secret", func(t *testing.T) {
			if list := n.get(apiKeys).Body; strings.Contains(list, secondSecret) || !strings.Contains(list, id) {
				t.Errorf("%s", list)
			}
		})
		w.Check("the trail tells each of it", func(t *testing.T) {
			for _, event := range []string{"api_key.create", "api_key.rotate", "api_key.revoke"} {
				if a := n.get("/v1/events?limit=200"); !strings.Contains(a.Body, event) || !strings.Contains(a.Body, "key "+id) {
					t.Errorf("the trail lacks %s", event)
				}
			}
		})
	})
}

// TestRekeyACallerCannotGrantRightsThatHeLacks: a caller gives away, changes and ends no more than
// it holds, in permissions and in reach; and it sees no further (S72).
func TestRekeyACallerCannotGrantRightsThatHeLacks(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n, app, tenant := asOwner(w), w.Tenant.ApplicationID, w.Tenant.ID
		all := []string{"api-keys:read", "api-keys:write", "users:read", "users:write"}
		strongID, _, _ := n.key(j{"boundary": "tenant", "applicationId": app, "tenantId": tenant, "permissions": []string{"users:read", "events:read"}})
		wideID, _, _ := n.key(j{"boundary": "application", "applicationId": app, "permissions": []string{"users:read"}})
		_, local, _ := n.key(j{"boundary": "tenant", "applicationId": app, "tenantId": tenant, "permissions": all})
		_, whole, _ := n.key(j{"boundary": "application", "applicationId": app, "permissions": all})
		admin := w.Person("admin")
		n.must(200, http.MethodPatch, users+"/"+admin.ID, j{"boundary": "tenant", "permissions": all})
		sibling, other := w.Sibling("Sibling").ID, w.NewTenant("Other", false, models.DefaultSettings())
		for name, k := range seed.InOrder(map[string]native{"a key": local, "a user": {w, w.LogIn(admin).AccessToken}}) {
			w.Check(name, func(t *testing.T) {
				k.grantsNoKeyOfMore(sibling, other)
				k.touchesNoKeyThatHoldsMore(n, strongID, wideID)
				k.grantsNoUserMore(strings.ReplaceAll(name, " ", ""), sibling)
			})
		}
		w.Check("who holds it all sees, rotates and grants it", func(t *testing.T) {
			if list := whole.get(apiKeys + "?limit=2"); list.Field(t, "nextCursor") == "" {
				t.Errorf("%s", list.Body)
			}
			whole.must(200, http.MethodPost, apiKeys+"/"+wideID+"/rotate", j{})
			whole.key(j{"boundary": "tenant-exclusion-list", "tenantIds": []string{sibling}, "permissions": []string{"users:read"}})
		})
	})
}

// grantsNoKeyOfMore is tried on a caller within the default tenant.
func (n native) grantsNoKeyOfMore(sibling string, other *models.Tenant) {
	n.T.Helper()
	tenant := n.Tenant.ID
	var id string
	n.Step("a weaker key is granted, and does not end itself", func(t *testing.T) {
		var weak native
		id, weak, _ = n.key(j{"boundary": "tenant", "tenantId": tenant, "permissions": []string{"users:read"}})
		weak.refused(403, "forbidden", http.MethodDelete, apiKeys+"/"+id, nil)
	})
	for name, more := range seed.InOrder(map[string]j{
		"a further permission":       {"boundary": "tenant", "tenantId": tenant, "permissions": []string{"users:read", "events:read"}},
		"every permission":           {"boundary": "tenant", "tenantId": tenant, "permissions": []string{"*"}},
		"a sibling tenant":           {"boundary": "tenant", "tenantId": sibling, "permissions": []string{"users:read"}},
		"a tenant that there is not": {"boundary": "tenant", "tenantId": secret.NewShortID(), "permissions": []string{"users:read"}},
		"a sibling beside its own":   {"boundary": "tenant-inclusion-list", "tenantIds": []string{tenant, sibling}},
		"all tenants but one":        {"boundary": "tenant-exclusion-list", "tenantIds": []string{sibling}},
		"the application":            {"boundary": "application"},
		"a tenant of another's":      {"boundary": "tenant", "applicationId": other.ApplicationID, "tenantId": other.ID},
		"the platform":               {"boundary": "platform"},
	}) {
		more["name"] = "more"
		n.refuses(refusal{"a key with more: " + name, 403, "grants_more", http.MethodPost, apiKeys, more, nil})
	}
	n.refuses(refusal{"more for a key that there is", 403, "grants_more", http.MethodPatch, apiKeys + "/" + id, j{"permissions": []string{"events:read"}}, nil})
}

// touchesNoKeyThatHoldsMore is tried with a key of the same tenant with other permissions,
// which is seen, and one of the whole application, which is not.
func (n native) touchesNoKeyThatHoldsMore(owner native, strongID, wideID string) {
	n.T.Helper()
	strong := apiKeys + "/" + strongID
	before := owner.get(strong).Body
	n.refuses(
		refusal{"a change of a key that holds more", 403, "holds_more", http.MethodPatch, strong, j{"name": "mine"}, nil},
		refusal{"a rotation of a key that holds more", 403, "holds_more", http.MethodPost, strong + "/rotate", j{}, nil},
		refusal{"a revocation of a key that holds more", 403, "holds_more", http.MethodDelete, strong, nil, nil},
	)
	n.Check("a key that holds more is seen, and is what it was", func(t *testing.T) {
		if owner.get(strong).Body != before || n.get(strong).Body != before {
			t.Errorf("it was %s", before)
		}
	})
	for name, unseen := range seed.InOrder(map[string]string{"that reaches further": wideID, "that there is not": secret.NewID()}) {
		n.refuses(
			refusal{"reading a key " + name, 404, "api_key_not_found", http.MethodGet, apiKeys + "/" + unseen, nil, nil},
			refusal{"revoking a key " + name, 404, "api_key_not_found", http.MethodDelete, apiKeys + "/" + unseen, nil, nil},
		)
	}
	n.Check("the list holds the keys of its reach", func(t *testing.T) {
		if list := n.get(apiKeys).Body; strings.Contains(list, wideID) || !strings.Contains(list, strongID) {
			t.Errorf("the list: %s", list)
		}
	})
}

// grantsNoUserMore is tried on a caller within the default tenant.
func (n native) grantsNoUserMore(username, sibling string) {
	n.T.Helper()
	tenant := n.Tenant.ID
	var path string
	n.Step("a weaker user is made", func(t *testing.T) {
		weak := n.must(201, http.MethodPost, users, j{"tenantId": tenant, "username": username, "boundary": "tenant", "permissions": []string{"users:read"}})
		path = users + "/" + weak.Field(t, "id")
	})
	for name, more := range seed.InOrder(map[string]j{
		"a further permission": {"permissions": []string{"users:read", "events:read"}}, "every permission": {"permissions": []string{"*"}},
		"the application": {"boundary": "application"}, "the platform": {"boundary": "platform"},
	}) {
		body := j{"tenantId": tenant, "username": "more", "boundary": "tenant"}
		maps.Copy(body, more)
		n.refuses(
			refusal{"a user who gets more: " + name, 403, "grants_more", http.MethodPatch, path, more, nil},
			refusal{"a new user with more: " + name, 403, "grants_more", http.MethodPost, users, body, nil},
		)
	}
	n.refuses(refusal{"a user of a sibling tenant", 404, "tenant_not_found", http.MethodPost, users, j{"tenantId": sibling, "username": "more"}, nil})
	n.Check("a weaker user is deleted", func(t *testing.T) { n.must(204, http.MethodDelete, path, nil) })
}
