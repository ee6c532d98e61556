package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// EndSession ends a session that is in the caller's scope, or whose token is given, and revokes its
// refresh tokens. It does not change a session that has ended.
func (uc *UseCases) EndSession(ctx context.Context, id string, token secret.Text) (*Session, error) {
	row, err := uc.authorizeSession(ctx, id, token)
	if err != nil {
		return nil, err
	}
	t, err := uc.store.Read(ctx).FindTenant(row.TenantID)
	if err != nil {
		return nil, err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		ended, err := tx.EndSession(id)
		if err != nil || !ended {
			return err
		}
		if _, err := tx.RevokeRefreshTokensOfSession(id); err != nil {
			return err
		}
		if _, err := tx.EndChallengesOfSession(row.UserID, id); err != nil {
			return err
		}
		if row, err = tx.FindSession(id); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionEnd, t, row.UserID))
	})
	if err != nil {
		return nil, err
	}
	return new(sessionOf(row)), nil
}
