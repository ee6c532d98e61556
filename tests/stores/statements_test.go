package stores_test

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/trail"
	"github.com/rekeyhq/rekey/tests/harness"
	"github.com/rekeyhq/rekey/tests/seed"
)

// compact is the JWS in compact serialization (RFC 7515 section 7.1) that version 0.1 wrote.
func compact(t testing.TB, private *rsa.PrivateKey, header, payload string) string {
	t.Helper()
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString([]byte(payload))
	sum := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, private, crypto.SHA256, sum[:])
	must(t, err)
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// TestAStatementIsSignedAsEver: byte for byte as before, so that archives and checkpoints of
// every version verify; and nothing else is taken for one.
func TestAStatementIsSignedAsEver(t *testing.T) {
	t.Parallel()
	harness.Each(t, func(t *testing.T, w *harness.World) {
		a := signer(t, w)
		_, err := a.PublicKeys(t.Context()) // makes the key, if there is none
		must(t, err)
		rows, err := w.Store.Read(t.Context()).SigningKeys()
		must(t, err)
		row := rows[0]
		der, err := w.Keyring.Unseal(row.Sealed, row.SealedFor())
		must(t, err)
		private, err := x509.ParsePKCS1PrivateKey(der)
		must(t, err)
		header := func(algorithm, id, kind string) string {
			return fmt.Sprintf(`{"alg":%q,"kid":%q,"typ":%q}`, algorithm, id, kind)
		}
		usual := header("RS256", row.ID, trail.CheckpointType)
		for _, statement := range []string{
			`{"iss":"https://id.example.com/a?b=1\u0026c","iat":1,"tenantId":"","sequence":9007199254740993,"head":"00ff"}`, `{}`,
		} {
			before := compact(t, private, usual, statement)
			now, err := a.Attest(t.Context(), trail.CheckpointType, []byte(statement))
			if err != nil || now != before {
				t.Errorf("%s is signed as\n%s (%v), and was as\n%s", statement, now, err, before)
			}
			if got, err := a.ReadAttested(t.Context(), trail.CheckpointType, before); err != nil || string(got) != statement {
				t.Errorf("%s is read as %s, %v", statement, got, err)
			}
		}

		other, err := rsa.GenerateKey(rand.Reader, 2048)
		must(t, err)
		statement := `{"sequence":1}`
		genuine := compact(t, private, usual, statement)
		parts := strings.Split(genuine, ".")
		public, err := x509.MarshalPKIXPublicKey(&private.PublicKey)
		must(t, err)
		symmetric := base64.RawURLEncoding.EncodeToString([]byte(header("HS256", row.ID, trail.CheckpointType))) + "." + parts[1]
		mac := hmac.New(sha256.New, public)
		mac.Write([]byte(symmetric))
		none := base64.RawURLEncoding.EncodeToString([]byte(header("none", row.ID, trail.CheckpointType)))
		for name, signed := range seed.InOrder(map[string]string{
			"another type":                   compact(t, private, header("RS256", row.ID, trail.ArchiveType), statement),
			"a token's type":                 compact(t, private, header("RS256", row.ID, "at+jwt"), statement),
			"no type":                        compact(t, private, fmt.Sprintf(`{"alg":"RS256","kid":%q}`, row.ID), statement),
			"an unknown key":                 compact(t, private, header("RS256", "other", trail.CheckpointType), statement),
			"no key":                         compact(t, private, fmt.Sprintf(`{"alg":"RS256","typ":%q}`, trail.CheckpointType), statement),
			"another's signature":            compact(t, other, usual, statement),
			"another statement":              parts[0] + "." + base64.RawURLEncoding.EncodeToString([]byte(`{"sequence":2}`)) + "." + parts[2],
			"no algorithm":                   none + "." + parts[1] + ".",
			"the public key as a shared one": symmetric + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)),
			"a fourth part":                  genuine + ".e30",
			"padding":                        genuine + "=",
			"two parts":                      parts[0] + "." + parts[1],
			"nothing":                        "",
		}) {
			if got, err := a.ReadAttested(t.Context(), trail.CheckpointType, signed); err != nil || got != nil {
				t.Errorf("%s: %s, %v", name, got, err)
			}
		}
	})
}
