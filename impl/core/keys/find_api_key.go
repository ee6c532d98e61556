package keys

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/publickey"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// APIKey is an API key without its secret.
type APIKey struct {
	ID                string
	Name              string
	Boundary          caller.Boundary
	ApplicationID     string // empty: platform
	TenantID          string // empty: not bound to one tenant
	TenantIDs         []string
	UserID            string // the owner; empty: the key has no owner
	Permissions       []string
	RequestsPerMinute int
	RequestsAtOnce    int
	Version           int64 // increases with every change
	CreatedAt         time.Time
	UpdatedAt         time.Time
	ExpiresAt         *time.Time
	RevokedAt         *time.Time
	LastUsedAt        *time.Time
	RotatedAt         *time.Time
	FormerSecretUntil *time.Time // until then the former secret is valid

	// Of a key whose holder signs assertions; otherwise empty.
	Subject     string // empty also if the key is revoked
	KeyID       string
	Fingerprint string // of the public key
}

func apiKeyOf(row *models.APIKey) APIKey {
	budget := row.Budget()
	k := APIKey{
		ID: row.ID, Name: row.Name, Boundary: row.Boundary, ApplicationID: row.ApplicationID, TenantID: row.TenantID,
		TenantIDs: row.TenantIDs, UserID: row.UserID, Permissions: row.Permissions,
		RequestsPerMinute: budget.PerMinute, RequestsAtOnce: budget.AtOnce,
		Version: row.Version, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, ExpiresAt: row.ExpiresAt, RevokedAt: row.RevokedAt,
		LastUsedAt: row.LastUsedAt, RotatedAt: row.RotatedAt, FormerSecretUntil: row.PreviousUntil, KeyID: row.PublicKeyID,
	}
	if row.Subject != nil {
		k.Subject = *row.Subject
	}
	if public, err := publickey.FromDER(row.PublicKey); err == nil {
		k.Fingerprint = public.Fingerprint
	}
	return k
}

// FindAPIKey reads a key in the caller's scope. A key outside this scope is answered like a key
// that does not exist.
func (uc *UseCases) FindAPIKey(ctx context.Context, id string) (*APIKey, error) {
	k, err := uc.findKeyInScope(ctx, id)
	if err != nil {
		return nil, err
	}
	return new(apiKeyOf(k)), nil
}

func (uc *UseCases) findKeyInScope(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := uc.store.Read(ctx).FindAPIKey(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).Covers(caller.OfKey(k)) {
		return nil, core.ErrAPIKeyNotFound
	}
	return k, err
}

// authorizeKeyChange reads a key that the caller may change: neither the key nor its owner has
// rights that the caller lacks. Otherwise, a rotation would give the caller the rights of another
// user. If the owner was deleted, the key has ended, and only its own rights are compared.
func (uc *UseCases) authorizeKeyChange(ctx context.Context, id string) (*models.APIKey, error) {
	k, err := uc.findKeyInScope(ctx, id)
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
