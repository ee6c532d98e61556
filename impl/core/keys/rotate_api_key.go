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

// MaxOverlap is how long the former secret of a key may stay good: a week is time to
// roll out the new one.
const MaxOverlap = 7 * 24 * time.Hour

// RotateAPIKeyInput asks for a new secret of a key.
type RotateAPIKeyInput struct {
	ID      string
	Version int64         // AnyVersion: whatever it is
	Overlap time.Duration // that the former secret stays good; the one before it ends now
}

// RotateAPIKey gives a key a new secret, shown for the only time.
func (uc *UseCases) RotateAPIKey(ctx context.Context, in RotateAPIKeyInput) (*CreatedAPIKey, error) {
	if in.Overlap < 0 || in.Overlap > MaxOverlap {
		return nil, core.ErrAPIKey.With(fault.Violation{
			Pointer: "/overlapSeconds", Code: "out_of_bounds", Message: "The former secret remains valid for at most seven days.",
			Params: fault.Params{fault.Min: "0", fault.Max: "604800"},
		})
	}
	k, err := uc.changeableAPIKey(ctx, in.ID, in.Version)
	if err != nil {
		return nil, err
	}
	id, err := uuid.Parse(k.ID)
	if err != nil {
		return nil, err
	}
	next := *k
	out := freshSecret(&next, id)
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.RotateAPIKey(k.Version, k.ID, next.Digest, k.Digest, tx.Now.Add(in.Overlap))
		if err != nil {
			return err
		}
		if !mine {
			return core.ErrVersion
		}
		row, err := tx.FindAPIKey(k.ID)
		if err != nil {
			return err
		}
		out.APIKey = apiKeyOf(row)
		return tx.AppendEvent(keyEvent(ctx, models.ActionAPIKeyRotate, row))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
