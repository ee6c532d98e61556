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
	result, err := uc.updateSession(ctx, sessionID, in)
	if in.verifies() {
		uc.countLogin(outcomeOf(result, err))
	}
	return result, err
}

func (uc *UseCases) updateSession(ctx context.Context, sessionID string, in SessionInput) (SessionResult, error) {
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
	passed, err := uc.verifyChecks(ctx, s, row, in)
	if err != nil {
		return nil, err
	}
	if passed.changeRequired {
		return &ChangeRequired{}, nil
	}
	codes, err := uc.prepareCodes(ctx, s, in.Codes)
	if err != nil {
		return nil, err
	}
	out := &IssuedSession{Token: newSessionToken()}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		next := *row
		next.TokenDigest, next.Metadata = SessionDigest(out.Token).Bytes(), notes
		if err := uc.recordChecks(ctx, tx, s, passed, &next); err != nil {
			return err
		}
		if in.Lifetime > 0 {
			next.Begin(tx.Now, tx.Now.Add(sessionLife(s.Tenant, in.Lifetime)), next.IdleMinutes)
		}
		if err := renewSession(tx, row.Version, &next); err != nil {
			return err
		}
		if err := uc.storeCodes(ctx, tx, s, row.ID, codes); err != nil {
			return err
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
	out.returnCodes(codes)
	uc.sendNotices(passed.factor, codes)
	return out, nil
}

// renewSession stores a session unless another request has changed it.
func renewSession(tx *store.Tx, version int64, next *models.Session) error {
	next.Use(tx.Now)
	renewed, err := tx.RenewSession(version, next)
	if err == nil && !renewed {
		return core.ErrSessionChanged
	}
	return err
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
