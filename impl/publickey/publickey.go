// Package publickey reads the public keys with which programs prove who they are.
//
// A Key is an RSA, P-256 or Ed25519 key; its type decides the one algorithm that its signatures may have
// (RFC 8725 section 3.1). The fingerprint of a key is its JWK thumbprint (RFC 7638).
//
// Parse accepts public keys alone. A private key is a mistake that has a fault of its own: it has been sent, so
// that its owner should no longer use it. No error contains what was given.
package publickey

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"math/big"
	"strings"
)

// The algorithms of signatures (RFC 7518 section 3.1, RFC 8037 section 3.1).
const (
	RS256 = "RS256"
	ES256 = "ES256"
	EdDSA = "EdDSA"
)

// Algorithms lists the algorithms.
func Algorithms() []string { return []string{RS256, ES256, EdDSA} }

// Bounds of RSA keys. Below 2,048 bits a signature can be forged with effort (NIST SP 800-57); above 4,096 its
// verification is work that an attacker gets for free. FIPS 186-5 section 5.1 requires an exponent above 2^16.
const (
	minBits     = 2048
	maxBits     = 4096
	minExponent = 1<<16 + 1
)

// MaxPEM is the length of the longest text that is read.
const MaxPEM = 4096

// Why a text is not accepted.
var (
	ErrPrivate   = errors.New("publickey: a private key")
	ErrUnread    = errors.New("publickey: not a public key in PEM")
	ErrAlgorithm = errors.New("publickey: not RSA, P-256 or Ed25519")
	ErrSize      = errors.New("publickey: an RSA key has 2,048 to 4,096 bits and an exponent of 65,537 or more")
)

// Key is a public key.
type Key struct {
	Algorithm   string // of its signatures
	Fingerprint string // RFC 7638, SHA-256 in base64url
	DER         []byte // SubjectPublicKeyInfo (RFC 5280 section 4.1)
	Public      any    // *rsa.PublicKey, *ecdsa.PublicKey or ed25519.PublicKey
}

// Parse reads a key in PEM: "PUBLIC KEY" (RFC 7468 section 13) or "RSA PUBLIC KEY" (RFC 8017 appendix A.1.1).
func Parse(text string) (*Key, error) {
	if len(text) > MaxPEM {
		return nil, ErrUnread
	}
	block, rest := pem.Decode([]byte(text))
	switch {
	case block != nil && strings.HasSuffix(block.Type, "PRIVATE KEY"):
		return nil, ErrPrivate
	case block == nil || strings.TrimSpace(string(rest)) != "":
		return nil, ErrUnread
	case block.Type == "RSA PUBLIC KEY":
		public, err := x509.ParsePKCS1PublicKey(block.Bytes)
		if err != nil {
			return nil, ErrUnread
		}
		return Of(public)
	case block.Type == "PUBLIC KEY":
		return FromDER(block.Bytes)
	}
	return nil, ErrUnread
}

// FromDER reads a SubjectPublicKeyInfo.
func FromDER(der []byte) (*Key, error) {
	public, err := x509.ParsePKIXPublicKey(der)
	if err != nil {
		return nil, ErrUnread
	}
	return Of(public)
}

// Of describes a public key.
func Of(public any) (*Key, error) {
	k := &Key{Public: public}
	var members string // of the JWK that the thumbprint is made of, in the order of their names (RFC 7638 section 3.2)
	switch p := public.(type) {
	case *rsa.PublicKey:
		if n := p.N.BitLen(); n < minBits || n > maxBits || p.E < minExponent || p.E%2 == 0 {
			return nil, ErrSize
		}
		k.Algorithm = RS256
		members = `{"e":"` + encode(big.NewInt(int64(p.E)).Bytes()) + `","kty":"RSA","n":"` + encode(p.N.Bytes()) + `"}`
	case *ecdsa.PublicKey:
		if p.Curve != elliptic.P256() {
			return nil, ErrAlgorithm
		}
		point, err := p.Bytes() // 4, x and y; an error if the point is not on the curve
		if err != nil {
			return nil, ErrUnread
		}
		k.Algorithm = ES256
		members = `{"crv":"P-256","kty":"EC","x":"` + encode(point[1:33]) + `","y":"` + encode(point[33:]) + `"}`
	case ed25519.PublicKey:
		k.Algorithm = EdDSA
		members = `{"crv":"Ed25519","kty":"OKP","x":"` + encode(p) + `"}`
	default:
		return nil, ErrAlgorithm
	}
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return nil, ErrUnread
	}
	sum := sha256.Sum256([]byte(members))
	k.DER, k.Fingerprint = der, encode(sum[:])
	return k, nil
}

// PEM is the key as Parse reads it.
func (k *Key) PEM() string {
	return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: k.DER}))
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
