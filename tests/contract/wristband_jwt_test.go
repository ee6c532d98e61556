package contract_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// wbKey is the world's own signing key, as only the service knows it.
type wbKey struct {
	id      string
	private *rsa.PrivateKey
}

func wbSigner(w *harness.World) wbKey {
	w.T.Helper()
	rows, err := w.Store.Read(w.T.Context()).SigningKeys()
	if err != nil || len(rows) == 0 {
		w.T.Fatal(err)
	}
	der, err := w.Keyring.Unseal(rows[0].Sealed, rows[0].SealedFor())
	if err != nil {
		w.T.Fatal(err)
	}
	private, err := x509.ParsePKCS1PrivateKey(der)
	if err != nil {
		w.T.Fatal(err)
	}
	return wbKey{rows[0].ID, private}
}

// forgery is a token in the making.
type forgery struct {
	header map[string]any
	claims jwt.MapClaims
	method jwt.SigningMethod
	key    any
	spoil  func(string) string
}

func (f forgery) sign(t *testing.T) string {
	t.Helper()
	token := jwt.NewWithClaims(f.method, f.claims)
	maps.Copy(token.Header, f.header)
	for name, value := range seed.InOrder(f.header) {
		if value == nil {
			delete(token.Header, name)
		}
	}
	text, err := token.SignedString(f.key)
	if err != nil {
		t.Fatal(err)
	}
	if f.spoil != nil {
		text = f.spoil(text)
	}
	return text
}

// wbForgeries alter one thing each of a token that would be admitted (S62, S63,
// RFC 8725 section 3).
func wbForgeries(own wbKey, unknown *rsa.PrivateKey, public []byte, now time.Time) map[string]func(*forgery) {
	claim := func(name string, value any) func(*forgery) {
		return func(f *forgery) {
			if f.claims[name] = value; value == nil {
				delete(f.claims, name)
			}
		}
	}
	header := func(name string, value any) func(*forgery) {
		return func(f *forgery) { f.header[name] = value }
	}
	secret := func(key []byte) func(*forgery) {
		return func(f *forgery) { f.method, f.key = jwt.SigningMethodHS256, key }
	}
	jwk := map[string]any{"kty": "RSA", "e": "AQAB", "n": "AQAB"}
	return map[string]func(*forgery){
		"alg none": func(f *forgery) { f.method, f.key = jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType },
		"alg none, written None": func(f *forgery) {
			f.method, f.key, f.header["alg"] = jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, "None"
		},
		"HS256 with the public key, DER": secret(public),
		"HS256 with the public key, PEM": secret(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})),
		"HS256 with the empty key":       secret([]byte{}),
		"RS384":                          func(f *forgery) { f.method = jwt.SigningMethodRS384 },
		"PS256":                          func(f *forgery) { f.method = jwt.SigningMethodPS256 },
		"an unknown key":                 func(f *forgery) { f.key = unknown },
		"an unknown key in the header": func(f *forgery) {
			f.key, f.header["jwk"], f.header["kid"] = unknown, jwk, nil
		},
		"an unknown key by address": func(f *forgery) {
			f.key, f.header["jku"], f.header["x5u"] = unknown, "https://evil.test/jwks", "https://evil.test/x5u"
		},
		"no kid": header("kid", nil), "an unknown kid": header("kid", "01890a5d-ac96-774b-bcce-b302099a8057"),
		"a path as kid": header("kid", "../../../../dev/null"), "a condition as kid": header("kid", "' OR '1'='1"),
		"a pattern as kid": header("kid", "%"), "a number as kid": header("kid", 1), "a list as kid": header("kid", []string{own.id}),
		"kid with a blank": header("kid", own.id+" "), "kid in capitals": header("kid", strings.ToUpper(own.id)),
		"typ JWT": header("typ", "JWT"), "no typ": header("typ", nil),
		"no exp": claim("exp", nil), "exp a minute ago": claim("exp", now.Add(-time.Minute).Unix()), "exp in words": claim("exp", "tomorrow"),
		"no nbf": claim("nbf", nil), "nbf ahead": claim("nbf", now.Add(61*time.Second).Unix()), "iat ahead": claim("iat", now.Add(61*time.Second).Unix()),
		"no iss": claim("iss", nil), "another iss": claim("iss", "https://evil.test"), "iss with a slash": claim("iss", harness.PublicURL+"/"),
		"no aud": claim("aud", nil), "another aud": claim("aud", "https://evil.test"),
		"a second aud": claim("aud", []string{harness.PublicURL, "https://evil.test"}),
		"no sub":       claim("sub", nil), "another sub": claim("sub", "01890a5d-ac96-774b-bcce-b302099a8057"),
		"an unknown sid": claim("sid", "01890a5d-ac96-774b-bcce-b302099a8057"), "no sid": claim("sid", nil),
		"a cut signature":    func(f *forgery) { f.spoil = func(s string) string { return s[:len(s)-6] } },
		"no signature":       func(f *forgery) { f.spoil = func(s string) string { return s[:strings.LastIndexByte(s, '.')+1] } },
		"a fourth part":      func(f *forgery) { f.spoil = func(s string) string { return s + ".e30" } },
		"padding":            func(f *forgery) { f.spoil = func(s string) string { return s + "==" } },
		"a line break":       func(f *forgery) { f.spoil = func(s string) string { return strings.Replace(s, ".", "%0A.", 1) } },
		"two tokens as one":  func(f *forgery) { f.spoil = func(s string) string { return s + "," + s } },
		"a foreign prologue": func(f *forgery) { f.spoil = func(s string) string { return "rs_" + s } },
	}
}

func TestWristbandForgedAccessTokensAreRefused(t *testing.T) {
	t.Parallel()
	unknown, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	harness.Each(t, func(t *testing.T, w *harness.World) {
		c, p, own := wristband(w), w.Person("ada"), wbSigner(w)
		public, err := x509.MarshalPKIXPublicKey(&own.private.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		session, now := w.LogIn(p).SessionID, w.Clock.Now()
		honest := func() *forgery {
			return &forgery{
				header: map[string]any{"kid": own.id, "typ": "at+jwt"}, method: jwt.SigningMethodRS256, key: own.private,
				claims: jwt.MapClaims{
					"iss": harness.PublicURL, "aud": harness.PublicURL, "sub": p.ID, "sid": session, "jti": "1",
					"iat": now.Unix(), "nbf": now.Unix(), "exp": now.Add(time.Minute).Unix(),
				},
			}
		}
		w.Step("the unaltered token is admitted, or the rest would prove nothing", func(t *testing.T) {
			if !c.admits(honest().sign(t)) {
				t.Fatal("the unaltered token is refused: the test would prove nothing")
			}
		})
		for name, alter := range seed.InOrder(wbForgeries(own, unknown, public, now)) {
			w.Check(name, func(t *testing.T) {
				f := honest()
				alter(f)
				if c.admits(f.sign(t)) {
					t.Error("it is admitted")
				}
			})
		}
		w.Check("a client's token is one of that client", func(t *testing.T) {
			client := honest()
			client.claims["sub"], client.claims["client_id"] = c.key.ID, c.key.ID
			delete(client.claims, "sid")
			if a := w.Do(harness.Call{Method: "POST", Path: wbResets + "verify-code", Token: client.sign(t), Body: j{}}); a.Status != 400 {
				t.Fatalf("the unaltered client token is refused: %s", a.Body)
			}
			client.claims["client_id"] = w.Key("*").ID
			if a := w.Do(harness.Call{Method: "POST", Path: wbResets + "verify-code", Token: client.sign(t), Body: j{}}); a.Status != 401 {
				t.Errorf("sub and client_id differ: %d", a.Status)
			}
		})
	})
}
