package keys

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// APIKey is what may be known of a key after it was made: everything but its secret.
type APIKey struct {
	ID                string
	Name              string
	Boundary          caller.Boundary
	ApplicationID     string // empty: platform
	TenantID          string // empty: not bound to one tenant
	TenantIDs         []string
	UserID            string // whose key it is; empty: nobody's
	Permissions       []string
	RequestsPerMinute int
	RequestsAtOnce    int
	Version           int64 // grows with every change
	CreatedAt         time.Time
	UpdatedAt         time.Time
	ExpiresAt         *time.Time
	RevokedAt         *time.Time
	LastUsedAt        *time.Time
	RotatedAt         *time.Time
	FormerSecretUntil *time.Time // how long the secret before the last rotation is good
}

func apiKeyOf(row *models.APIKey) APIKey {
	budget := row.Budget()
	return APIKey{
		ID: row.ID, Name: row.Name, Boundary: row.Boundary, ApplicationID: row.ApplicationID, TenantID: row.TenantID,
		TenantIDs: row.TenantIDs, UserID: row.UserID, Permissions: row.Permissions,
		RequestsPerMinute: budget.PerMinute, RequestsAtOnce: budget.AtOnce,
		Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, ExpiresAt: row.ExpiresAt, RevokedAt: row.RevokedAt,
		LastUsedAt: row.LastUsedAt, RotatedAt: row.RotatedAt, FormerSecretUntil: row.PreviousUntil,
	}
}

// FindAPIKey reads a key whose reach is within the caller's; any other is answered
// like one that does not exist.
func (uc *UseCases) FindAPIKey(ctx context.Context, id string) (*APIKey, error) {
	k, err := uc.reachedAPIKey(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(apiKeyOf(k)), nil
}

func (uc *UseCases) reachedAPIKey(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := uc.store.Read(ctx).FindAPIKey(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).Covers(caller.OfKey(k)) {
		return nil, core.ErrAPIKeyNotFound
	}
	return k, err
}

// heldAPIKey reads a key that the caller may change: one that holds no more than he
// does, nor the user whose it is. Otherwise a rotation would hand him the rights of
// another. Of a user who was deleted, the ended key is left.
func (uc *UseCases) heldAPIKey(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := uc.reachedAPIKey(ctx, id)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).Holds(caller.OfKey(k)) {
		return nil, core.ErrHoldsMore
	}
	if k.UserID != "" {
		if _, err := uc.kernel.AuthorizeUser(ctx, k.UserID); err != nil && !errors.Is(err, core.ErrUserNotFound) {
			return nil, err
		}
	}
	return k, nil
}
