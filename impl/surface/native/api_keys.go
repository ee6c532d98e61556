package native

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/keys"
	"github.com/rekeyhq/rekey/impl/secret"
)

func apiKey(k *keys.APIKey) (rekeyapi.APIKey, error) {
	id, err := uuid.Parse(k.ID)
	if err != nil {
		return rekeyapi.APIKey{}, err
	}
	owner, err := optionalID(k.UserID)
	return rekeyapi.APIKey{
		UserID: owner,
		ID:     id, Prefix: secret.APIKeyPrefix + secret.ShortID(id), Name: k.Name, Boundary: rekeyapi.KeyBoundary(k.Boundary),
		ApplicationID: unlessEmpty(k.ApplicationID), TenantID: unlessEmpty(k.TenantID), TenantIds: k.TenantIDs,
		Permissions: k.Permissions, ExpiresAt: k.ExpiresAt, RevokedAt: k.RevokedAt, LastUsedAt: k.LastUsedAt,
		RequestsPerMinute: int32(k.RequestsPerMinute), RequestsAtOnce: int32(k.RequestsAtOnce),
		Subject: unlessEmpty(k.Subject), KeyID: unlessEmpty(k.KeyID), Fingerprint: unlessEmpty(k.Fingerprint),
		RotatedAt: k.RotatedAt, FormerSecretUntil: k.FormerSecretUntil, Version: k.Version, CreatedAt: k.CreatedAt, UpdatedAt: k.UpdatedAt,
	}, err
}

// optionalID reads an id that may be absent.
func optionalID(s string) (*uuid.UUID, error) {
	if s == "" {
		return nil, nil
	}
	id, err := uuid.Parse(s)
	return &id, err
}

// idText is the text of an id, or empty if it is absent.
func idText(id *uuid.UUID) string {
	if id == nil {
		return ""
	}
	return id.String()
}

// unlessEmpty omits an empty member.
func unlessEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// withSecret is a key with its secret, for the only time.
func withSecret(k *keys.CreatedAPIKey) (rekeyapi.CreatedAPIKey, error) {
	shown, err := apiKey(&k.APIKey)
	return rekeyapi.CreatedAPIKey{APIKey: shown, Key: k.Key.Reveal(), ClientSecret: k.Secret.Reveal()}, err
}

// ListAPIKeys lists the keys in the caller's scope.
func (h *handlers) ListAPIKeys(ctx context.Context, r rekeyapi.ListAPIKeysRequestObject) (rekeyapi.ListAPIKeysResponseObject, error) {
	applicationID, userID := orZero(r.Params.ApplicationID), idText(r.Params.UserID)
	l := h.list(ctx, "api-keys", applicationID, userID)
	p, err := l.page(r.Params.Limit, r.Params.Cursor)
	if err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Keys.ListAPIKeys(ctx, applicationID, userID, p)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListAPIKeys200JSONResponse{Items: make([]rekeyapi.APIKey, len(rows))}
	for i := range rows {
		if out.Items[i], err = apiKey(&rows[i]); err != nil {
			return nil, err
		}
		p.After = rows[i].ID
	}
	out.NextCursor, err = l.next(more, p.After)
	return out, err
}

// CreateAPIKey creates a key that holds no more than the caller.
func (h *handlers) CreateAPIKey(ctx context.Context, r rekeyapi.CreateAPIKeyRequestObject) (rekeyapi.CreateAPIKeyResponseObject, error) {
	k, err := h.Core.Keys.CreateAPIKey(ctx, keys.CreateAPIKeyInput{
		Name: r.Body.Name, Boundary: caller.Boundary(r.Body.Boundary), ApplicationID: orZero(r.Body.ApplicationID),
		TenantID: orZero(r.Body.TenantID), TenantIDs: orZero(r.Body.TenantIds), Permissions: orZero(r.Body.Permissions),
		UserID: idText(r.Body.UserID), ExpiresAt: r.Body.ExpiresAt,
		RequestsPerMinute: number(r.Body.RequestsPerMinute), RequestsAtOnce: number(r.Body.RequestsAtOnce),
	})
	if err != nil {
		return nil, err
	}
	body, err := withSecret(k)
	return rekeyapi.CreateAPIKey201JSONResponse{
		Body: body, Headers: rekeyapi.CreateAPIKey201ResponseHeaders{ETag: etag(k.APIKey.Version)},
	}, err
}

// RegisterAPIKey creates a key with a public key, which holds no more than the caller.
func (h *handlers) RegisterAPIKey(ctx context.Context, r rekeyapi.RegisterAPIKeyRequestObject) (rekeyapi.RegisterAPIKeyResponseObject, error) {
	k, err := h.Core.Keys.RegisterAPIKey(ctx, keys.RegisterAPIKeyInput{
		CreateAPIKeyInput: keys.CreateAPIKeyInput{
			Name: r.Body.Name, Boundary: caller.Boundary(r.Body.Boundary), ApplicationID: orZero(r.Body.ApplicationID),
			TenantID: orZero(r.Body.TenantID), TenantIDs: orZero(r.Body.TenantIds), Permissions: orZero(r.Body.Permissions), ExpiresAt: r.Body.ExpiresAt,
			RequestsPerMinute: number(r.Body.RequestsPerMinute), RequestsAtOnce: number(r.Body.RequestsAtOnce),
		},
		PublicKey: r.Body.PublicKey, Subject: orZero(r.Body.Subject), KeyID: orZero(r.Body.KeyID),
	})
	if err != nil {
		return nil, err
	}
	body, err := apiKey(k)
	return rekeyapi.RegisterAPIKey201JSONResponse{
		Body: body, Headers: rekeyapi.RegisterAPIKey201ResponseHeaders{ETag: etag(k.Version)},
	}, err
}

// GetAPIKey reads one key.
func (h *handlers) GetAPIKey(ctx context.Context, r rekeyapi.GetAPIKeyRequestObject) (rekeyapi.GetAPIKeyResponseObject, error) {
	k, err := h.Core.Keys.FindAPIKey(ctx, r.APIKeyID.String())
	if err != nil {
		return nil, err
	}
	body, err := apiKey(k)
	return rekeyapi.GetAPIKey200JSONResponse{
		Body: body, Headers: rekeyapi.GetAPIKey200ResponseHeaders{ETag: etag(k.Version)},
	}, err
}

func number(n *int32) *int {
	if n == nil {
		return nil
	}
	return new(int(*n))
}

// budgetOf is nil if the member is absent, and points to nil if it is null.
func budgetOf(n nullable.Nullable[int32]) **int {
	if !n.IsSpecified() {
		return nil
	}
	var to *int
	if value, err := n.Get(); err == nil {
		to = new(int(value))
	}
	return &to
}

// UpdateAPIKey changes name, permissions, expiry or budgets of a key.
func (h *handlers) UpdateAPIKey(ctx context.Context, r rekeyapi.UpdateAPIKeyRequestObject) (rekeyapi.UpdateAPIKeyResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	in := keys.UpdateAPIKeyInput{
		ID: r.APIKeyID.String(), Version: v, Name: r.Body.Name, Permissions: r.Body.Permissions, NeverExpires: r.Body.ExpiresAt.IsNull(),
	}
	if at, err := r.Body.ExpiresAt.Get(); err == nil {
		in.ExpiresAt = &at
	}
	in.RequestsPerMinute, in.RequestsAtOnce = budgetOf(r.Body.RequestsPerMinute), budgetOf(r.Body.RequestsAtOnce)
	k, err := h.Core.Keys.UpdateAPIKey(ctx, in)
	if err != nil {
		return nil, err
	}
	body, err := apiKey(k)
	return rekeyapi.UpdateAPIKey200JSONResponse{
		Body: body, Headers: rekeyapi.UpdateAPIKey200ResponseHeaders{ETag: etag(k.Version)},
	}, err
}

// RotateAPIKey gives a key a new secret.
func (h *handlers) RotateAPIKey(ctx context.Context, r rekeyapi.RotateAPIKeyRequestObject) (rekeyapi.RotateAPIKeyResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	k, err := h.Core.Keys.RotateAPIKey(ctx, keys.RotateAPIKeyInput{
		ID: r.APIKeyID.String(), Version: v, Overlap: time.Duration(orZero(r.Body.OverlapSeconds)) * time.Second,
	})
	if err != nil {
		return nil, err
	}
	body, err := withSecret(k)
	return rekeyapi.RotateAPIKey200JSONResponse{
		Body: body, Headers: rekeyapi.RotateAPIKey200ResponseHeaders{ETag: etag(k.APIKey.Version)},
	}, err
}

// RevokeAPIKey ends a key.
func (h *handlers) RevokeAPIKey(ctx context.Context, r rekeyapi.RevokeAPIKeyRequestObject) (rekeyapi.RevokeAPIKeyResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if err := h.Core.Keys.RevokeAPIKey(ctx, r.APIKeyID.String(), v); err != nil {
		return nil, err
	}
	return rekeyapi.RevokeAPIKey204Response{}, nil
}

// ListPermissions lists the catalogue.
func (h *handlers) ListPermissions(context.Context, rekeyapi.ListPermissionsRequestObject) (rekeyapi.ListPermissionsResponseObject, error) {
	all := caller.Permissions()
	out := rekeyapi.ListPermissions200JSONResponse{Items: make([]rekeyapi.PermissionMeaning, len(all))}
	for i, p := range all {
		out.Items[i] = rekeyapi.PermissionMeaning{Name: p.Name, Meaning: p.Meaning}
	}
	return out, nil
}
