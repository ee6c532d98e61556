package publickey_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/tests/seed"
)

func encoded(t *testing.T, kind string, der []byte, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}

func spki(t *testing.T, public any) string {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(public)
	return encoded(t, "PUBLIC KEY", der, err)
}

func newRSA(t *testing.T, bits int) *rsa.PrivateKey {
	t.Helper()
	k, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestTheThumbprintIsThatOfTheStandard: the key and the thumbprint of RFC 7638 section 3.1, and those of RFC 8037
// appendix A.3.
func TestTheThumbprintIsThatOfTheStandard(t *testing.T) {
	t.Parallel()
	n, err := base64.RawURLEncoding.DecodeString("0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs" +
		"tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw")
	if err != nil {
		t.Fatal(err)
	}
	x, err := base64.RawURLEncoding.DecodeString("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
	if err != nil {
		t.Fatal(err)
	}
	for want, public := range seed.InOrder(map[string]any{
		"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs": &rsa.PublicKey{N: new(big.Int).SetBytes(n), E: 65537},
		"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k": ed25519.PublicKey(x),
	}) {
		if k, err := publickey.Of(public); err != nil || k.Fingerprint != want {
			t.Errorf("%v %v, want %s", k, err, want)
		}
	}
}

func TestWhatIsAPublicKey(t *testing.T) {
	t.Parallel()
	private := newRSA(t, 2048)
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	edwards, hidden, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for algorithm, text := range seed.InOrder(map[string]string{
		publickey.RS256: spki(t, &private.PublicKey), publickey.ES256: spki(t, &curve.PublicKey), publickey.EdDSA: spki(t, edwards),
	}) {
		k, err := publickey.Parse(text)
		if err != nil || k.Algorithm != algorithm || k.PEM() != text {
			t.Errorf("%s: %+v %v", algorithm, k, err)
		}
	}
	old, err := publickey.Parse(encoded(t, "RSA PUBLIC KEY", x509.MarshalPKCS1PublicKey(&private.PublicKey), nil))
	if err != nil || old.PEM() != spki(t, &private.PublicKey) {
		t.Errorf("PKCS#1: %v", err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(hidden)
	for text, want := range seed.InOrder(map[string]error{
		"": publickey.ErrUnread, "ssh-rsa AAAA": publickey.ErrUnread, strings.Repeat("x", publickey.MaxPEM+1): publickey.ErrUnread,
		spki(t, &private.PublicKey) + spki(t, &curve.PublicKey):                     publickey.ErrUnread,
		encoded(t, "CERTIFICATE", []byte("x"), nil):                                 publickey.ErrUnread,
		encoded(t, "PUBLIC KEY", []byte("x"), nil):                                  publickey.ErrUnread,
		encoded(t, "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(private), nil):    publickey.ErrPrivate,
		encoded(t, "PRIVATE KEY", pkcs8, err):                                       publickey.ErrPrivate,
		spki(t, &other.PublicKey):                                                   publickey.ErrAlgorithm,
		spki(t, &newRSA(t, 1024).PublicKey):                                         publickey.ErrSize,
		spki(t, &rsa.PublicKey{N: private.N, E: 3}):                                 publickey.ErrSize,
		spki(t, &rsa.PublicKey{N: new(big.Int).Lsh(private.N, 4096), E: private.E}): publickey.ErrSize,
	}) {
		if _, err := publickey.Parse(text); !errors.Is(err, want) {
			t.Errorf("%.30s: %v, want %v", text, err, want)
		}
	}
}
