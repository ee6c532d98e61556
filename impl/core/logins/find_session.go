package logins

import (
	"context"
	"crypto/subtle"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindSession reads a live session whose token is given, or that is in the caller's scope.
func (uc *UseCases) FindSession(ctx context.Context, id string, token secret.Text) (*SessionWithUser, error) {
	row, err := uc.liveSession(ctx, id, token)
	if err != nil {
		return nil, err
	}
	u, err := uc.store.Read(ctx).FindUser(row.UserID)
	if err != nil {
		return nil, err
	}
	return &SessionWithUser{Session: sessionOf(row), User: core.UserOf(u, nil)}, nil
}

// liveSession reads a session that can be used. The error of an ended or expired session is a
// SessionRefusal.
func (uc *UseCases) liveSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := uc.authorizeSession(ctx, id, token)
	switch {
	case err != nil:
		return nil, err
	case row.EndedAt != nil:
		return nil, &SessionRefusal{SessionEnded}
	case !row.Live(uc.clock.Now()):
		return nil, &SessionRefusal{SessionExpired}
	}
	return row, nil
}

// authorizeSession reads a session, live or not, whose token is given or, without a token, that is in
// the caller's scope. A wrong token is refused to a caller of any scope: a program that shows the token
// of a browser asks whether it is the token of this session. Other sessions are answered like unknown ones, and so are those outside the tenant that the
// request names.
func (uc *UseCases) authorizeSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := uc.store.Read(ctx).FindSession(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrSessionNotFound
	}
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	allowed := who.InScope(row.ApplicationID, row.TenantID, row.UserID)
	if !token.Empty() {
		allowed = subtle.ConstantTimeCompare(SessionDigest(token).Bytes(), row.TokenDigest) == 1
	}
	if !allowed || who.Named != "" && who.Named != row.TenantID {
		return nil, core.ErrSessionNotFound
	}
	return row, nil
}
