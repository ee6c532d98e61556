package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/tests/harness"
)

func entrustUserActs() []act {
	return []act{
		{name: "entrust userByUseridUsingPOST", play: func(s *stage) harness.Call {
			return s.byOwner(post("/api/web/v3/users/userid", j{"userId": s.person().Username}))
		}},
		{name: "entrust userUsingGET", play: func(s *stage) harness.Call { return s.byOwner(get("/api/web/v3/users/" + s.person().ID)) }},
		{name: "entrust unlockUserUsingPUT", play: func(s *stage) harness.Call {
			p := s.person()
			s.Do(s.user(p, "/lock", j{}))
			return s.byOwner(harness.Call{Method: http.MethodPut, Path: s.ofUser(p, "unlock")})
		}},
		{name: "entrust updateUserStateUsingPUT", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodPut, Path: s.ofUser(s.person(), "state"), Body: j{"state": "INACTIVE"}})
		}},
		{name: "entrust createUserUsingPOST", play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post("/api/web/v3/users", j{"userId": name, "firstName": "Nia", "email": name + "@example.test"}))
		}},
		{name: "entrust updateUserUsingPUT", play: func(s *stage) harness.Call {
			p := s.person()
			return s.byOwner(harness.Call{Method: http.MethodPut, Path: "/api/web/v3/users/" + p.ID, Body: j{"lastName": "Rowe", "email": "new" + p.Email, "lock": true}})
		}},
		{name: "entrust deleteUserUsingDELETE", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: "/api/web/v3/users/" + s.person().ID})
		}},
		{name: "entrust createUsersUsingPOST", play: func(s *stage) harness.Call {
			return s.byOwner(post(several, j{"users": []any{j{"userId": "n" + s.text()}}}))
		}},
		{name: "entrust updateUsersUsingPUT", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodPut, Path: several, Body: j{"users": []any{j{"id": s.person().ID, "parms": j{"state": "INACTIVE"}}}}})
		}},
		{name: "entrust deleteUsersUsingDELETE", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: several, Body: j{"users": []any{j{"id": s.person().ID}}}})
		}},
		{name: "entrust usersPagedUsingPOST", play: func(s *stage) harness.Call {
			p := s.person()
			return s.byOwner(post("/api/web/v4/userspaged", j{"searchByAttributes": []any{j{"name": "userId", "operator": "EQUALS", "value": p.Username}}}))
		}},
	}
}

const several = "/api/web/v3/users/multiple"
