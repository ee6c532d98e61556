package keys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// MaxOverlap is the longest time for which the former secret of a key may stay valid: a week is
// enough to roll out the new secret.
const MaxOverlap = 7 * 24 * time.Hour

// RotateAPIKeyInput requests a new secret for a key.
type RotateAPIKeyInput struct {
	ID      string
	Version int64         // AnyVersion: the current one
	Overlap time.Duration // for which the former secret stays valid; the secret before it ends now
}

// RotateAPIKey replaces the secret of a key. The new secret is answered only once.
func (uc *UseCases) RotateAPIKey(ctx context.Context, in RotateAPIKeyInput) (out *CreatedAPIKey, err error) {
	if in.Overlap < 0 || in.Overlap > MaxOverlap {
		return nil, core.ErrAPIKey.With(fault.Violation{
			Pointer: "/overlapSeconds", Code: "out_of_bounds", Message: "The former secret remains valid for at most seven days.",
			Params: fault.Params{fault.Min: "0", fault.Max: "604800"},
		})
	}
	err = core.RetryOnVersion(ctx, in.Version, func() error {
		out, err = uc.rotateAPIKey(ctx, in)
		return err
	})
	return out, err
}

func (uc *UseCases) rotateAPIKey(ctx context.Context, in RotateAPIKeyInput) (*CreatedAPIKey, error) {
	k, err := uc.findChangeableKey(ctx, in.ID, in.Version)
	if err != nil {
		return nil, err
	}
	id, err := uuid.Parse(k.ID)
	if err != nil {
		return nil, err
	}
	if k.SignsAssertions() {
		return nil, core.ErrKeyWithoutSecret
	}
	next := *k
	out := generateSecret(&next, id)
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		rotated, err := tx.RotateAPIKey(k.Version, k.ID, next.Digest, k.Digest, tx.Now.Add(in.Overlap))
		if err != nil {
			return err
		}
		if !rotated {
			return core.ErrVersion
		}
		row, err := tx.FindAPIKey(k.ID)
		if err != nil {
			return err
		}
		out.APIKey = apiKeyOf(row)
		return tx.AppendEvent(newKeyEvent(ctx, models.ActionAPIKeyRotate, row))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
