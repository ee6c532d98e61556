package access

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"math/big"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// rsaBits: 2,048 bits give 112 bits of strength, what NIST SP 800-57 asks until 2030,
// for tokens that live minutes. RS256 is what the clients of JWKS know best.
const rsaBits = 2048

// keysLife is how long a server goes on with the keys that it read: so long after a key
// was retired on another server its tokens may still be accepted on this one.
const keysLife = time.Minute

type signingKey struct {
	id      string
	sealed  []byte
	private *rsa.PrivateKey
	public  *rsa.PublicKey // of the private half: the column beside it is not authenticated
	broken  error          // it cannot be unsealed, and is named by a token or signs
}

// keys is what the database said at one time. It is replaced as a whole, never added to.
type keys struct {
	at     time.Time
	rows   []models.SigningKey // the newest first
	opened map[string]*signingKey
}

var errNoKey = errors.New("access: unknown signing key")

// known are the keys as this server read them within the last minute.
func (a *Access) known(ctx context.Context) (*keys, error) {
	a.mu.RLock()
	k := a.keys
	a.mu.RUnlock()
	if k != nil {
		if age := a.Clock.Now().Sub(k.at); age >= 0 && age < keysLife {
			return k, nil
		}
	}
	return a.read(ctx)
}

// read asks the database for the keys. One that was opened before is not opened again.
func (a *Access) read(ctx context.Context) (*keys, error) {
	rd := a.Store.Read(ctx)
	rows, err := rd.SigningKeys()
	if err != nil {
		return nil, err
	}
	a.mu.RLock()
	before := a.keys
	a.mu.RUnlock()
	k := &keys{at: rd.Now, rows: rows, opened: make(map[string]*signingKey, len(rows))}
	for _, row := range rows {
		k.opened[row.ID] = a.reopen(before, row)
	}
	a.mu.Lock()
	a.keys = k
	a.mu.Unlock()
	return k, nil
}

// Reread has the keys read again at their next use.
func (a *Access) Reread() {
	a.mu.Lock()
	a.keys = nil
	a.mu.Unlock()
}

func (a *Access) reopen(before *keys, row models.SigningKey) *signingKey {
	if before != nil {
		if old := before.opened[row.ID]; old != nil && bytes.Equal(old.sealed, row.Sealed) {
			return old
		}
	}
	return a.open(row)
}

func (a *Access) open(row models.SigningKey) *signingKey {
	key := &signingKey{id: row.ID, sealed: row.Sealed}
	der, err := a.Keyring.Unseal(row.Sealed, row.SealedFor())
	if err != nil {
		key.broken = err
		return key
	}
	if key.private, err = x509.ParsePKCS1PrivateKey(der); err != nil {
		key.broken = errors.New("access: the stored signing key is damaged") // err could quote it
		return key
	}
	key.public = &key.private.PublicKey
	return key
}

// currentKey signs. It is read for each signature: a server must not go on signing with
// a key that others refuse already.
func (a *Access) currentKey(ctx context.Context) (*signingKey, error) {
	k, err := a.withCurrent(ctx)
	if err != nil {
		return nil, err
	}
	key := k.opened[models.CurrentSigningKey(k.rows, k.at).ID]
	return key, key.broken
}

// withCurrent reads the keys, one of which signs: if there is none, it makes one.
func (a *Access) withCurrent(ctx context.Context) (*keys, error) {
	k, err := a.read(ctx)
	if err != nil || models.CurrentSigningKey(k.rows, k.at) != nil {
		return k, err
	}
	a.making.Lock() // on this server; other servers meet in the unique sequence
	defer a.making.Unlock()
	for range 3 {
		if k, err = a.read(ctx); err != nil || models.CurrentSigningKey(k.rows, k.at) != nil {
			return k, err
		}
		if err := a.makeKey(ctx); err != nil && !errors.Is(err, store.ErrDuplicate) {
			return nil, err
		}
	}
	return nil, errNoKey
}

// makeKey makes a key that signs at once, unless another server does it in this moment.
func (a *Access) makeKey(ctx context.Context) error {
	key, err := a.NewSigningKey()
	if err != nil {
		return err
	}
	return a.Store.InTx(ctx, func(tx *store.Tx) error {
		// In this order: what another server commits in between is seen by the second read,
		// and what it commits later takes the same place.
		last, err := tx.LastSigningKey()
		if err != nil {
			return err
		}
		rows, err := tx.SigningKeys()
		if err != nil || models.CurrentSigningKey(rows, tx.Now) != nil { // another server was faster
			return err
		}
		key.Sequence, key.CreatedAt, key.SignsFrom = last+1, tx.Now, tx.Now
		if err := tx.InsertSigningKey(key); err != nil {
			return err
		}
		return tx.AppendEvent(&models.Event{
			Action: "signing_key.create", Outcome: "done", ActorKind: string(caller.System), Detail: key.ID,
		})
	})
}

// NewSigningKey generates a key that is not stored yet, and has no place among the others.
func (a *Access) NewSigningKey() (*models.SigningKey, error) {
	private, err := rsa.GenerateKey(rand.Reader, rsaBits)
	if err != nil {
		return nil, err
	}
	row := &models.SigningKey{ID: secret.NewID()}
	if row.Public, err = x509.MarshalPKIXPublicKey(&private.PublicKey); err != nil {
		return nil, err
	}
	row.Sealed, err = a.Keyring.Seal(x509.MarshalPKCS1PrivateKey(private), row.SealedFor())
	return row, err
}

// keyByID finds the key of a token. The id is only ever compared with those stored. One
// that is not known here may be new: another server signs with it already.
func (a *Access) keyByID(ctx context.Context, id string) (*signingKey, error) {
	k, err := a.known(ctx)
	if err == nil && k.opened[id] == nil {
		k, err = a.read(ctx)
	}
	if err != nil {
		return nil, err
	}
	for i := range k.rows {
		if row := &k.rows[i]; row.ID == id && !row.Retired(a.Clock.Now()) {
			key := k.opened[id]
			return key, key.broken
		}
	}
	return nil, errNoKey
}

// JWK is a public signing key (RFC 7517).
type JWK struct {
	KeyID    string
	Modulus  string
	Exponent string
}

func jwk(id string, public *rsa.PublicKey) JWK {
	return JWK{
		KeyID:    id,
		Modulus:  base64.RawURLEncoding.EncodeToString(public.N.Bytes()),
		Exponent: base64.RawURLEncoding.EncodeToString(big.NewInt(int64(public.E)).Bytes()),
	}
}

// PublicKeys lists the keys that verify our tokens, and the next one before it signs:
// who keeps the list for some minutes has it when its first token comes.
func (a *Access) PublicKeys(ctx context.Context) ([]JWK, error) {
	k, err := a.withCurrent(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]JWK, 0, len(k.rows))
	for i := range k.rows {
		key := k.opened[k.rows[i].ID]
		if key.broken == nil {
			out = append(out, jwk(key.id, key.public))
		}
	}
	return out, nil
}

// PublicKey is the public half of a key, retired or not. What was put into the column
// beside the sealed half does not count.
func (a *Access) PublicKey(row *models.SigningKey) (JWK, error) {
	key := a.open(*row)
	if key.broken != nil {
		return JWK{}, key.broken
	}
	return jwk(key.id, key.public), nil
}
