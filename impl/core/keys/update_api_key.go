package keys

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateAPIKeyInput says what to change of a key; what is nil stays. Boundary and place of
// a key are for good: another reach is another key.
type UpdateAPIKeyInput struct {
	ID           string
	Version      int64 // AnyVersion: whatever it is
	Name         *string
	Permissions  *[]string
	ExpiresAt    *time.Time
	NeverExpires bool

	// For callers of the platform. A number that is nil is the default again.
	RequestsPerMinute, RequestsAtOnce **int
}

// UpdateAPIKey changes a version of a key; the next request with it meets the change.
func (uc *UseCases) UpdateAPIKey(ctx context.Context, in UpdateAPIKeyInput) (*APIKey, error) {
	k, err := uc.changeableAPIKey(ctx, in.ID, in.Version)
	if err != nil {
		return nil, err
	}
	if err := maySetBudget(ctx, in.RequestsPerMinute != nil || in.RequestsAtOnce != nil); err != nil {
		return nil, err
	}
	next := *k
	if in.RequestsPerMinute != nil {
		next.RequestsPerMinute = *in.RequestsPerMinute
	}
	if in.RequestsAtOnce != nil {
		next.RequestsAtOnce = *in.RequestsAtOnce
	}
	if in.Name != nil {
		next.Name = *in.Name
	}
	if in.Permissions != nil {
		next.Permissions = core.Deduplicate(*in.Permissions)
	}
	if in.ExpiresAt != nil || in.NeverExpires {
		next.ExpiresAt = in.ExpiresAt
		if err := uc.kernel.CheckExpiry(in.ExpiresAt); err != nil {
			return nil, err
		}
	}
	if err := uc.mayBecome(ctx, &next); err != nil {
		return nil, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.SaveAPIKey(k.Version, &next)
		if err != nil {
			return err
		}
		if !mine {
			return core.ErrVersion
		}
		if k, err = tx.FindAPIKey(in.ID); err != nil {
			return err
		}
		return tx.AppendEvent(keyEvent(ctx, models.ActionAPIKeyUpdate, k))
	})
	if err != nil {
		return nil, err
	}
	return new(apiKeyOf(k)), nil
}

// changeableAPIKey reads a version of a key that the caller may change and that is not
// revoked.
func (uc *UseCases) changeableAPIKey(ctx context.Context, id string, version int64) (*models.APIKey, error) {
	k, err := uc.heldAPIKey(ctx, id)
	switch {
	case err != nil:
		return nil, err
	case k.RevokedAt != nil:
		return nil, core.ErrKeyRevoked
	case version != core.AnyVersion && version != k.Version:
		return nil, core.ErrVersion
	}
	return k, nil
}
