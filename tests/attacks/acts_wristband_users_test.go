package attacks_test

import (
	"net/http"
	"net/url"

	"github.com/rekeyhq/rekey/tests/harness"
)

func wristbandUserActs() []act {
	const users = "/api/v1/users"
	byEmail := func(s *stage) string { return "/users?query=" + url.QueryEscape(`email eq "`+s.person().Email+`"`) }
	return []act{
		{name: "wristband createUser", play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post(users, j{"tenantId": s.Tenant.ID, "email": name + "@example.test", "emailVerified": true, "username": name,
				"givenName": "Nia", "familyName": "Rowe", "password": s.password(), "status": "ACTIVE"}))
		}},
		{name: "wristband getUser", play: func(s *stage) harness.Call { return s.byOwner(get(users + "/" + s.person().ID)) }},
		{name: "wristband patchUser", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodPatch, Path: users + "/" + s.person().ID, Body: j{
				"email": "n" + s.text() + "@example.test", "emailVerified": true, "nickname": "Mouse", "status": "ACTIVE",
			}})
		}},
		{name: "wristband deleteUser", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: users + "/" + s.person().ID})
		}},
		{name: "wristband queryTenantUsers", play: func(s *stage) harness.Call {
			return s.byOwner(get("/api/v1/tenants/" + s.Tenant.ID + byEmail(s)))
		}},
		{name: "wristband queryApplicationUsers", play: func(s *stage) harness.Call {
			return s.byOwner(get("/api/v1/applications/" + s.Tenant.ApplicationID + byEmail(s)))
		}},
	}
}
