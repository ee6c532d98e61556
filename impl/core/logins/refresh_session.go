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

// RefreshSession exchanges a refresh token for its successor. Each works once: a used
// one that is shown again was stolen, by the one or the other, and ends the whole
// family and its session (RFC 9700 section 4.14). A tenant may allow for tabs and lost
// answers, see answerAgain.
func (uc *UseCases) RefreshSession(ctx context.Context, token secret.Text) (*LoggedIn, error) {
	old, err := uc.store.Read(ctx).FindRefreshToken(refreshDigest(token))
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrRefreshInvalid
	}
	if err != nil {
		return nil, err
	}
	client, ok := mayRefresh(caller.From(ctx), old)
	if !ok {
		return nil, core.ErrRefreshInvalid
	}
	if old.UsedAt != nil && old.RevokedAt == nil {
		return uc.answerAgain(ctx, token, old.ID, client)
	}
	rows, raced := &loginRows{}, false
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		raced = false
		if err := uc.refreshable(tx.Reader, old, rows); err != nil {
			return err
		}
		mine, err := tx.UseRefreshToken(old.ID)
		if err != nil {
			return err
		}
		if raced = !mine; raced {
			return core.ErrRefreshInvalid
		}
		if rows.session.Use(tx.Now) {
			if err := tx.UseSession(rows.session.ID, rows.session.ExpiresAt); err != nil {
				return err
			}
		}
		rows.refreshTokenID, rows.refreshToken = secret.NewID(), secret.NewToken()
		if reuseWithin(rows.tenant) > 0 {
			rows.refreshToken = successors(uc.keyring, token)[0]
		}
		next := *old
		next.ID, next.Digest, next.CreatedAt = rows.refreshTokenID, refreshDigest(rows.refreshToken).Bytes(), tx.Now
		next.ClientID, next.UsedAt, next.RevokedAt = client, nil, nil
		if err := tx.InsertRefreshToken(&next); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionRefresh, rows.tenant, old.UserID))
	})
	if raced { // somebody else used it in the same moment
		return uc.answerAgain(ctx, token, old.ID, client)
	}
	if err != nil {
		return nil, err
	}
	return rows.loggedIn(), nil
}

// mayRefresh binds a token to the client that first refreshes it, within its
// application; a token that a client holds is nobody else's.
func mayRefresh(who caller.Caller, t *models.RefreshToken) (client string, ok bool) {
	if who.Kind != caller.APIKey {
		return "", t.ClientID == ""
	}
	reaches := who.InScope(t.ApplicationID, t.TenantID, t.UserID)
	return who.ID, reaches && (t.ClientID == "" || t.ClientID == who.ID)
}

// refreshable reads what must still hold: session, user, life.
func (uc *UseCases) refreshable(rd *store.Reader, old *models.RefreshToken, rows *loginRows) (err error) {
	rows.session, err = rd.FindSession(old.SessionID)
	if err == nil {
		rows.user, err = rd.FindUser(old.UserID)
	}
	if errors.Is(err, store.ErrNotFound) {
		return core.ErrRefreshInvalid // deleted in the meantime
	}
	if err != nil {
		return err
	}
	if rows.tenant, err = rd.FindTenant(old.TenantID); err != nil {
		return err
	}
	if !rows.session.Live(rd.Now) || !rows.user.Active() || old.RevokedAt != nil || !rd.Now.Before(old.ExpiresAt) {
		return core.ErrRefreshInvalid
	}
	return nil
}

func (uc *UseCases) endFamily(ctx context.Context, t *models.RefreshToken) error {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		if _, err := tx.RevokeFamily(t.FamilyID); err != nil {
			return err
		}
		if _, err := tx.EndSession(t.SessionID); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionSessionRefresh, tenant, t.UserID)
		e.Outcome, e.Detail = models.OutcomeRefused, "reuse of a refresh token ended its family"
		return tx.AppendEvent(e)
	})
	if err != nil {
		return err
	}
	return core.ErrRefreshInvalid
}
