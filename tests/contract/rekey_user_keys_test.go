package contract_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
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
		var path string
		var k native
		var made harness.Answer
		w.Step("it is made within its user", func(t *testing.T) {
			path, k, made = in.ownKey(ada, "sessions:read")
			for member, want := range seed.InOrder(map[string]string{"boundary": "self", "userId": ada.ID, "tenantId": ada.TenantID, "applicationId": ada.ApplicationID}) {
				if got := made.Field(t, "apiKey", member); got != want {
					t.Errorf("%s is %s", member, got)
				}
			}
		})
		id, part := made.Field(t, "apiKey", "id"), made.Field(t, "clientSecret")
		w.Check("at rest it is a digest", func(t *testing.T) {
			row, err := w.Store.Read(t.Context()).FindAPIKey(id)
			if err != nil || len(row.Digest) != 32 || strings.Contains(string(row.Digest), part) {
				t.Errorf("at rest it is no digest: %v", err)
			}
		})
		w.Check("it does what it names, to its user alone", func(t *testing.T) {
			if list := k.must(200, http.MethodGet, sessionsPath, nil); strings.Contains(list.Body, bob.ID) || !strings.Contains(list.Body, ada.ID) {
				t.Errorf("%s", list.Body)
			}
			k.must(200, http.MethodGet, "/v1/permissions", nil)
		})
		k.refuses(
			refusal{"reading the password, which it does not name", 403, "forbidden", http.MethodGet, users + "/" + ada.ID + "/password", nil, nil},
			refusal{"reading keys, which it does not name", 403, "forbidden", http.MethodGet, apiKeys, nil, nil},
		)
		bobsPath, _, _ := bobs.ownKey(bob, "*")
		_, all, _ := in.ownKey(ada, "*")
		all.isItsUsersAlone(ada, bob, bobsPath, path)
		for name, c := range seed.InOrder(map[string]harness.Call{
			"for a token":   wbForm("token", "grant_type", "client_credentials", "client_id", id, "client_secret", part),
			"to revoke one": wbForm("revoke", "token", "x", "client_id", id, "client_secret", part),
		}) {
			w.Check("it is no client that asks "+name, func(t *testing.T) {
				if a := w.Do(c); a.Status != http.StatusBadRequest || a.Field(t, "error") != "unauthorized_client" {
					t.Errorf("%s as a client: %d %s", c.Path, a.Status, a.Body)
				}
			})
		}
		w.Check("it is no administrator's application", func(t *testing.T) {
			nobody(w).must(401, http.MethodPost, "/api/web/v1/adminapi/authenticate", j{"applicationId": id, "sharedSecret": part})
		})
		in.endsHisKey(n, path, k, ada, id)
	})
}

// isItsUsersAlone is tried on a key of ada that names everything.
func (n native) isItsUsersAlone(ada, bob *harness.Person, bobsPath, path string) {
	n.T.Helper()
	her := users + "/" + ada.ID
	n.Check("a key that names everything reads what is its user's", func(t *testing.T) {
		n.must(200, http.MethodGet, her+"/password", nil)
		if list := n.must(200, http.MethodGet, apiKeys, nil); strings.Contains(list.Body, bob.ID) || !strings.Contains(list.Body, ada.ID) {
			t.Errorf("%s", list.Body)
		}
	})
	n.refuses(
		refusal{"another user's password", 404, "user_not_found", http.MethodGet, users + "/" + bob.ID + "/password", nil, nil},
		refusal{"another user's key", 404, "api_key_not_found", http.MethodGet, bobsPath, nil, nil},
		refusal{"the users", 403, "forbidden", http.MethodGet, users, nil, nil},
		refusal{"permissions for its user", 403, "forbidden", http.MethodPatch, her, j{"permissions": []string{"*"}}, nil},
		refusal{"a password for its user", 403, "forbidden", http.MethodPut, her + "/password", j{"password": harness.NewPassword}, nil},
		refusal{"another key for its user", 403, "forbidden", http.MethodPost, apiKeys, j{"name": "more", "boundary": "self", "userId": ada.ID, "permissions": []string{"*"}}, nil},
		refusal{"permissions for another key", 403, "forbidden", http.MethodPatch, path, j{"permissions": []string{"*"}}, nil},
		refusal{"a rotation", 403, "forbidden", http.MethodPost, path + "/rotate", j{}, nil},
		refusal{"a revocation", 403, "forbidden", http.MethodDelete, path, nil, nil},
		refusal{"a second factor for its user", 403, "forbidden", http.MethodPost, her + "/totp", j{"currentPassword": harness.Password}, nil},
	)
}

// endsHisKey is tried by the user whose key it is.
func (n native) endsHisKey(owner native, path string, k native, p *harness.Person, id string) {
	n.T.Helper()
	n.Check("its user lets it do more", func(t *testing.T) {
		n.must(200, http.MethodPatch, path, j{"permissions": []string{"sessions:read", "passwords:read"}})
		k.must(200, http.MethodGet, users+"/"+p.ID+"/password", nil)
	})
	var next native
	n.Step("its user rotates it", func(t *testing.T) {
		next = n.as(n.must(200, http.MethodPost, path+"/rotate", j{}).Field(t, "key"))
		k.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
		next.must(200, http.MethodGet, sessionsPath, nil)
	})
	n.Step("its user revokes it", func(t *testing.T) {
		n.must(204, http.MethodDelete, path, nil)
		next.refused(401, "unauthenticated", http.MethodGet, sessionsPath, nil)
	})
	n.Check("the trail of the user holds his key", func(t *testing.T) {
		if trail := owner.get("/v1/events?userId=" + p.ID).Body; strings.Count(trail, "key "+id) != 4 {
			t.Errorf("the trail: %s", trail)
		}
	})
}

// TestRekeyCallersThatMayMakeAKeyOfAUser: the user, only for himself; and a caller who has him in its scope, and has
// no fewer rights than he, and no fewer than the key grants (S72).
func TestRekeyCallersThatMayMakeAKeyOfAUser(t *testing.T) {
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
		var mine string
		w.Step("a desk makes one for a user, who changes it", func(t *testing.T) {
			var k native
			mine, k, _ = desk.ownKey(bob, "sessions:read")
			k.must(200, http.MethodGet, sessionsPath, nil)
			bobs.must(200, http.MethodPatch, mine, j{"permissions": []string{"*"}})
		})
		desk.refuses(
			refusal{"rotating a key that holds more than the desk", 403, "holds_more", http.MethodPost, mine + "/rotate", j{}, nil},
			refusal{"a key that grants more than the desk holds", 403, "grants_more", http.MethodPost, apiKeys, keyOf("self", bob.ID, "passwords:write"), nil},
			refusal{"a key of a user who holds more", 403, "holds_more", http.MethodPost, apiKeys, keyOf("self", ada.ID, "sessions:read"), nil},
			refusal{"rotating the key of a user who holds more", 403, "holds_more", http.MethodPost, strong + "/rotate", j{}, nil},
			refusal{"changing the key of a user who holds more", 403, "holds_more", http.MethodPatch, strong, j{"permissions": []string{"sessions:read"}}, nil},
		)
		bobs.refuses(refusal{"a key of the tenant, by a user", 403, "grants_more", http.MethodPost, apiKeys, j{"name": "wide", "boundary": "tenant", "tenantId": w.Tenant.ID}, nil})
		for name, who := range seed.InOrder(map[string]native{"the desk": desk, "an admin": in, "bob": bobs}) {
			who.refuses(
				refusal{"a key of a user far away, by " + name, 404, "user_not_found", http.MethodPost, apiKeys, keyOf("self", far.ID, "sessions:read"), nil},
				refusal{"a key of a user that there is not, by " + name, 404, "user_not_found", http.MethodPost, apiKeys, keyOf("self", secret.NewID(), "sessions:read"), nil},
				refusal{"reading a key far away, by " + name, 404, "api_key_not_found", http.MethodGet, farPath, nil, nil},
			)
			w.Check("the list of "+name+" holds what is in reach", func(t *testing.T) {
				if list := who.get(apiKeys).Body; strings.Contains(list, far.ID) || !strings.Contains(list, bob.ID) {
					t.Errorf("it lists %s", list)
				}
			})
		}
		bobs.refuses(
			refusal{"a key of another user", 404, "user_not_found", http.MethodPost, apiKeys, keyOf("self", ada.ID, "sessions:read"), nil},
			refusal{"revoking another user's key", 404, "api_key_not_found", http.MethodDelete, strong, nil, nil},
		)
		n.listsKeysOfOneUser(bobs, ada, bob)
		bobs.makesNoOddKeyOf(bob, far)
		n.makesNoKeyOf(desk, bob)
	})
}

// keyOf is the body of a key of a user.
func keyOf(boundary, userID string, permissions ...string) j {
	return j{"name": "script", "boundary": boundary, "userId": userID, "permissions": append([]string{}, permissions...)}
}

func (n native) listsKeysOfOneUser(bobs native, ada, bob *harness.Person) {
	n.T.Helper()
	n.Check("the list of one user's keys holds them alone", func(t *testing.T) {
		if list := n.get(apiKeys + "?userId=" + bob.ID).Body; strings.Contains(list, ada.ID) || !strings.Contains(list, bob.ID) {
			t.Errorf("of one user: %s", list)
		}
	})
	n.Check("another user's keys are as if there were no such user", func(t *testing.T) {
		if list := bobs.get(apiKeys + "?userId=" + ada.ID); list.Body != bobs.get(apiKeys+"?userId="+secret.NewID()).Body {
			t.Errorf("of another user: %s", list.Body)
		}
	})
}

// makesNoOddKeyOf is tried by a user for himself; a violation points at what is odd.
func (n native) makesNoOddKeyOf(p, far *harness.Person) {
	n.T.Helper()
	for name, c := range seed.InOrder(map[string]struct {
		pointer string
		body    j
	}{
		"a key of no user":                        {"/userId", j{"boundary": "self"}},
		"a key of a user and another tenant":      {"/tenantId", j{"boundary": "self", "userId": p.ID, "tenantId": far.TenantID}},
		"a key of a user and another application": {"/applicationId", j{"boundary": "self", "userId": p.ID, "applicationId": secret.NewShortID()}},
		"a key of a user and a list of tenants":   {"/tenantIds", j{"boundary": "self", "userId": p.ID, "tenantIds": []string{p.TenantID}}},
		"a key of a user with an odd permission":  {"/permissions/0", j{"boundary": "self", "userId": p.ID, "permissions": []string{"users:rule"}}},
	}) {
		n.Check(name, func(t *testing.T) {
			c.body["name"] = "odd"
			if a := n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, c.body); !strings.Contains(a.Body, `"pointer":"`+c.pointer+`"`) {
				t.Errorf("it does not point at %s: %s", c.pointer, a.Body)
			}
		})
	}
}

// makesNoKeyOf a user on the platform, nor of one who is out.
func (n native) makesNoKeyOf(desk native, p *harness.Person) {
	n.T.Helper()
	n.Check("a key of a user on the platform", func(t *testing.T) {
		a := n.refused(422, "api_key_invalid", http.MethodPost, apiKeys, keyOf("platform", p.ID))
		if !strings.Contains(a.Body, `"pointer":"/userId"`) {
			t.Errorf("%s", a.Body)
		}
	})
	n.Check("a key of a user who is disabled", func(t *testing.T) {
		n.must(200, http.MethodPatch, users+"/"+p.ID, j{"disabled": true})
		desk.refused(409, "user_inactive", http.MethodPost, apiKeys, keyOf("self", p.ID, "sessions:read"))
	})
}

// TestRekeyAKeyEndsWithItsUsersLogins: a lock, a disabled user, and a new password that ends
// all his logins, end his keys at once and permanently; a key that waits for a change of
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
		for i, c := range []keyEnding{
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
			w.Check(c.name, func(t *testing.T) { n.endsOrKeepsAKey(t, c, w.Person("p"+string(rune('a'+i)))) })
		}
		w.Check("nobody else's key notices", func(t *testing.T) {
			service.must(200, http.MethodGet, users, nil)
			adas.must(200, http.MethodGet, sessionsPath, nil)
		})
		w.Check("an expired password stops a key, and a new one does not wake it", func(t *testing.T) {
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
	})
}

// keyEnding is something that happens to a user, and whether his key is kept.
type keyEnding struct {
	name, method, path string
	body               any
	back               j // what lets the user in again
	kept               bool
}

func (n native) endsOrKeepsAKey(t *testing.T, c keyEnding, p *harness.Person) {
	t.Helper()
	by, path := n, users+"/"+p.ID
	if strings.HasPrefix(c.name, "a change") {
		by = n.as(n.LogIn(p).AccessToken)
	}
	keyPath, k, _ := n.ownKey(p, "sessions:read")
	k.must(200, http.MethodGet, sessionsPath, nil)
	if a := by.call(c.method, path+c.path, c.body); a.Status >= 300 {
		t.Fatalf("%d %s", a.Status, a.Body)
	}
	if c.back != nil {
		n.must(200, http.MethodPatch, path, c.back)
	}
	if got := k.get(sessionsPath).Status; (got == http.StatusOK) != c.kept || !c.kept && got != http.StatusUnauthorized {
		t.Errorf("afterwards the key is answered %d", got)
	}
	if revoked := n.get(keyPath).Field(t, "revokedAt"); (revoked == "") != c.kept {
		t.Errorf("it was revoked at %q", revoked)
	}
	if !c.kept {
		n.refused(409, "api_key_revoked", http.MethodPost, keyPath+"/rotate", j{})
	}
}
