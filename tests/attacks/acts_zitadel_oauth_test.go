package attacks_test

import (
	"net/url"

	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/tests/harness"
)

func zitadelOAuthActs() []act {
	return []act{
		{name: "zitadel GetOpenidConfiguration", play: func(*stage) harness.Call { return get("/.well-known/openid-configuration") }},
		{name: "zitadel GetToken for a client", gives: []string{"access_token"}, play: func(s *stage) harness.Call {
			c := s.form("token", url.Values{"grant_type": {"client_credentials"}, "scope": {"openid"}})
			c.Path = "/oauth/v2/token"
			return c
		}},
		{name: "zitadel GetToken for a program", gives: []string{"access_token"}, play: func(s *stage) harness.Call {
			return harness.AssertionCall(s.plant("an assertion", s.Program(harness.PrivateKey(s.T, publickey.EdDSA), "*").Assertion(nil)))
		}},
		{name: "zitadel GetKeys", play: func(*stage) harness.Call { return get("/oauth/v2/keys") }},
	}
}
