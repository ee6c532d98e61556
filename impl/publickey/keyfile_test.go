package publickey_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/tests/seed"
)

func TestAKeyFileIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	p, err := publickey.NewPrivate()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := p.File("239120551178895361", "239120551178895617")
	if err != nil {
		t.Fatal(err)
	}
	var members map[string]string
	if err := json.Unmarshal(raw, &members); err != nil || len(members) != 4 || members["type"] != "serviceaccount" ||
		!strings.HasPrefix(members["key"], "-----BEGIN RSA PRIVATE KEY-----\n") {
		t.Errorf("%v %v", members, err)
	}
	owner, err := publickey.ReadOwner(raw)
	if err != nil || owner.Subject != "239120551178895361" || owner.KeyID != "239120551178895617" || owner.Key.Fingerprint != p.Public.Fingerprint {
		t.Errorf("%+v %v", owner, err)
	}
	if shown := fmt.Sprintf("%v %+v", owner, owner.Key); strings.Contains(shown, "PRIVATE") {
		t.Error("the private key is kept")
	}
}

func TestWhatIsAKeyFile(t *testing.T) {
	t.Parallel()
	private := newRSA(t, 2048)
	pkcs1 := encoded(t, "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(private), nil)
	der, err := x509.MarshalPKCS8PrivateKey(private)
	pkcs8 := encoded(t, "PRIVATE KEY", der, err)
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err = x509.MarshalECPrivateKey(curve)
	sec1 := encoded(t, "EC PRIVATE KEY", der, err)
	file := func(kind, key string) string {
		raw, err := json.Marshal(map[string]string{"type": kind, "keyId": "1", "userId": "2", "key": key, "expirationDate": "9999-12-31T23:59:59Z"})
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	want, err := publickey.Of(&private.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range seed.InOrder(map[string]string{
		"PKCS#1": pkcs1, "PKCS#8": pkcs8, "public": want.PEM(), "key file": file("serviceaccount", pkcs1), "key file, PKCS#8": "\n" + file("serviceaccount", pkcs8),
	}) {
		if owner, err := publickey.ReadOwner([]byte(text)); err != nil || owner.Key.Fingerprint != want.Fingerprint {
			t.Errorf("%s: %v", name, err)
		}
	}
	if owner, err := publickey.ReadOwner([]byte(sec1)); err != nil || owner.Key.Algorithm != publickey.ES256 {
		t.Errorf("SEC 1: %v", err)
	}
	for text, want := range seed.InOrder(map[string]error{
		"": publickey.ErrUnread, "{": publickey.ErrKeyFile, "{}": publickey.ErrKeyFileKind, file("application", pkcs1): publickey.ErrKeyFileKind,
		`{"type":"serviceaccount","key":""}`: publickey.ErrKeyFile, file("serviceaccount", "x"): publickey.ErrUnread,
		encoded(t, "RSA PRIVATE KEY", []byte("x"), nil): publickey.ErrKeyFile, encoded(t, "ENCRYPTED PRIVATE KEY", []byte("x"), nil): publickey.ErrKeyFile,
	}) {
		if _, err := publickey.ReadOwner([]byte(text)); !errors.Is(err, want) {
			t.Errorf("%.40s: %v, want %v", text, err, want)
		}
	}
}
