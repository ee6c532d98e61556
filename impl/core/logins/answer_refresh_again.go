package logins

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// answerAgain is for a used refresh token that is shown again. Within the time that the
// tenant allows, its own client gets the same successor again, as long as nobody has used
// that: two tabs refreshed at once, or an answer was lost. Otherwise the family ends.
// (draft-ietf-oauth-browser-based-apps section 8 describes the tabs; RFC 9700 section
// 4.14.2 leaves the detection of reuse to the server.)
func (uc *UseCases) answerAgain(ctx context.Context, token secret.Text, id, client string) (*LoggedIn, error) {
	old, err := uc.store.Read(ctx).FindRefreshTokenByID(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrRefreshInvalid
	}
	if err != nil {
		return nil, err
	}
	rows := &loginRows{}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.refreshable(tx.Reader, old, rows); err != nil {
			return err
		}
		if err := uc.readSuccessor(tx.Reader, token, old, client, rows); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionSessionRefresh, rows.tenant, old.UserID)
		e.Detail = "the same successor again"
		return tx.AppendEvent(e)
	})
	if errors.Is(err, core.ErrRefreshInvalid) {
		return nil, uc.endFamily(ctx, old)
	}
	if err != nil {
		return nil, err
	}
	return rows.loggedIn(), nil
}

func (uc *UseCases) readSuccessor(rd *store.Reader, token secret.Text, old *models.RefreshToken, client string, rows *loginRows) error {
	now, err := rd.LeaseTime() // a window of seconds does not survive servers whose clocks differ
	if err != nil {
		return err
	}
	if old.UsedAt == nil || !now.Before(old.UsedAt.Add(reuseWithin(rows.tenant))) {
		return core.ErrRefreshInvalid
	}
	for _, next := range successors(uc.keyring, token) {
		row, err := rd.FindRefreshToken(refreshDigest(next))
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if row.ClientID != client || row.UsedAt != nil || row.RevokedAt != nil {
			return core.ErrRefreshInvalid
		}
		rows.refreshToken, rows.refreshTokenID = next, row.ID
		return nil
	}
	return core.ErrRefreshInvalid // the rule was not there when the token was used
}

func reuseWithin(t *models.Tenant) time.Duration {
	return time.Duration(t.Settings.Sessions.RefreshReuseSeconds) * time.Second
}

// successors are what a token may have been exchanged for where it can be shown again:
// derived from it under a server key, the current one first, so that nothing has to be
// kept from which the successor could be read.
func successors(k *secret.Keyring, token secret.Text) []secret.Text {
	var list []secret.Text
	for _, mac := range k.MACs("refresh successor", token.Reveal()) {
		list = append(list, secret.TokenOf(mac))
	}
	return list
}
