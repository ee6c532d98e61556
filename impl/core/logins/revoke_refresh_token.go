package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RevokeRefreshToken ends the chain of a refresh token that the caller reaches, and
// the session it renews.
func (uc *UseCases) RevokeRefreshToken(ctx context.Context, id string) error {
	t, err := uc.store.Read(ctx).FindRefreshTokenByID(id)
	if errors.Is(err, store.ErrNotFound) || err == nil && !caller.From(ctx).InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return core.ErrRefreshTokenNotFound
	}
	if err != nil {
		return err
	}
	return uc.revokeChain(ctx, t)
}

func (uc *UseCases) revokeChain(ctx context.Context, t *models.RefreshToken) error {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if _, err := tx.RevokeFamily(t.FamilyID); err != nil {
			return err
		}
		if _, err := tx.EndSession(t.SessionID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionRefreshTokenRevoke, tenant, t.UserID))
	})
}
