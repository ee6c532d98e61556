package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateSession adds checks to a session in the caller's scope, and replaces its token.
func (uc *UseCases) UpdateSession(ctx context.Context, sessionID string, in SessionInput) (SessionResult, error) {
	row, err := uc.liveSession(ctx, sessionID, secret.Text{})
	if err != nil {
		return nil, err
	}
	if in.UserID == "" && in.Username == "" {
		in.UserID = row.UserID
	}
	s, err := uc.subjectOfSession(ctx, row, in)
	if err != nil {
		return nil, err
	}
	notes, err := mergeNotes(row.Metadata, in.Notes)
	if err != nil {
		return nil, err
	}
	passed, err := uc.verifyChecks(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if passed.changeRequired {
		return &ChangeRequired{}, nil
	}
	out := &IssuedSession{Token: newSessionToken()}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		next := *row
		next.TokenDigest = SessionDigest(out.Token).Bytes()
		if err := uc.recordChecks(ctx, tx, s, passed, &next); err != nil {
			return err
		}
		next.Metadata = notes
		if in.Lifetime > 0 {
			next.Begin(tx.Now, tx.Now.Add(sessionLife(s.Tenant, in.Lifetime)), next.IdleMinutes)
		}
		next.Use(tx.Now)
		renewed, err := tx.RenewSession(row.Version, &next)
		if err != nil {
			return err
		}
		if !renewed {
			return core.ErrSessionChanged
		}
		stored, err := tx.FindSession(row.ID)
		if err != nil {
			return err
		}
		out.Session = sessionOf(stored)
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionUpdate, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	uc.sendRecoveryNotice(passed.factor)
	return out, nil
}

// subjectOfSession refuses an input that names another user than the session's.
func (uc *UseCases) subjectOfSession(ctx context.Context, row *models.Session, in SessionInput) (*core.Subject, error) {
	s, err := uc.sessionSubject(ctx, in)
	if err != nil {
		return nil, err
	}
	if s.User == nil || s.User.ID != row.UserID {
		return nil, core.ErrSessionOtherUser
	}
	return s, nil
}
