package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/tests/harness"
)

func zitadelUserActs() []act {
	return []act{
		{name: "zitadel ListUsers", play: func(s *stage) harness.Call {
			p := s.person()
			return s.byOwner(post("/v2/users", j{"queries": []any{j{"inUserIdsQuery": j{"userIds": []any{p.ID}}}}}))
		}},
		{name: "zitadel GetUserByID", play: func(s *stage) harness.Call { return s.byOwner(get("/v2/users/" + s.person().ID)) }},
		{name: "zitadel AddHumanUser", gives: []string{"emailCode"}, play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post("/v2/users/human", j{"organization": j{"orgId": s.Tenant.ID}, "username": name, "profile": j{"givenName": "Nia", "familyName": "Rowe"},
				"email": j{"email": name + "@example.test", "returnCode": j{}}, "password": j{"password": s.password()}}))
		}},
		{name: "zitadel CreateUser", gives: []string{"emailCode"}, play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post("/v2/users/new", j{"organizationId": s.Tenant.ID, "username": name, "human": j{"profile": j{"givenName": "Nia", "familyName": "Rowe"},
				"email": j{"email": name + "@example.test", "returnCode": j{}}, "password": j{"password": s.password()}}}))
		}},
		{name: "zitadel UpdateUser of the name and the password", play: func(s *stage) harness.Call {
			p := s.person()
			c := s.patch(p, j{"password": j{"password": s.password()}, "currentPassword": p.Password})
			c.Body.(j)["human"].(j)["profile"] = j{"nickName": "Mouse"}
			return c
		}},
		{name: "zitadel DeactivateUser", play: func(s *stage) harness.Call { return s.user(s.person(), "/deactivate", j{}) }},
		{name: "zitadel ReactivateUser", play: func(s *stage) harness.Call {
			p := s.person()
			s.Do(s.user(p, "/deactivate", j{}))
			return s.user(p, "/reactivate", j{})
		}},
		{name: "zitadel DeleteUser", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: "/v2/users/" + s.person().ID})
		}},
	}
}
