package contract_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"net/http"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/models"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

const registerPath = apiKeys + "/register"

// TestRekeyRegister tells the life of an API key with a public key.
func TestRekeyRegister(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		n := asOwner(w)
		body := func(of *models.Tenant, changed j) j {
			return harness.Changed(j{"name": "sync", "boundary": "tenant", "applicationId": of.ApplicationID, "tenantId": of.ID, "permissions": []string{"users:read"},
				"publicKey": harness.PublicPEM(t, harness.PrivateKey(t, publickey.EdDSA))}, changed)
		}
		foreign := w.NewTenant("Umbrella", false, models.DefaultSettings())
		var id string
		w.Step("the server names the program and its key, and shows no secret", func(t *testing.T) {
			a := n.must(201, http.MethodPost, registerPath, body(w.Tenant, nil))
			id = a.Field(t, "id")
			if a.Field(t, "subject") != id || a.Field(t, "keyId") != a.Field(t, "fingerprint") || a.Field(t, "key") != "" || a.Field(t, "clientSecret") != "" || a.Header.Get("ETag") != `"1"` {
				t.Error(a.Body)
			}
			if got := n.get(apiKeys + "/" + id); got.Body != a.Body {
				t.Errorf("%s, want %s", got.Body, a.Body)
			}
			events := n.get("/v1/events?action=api_key.create").Body
			if !strings.Contains(events, "key "+id) || strings.Contains(events, "BEGIN") {
				t.Error(events)
			}
		})
		w.Check("it has no secret to rotate, and can be changed", func(t *testing.T) {
			n.refused(409, "api_key_without_secret", http.MethodPost, apiKeys+"/"+id+"/rotate", j{})
			if a := n.must(200, http.MethodPatch, apiKeys+"/"+id, j{"name": "nightly sync"}); a.Field(t, "fingerprint") == "" || a.Field(t, "subject") != id {
				t.Error(a.Body)
			}
		})
		w.Step("a subject is unique in the installation until its key is revoked", func(t *testing.T) {
			named := j{"subject": "239120551178895361", "keyId": "1"}
			first := n.must(201, http.MethodPost, registerPath, body(w.Tenant, named)).Field(t, "id")
			n.refused(409, "subject_taken", http.MethodPost, registerPath, body(w.Tenant, named))
			there := native{w, w.TenantKey(foreign, "api-keys:write", "users:read").Key.Reveal()}
			there.refused(409, "subject_taken", http.MethodPost, registerPath, body(foreign, named))
			n.must(201, http.MethodPost, registerPath, body(w.Tenant, j{"subject": "239120551178895362", "keyId": "1"}))
			n.must(204, http.MethodDelete, apiKeys+"/"+first, nil)
			if a := n.get(apiKeys + "/" + first); a.Field(t, "subject") != "" || a.Field(t, "keyId") != "1" || a.Field(t, "fingerprint") == "" {
				t.Error(a.Body)
			}
			n.must(201, http.MethodPost, registerPath, body(w.Tenant, named))
		})
		w.Check("nobody grants more than he has, or elsewhere", func(t *testing.T) {
			there := native{w, w.TenantKey(foreign, "api-keys:write", "api-keys:read", "users:read").Key.Reveal()}
			there.refused(403, "grants_more", http.MethodPost, registerPath, body(foreign, j{"permissions": []string{"*"}}))
			there.refused(403, "grants_more", http.MethodPost, registerPath, body(w.Tenant, nil))
			there.refused(403, "platform_only", http.MethodPost, registerPath, body(foreign, j{"requestsPerMinute": 10}))
			if a := there.get(apiKeys + "/" + id); a.Status != http.StatusNotFound {
				t.Error(a.Body)
			}
		})
		for name, text := range seed.InOrder(registerRefused(t)) {
			w.Check("refused as a public key: "+name, func(t *testing.T) {
				a := n.refused(422, "api_key_invalid", http.MethodPost, registerPath, body(w.Tenant, j{"publicKey": text}))
				if !strings.Contains(a.Body, `"/publicKey"`) || strings.Contains(a.Body, "BEGIN RSA") || len(text) > 60 && strings.Contains(a.Body, text[40:60]) {
					t.Error(a.Body)
				}
			})
		}
		w.Check("a private key is named as the mistake that it is", func(t *testing.T) {
			text := registerRefused(t)["a private key"]
			if a := n.refused(422, "api_key_invalid", http.MethodPost, registerPath, body(w.Tenant, j{"publicKey": text})); !strings.Contains(a.Body, `"private_key"`) {
				t.Error(a.Body)
			}
			if strings.Contains(w.Log.String(), text[40:60]) {
				t.Error("it is in the log")
			}
		})
		w.Check("a name has only the characters that an assertion may have", func(t *testing.T) {
			for _, bad := range []string{"", "a b", "ä", strings.Repeat("x", 65), "a/b", "a\n"} {
				n.refused(400, "malformed_request", http.MethodPost, registerPath, body(w.Tenant, j{"subject": bad}))
				n.refused(400, "malformed_request", http.MethodPost, registerPath, body(w.Tenant, j{"keyId": bad}))
			}
		})
		w.Check("a user has no such key", func(t *testing.T) {
			n.refused(422, "api_key_invalid", http.MethodPost, registerPath, j{"name": "x", "boundary": "self", "publicKey": body(w.Tenant, nil)["publicKey"]})
		})
	})
}

func registerRefused(t *testing.T) map[string]string {
	t.Helper()
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	large, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public := func(k any) string {
		der, err := x509.MarshalPKIXPublicKey(k)
		if err != nil {
			t.Fatal(err)
		}
		return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	}
	return map[string]string{
		"RSA of 1,024 bits": public(&small.PublicKey), "P-384": public(&large.PublicKey), "no PEM": "ssh-ed25519 AAAA",
		"a private key": string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(small)})),
	}
}
