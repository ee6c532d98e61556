package publickey

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"strings"
)

// Why a key file is not read.
var (
	ErrKeyFile     = errors.New("publickey: not a key file, and not a key in PEM")
	ErrKeyFileKind = errors.New(`publickey: a key file of another type than "serviceaccount"`)
)

// Owner is whose key a file has: the public half, with the names that the file gives it; a key in PEM has none.
type Owner struct {
	Subject, KeyID string
	Key            *Key
}

// keyFile is a key file as the vendors' clients read it.
type keyFile struct {
	Type   string `json:"type"`
	KeyID  string `json:"keyId"`
	Key    string `json:"key"`
	UserID string `json:"userId"`
}

// serviceAccount is the type of the key file of a program.
const serviceAccount = "serviceaccount"

// ReadOwner reads a key file, a private key or a public key. The private key goes no further than this function.
func ReadOwner(raw []byte) (*Owner, error) {
	text := strings.TrimSpace(string(raw))
	if !strings.HasPrefix(text, "{") {
		k, err := publicOf(text)
		return &Owner{Key: k}, err
	}
	var f keyFile
	if json.Unmarshal([]byte(text), &f) != nil {
		return nil, ErrKeyFile
	}
	if f.Type != serviceAccount {
		return nil, ErrKeyFileKind
	}
	if f.KeyID == "" || f.UserID == "" {
		return nil, ErrKeyFile
	}
	k, err := publicOf(f.Key)
	return &Owner{Subject: f.UserID, KeyID: f.KeyID, Key: k}, err
}

// publicOf reads a public key, or the public half of a private one in PKCS#1, PKCS#8 or SEC 1.
func publicOf(text string) (*Key, error) {
	k, err := Parse(text)
	if !errors.Is(err, ErrPrivate) {
		return k, err
	}
	block, _ := pem.Decode([]byte(text))
	var private any
	switch block.Type {
	case "RSA PRIVATE KEY":
		private, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "EC PRIVATE KEY":
		private, err = x509.ParseECPrivateKey(block.Bytes)
	default:
		private, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	}
	signer, ok := private.(crypto.Signer)
	if err != nil || !ok {
		return nil, ErrKeyFile // err could quote the key
	}
	return Of(signer.Public())
}

// Private is a new private key, which only File writes.
type Private struct {
	Public *Key
	key    *rsa.PrivateKey
}

// NewPrivate makes an RSA key of 2,048 bits: every client that reads a key file can sign with it.
func NewPrivate() (*Private, error) {
	k, err := rsa.GenerateKey(rand.Reader, minBits)
	if err != nil {
		return nil, err
	}
	public, err := Of(&k.PublicKey)
	return &Private{Public: public, key: k}, err
}

// File is the key file of a program.
func (p *Private) File(subject, keyID string) ([]byte, error) {
	block := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(p.key)})
	raw, err := json.Marshal(keyFile{Type: serviceAccount, KeyID: keyID, Key: string(block), UserID: subject})
	return append(raw, '\n'), err
}
