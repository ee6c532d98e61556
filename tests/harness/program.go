package harness

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/models"
)

// Program is a caller without a secret: it signs assertions with its private key.
type Program struct {
	*keys.APIKey
	Private crypto.Signer
	world   *World
}

// PrivateKey makes a key for an algorithm.
func PrivateKey(t testing.TB, algorithm string) crypto.Signer {
	t.Helper()
	var k crypto.Signer
	var err error
	switch algorithm {
	case publickey.RS256:
		k, err = rsa.GenerateKey(rand.Reader, 2048)
	case publickey.ES256:
		k, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	default:
		_, k, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// PublicPEM is the public half of a private key, as a program is registered with it.
func PublicPEM(t testing.TB, private crypto.Signer) string {
	t.Helper()
	k, err := publickey.Of(private.Public())
	if err != nil {
		t.Fatal(err)
	}
	return k.PEM()
}

// Program registers a program of the world's application with these permissions.
func (w *World) Program(private crypto.Signer, permissions ...string) *Program {
	w.T.Helper()
	return w.ProgramWith(private, keys.RegisterAPIKeyInput{CreateAPIKeyInput: keys.CreateAPIKeyInput{
		Boundary: models.BoundaryApplication, ApplicationID: w.Tenant.ApplicationID, Permissions: permissions,
	}})
}

// ProgramWith registers a program.
func (w *World) ProgramWith(private crypto.Signer, in keys.RegisterAPIKeyInput) *Program {
	w.T.Helper()
	in.Name, in.PublicKey = "program", PublicPEM(w.T, private)
	k, err := w.Core.Keys.RegisterAPIKey(operator(), in)
	if err != nil {
		w.T.Fatalf("new program: %v", err)
	}
	return &Program{APIKey: k, Private: private, world: w}
}

// Header is that of the program's assertions.
func (p *Program) Header() map[string]any {
	algorithm := publickey.EdDSA
	switch p.Private.(type) {
	case *rsa.PrivateKey:
		algorithm = publickey.RS256
	case *ecdsa.PrivateKey:
		algorithm = publickey.ES256
	}
	return map[string]any{"alg": algorithm, "typ": "JWT", "kid": p.KeyID}
}

// Claims are those of an assertion that is accepted now.
func (p *Program) Claims() map[string]any {
	now := p.world.Clock.Now()
	return map[string]any{"iss": p.Subject, "sub": p.Subject, "aud": PublicURL, "iat": now.Unix(), "exp": now.Add(time.Hour).Unix()}
}

// Assertion is an assertion of the program, with these claims changed; nil removes one.
func (p *Program) Assertion(changed map[string]any) string {
	p.world.T.Helper()
	return SignJWS(p.world.T, p.Private, p.Header(), Changed(p.Claims(), changed))
}

// Changed is a copy of an object with some members changed; nil removes one.
func Changed(object, changes map[string]any) map[string]any {
	out := maps.Clone(object)
	for name, value := range changes { // each name once, so that the order does not matter
		if out[name] = value; value == nil {
			delete(out, name)
		}
	}
	return out
}

// SignJWS signs a header and claims (RFC 7515 section 5.1); either may also be JSON as it is.
func SignJWS(t testing.TB, private crypto.Signer, header, claims any) string {
	t.Helper()
	text := func(v any) string {
		raw, ok := v.(json.RawMessage)
		if !ok {
			var err error
			if raw, err = json.Marshal(v); err != nil {
				t.Fatal(err)
			}
		}
		return base64.RawURLEncoding.EncodeToString(raw)
	}
	signed := text(header) + "." + text(claims)
	sum := sha256.Sum256([]byte(signed))
	var signature []byte
	var err error
	switch k := private.(type) {
	case ed25519.PrivateKey:
		signature = ed25519.Sign(k, []byte(signed))
	case *ecdsa.PrivateKey:
		r, s, signErr := ecdsa.Sign(rand.Reader, k, sum[:])
		signature, err = make([]byte, 64), signErr
		if err == nil {
			r.FillBytes(signature[:32])
			s.FillBytes(signature[32:])
		}
	default:
		signature, err = k.Sign(rand.Reader, sum[:], crypto.SHA256)
	}
	if err != nil {
		t.Fatal(err)
	}
	return signed + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// AssertionCall asks for a token with an assertion.
func AssertionCall(assertion string) Call {
	form := url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}, "assertion": {assertion}}
	return Call{Method: http.MethodPost, Path: "/oauth/v2/token", Body: form.Encode(), Type: "application/x-www-form-urlencoded"}
}
