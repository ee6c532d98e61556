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
	// SigningLead is the time between the publication of a new key and its first signature, unless
	// the caller requests another time: a verifier of tokens may cache the list of keys for five
	// minutes (its Cache-Control), and each server caches it for one minute.
	SigningLead = 10 * time.Minute
	// MaxSigningLead is the longest lead that a caller may request.
	MaxSigningLead = 7 * 24 * time.Hour
	// formerKeyLife is the time for which a key still verifies after the next key starts to sign:
	// access tokens are valid for 15 minutes at most, and each server reads the keys every minute.
	formerKeyLife = 16 * time.Minute
	// maxRotations is how often a rotation is tried if concurrent rotations are committed first.
	maxRotations = 3
)

// RotateSigningKeyInput requests a new key, which is published now and signs after the lead.
type RotateSigningKeyInput struct {
	Lead time.Duration
}

// RotateSigningKey creates the next signing key and sets the end of the keys before it. It replaces
// a key that does not sign yet, so that such a key does not block a rotation in an emergency.
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
		if !errors.Is(err, store.ErrDuplicate) { // if a concurrent rotation was faster, the next try reads its result
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
	// The sequence is read first: the next read shows a rotation that is committed after it, or that
	// rotation has the same sequence, and the insert fails.
	last, err := tx.LastSigningKey()
	if err != nil {
		return SigningKey{}, err
	}
	live, err := tx.SigningKeys()
	if err != nil {
		return SigningKey{}, err
	}
	if live, err = retireNextKeys(tx, live); err != nil {
		return SigningKey{}, err
	}
	if len(live) >= store.MaxSigningKeys {
		return SigningKey{}, core.ErrSigningKeysMany
	}
	if models.CurrentSigningKey(live, tx.Now) == nil { // no verifier has cached another key
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

// retireNextKeys retires the keys that do not sign yet, and returns the other keys. The current key
// loses its end, because this end was set together with a key that is retired here.
func retireNextKeys(tx *store.Tx, live []models.SigningKey) ([]models.SigningKey, error) {
	var remaining []models.SigningKey
	for _, k := range live {
		if !k.Waits(tx.Now) {
			remaining = append(remaining, k)
			continue
		}
		if _, err := tx.RetireSigningKey(k.ID); err != nil {
			return nil, err
		}
	}
	if current := models.CurrentSigningKey(remaining, tx.Now); current != nil && len(remaining) < len(live) {
		return remaining, tx.KeepSigningKey(current.ID)
	}
	return remaining, nil
}
