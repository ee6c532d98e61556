package contract_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const (
	zToken     = "/oauth/v2/token"
	zDiscovery = "/.well-known/openid-configuration"
)

// zForm is a request to the token endpoint.
func zForm(values ...string) harness.Call {
	form := url.Values{}
	for i := 0; i < len(values); i += 2 {
		form.Add(values[i], values[i+1])
	}
	return harness.Call{Method: http.MethodPost, Path: zToken, Body: form.Encode(), Type: "application/x-www-form-urlencoded"}
}

// zScopes are what the vendor's clients ask for.
const zScopes = "openid urn:zitadel:iam:org:project:id:zitadel:aud"

func TestZitadelDiscovery(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := must(w, harness.Call{Method: http.MethodGet, Path: zDiscovery}, http.StatusOK)
		var got map[string]any
		a.JSON(t, &got)
		w.Check("it names only what is served", func(t *testing.T) {
			known := "issuer token_endpoint jwks_uri grant_types_supported token_endpoint_auth_methods_supported token_endpoint_auth_signing_alg_values_supported"
			for name := range seed.InOrder(got) {
				if !strings.Contains(known, name) {
					t.Errorf("%s: %v", name, got[name])
				}
			}
		})
		w.Check("the issuer is that of the tokens, and the other addresses begin with it", func(t *testing.T) {
			if got["issuer"] != harness.PublicURL || got["token_endpoint"] != harness.PublicURL+zToken || got["jwks_uri"] != harness.PublicURL+"/oauth/v2/keys" {
				t.Errorf("%s, want the issuer %s", a.Body, harness.PublicURL)
			}
		})
		w.Check("it may be cached", func(t *testing.T) {
			if got := a.Header.Get("Cache-Control"); got != "public, max-age=300" {
				t.Error(got)
			}
		})
		w.Check("the keys are those of the other key set", func(t *testing.T) {
			keys := must(w, harness.Call{Method: http.MethodGet, Path: "/oauth/v2/keys"}, http.StatusOK)
			same := must(w, harness.Call{Method: http.MethodGet, Path: "/api/v1/oauth2/jwks"}, http.StatusOK)
			if keys.Body != same.Body || keys.Header.Get("Cache-Control") != "public, max-age=300" {
				t.Errorf("%s, want %s", keys.Body, same.Body)
			}
		})
	})
}

func TestZitadelClientCredentials(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		k := w.Key("policy.read", "user.write")
		id, pass := k.ID, k.Secret.Reveal()
		ask, p := zForm("grant_type", "client_credentials", "scope", zScopes), w.Person("ada")
		for name, call := range seed.InOrder(map[string]harness.Call{
			"Basic":     wbBasic(ask, id, pass),
			"form":      zForm("grant_type", "client_credentials", "client_id", id, "client_secret", pass, "scope", zScopes),
			"no scope":  wbBasic(zForm("grant_type", "client_credentials"), id, pass),
			"of an org": withHeader(wbBasic(ask, id, pass), "X-Zitadel-Orgid", "nobody's"),
		}) {
			w.Check("a client gets a token: "+name, func(t *testing.T) {
				a := must(w, call, http.StatusOK)
				var got map[string]any
				a.JSON(t, &got)
				if got["token_type"] != "Bearer" || got["expires_in"] != float64(900) || got["scope"] != "policy.read user.write" || len(got) != 4 {
					t.Error(a.Body)
				}
				if a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Pragma") != "no-cache" {
					t.Error(a.Header)
				}
				token, _ := got["access_token"].(string)
				must(w, harness.Call{Method: http.MethodPost, Path: "/v2/sessions/search", Token: token, Body: j{}}, http.StatusForbidden)
				must(w, harness.Call{Method: http.MethodPost, Path: "/v2/users/" + p.ID + "/password_reset", Token: token, Body: j{"returnCode": j{}}}, http.StatusOK)
			})
		}
		w.Check("the token ends with the key", func(t *testing.T) {
			call := harness.Call{Method: http.MethodPost, Path: "/v2/users/" + p.ID + "/password_reset", Token: w.Do(wbBasic(ask, id, pass)).Field(t, "access_token"), Body: j{"returnCode": j{}}}
			must(w, call, http.StatusOK)
			asOwner(w).must(204, http.MethodDelete, "/v1/api-keys/"+id, nil)
			must(w, call, http.StatusUnauthorized)
			must(w, wbBasic(ask, id, pass), http.StatusUnauthorized)
		})
	})
}

// oauthError is the answer of a token endpoint that refuses (RFC 6749 section 5.2).
type oauthError struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
}

func refusedToken(t *testing.T, w *harness.World, c harness.Call, status int, code string) oauthError {
	t.Helper()
	a := must(w, c, status)
	var got oauthError
	if err := json.Unmarshal([]byte(a.Body), &got); err != nil || got.Error != code || got.Description == "" || strings.Contains(a.Body, `"message"`) {
		t.Errorf("%s %s, want %s", c.Path, a.Body, code)
	}
	if a.Header.Get("Cache-Control") != "no-store" || a.Header.Get("Content-Type") != "application/json" {
		t.Error(a.Header)
	}
	return got
}

func TestZitadelTokenRefusals(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		k := w.Key("*")
		id, pass := k.ID, k.Secret.Reveal()
		ask := zForm("grant_type", "client_credentials")
		w.Check("another grant is unsupported, with any credential or none", func(t *testing.T) {
			for _, grant := range []string{"password", "refresh_token", "authorization_code", "urn:ietf:params:oauth:grant-type:token-exchange", "CLIENT_CREDENTIALS"} {
				for _, c := range []harness.Call{zForm("grant_type", grant), wbBasic(zForm("grant_type", grant), id, pass), wbBasic(zForm("grant_type", grant), id, "wrong")} {
					refusedToken(t, w, c, http.StatusBadRequest, "unsupported_grant_type")
				}
			}
		})
		w.Check("a client that is unknown or has the wrong secret is refused alike", func(t *testing.T) {
			first := must(w, ask, http.StatusUnauthorized)
			if first.Header.Get("WWW-Authenticate") != `Basic realm="rekey"` || first.Field(t, "error") != "invalid_client" {
				t.Error(first.Header, first.Body)
			}
			same(t, "wrong secret", first, w.Do(wbBasic(ask, id, pass+"x")))
			same(t, "unknown client", first, w.Do(wbBasic(ask, "01890a5d-ac96-774b-bcce-b302099a8057", pass)))
			same(t, "malformed client", first, w.Do(wbBasic(ask, "nobody", pass)))
			inQuery := ask
			inQuery.Path += "?client_id=" + id + "&client_secret=" + url.QueryEscape(pass)
			same(t, "a secret in the query", first, w.Do(inQuery))
			bearer := ask
			bearer.Token = k.Key.Reveal()
			same(t, "a bearer token", first, w.Do(bearer))
		})
		w.Check("the form is checked", func(t *testing.T) {
			refusedToken(t, w, wbBasic(zForm("scope", zScopes), id, pass), http.StatusBadRequest, "invalid_request")
			refusedToken(t, w, wbBasic(zForm("grant_type", "client_credentials", "grant_type", "client_credentials"), id, pass), http.StatusBadRequest, "invalid_request")
			refusedToken(t, w, wbBasic(zForm("grant_type", "client_credentials", "client_id", id, "client_secret", pass), id, pass), http.StatusBadRequest, "invalid_request")
			json := ask
			json.Type, json.Body = "application/json", j{"grant_type": "client_credentials"}
			refusedToken(t, w, json, http.StatusUnsupportedMediaType, "invalid_request")
		})
		w.Check("what is not served beside these paths is refused in the same shape", func(t *testing.T) {
			for _, path := range []string{"/oauth/v2/authorize", "/oauth/v2/introspect", "/oauth/v2/token/", zDiscovery + "/"} {
				refusedToken(t, w, harness.Call{Method: http.MethodGet, Path: path}, http.StatusNotFound, "not_found")
			}
			refusedToken(t, w, harness.Call{Method: http.MethodGet, Path: zToken}, http.StatusMethodNotAllowed, "method_not_allowed")
			refusedToken(t, w, harness.Call{Method: http.MethodPost, Path: zDiscovery}, http.StatusMethodNotAllowed, "method_not_allowed")
		})
	})
}
