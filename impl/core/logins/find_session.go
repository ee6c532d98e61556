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

// FindSession reads a session.
func (uc *UseCases) FindSession(ctx context.Context, id string, token secret.Text) (*CheckedSession, error) {
	row, err := uc.liveSession(ctx, id, token)
	if err != nil {
		return nil, err
	}
	u, err := uc.store.Read(ctx).FindUser(row.UserID)
	if err != nil {
		return nil, err
	}
	return &CheckedSession{Session: sessionOf(row), User: core.UserOf(u, nil)}, nil
}

// liveSession reads a session that still admits its user. One that does not is a
// SessionOver for a caller who may know of it.
func (uc *UseCases) liveSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := uc.reachedSession(ctx, id, token)
	switch {
	case err != nil:
		return nil, err
	case row.EndedAt != nil:
		return nil, &SessionOver{SessionEnded}
	case !row.Live(uc.clock.Now()):
		return nil, &SessionOver{SessionExpired}
	}
	return row, nil
}

// reachedSession reads a session, live or not, that the caller reaches or whose token
// he shows.
func (uc *UseCases) reachedSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := uc.store.Read(ctx).FindSession(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.ErrSessionNotFound
	}
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	shown := !token.Empty() && subtle.ConstantTimeCompare(SessionDigest(token).Bytes(), row.TokenDigest) == 1
	if !shown && !who.InScope(row.ApplicationID, row.TenantID, row.UserID) {
		return nil, core.ErrSessionNotFound
	}
	return row, nil
}
