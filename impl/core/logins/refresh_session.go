package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RefreshSession exchanges a refresh token for its successor. A token works once. If it is used
// again, two parties have it and one of them is a thief, so its whole family and the session end
// (RFC 9700 section 4.14). A tenant may allow an exception, see answerReuse.
func (uc *UseCases) RefreshSession(ctx context.Context, token secret.Text) (*LoggedIn, error) {
	old, err := uc.store.Read(ctx).FindRefreshToken(refreshDigest(token))
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrRefreshInvalid
	}
	if err != nil {
		return nil, err
	}
	clientID, ok := refreshClient(caller.From(ctx), old)
	if !ok {
		return nil, core.ErrRefreshInvalid
	}
	if old.UsedAt != nil && old.RevokedAt == nil {
		return uc.answerReuse(ctx, token, old.ID, clientID)
	}
	rows, reused, err := uc.rotateRefreshToken(ctx, token, old, clientID)
	if reused { // a concurrent request used the token first
		return uc.answerReuse(ctx, token, old.ID, clientID)
	}
	if err != nil {
		return nil, err
	}
	return rows.loggedIn(), nil
}

// rotateRefreshToken marks a token as used and stores its successor. It returns reused if the token
// was used after it had been read.
func (uc *UseCases) rotateRefreshToken(ctx context.Context, token secret.Text, old *models.RefreshToken, clientID string) (rows *loginRows, reused bool, err error) {
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		reused = false
		var err error
		if rows, err = readRefreshRows(tx.Reader, old); err != nil {
			return err
		}
		used, err := tx.UseRefreshToken(old.ID)
		if err != nil {
			return err
		}
		if !used {
			reused = true
			return core.ErrRefreshInvalid
		}
		if rows.session.Use(tx.Now) {
			if err := tx.UseSession(rows.session.ID, rows.session.ExpiresAt); err != nil {
				return err
			}
		}
		rows.refreshTokenID, rows.refreshToken = secret.NewID(), secret.NewToken()
		if reuseInterval(rows.tenant) > 0 {
			rows.refreshToken = successorTokens(uc.keyring, token)[0]
		}
		next := *old
		next.ID, next.Digest, next.CreatedAt = rows.refreshTokenID, refreshDigest(rows.refreshToken).Bytes(), tx.Now
		next.ClientID, next.UsedAt, next.RevokedAt = clientID, nil, nil
		if err := tx.InsertRefreshToken(&next); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionRefresh, rows.tenant, old.UserID))
	})
	return rows, reused, err
}

// readRefreshRows reads the session, the user and the tenant of a refresh token, and refuses the
// token if it or one of them is no longer valid.
func readRefreshRows(rd *store.Reader, token *models.RefreshToken) (*loginRows, error) {
	rows := &loginRows{}
	var err error
	rows.session, err = rd.FindSession(token.SessionID)
	if err == nil {
		rows.user, err = rd.FindUser(token.UserID)
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrRefreshInvalid // deleted in the meantime
	}
	if err != nil {
		return nil, err
	}
	if rows.tenant, err = rd.FindTenant(token.TenantID); err != nil {
		return nil, err
	}
	if !rows.session.Live(rd.Now) || !rows.user.Active() || token.RevokedAt != nil || !rd.Now.Before(token.ExpiresAt) {
		return nil, core.ErrRefreshInvalid
	}
	return rows, nil
}
