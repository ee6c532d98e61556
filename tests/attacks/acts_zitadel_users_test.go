package attacks_test

import "github.com/rekeyhq/rekey/tests/harness"

func zitadelUserActs() []act {
	return []act{
		{name: "zitadel ListUsers", play: func(s *stage) harness.Call {
			p := s.person()
			return s.byOwner(post("/v2/users", j{"queries": []any{j{"inUserIdsQuery": j{"userIds": []any{p.ID}}}}}))
		}},
		{name: "zitadel GetUserByID", play: func(s *stage) harness.Call { return s.byOwner(get("/v2/users/" + s.person().ID)) }},
	}
}
