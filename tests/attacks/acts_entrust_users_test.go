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
	}
}
