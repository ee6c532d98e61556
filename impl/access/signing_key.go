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

// rsaBits: 2,048 bits give 112 bits of strength, which NIST SP 800-57 accepts until 2030; our tokens
// live for minutes. RS256 is the algorithm that every client of a JWKS knows.
const rsaBits = 2048

// keysLife is how long a server uses the keys that it read. A key that another server retires may
// still admit tokens on this one for as long.
const keysLife = time.Minute

type signingKey struct {
	id      string
	sealed  []byte // the private key as the database stores it
	private *rsa.PrivateKey
	public  *rsa.PublicKey // computed from the private key: the column Public is not authenticated
	broken  error          // why the key cannot be used
}

// keys are the signing keys of the database at one time. A read replaces them all; nothing is added.
type keys struct {
	at     time.Time
	rows   []models.SigningKey // newest first
	opened map[string]*signingKey
}

var errNoKey = errors.New("access: unknown signing key")

// recent returns the keys that this server read within keysLife.
func (a *Access) recent(ctx context.Context) (*keys, error) {
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

// SigningTimes tells since when the current key signs, and when the next key begins; nil: there is no such
// key. It may be a minute old.
func (a *Access) SigningTimes(ctx context.Context) (since, next *time.Time, err error) {
	k, err := a.recent(ctx)
	if err != nil {
		return nil, nil, err
	}
	now := a.Clock.Now()
	if current := models.CurrentSigningKey(k.rows, now); current != nil {
		since = &current.SignsFrom
	}
	for i := range k.rows { // newest first
		if k.rows[i].Waits(now) {
			next = &k.rows[i].SignsFrom
		}
	}
	return since, next, nil
}

// read reads the keys from the database. A key that was unsealed before is not unsealed again.
func (a *Access) read(ctx context.Context) (*keys, error) {
	rd := a.Store.Read(ctx)
	rows, err := rd.SigningKeys()
	if err != nil {
		return nil, err
	}
	a.mu.RLock()
	previous := a.keys
	a.mu.RUnlock()
	k := &keys{at: rd.Now, rows: rows, opened: make(map[string]*signingKey, len(rows))}
	for _, row := range rows {
		k.opened[row.ID] = a.reopen(previous, row)
	}
	a.mu.Lock()
	a.keys = k
	a.mu.Unlock()
	return k, nil
}

// Reread makes the next use read the keys again.
func (a *Access) Reread() {
	a.mu.Lock()
	a.keys = nil
	a.mu.Unlock()
}

// reopen returns the key of a row. It takes the key from the previous read if the row did not change:
// unsealing is slow.
func (a *Access) reopen(previous *keys, row models.SigningKey) *signingKey {
	if previous != nil {
		if old := previous.opened[row.ID]; old != nil && bytes.Equal(old.sealed, row.Sealed) {
			return old
		}
	}
	return a.open(row)
}

// open unseals the key of a row. If that fails, the key says why it is broken.
func (a *Access) open(row models.SigningKey) *signingKey {
	key := &signingKey{id: row.ID, sealed: row.Sealed}
	der, err := a.Keyring.Unseal(row.Sealed, row.SealedFor())
	if err != nil {
		key.broken = err
		return key
	}
	if key.private, err = x509.ParsePKCS1PrivateKey(der); err != nil {
		key.broken = errors.New("access: the stored signing key is damaged") // err could quote the key
		return key
	}
	key.public = &key.private.PublicKey
	return key
}

// currentKey is the key that signs. Each signature reads it again: a server must not sign with a key
// that the others refuse already.
func (a *Access) currentKey(ctx context.Context) (*signingKey, error) {
	k, err := a.withCurrent(ctx)
	if err != nil {
		return nil, err
	}
	key := k.opened[models.CurrentSigningKey(k.rows, k.at).ID]
	return key, key.broken
}

// withCurrent reads the keys, and makes one if none of them signs.
func (a *Access) withCurrent(ctx context.Context) (*keys, error) {
	k, err := a.read(ctx)
	if err != nil || models.CurrentSigningKey(k.rows, k.at) != nil {
		return k, err
	}
	a.making.Lock() // on this server; between servers the unique sequence decides
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

// makeKey stores a key that signs at once, unless another server stores one at the same time.
func (a *Access) makeKey(ctx context.Context) error {
	key, err := a.NewSigningKey()
	if err != nil {
		return err
	}
	return a.Store.InTx(ctx, func(tx *store.Tx) error {
		// The order matters: the second read sees a key that another server commits in between,
		// and one that it commits later collides with ours in the unique sequence.
		last, err := tx.LastSigningKey()
		if err != nil {
			return err
		}
		rows, err := tx.SigningKeys()
		if err != nil || models.CurrentSigningKey(rows, tx.Now) != nil { // another server stored one first
			return err
		}
		key.Sequence, key.CreatedAt, key.SignsFrom = last+1, tx.Now, tx.Now
		if err := tx.InsertSigningKey(key); err != nil {
			return err
		}
		return tx.AppendEvent(&models.Event{
			Action: models.ActionSigningKeyCreate, Outcome: models.OutcomeDone, ActorKind: caller.System, Detail: key.ID,
		})
	})
}

// NewSigningKey generates a key. The caller sets its sequence and times, and stores it.
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

// keyByID finds the key of a token. The id comes from the token, so it is only compared with stored
// ids. If this server does not know the id, it reads the keys again: another server may sign with a
// new key already.
func (a *Access) keyByID(ctx context.Context, id string) (*signingKey, error) {
	k, err := a.recent(ctx)
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

// PublicKeys lists the keys that verify our tokens. It lists a new key before that key signs, so that
// a client that caches the list for some minutes knows the key when the first token arrives.
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

// PublicKey returns the public half of a key, retired or not. It computes it from the sealed private
// half, since the column Public is not authenticated. It returns false if the secret file cannot open
// the key.
func (a *Access) PublicKey(ctx context.Context, id string) (public JWK, readable bool, err error) {
	row, err := a.Store.Read(ctx).FindSigningKey(id)
	if err != nil {
		return JWK{}, false, err
	}
	key := a.open(*row)
	if key.broken != nil {
		return JWK{}, false, nil
	}
	return jwk(key.id, key.public), true, nil
}
