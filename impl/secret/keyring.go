package secret

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"

	"golang.org/x/crypto/chacha20poly1305"
)

// MinSecretBytes is the least the secret file may hold.
const MinSecretBytes = 32

// Digest is what is stored in place of a high-entropy secret.
type Digest [sha256.Size]byte

// Bytes gives the digest as the databases take it.
func (d Digest) Bytes() []byte { return d[:] }

// Sum digests a high-entropy secret together with what it is for, so that a secret
// of one kind is unknown as any other kind. ASVS 5.0 6.5.2 allows a plain SHA-256
// from 112 bits up.
func Sum(kind string, parts ...string) Digest {
	h := sha256.New()
	writeParts(h, kind, parts)
	return Digest(h.Sum(nil))
}

// Keyring holds the keys derived from the secret file: one for each use, so that
// no use can be turned against another.
type Keyring struct {
	current  derived
	previous []derived
}

type derived struct {
	id     string // short public name of the secret, stored beside what it sealed
	pepper []byte
	mac    []byte
	seal   []byte
	page   []byte
}

// NewKeyring derives keys from the current secret and, for rotation, earlier ones.
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

// LoadKeyring reads the secret file, and FILE.previous when a rotation left one.
func LoadKeyring(path string) (*Keyring, error) {
	current, err := readSecret(path)
	if err != nil {
		return nil, err
	}
	previous, err := readSecret(path + ".previous")
	if errors.Is(err, os.ErrNotExist) {
		return NewKeyring(current)
	}
	if err != nil {
		return nil, err
	}
	return NewKeyring(current, previous)
}

func readSecret(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("secret file %s cannot be read; `rekey init` creates it: %w", path, err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("secret file %s is readable by others; run: chmod 600 %s", path, path)
	}
	material, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("secret file %s: %w", path, err)
	}
	return material, nil
}

func derive(material []byte) (derived, error) {
	if len(material) < MinSecretBytes {
		return derived{}, fmt.Errorf("secret: need at least %d bytes, have %d", MinSecretBytes, len(material))
	}
	var d derived
	for use, into := range map[string]*[]byte{"pepper": &d.pepper, "mac": &d.mac, "seal": &d.seal, "page": &d.page} {
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

// Pepper is the keyed step before password hashing (SP 800-63B-4 section 3.1.1.2:
// a secret held apart from the hashes). The empty id is an unpeppered, imported hash.
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

// MAC authenticates a low-entropy value, such as an OTP, under a server key
// (ASVS 5.0 6.5.2).
func (k *Keyring) MAC(kind string, parts ...string) Digest {
	m := hmac.New(sha256.New, k.current.mac)
	writeParts(m, kind, parts)
	return Digest(m.Sum(nil))
}

// MatchMAC compares in constant time, under the current and earlier keys.
func (k *Keyring) MatchMAC(stored []byte, kind string, parts ...string) bool {
	for _, d := range append([]derived{k.current}, k.previous...) {
		m := hmac.New(sha256.New, d.mac)
		writeParts(m, kind, parts)
		if hmac.Equal(stored, m.Sum(nil)) {
			return true
		}
	}
	return false
}

// Seal encrypts what must rest in a row until it is delivered; context binds the
// ciphertext to its row.
func (k *Keyring) Seal(plain []byte, context string) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(k.current.seal)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(plain)+aead.Overhead())
	_, _ = rand.Read(nonce)
	return aead.Seal(nonce, nonce, plain, []byte(context)), nil
}

// ErrUnsealable means the row was changed, or sealed under a secret no longer known.
var ErrUnsealable = errors.New("secret: cannot unseal")

// Unseal reverses Seal.
func (k *Keyring) Unseal(sealed []byte, context string) ([]byte, error) {
	for _, d := range append([]derived{k.current}, k.previous...) {
		aead, err := chacha20poly1305.NewX(d.seal)
		if err != nil {
			return nil, err
		}
		if len(sealed) < aead.NonceSize() {
			return nil, ErrUnsealable
		}
		if plain, err := aead.Open(nil, sealed[:aead.NonceSize()], sealed[aead.NonceSize():], []byte(context)); err == nil {
			return plain, nil
		}
	}
	return nil, ErrUnsealable
}

func (k *Keyring) find(id string) (derived, bool) {
	for _, d := range append([]derived{k.current}, k.previous...) {
		if d.id == id {
			return d, true
		}
	}
	return derived{}, false
}

type byteWriter interface{ Write([]byte) (int, error) }

// writeParts separates parts by length, so that no two lists give the same bytes.
func writeParts(w byteWriter, kind string, parts []string) {
	for _, s := range append([]string{kind}, parts...) {
		n := len(s)
		_, _ = w.Write([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		_, _ = w.Write([]byte(s))
	}
}
