package secret

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
)

// MinSecretBytes is the least size of a secret file.
const MinSecretBytes = 32

// Digest is stored in place of a secret of high entropy.
type Digest [sha256.Size]byte

// Bytes returns the digest in the form that the databases store.
func (d Digest) Bytes() []byte { return d[:] }

// Sum digests a secret of high entropy together with its kind, so that a secret of one kind is not
// accepted as another. ASVS 5.0 6.5.2 allows a plain SHA-256 for secrets of 112 bits or more.
func Sum(kind string, parts ...string) Digest {
	h := sha256.New()
	writeParts(h, kind, parts)
	return Digest(h.Sum(nil))
}

// Keyring holds the keys that are derived from the secret file: one for each use, so that one use
// cannot be turned against another.
type Keyring struct {
	current  derived
	previous []derived
}

type derived struct {
	id     string // short public name of the secret; stored beside password hashes
	file   string // where it was read; empty if it came from no file
	pepper []byte
	mac    []byte
	seal   []byte
	page   []byte
	check  []byte
}

// NewKeyring derives keys from the current secret and from earlier ones, which a rotation leaves.
func NewKeyring(current []byte, previous ...[]byte) (*Keyring, error) {
	k := &Keyring{}
	d, err := derive(current)
	if err != nil {
		return nil, err
	}
	k.current = d
	for _, p := range previous {
		if d, err = derive(p); err != nil {
			return nil, err
		}
		k.previous = append(k.previous, d)
	}
	return k, nil
}

func derive(material []byte) (derived, error) {
	if len(material) < MinSecretBytes {
		return derived{}, fmt.Errorf("secret: need at least %d bytes, have %d", MinSecretBytes, len(material))
	}
	var d derived
	for use, into := range map[string]*[]byte{"pepper": &d.pepper, "mac": &d.mac, "seal": &d.seal, "page": &d.page, "check": &d.check} {
		key, err := hkdf.Key(sha256.New, material, nil, "rekey/v1/"+use, 32)
		if err != nil {
			return derived{}, fmt.Errorf("secret: derive %s: %w", use, err)
		}
		*into = key
	}
	id, err := hkdf.Key(sha256.New, material, nil, "rekey/v1/id", 4)
	if err != nil {
		return derived{}, fmt.Errorf("secret: derive id: %w", err)
	}
	d.id = hex.EncodeToString(id)
	return d, nil
}

// PepperID names the pepper that new password hashes use.
func (k *Keyring) PepperID() string { return k.current.id }

// Knows tells whether the keyring has a pepper.
func (k *Keyring) Knows(id string) bool {
	_, ok := k.find(id)
	return ok
}

// Pepper is the keyed step before password hashing (SP 800-63B-4 section 3.1.1.2: a secret stored
// separately from the hashes). The empty id is that of an imported hash, which has no pepper.
func (k *Keyring) Pepper(id string, p Password) ([]byte, error) {
	if id == "" {
		return []byte(p.Reveal()), nil
	}
	d, ok := k.find(id)
	if !ok {
		return nil, fmt.Errorf("secret: no key %q in the secret file or its .previous", id)
	}
	m := hmac.New(sha256.New, d.pepper)
	m.Write([]byte(p.Reveal()))
	return m.Sum(nil), nil
}

// MAC is what is stored of a secret of low entropy, such as an OTP: a MAC under a key of the server
// (ASVS 5.0 6.5.2).
func (k *Keyring) MAC(kind string, parts ...string) Digest {
	return macOf(k.current.mac, kind, parts...)
}

// MACs are the MACs of a value under each key, the current key first.
func (k *Keyring) MACs(kind string, parts ...string) []Digest {
	var list []Digest
	for _, d := range k.all() {
		list = append(list, macOf(d.mac, kind, parts...))
	}
	return list
}

func macOf(key []byte, kind string, parts ...string) Digest {
	m := hmac.New(sha256.New, key)
	writeParts(m, kind, parts)
	return Digest(m.Sum(nil))
}

// MatchMAC compares a stored MAC with those under the current and the earlier keys, in constant time.
func (k *Keyring) MatchMAC(stored []byte, kind string, parts ...string) bool {
	_, ok := k.KeyOfMAC(stored, kind, parts...)
	return ok
}

// KeyOfMAC names the key that made a MAC.
func (k *Keyring) KeyOfMAC(stored []byte, kind string, parts ...string) (id string, ok bool) {
	for _, d := range k.all() {
		if made := macOf(d.mac, kind, parts...); hmac.Equal(stored, made.Bytes()) {
			return d.id, true
		}
	}
	return "", false
}

// Seal encrypts what is stored and must be read again, such as a message until it is sent. The context
// binds the ciphertext to its row.
func (k *Keyring) Seal(plain []byte, context string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(k.current.seal)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(plain)+aead.Overhead())
	_, _ = rand.Read(nonce)
	return aead.Seal(nonce, nonce, plain, []byte(context)), nil
}

// ErrUnsealable means that the row was changed, or that it was sealed with a secret that is not here.
var ErrUnsealable = errors.New("secret: cannot unseal")

// Unseal reverses Seal.
func (k *Keyring) Unseal(sealed []byte, context string) ([]byte, error) {
	plain, _, err := k.open(sealed, context)
	return plain, err
}

// KeyOfSeal names the key that sealed a value.
func (k *Keyring) KeyOfSeal(sealed []byte, context string) (id string, ok bool) {
	_, id, err := k.open(sealed, context)
	return id, err == nil
}

func (k *Keyring) open(sealed []byte, context string) (plain []byte, id string, err error) {
	for _, d := range k.all() {
		aead, err := chacha20poly1305.NewX(d.seal)
		if err != nil {
			return nil, "", err
		}
		if len(sealed) < aead.NonceSize() {
			return nil, "", ErrUnsealable
		}
		if plain, err := aead.Open(nil, sealed[:aead.NonceSize()], sealed[aead.NonceSize():], []byte(context)); err == nil {
			return plain, d.id, nil
		}
	}
	return nil, "", ErrUnsealable
}

// all lists the keys, the current one first.
func (k *Keyring) all() []derived { return append([]derived{k.current}, k.previous...) }

func (k *Keyring) find(id string) (derived, bool) {
	for _, d := range k.all() {
		if d.id == id {
			return d, true
		}
	}
	return derived{}, false
}

type byteWriter interface{ Write([]byte) (int, error) }

// writeParts writes the length of each part before it, so that no two lists give the same bytes.
func writeParts(w byteWriter, kind string, parts []string) {
	for _, s := range append([]string{kind}, parts...) {
		n := len(s)
		_, _ = w.Write([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		_, _ = w.Write([]byte(s))
	}
}
