package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// EndSessions ends all sessions of a user in the caller's scope, and revokes all refresh tokens of
// the user.
func (uc *UseCases) EndSessions(ctx context.Context, userID string) (*core.UserChange, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := core.UnchangedUser(s)
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		if out.EndedLogins, err = tx.EndSessionsOf(userID); err != nil {
			return err
		}
		if out.EndedRefresh, err = tx.RevokeRefreshTokensOf(userID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionEndAll, s.Tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}
