package attacks_test

import (
	"net/http"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/tests/harness"
)

// nextKey is a signing key that waits, in place of one that did.
func (s *stage) nextKey() string {
	s.T.Helper()
	k, err := s.Core.Keys.RotateSigningKey(operator(), keys.RotateSigningKeyInput{Lead: keys.SigningLead})
	if err != nil {
		s.T.Fatal(err)
	}
	return k.ID
}

func rekeySigningKeyActs() []act {
	return []act{
		{name: "rekey listSigningKeys", play: func(s *stage) harness.Call { return s.byOwner(get("/v1/signing-keys")) }},
		{name: "rekey rotateSigningKey", play: func(s *stage) harness.Call {
			return s.byOwner(post("/v1/signing-keys/rotate", j{}))
		}},
		{name: "rekey retireSigningKey", play: func(s *stage) harness.Call {
			return s.byOwner(harness.Call{Method: http.MethodPost, Path: "/v1/signing-keys/" + s.nextKey() + "/retire"})
		}},
	}
}
