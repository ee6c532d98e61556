package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// EndSession ends one session and the refresh tokens that renew it. One that has ended
// already stays as it is.
func (c *Core) EndSession(ctx context.Context, id string, token secret.Text) (*Session, error) {
	row, err := c.reachedSession(ctx, id, token)
	if err != nil {
		return nil, err
	}
	t, err := c.store.Read(ctx).FindTenant(row.TenantID)
	if err != nil {
		return nil, err
	}
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.EndSession(id)
		if err != nil || !mine {
			return err
		}
		if _, err := tx.RevokeRefreshTokensOfSession(id); err != nil {
			return err
		}
		if row, err = tx.FindSession(id); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionSessionEnd, t, row.UserID))
	})
	if err != nil {
		return nil, err
	}
	return new(sessionOf(row)), nil
}

// EndSessions ends all sessions of a user that the caller reaches, with the refresh
// tokens that would bring them back.
func (c *Core) EndSessions(ctx context.Context, userID string) (*UserChange, error) {
	s, err := c.subject(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := unchanged(s)
	err = c.commit(ctx, func(tx *store.Tx) (err error) {
		if out.EndedLogins, err = tx.EndSessionsOf(userID); err != nil {
			return err
		}
		if out.EndedRefresh, err = tx.RevokeRefreshTokensOf(userID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionSessionEndAll, s.tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}
