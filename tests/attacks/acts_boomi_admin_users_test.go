package attacks_test

import (
	"strconv"

	"github.com/rekeyhq/rekey/tests/harness"
)

func boomiAdminUserActs() []act {
	const users = "/api/AdminUsers"
	model := func(username, email string) j {
		return j{"username": username, "email": email, "firstName": "Ada", "lastName": "Lovelace", "isActive": true, "isEnabled": true, "isLogSession": true}
	}
	of := func(p *harness.Person) string { return users + "/" + strconv.Itoa(int(p.Number)) }
	return []act{
		{name: "boomi listAdminUsers", play: func(s *stage) harness.Call {
			s.person()
			return s.byOwner(get(users + "?limit=10"))
		}},
		{name: "boomi createAdminUser", play: func(s *stage) harness.Call {
			name := "n" + s.text()
			return s.byOwner(post(users, model(name, name+"@example.test")))
		}},
		{name: "boomi updateAdminUser", play: func(s *stage) harness.Call {
			p := s.person()
			change := model(p.Username, p.Email)
			change["id"] = p.Number
			return s.byOwner(put(users, change))
		}},
		{name: "boomi getAdminUser", play: func(s *stage) harness.Call { return s.byOwner(get(of(s.person()))) }},
		{name: "boomi deleteAdminUser", play: func(s *stage) harness.Call { return s.byOwner(deleted(of(s.person()))) }},
		{name: "boomi resendActivation", play: func(s *stage) harness.Call { return s.byOwner(post(of(s.person())+"/resendActivation", nil)) }},
		{name: "boomi unlockAdminUser", play: func(s *stage) harness.Call {
			p := s.person()
			s.lock(p)
			return s.byOwner(post(of(p)+"/unlock", nil))
		}},
	}
}
