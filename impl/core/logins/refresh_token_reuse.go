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

// answerReuse answers a refresh token that was used before. Within the interval that the tenant
// allows, the same client gets the same successor again if that is still unused: two tabs refreshed
// at once, or an answer was lost. Otherwise the family ends.
// (draft-ietf-oauth-browser-based-apps section 8 describes the tabs; RFC 9700 section 4.14.2 leaves
// the detection of reuse to the server.)
func (uc *UseCases) answerReuse(ctx context.Context, token secret.Text, id, clientID string) (*LoggedIn, error) {
	used, err := uc.store.Read(ctx).FindRefreshTokenByID(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrRefreshInvalid
	}
	if err != nil {
		return nil, err
	}
	var rows *loginRows
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		var err error
		if rows, err = readRefreshRows(tx.Reader, used); err != nil {
			return err
		}
		if err := uc.readSuccessor(tx.Reader, token, used, clientID, rows); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionSessionRefresh, rows.tenant, used.UserID)
		e.Detail = "the same successor again"
		return tx.AppendEvent(e)
	})
	if errors.Is(err, core.ErrRefreshInvalid) {
		return nil, uc.endReusedFamily(ctx, used)
	}
	if err != nil {
		return nil, err
	}
	return rows.loggedIn(), nil
}

// readSuccessor completes the rows with the unused successor of a token.
func (uc *UseCases) readSuccessor(rd *store.Reader, token secret.Text, used *models.RefreshToken, clientID string, rows *loginRows) error {
	now, err := rd.LeaseTime() // the interval is a few seconds, and the clocks of servers differ by more
	if err != nil {
		return err
	}
	if used.UsedAt == nil || !now.Before(used.UsedAt.Add(reuseInterval(rows.tenant))) {
		return core.ErrRefreshInvalid
	}
	for _, next := range successorTokens(uc.keyring, token) {
		row, err := rd.FindRefreshToken(refreshDigest(next))
		if errors.Is(err, store.ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		if row.ClientID != clientID || row.UsedAt != nil || row.RevokedAt != nil {
			return core.ErrRefreshInvalid
		}
		rows.refreshToken, rows.refreshTokenID = next, row.ID
		return nil
	}
	return core.ErrRefreshInvalid // the tenant did not allow reuse when the token was used
}

// reuseInterval is how long a used token may be used again; 0: never.
func reuseInterval(t *models.Tenant) time.Duration {
	return time.Duration(t.Settings.Sessions.RefreshReuseSeconds) * time.Second
}

// successorTokens are the possible successors of a token where reuse is allowed. Each is derived
// from the token with a server key, the current key first, so the server can answer a successor
// again without storing it.
func successorTokens(k *secret.Keyring, token secret.Text) []secret.Text {
	var list []secret.Text
	for _, mac := range k.MACs("refresh successor", token.Reveal()) {
		list = append(list, secret.TokenOf(mac))
	}
	return list
}

// endReusedFamily ends the family and the session of a token that was probably stolen. It returns
// the refusal.
func (uc *UseCases) endReusedFamily(ctx context.Context, t *models.RefreshToken) error {
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
