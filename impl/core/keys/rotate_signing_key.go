package keys

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	// SigningLead is how long a new key is published before it signs, unless the caller
	// says otherwise: who verifies tokens may keep the list for five minutes (its
	// Cache-Control), and each server keeps it for one.
	SigningLead = 10 * time.Minute
	// MaxSigningLead bounds what the caller may say.
	MaxSigningLead = 7 * 24 * time.Hour
	// formerKeyLife is how long a key verifies after the next one began to sign: access
	// tokens live for 15 minutes at most, and a server follows within one.
	formerKeyLife = 16 * time.Minute
	// maxRotations bounds how often a rotation begins anew that met another one.
	maxRotations = 3
)

// RotateSigningKeyInput asks for a new key, published now, that signs after a lead.
type RotateSigningKeyInput struct {
	Lead time.Duration
}

// RotateSigningKey makes the next signing key, and sets the end of those before it. One
// that waits already is replaced: in an emergency nothing is in the way.
func (uc *UseCases) RotateSigningKey(ctx context.Context, in RotateSigningKeyInput) (*SigningKey, error) {
	if in.Lead < 0 || in.Lead > MaxSigningLead {
		return nil, fault.ErrMalformed.With(fault.Violation{Pointer: "/signsAfterSeconds", Code: "out_of_bounds", Message: "The value may be at most seven days."})
	}
	key, err := uc.newSigningKey()
	if err != nil {
		return nil, err
	}
	var out SigningKey
	for range maxRotations {
		err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
			out, err = rotateSigningKey(ctx, tx, key, in.Lead)
			return err
		})
		if !errors.Is(err, store.ErrDuplicate) { // another rotation was faster; what it left decides
			break
		}
	}
	if errors.Is(err, store.ErrDuplicate) {
		return nil, fault.ErrUnavailable.Because(err)
	}
	if err != nil {
		return nil, err
	}
	uc.rereadSigningKeys()
	return &out, nil
}

func rotateSigningKey(ctx context.Context, tx *store.Tx, key *models.SigningKey, lead time.Duration) (SigningKey, error) {
	// First: a rotation that commits behind this is seen by the next read, or takes the same place.
	last, err := tx.LastSigningKey()
	if err != nil {
		return SigningKey{}, err
	}
	live, err := tx.SigningKeys()
	if err != nil {
		return SigningKey{}, err
	}
	if live, err = withdrawWaiting(tx, live); err != nil {
		return SigningKey{}, err
	}
	if len(live) >= store.MaxSigningKeys {
		return SigningKey{}, core.ErrSigningKeysMany
	}
	if models.CurrentSigningKey(live, tx.Now) == nil { // nothing was signed yet, and nobody has another one
		lead = 0
	}
	key.Sequence, key.CreatedAt, key.SignsFrom = last+1, tx.Now, tx.Now.Add(lead)
	if err := tx.InsertSigningKey(key); err != nil {
		return SigningKey{}, err
	}
	if err := tx.RetireSigningKeys(key.Sequence, key.SignsFrom.Add(formerKeyLife)); err != nil {
		return SigningKey{}, err
	}
	e := core.NewEvent(ctx, models.ActionSigningKeyRotate, nil, "")
	e.Detail = key.ID + " signs from " + key.SignsFrom.Format(time.RFC3339)
	return signingKeyOf(tx.Reader, key, append(live, *key)), tx.AppendEvent(e)
}

// withdrawWaiting retires the keys that do not sign yet. The one that signs goes on: the
// end that was set for it came with the key that is withdrawn.
func withdrawWaiting(tx *store.Tx, live []models.SigningKey) ([]models.SigningKey, error) {
	var stay []models.SigningKey
	for _, k := range live {
		if !k.Waits(tx.Now) {
			stay = append(stay, k)
			continue
		}
		if _, err := tx.RetireSigningKey(k.ID); err != nil {
			return nil, err
		}
	}
	if current := models.CurrentSigningKey(stay, tx.Now); current != nil && len(stay) < len(live) {
		return stay, tx.KeepSigningKey(current.ID)
	}
	return stay, nil
}
