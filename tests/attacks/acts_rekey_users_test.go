package attacks_test

import (
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
)

// keyOf is a new key of the tenant on stage, that reads users.
func (s *stage) keyOf() *keys.CreatedAPIKey {
	s.T.Helper()
	k := s.TenantKey(s.Tenant, "users:read")
	s.plant("an API key", k.Key.Reveal())
	s.plant("the secret of an API key", k.Secret.Reveal())
	return k
}

// keyOfPerson is a new key of somebody on stage, that reads his sessions.
func (s *stage) keyOfPerson() *keys.CreatedAPIKey {
	s.T.Helper()
	k := s.KeyWith(keys.CreateAPIKeyInput{Boundary: models.BoundarySelf, UserID: s.person().ID, Permissions: []string{"sessions:read"}})
	s.plant("the API key of a user", k.Key.Reveal())
	return k
}

func rekeyUserActs() []act {
	return []act{
		{name: "rekey listUsers", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/users?tenantId=" + s.Tenant.ID)) }},
		{name: "rekey listUsers by address", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/users?tenantId=" + s.Tenant.ID + "&email=" + s.person().Email))
		}},
		{name: "rekey createUser", play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post("/v1/users", j{"tenantId": s.Tenant.ID, "username": name, "givenName": "Nia", "locale": "de",
				"emails": []j{{"address": name + "@example.test", "verified": true}}, "phones": []j{}, "metadata": j{"colour": "blue"},
				"boundary": "tenant", "permissions": []string{"users:read"}}))
		}},
		{name: "rekey getUser", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/users/" + s.person().ID)) }},
		{name: "rekey updateUser", play: func(s *stage) harness.Call {
			p := s.person()
			return s.byOwner(patch("/v1/users/"+p.ID, j{"givenName": "Nia", "emails": []j{{"address": "new." + p.Email, "verified": true}}}))
		}},
		{name: "rekey updateUser to lock", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/users/"+s.person().ID, j{"locked": true}))
		}},
		{name: "rekey updateUser to disable", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/users/"+s.person().ID, j{"disabled": true}))
		}},
		{name: "rekey deleteUser", play: func(s *stage) harness.Call { return s.byOwner(deleted("/v1/users/" + s.person().ID)) }},
		{name: "rekey listLocales", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/locales")) }},
		{name: "rekey listPermissions", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/permissions")) }},
		{name: "rekey listApiKeys", play: func(s *stage) harness.Call {
			return s.byOwner(get("/v1/api-keys?applicationId=" + s.Tenant.ApplicationID))
		}},
		{name: "rekey createApiKey", gives: []string{"key", "clientSecret"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/api-keys", j{"name": "reporting", "boundary": models.BoundaryTenant,
				"applicationId": s.Tenant.ApplicationID, "tenantId": s.Tenant.ID, "permissions": []string{"users:read"}}))
		}},
		{name: "rekey createApiKey of a user", gives: []string{"key", "clientSecret"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/api-keys", j{"name": "script", "boundary": models.BoundarySelf, "userId": s.person().ID,
				"permissions": []string{"sessions:read"}}))
		}},
		{name: "rekey registerApiKey", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/api-keys/register", j{"name": "sync", "boundary": models.BoundaryTenant, "applicationId": s.Tenant.ApplicationID,
				"tenantId": s.Tenant.ID, "permissions": []string{"users:read"}, "publicKey": harness.PublicPEM(s.T, harness.PrivateKey(s.T, publickey.EdDSA))}))
		}},
		{name: "rekey getApiKey", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/api-keys/" + s.keyOf().ID)) }},
		{name: "rekey updateApiKey", play: func(s *stage) harness.Call {
			return s.byOwner(patch("/v1/api-keys/"+s.keyOf().ID, j{"name": "monthly", "permissions": []string{"users:write"}}))
		}},
		{name: "rekey rotateApiKey", gives: []string{"key", "clientSecret"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/api-keys/"+s.keyOf().ID+"/rotate", j{"overlapSeconds": 60}))
		}},
		{name: "rekey rotateApiKey of a user", gives: []string{"key", "clientSecret"}, play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/api-keys/"+s.keyOfPerson().ID+"/rotate", j{}))
		}},
		{name: "rekey revokeApiKey", play: func(s *stage) harness.Call { return s.byOwner(deleted("/v1/api-keys/" + s.keyOf().ID)) }},
	}
}
