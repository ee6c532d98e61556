package keys

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateAPIKeyInput says what to change in a key; a nil field changes nothing. The boundary of a
// key, its application and its tenants never change: another scope needs another key.
type UpdateAPIKeyInput struct {
	ID           string
	Version      int64 // AnyVersion: the current one
	Name         *string
	Permissions  *[]string
	ExpiresAt    *time.Time
	NeverExpires bool

	// Only callers of the platform may set the budgets. A pointer to nil restores the default.
	RequestsPerMinute, RequestsAtOnce **int
}

// UpdateAPIKey changes a key of the given version. The change applies from the next request.
func (uc *UseCases) UpdateAPIKey(ctx context.Context, in UpdateAPIKeyInput) (out *APIKey, err error) {
	err = core.RetryOnVersion(ctx, in.Version, func() error {
		out, err = uc.updateAPIKey(ctx, in)
		return err
	})
	return out, err
}

func (uc *UseCases) updateAPIKey(ctx context.Context, in UpdateAPIKeyInput) (*APIKey, error) {
	k, err := uc.findChangeableKey(ctx, in.ID, in.Version)
	if err != nil {
		return nil, err
	}
	if err := authorizeBudget(ctx, in.RequestsPerMinute != nil || in.RequestsAtOnce != nil); err != nil {
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
	if err := uc.checkKey(ctx, &next); err != nil {
		return nil, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		saved, err := tx.SaveAPIKey(k.Version, &next)
		if err != nil {
			return err
		}
		if !saved {
			return core.ErrVersion
		}
		if k, err = tx.FindAPIKey(in.ID); err != nil {
			return err
		}
		return tx.AppendEvent(newKeyEvent(ctx, models.ActionAPIKeyUpdate, k))
	})
	if err != nil {
		return nil, err
	}
	return new(apiKeyOf(k)), nil
}

// findChangeableKey reads a key that the caller may change. It refuses a revoked key, and a key
// with another version than the given one.
func (uc *UseCases) findChangeableKey(ctx context.Context, id string, version int64) (*models.APIKey, error) {
	k, err := uc.authorizeKeyChange(ctx, id)
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
