package access

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"math/big"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// rsaBits: 2,048 bits give 112 bits of strength, what NIST SP 800-57 asks until 2030,
// for tokens that live minutes. RS256 is what the clients of JWKS know best.
const rsaBits = 2048

type signingKey struct {
	id      string
	private *rsa.PrivateKey
	public  *rsa.PublicKey
}

var errNoKey = errors.New("access: unknown signing key")

// signingKeys lists the keys, after making the first one if there is none. Two nodes
// that start together may make one each: both are published, the newer one signs.
func (a *Access) signingKeys(ctx context.Context) ([]models.SigningKey, error) {
	rows, err := a.Store.Read(ctx).SigningKeys()
	if err != nil || len(rows) > 0 {
		return rows, err
	}
	private, err := rsa.GenerateKey(rand.Reader, rsaBits)
	if err != nil {
		return nil, err
	}
	public, err := x509.MarshalPKIXPublicKey(&private.PublicKey)
	if err != nil {
		return nil, err
	}
	tx := a.Store.Write(ctx)
	row := models.SigningKey{ID: secret.NewID(), Public: public, CreatedAt: tx.Now}
	if row.Sealed, err = a.Keyring.Seal(x509.MarshalPKCS1PrivateKey(private), row.SealedFor()); err != nil {
		return nil, err
	}
	if err := tx.InsertSigningKey(&row); err != nil {
		return nil, err
	}
	return []models.SigningKey{row}, nil
}

// currentKey signs: the newest one.
func (a *Access) currentKey(ctx context.Context) (*signingKey, error) {
	rows, err := a.signingKeys(ctx)
	if err != nil {
		return nil, err
	}
	return a.open(rows[0])
}

// keyByID finds the key of a token. The id is only ever compared with those stored.
func (a *Access) keyByID(ctx context.Context, id string) (*signingKey, error) {
	a.mu.RLock()
	key, ok := a.keys[id]
	a.mu.RUnlock()
	if ok {
		return key, nil
	}
	rows, err := a.Store.Read(ctx).SigningKeys()
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.ID == id {
			return a.open(row)
		}
	}
	return nil, errNoKey
}

func (a *Access) open(row models.SigningKey) (*signingKey, error) {
	a.mu.RLock()
	key, ok := a.keys[row.ID]
	a.mu.RUnlock()
	if ok {
		return key, nil
	}
	der, err := a.Keyring.Unseal(row.Sealed, row.SealedFor())
	if err != nil {
		return nil, err
	}
	private, err := x509.ParsePKCS1PrivateKey(der)
	if err != nil {
		return nil, errors.New("access: the stored signing key is damaged") // err could quote it
	}
	key = &signingKey{id: row.ID, private: private, public: &private.PublicKey}
	a.mu.Lock()
	a.keys[row.ID] = key
	a.mu.Unlock()
	return key, nil
}

// JWK is a public signing key (RFC 7517).
type JWK struct {
	KeyID    string
	Modulus  string
	Exponent string
}

// PublicKeys lists the keys that verify our tokens.
func (a *Access) PublicKeys(ctx context.Context) ([]JWK, error) {
	rows, err := a.signingKeys(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]JWK, 0, len(rows))
	for _, row := range rows {
		any, err := x509.ParsePKIXPublicKey(row.Public)
		if err != nil {
			return nil, err
		}
		public, ok := any.(*rsa.PublicKey)
		if !ok {
			return nil, errNoKey
		}
		out = append(out, JWK{
			KeyID:    row.ID,
			Modulus:  base64.RawURLEncoding.EncodeToString(public.N.Bytes()),
			Exponent: base64.RawURLEncoding.EncodeToString(big.NewInt(int64(public.E)).Bytes()),
		})
	}
	return out, nil
}
