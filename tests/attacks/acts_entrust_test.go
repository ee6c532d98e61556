package attacks_test

import (
	"net/http"
	"sync"

	"golang.org/x/crypto/bcrypt"

	"github.com/rekeyhq/rekey/tests/harness"
)

func entrustActs() []act {
	return []act{
		{name: "entrust authenticateAdminApiUsingPOST", gives: []string{"authToken"}, play: func(s *stage) harness.Call {
			key := s.Key("*")
			return post("/api/web/v1/adminapi/authenticate",
				j{"applicationId": key.ID, "sharedSecret": s.plant("the secret of a key", key.Secret.Reveal())})
		}},
		{name: "entrust getUserPasswordUsingGET", play: func(s *stage) harness.Call {
			return s.byOwner(get(s.ofUser(s.person(), "passwords")))
		}},
		{name: "entrust setUserPasswordUsingPUT chosen", play: func(s *stage) harness.Call {
			return s.put(s.person(), j{"password": s.password()})
		}},
		{name: "entrust setUserPasswordUsingPUT with the current one", play: func(s *stage) harness.Call {
			p := s.person()
			return s.put(p, j{"password": s.password(), "currentPassword": p.Password})
		}},
		{name: "entrust setUserPasswordUsingPUT generated and returned", gives: []string{"newPassword"}, play: func(s *stage) harness.Call {
			return s.put(s.person(), j{"generatePassword": true, "returnPassword": true})
		}},
		{name: "entrust setUserPasswordUsingPUT generated and mailed", play: func(s *stage) harness.Call {
			return s.put(s.person(), j{"generatePassword": true, "emailPassword": true})
		}},
		{name: "entrust setUserPasswordUsingPUT imported", play: func(s *stage) harness.Call {
			_, hash := s.bcrypt()
			return s.put(s.person(), j{"password": hash, "passwordFormat": "BCRYPT", "emailPassword": false})
		}},
		{name: "entrust deleteUserPasswordUsingDELETE", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodDelete, Path: s.ofUser(s.person(), "passwords")})
		}},
		{name: "entrust validateUserPasswordUsingPOST", play: func(s *stage) harness.Call {
			return s.byOwner(post(s.ofUser(s.person(), "password/validate"), j{"password": s.password()}))
		}},
		{name: "entrust sendPasswordExpiryNotificationUsingPUT", play: func(s *stage) harness.Call {
			p := s.person()
			s.expiring(p)
			return s.byOwner(harness.Call{Method: http.MethodPut, Path: s.ofUser(p, "password/notify")})
		}},
		{name: "entrust getUserPasswordSettingsUsingGET", play: func(s *stage) harness.Call {
			return s.byOwner(get(s.ofUser(s.person(), "settings/password")))
		}},
	}
}

func (s *stage) byOwner(c harness.Call) harness.Call { return as(s.owner.Key.Reveal(), c) }

func (s *stage) ofUser(p *harness.Person, what string) string {
	return "/api/web/v1/users/" + p.ID + "/" + what
}

// put is an administrator's order about a password.
func (s *stage) put(p *harness.Person, order j) harness.Call {
	return s.byOwner(harness.Call{Method: http.MethodPut, Path: s.ofUser(p, "passwords"), Body: order})
}

// known is a bcrypt hash with its password, made once: it takes longer than all other
// hashes together.
var known = sync.OnceValues(func() (password, hash string) {
	password = "canary in a bcrypt hash of long ago"
	raw, err := bcrypt.GenerateFromPassword([]byte(password), 10)
	if err != nil {
		panic(err) // unreachable: the password is short enough
	}
	return password, string(raw)
})

// bcrypt is a hash to be imported, with its password.
func (s *stage) bcrypt() (password, hash string) {
	password, hash = known()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.planted = append(s.planted, canary{name: "an imported hash", value: hash, stored: true}, canary{name: "its password", value: password})
	return password, hash
}
