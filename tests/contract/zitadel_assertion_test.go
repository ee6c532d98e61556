package contract_test

import (
	"crypto"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// zLock is a call that needs the permission user.write.
func zLock(p *harness.Person, token string) harness.Call {
	return harness.Call{Method: http.MethodPost, Path: "/v2/users/" + p.ID + "/password_reset", Token: token, Body: j{"returnCode": j{}}}
}

func TestZitadelProgramsLogIn(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		ada := w.Person("ada")
		for _, algorithm := range publickey.Algorithms() {
			w.Step("a program gets a token for an assertion: "+algorithm, func(t *testing.T) {
				p := w.Program(harness.PrivateKey(t, algorithm), "user.write")
				a := must(w, harness.AssertionCall(p.Assertion(nil)), http.StatusOK)
				var got map[string]any
				a.JSON(t, &got)
				if got["token_type"] != "Bearer" || got["expires_in"] != float64(900) || got["scope"] != "user.write" || len(got) != 4 {
					t.Error(a.Body)
				}
				token, _ := got["access_token"].(string)
				must(w, zLock(ada, token), http.StatusOK)
				must(w, harness.Call{Method: http.MethodPost, Path: "/v2/sessions/search", Token: token, Body: j{}}, http.StatusForbidden)
			})
		}
		p := w.ProgramWith(harness.PrivateKey(t, publickey.RS256), keys.RegisterAPIKeyInput{
			CreateAPIKeyInput: keys.CreateAPIKeyInput{Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: []string{"user.write"}},
			Subject:           "239120551178895361", KeyID: "239120551178895617",
		})
		for name, changed := range seed.InOrder(map[string]map[string]any{
			"the audience in a list": {"aud": []string{harness.PublicURL}}, "no iat": {"iat": nil}, "an nbf": {"nbf": w.Clock.Now().Unix()},
			"a short life": {"exp": w.Clock.Now().Add(5 * time.Second).Unix()}, "the clock a minute ahead": {"exp": w.Clock.Now().Add(61 * time.Minute).Unix(), "iat": w.Clock.Now().Add(time.Minute).Unix()},
			"the clock a minute behind": {"exp": w.Clock.Now().Add(-59 * time.Second).Unix()}, "a fraction of a second": {"exp": float64(w.Clock.Now().Unix()) + 60.5},
			"further claims": {"scope": "openid", "nested": j{"a": 1}},
		}) {
			w.Check("an assertion may have "+name, func(t *testing.T) { must(w, harness.AssertionCall(p.Assertion(changed)), http.StatusOK) })
		}
		w.Check("the vendor's client sends None as client id", func(t *testing.T) {
			c := harness.AssertionCall(p.Assertion(nil))
			c.Body = c.Body.(string) + "&client_id=None&scope=openid"
			must(w, c, http.StatusOK)
		})
		w.Check("the header needs no typ", func(t *testing.T) {
			must(w, harness.AssertionCall(harness.SignJWS(t, p.Private, harness.Changed(p.Header(), map[string]any{"typ": nil}), p.Claims())), http.StatusOK)
		})
		w.Check("it may be used again until it expires", func(t *testing.T) {
			assertion := p.Assertion(map[string]any{"exp": w.Clock.Now().Add(time.Minute).Unix()})
			must(w, harness.AssertionCall(assertion), http.StatusOK)
			must(w, harness.AssertionCall(assertion), http.StatusOK)
		})
		w.Check("a user of the program is not needed, and its name is in no other shape", func(t *testing.T) {
			a := asOwner(w).must(200, http.MethodGet, "/v1/api-keys/"+p.ID, nil)
			if a.Field(t, "subject") != "239120551178895361" || a.Field(t, "keyId") != "239120551178895617" || len(a.Field(t, "fingerprint")) != 43 || strings.Contains(a.Body, "BEGIN") {
				t.Error(a.Body)
			}
		})
		w.Step("what is revoked ends at once, with its tokens", func(t *testing.T) {
			token := w.Do(harness.AssertionCall(p.Assertion(nil))).Field(t, "access_token")
			must(w, zLock(ada, token), http.StatusOK)
			asOwner(w).must(204, http.MethodDelete, "/v1/api-keys/"+p.ID, nil)
			must(w, zLock(ada, token), http.StatusUnauthorized)
			refusedToken(t, w, harness.AssertionCall(p.Assertion(nil)), http.StatusBadRequest, "invalid_grant")
		})
		w.Step("what has expired ends, too", func(t *testing.T) {
			soon := w.Clock.Now().Add(5 * time.Minute)
			p := w.ProgramWith(harness.PrivateKey(t, publickey.ES256), keys.RegisterAPIKeyInput{CreateAPIKeyInput: keys.CreateAPIKeyInput{
				Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: []string{"user.write"}, ExpiresAt: &soon,
			}})
			token := w.Do(harness.AssertionCall(p.Assertion(nil))).Field(t, "access_token")
			must(w, zLock(ada, token), http.StatusOK)
			w.Clock.Advance(5 * time.Minute)
			must(w, zLock(ada, token), http.StatusUnauthorized)
			refusedToken(t, w, harness.AssertionCall(p.Assertion(nil)), http.StatusBadRequest, "invalid_grant")
		})
	})
}

// TestZitadelAnAssertionIsRefused: each of these alters one thing of an assertion that is accepted (RFC 7523 section 3,
// RFC 8725 section 3), and gets the same answer.
func TestZitadelAnAssertionIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, other := w.Program(harness.PrivateKey(t, publickey.RS256), "*"), w.Program(harness.PrivateKey(t, publickey.RS256), "*")
		revoked := w.Program(harness.PrivateKey(t, publickey.EdDSA), "*")
		late := revoked.Assertion(nil)
		asOwner(w).must(204, http.MethodDelete, "/v1/api-keys/"+revoked.ID, nil)
		first := must(w, harness.AssertionCall("a.b.c"), http.StatusBadRequest)
		if first.Field(t, "error") != "invalid_grant" {
			t.Fatal(first.Body)
		}
		forgeries := zForgeries(t, w, p, other)
		maps.Copy(forgeries, zWrongClaims(w, p, other))
		for name, assertion := range seed.InOrder(forgeries) {
			w.Check("refused: "+name, func(t *testing.T) { same(t, name, first, w.Do(harness.AssertionCall(assertion))) })
		}
		w.Check("refused: a revoked key", func(t *testing.T) { same(t, "revoked", first, w.Do(harness.AssertionCall(late))) })
		w.Check("the assertion as it was is accepted", func(t *testing.T) { must(w, harness.AssertionCall(p.Assertion(nil)), http.StatusOK) })
		w.Check("the form is checked", func(t *testing.T) {
			grant := "urn:ietf:params:oauth:grant-type:jwt-bearer"
			refusedToken(t, w, zForm("grant_type", grant), http.StatusBadRequest, "invalid_request")
			refusedToken(t, w, zForm("grant_type", grant, "assertion", strings.Repeat("a", 4097)), http.StatusBadRequest, "invalid_request")
			refusedToken(t, w, zForm("grant_type", grant, "assertion", p.Assertion(nil), "assertion", p.Assertion(nil)), http.StatusBadRequest, "invalid_request")
			refusedToken(t, w, wbBasic(harness.AssertionCall(p.Assertion(nil)), p.ID, "wrong"), http.StatusBadRequest, "invalid_request")
		})
		w.Check("its id and its fingerprint are no client and secret", func(t *testing.T) {
			for _, pass := range []string{p.Fingerprint, p.KeyID, p.Subject} {
				must(w, wbBasic(zForm("grant_type", "client_credentials"), p.ID, pass), http.StatusUnauthorized)
			}
		})
	})
}

func zForgeries(t *testing.T, w *harness.World, p, other *harness.Program) map[string]string {
	sign := func(by crypto.Signer, header, claims map[string]any) string {
		return harness.SignJWS(t, by, harness.Changed(p.Header(), header), harness.Changed(p.Claims(), claims))
	}
	head := func(name string, value any) string { return sign(p.Private, map[string]any{name: value}, nil) }
	valid := p.Assertion(nil)
	signed, signature := valid[:strings.LastIndex(valid, ".")], valid[strings.LastIndex(valid, ".")+1:]
	claims, err := json.Marshal(p.Claims())
	if err != nil {
		t.Fatal(err)
	}
	header, err := json.Marshal(p.Header())
	if err != nil {
		t.Fatal(err)
	}
	twice := func(object []byte, member string) json.RawMessage {
		return json.RawMessage("{" + member + "," + string(object[1:]))
	}
	symmetric := func(key []byte) string {
		token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(p.Claims()))
		token.Header["kid"] = p.KeyID
		text, err := token.SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	public := harness.PublicPEM(t, p.Private)
	none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","typ":"JWT","kid":"`+p.KeyID+`"}`)) + "." + base64.RawURLEncoding.EncodeToString(claims) + "."
	jwk := map[string]any{"kty": "RSA", "e": "AQAB", "n": "AQAB"}
	return map[string]string{
		"nothing": ".", "two parts": signed, "four parts": valid + ".x", "a blank": valid + " ", "padding": valid + "=",
		"no signature": signed + ".", "another signature": signed + ".AAAA", "another claim": strings.Replace(valid, ".", ".e", 1),
		"the signature of another assertion": signed + "." + strings.Split(other.Assertion(nil), ".")[2],
		"alg none":                           none, "alg none, with the signature": none + signature, "HS256 with the public key": symmetric([]byte(public)), "HS256 with nothing": symmetric([]byte{}),
		"the algorithm of another type of key": head("alg", "ES256"), "an unknown algorithm": head("alg", "RS999"), "RS512": head("alg", "RS512"), "no algorithm": head("alg", nil), "a list as algorithm": head("alg", []string{"RS256"}),
		"an unknown key": sign(harness.PrivateKey(t, publickey.RS256), nil, nil), "another type of key": sign(harness.PrivateKey(t, publickey.EdDSA), nil, nil),
		"the key of another program": sign(other.Private, nil, nil), "the kid of another program": sign(p.Private, map[string]any{"kid": other.KeyID}, nil),
		"kid and key of another program": sign(other.Private, map[string]any{"kid": other.KeyID}, nil),
		"the names of another program":   sign(p.Private, nil, map[string]any{"iss": other.Subject, "sub": other.Subject}),
		"kid and names of another":       sign(p.Private, map[string]any{"kid": other.KeyID}, map[string]any{"iss": other.Subject, "sub": other.Subject}),
		"no kid":                         head("kid", nil), "an empty kid": head("kid", ""), "an unknown kid": head("kid", "nobody"), "kid in capitals": head("kid", strings.ToUpper(p.KeyID)),
		"a number as kid": head("kid", 1), "a path as kid": head("kid", "../../dev/null"), "a condition as kid": head("kid", "' OR '1'='1"), "a blank after the kid": head("kid", p.KeyID+" "),
		"the key in the header": head("jwk", jwk), "an address of keys": head("jku", "https://evil.test/jwks"), "an address of a certificate": head("x5u", "https://evil.test/x5u"),
		"a certificate": head("x5c", []string{"AAAA"}), "a critical extension": head("crit", []string{"exp"}), "no critical extension": head("crit", []string{}), "an unencoded payload": head("b64", false),
		"the type of our tokens": head("typ", "at+jwt"), "a number as typ": head("typ", 1),
		"a claim twice": harness.SignJWS(t, p.Private, p.Header(), twice(claims, `"sub":"`+other.Subject+`"`)), "a claim twice, escaped": harness.SignJWS(t, p.Private, p.Header(), twice(claims, `"\u0073ub":"x"`)),
		"a header twice":         harness.SignJWS(t, p.Private, twice(header, `"kid":"x"`), p.Claims()),
		"claims in capitals":     harness.SignJWS(t, p.Private, p.Header(), json.RawMessage(strings.NewReplacer(`"sub"`, `"SUB"`, `"iss"`, `"ISS"`).Replace(string(claims)))),
		"claims that are a list": harness.SignJWS(t, p.Private, p.Header(), json.RawMessage(`[]`)), "two objects": harness.SignJWS(t, p.Private, p.Header(), json.RawMessage(string(claims)+"{}")),
		"an API key": w.Key("*").Key.Reveal(),
	}
}

// zWrongClaims are signed as they should be.
func zWrongClaims(w *harness.World, p, other *harness.Program) map[string]string {
	now := w.Clock.Now()
	claim := func(name string, value any) string { return p.Assertion(map[string]any{name: value}) }
	named := func(name string) string { return p.Assertion(map[string]any{"iss": name, "sub": name}) }
	at := func(ahead time.Duration) int64 { return now.Add(ahead).Unix() }
	return map[string]string{
		"iss is not sub": claim("iss", other.Subject), "sub is not iss": claim("sub", other.Subject), "no iss": claim("iss", nil), "no sub": claim("sub", nil), "a list as iss": claim("iss", []string{p.Subject}),
		"an unknown program": named("nobody"), "the program in capitals": named(strings.ToUpper(p.Subject)),
		"a blank after the program": named(p.Subject + " "), "a pattern as program": named("%"),
		"no aud": claim("aud", nil), "aud with a slash": claim("aud", harness.PublicURL+"/"), "aud in capitals": claim("aud", strings.ToUpper(harness.PublicURL)), "the token endpoint as aud": claim("aud", harness.PublicURL+zToken),
		"two aud": claim("aud", []string{harness.PublicURL, "https://other.test"}), "the same aud twice": claim("aud", []string{harness.PublicURL, harness.PublicURL}), "no aud in the list": claim("aud", []string{}), "an object as aud": claim("aud", map[string]any{"url": harness.PublicURL}),
		"no exp": claim("exp", nil), "exp a minute ago": claim("exp", at(-time.Minute)), "exp too far ahead": claim("exp", at(time.Hour+61*time.Second)), "exp in words": claim("exp", "tomorrow"), "exp as text": claim("exp", "1"), "exp far away": claim("exp", 1e300), "exp before time": claim("exp", -1),
		"nbf ahead": claim("nbf", at(61*time.Second)), "nbf in words": claim("nbf", "now"), "iat ahead": claim("iat", at(61*time.Second)), "iat in words": claim("iat", "now"),
		"a number as jti": claim("jti", 1), "an empty jti": claim("jti", ""), "a long jti": claim("jti", strings.Repeat("x", 300)),
	}
}

// TestZitadelTheLogSaysWhyAProgramIsRefused: the answer does not, and an operator cannot guess it.
func TestZitadelTheLogSaysWhyAProgramIsRefused(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p := w.Program(harness.PrivateKey(t, publickey.ES256), "*")
		for claim, reason := range seed.InOrder(map[string]string{
			"aud": "the audience of the assertion is not the public URL", "exp": "the assertion has expired",
		}) {
			must(w, harness.AssertionCall(p.Assertion(map[string]any{claim: nil})), http.StatusBadRequest)
			if !strings.Contains(w.Log.String(), reason) {
				t.Errorf("without %s, the log lacks: %s", claim, reason)
			}
		}
	})
}

// TestZitadelAnAssertionWithAnIDIsUsedOnce: A-085, at two servers at the same time.
func TestZitadelAnAssertionWithAnIDIsUsedOnce(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		p, twin := w.Program(harness.PrivateKey(t, publickey.EdDSA), "*"), w.TwinAhead(0)
		once := p.Assertion(map[string]any{"jti": "d3b07384"})
		var group sync.WaitGroup
		statuses := make([]int, 8)
		for i := range statuses {
			group.Go(func() { statuses[i] = []*harness.World{w, twin}[i%2].Do(harness.AssertionCall(once)).Status })
		}
		group.Wait()
		accepted := 0
		for _, status := range statuses {
			if status == http.StatusOK {
				accepted++
			}
		}
		if accepted != 1 {
			t.Errorf("accepted %d times: %v", accepted, statuses)
		}
		w.Check("until it has expired, whatever else it says", func(t *testing.T) {
			w.Clock.Advance(time.Hour)
			again := p.Assertion(map[string]any{"jti": "d3b07384", "scope": "other"})
			refusedToken(t, w, harness.AssertionCall(once), http.StatusBadRequest, "invalid_grant")
			refusedToken(t, w, harness.AssertionCall(again), http.StatusBadRequest, "invalid_grant")
		})
		w.Check("the id of another program is another one", func(t *testing.T) {
			other := w.Program(harness.PrivateKey(t, publickey.EdDSA), "*")
			must(w, harness.AssertionCall(other.Assertion(map[string]any{"jti": "d3b07384"})), http.StatusOK)
		})
	})
}
