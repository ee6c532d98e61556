package boomi

import (
	"crypto/subtle"
	"net/http"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/surface"
)

// apiKeyHeader is the vendor's name of the header of an API key
// (https://guides.thruinc.com/taftug/api-keys).
const apiKeyHeader = "ApiKey"

// errTwoCredentials refuses two credentials: whichever of them the service used, a proxy or a
// filter in front of it might have checked the other one.
var errTwoCredentials = fault.New(fault.Invalid, "two_credentials", "The headers ApiKey and Authorization hold different credentials. Send one of them.")

// credential reads the API key in the header ApiKey, or otherwise the Authorization header. Empty
// values count as absent, since generated clients send headers that have no value.
func credential(r *http.Request) (secret.Text, bool, error) {
	bearer, sent := surface.Bearer(r)
	key, given := apiKey(r.Header.Values(apiKeyHeader))
	switch {
	case !given:
		return bearer, sent, nil
	case !sent:
		if !strings.HasPrefix(key.Reveal(), secret.APIKeyPrefix) {
			key = secret.Text{} // it is there, and not valid: tokens belong into Authorization
		}
		return key, true, nil
	case subtle.ConstantTimeCompare([]byte(bearer.Reveal()), []byte(key.Reveal())) != 1:
		return secret.Text{}, true, errTwoCredentials
	}
	return bearer, true, nil
}

// apiKey reads the values of the header ApiKey; several values hold no key.
func apiKey(values []string) (key secret.Text, given bool) {
	for _, v := range values {
		given = given || strings.TrimSpace(v) != ""
	}
	if !given || len(values) > 1 {
		return secret.Text{}, given
	}
	return secret.NewText(strings.TrimSpace(values[0])), true
}
