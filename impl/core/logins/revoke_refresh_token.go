package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// RevokeRefreshToken ends the family of a refresh token in the caller's scope, and the session.
func (uc *UseCases) RevokeRefreshToken(ctx context.Context, id string) error {
	t, err := uc.store.Read(ctx).FindRefreshTokenByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return core.ErrRefreshTokenNotFound
	}
	if err != nil {
		return err
	}
	return uc.revokeFamily(ctx, t)
}
