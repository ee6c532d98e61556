package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// UpdateSession proves more about a session that the caller reaches; its token is
// replaced.
func (uc *UseCases) UpdateSession(ctx context.Context, in CheckSession) (SessionOutcome, error) {
	row, err := uc.liveSession(ctx, in.SessionID, secret.Text{})
	if err != nil {
		return nil, err
	}
	if in.UserID == "" && in.Username == "" {
		in.UserID = row.UserID
	}
	s, err := uc.sessionSubject(ctx, in)
	if err != nil {
		return nil, err
	}
	if s.User == nil || s.User.ID != row.UserID {
		return nil, core.ErrSessionOtherUser
	}
	notes, err := withNotes(row.Metadata, in.Notes)
	if err != nil {
		return nil, err
	}
	proven, err := uc.proveAll(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if proven.mustChange {
		return &ChangeRequired{}, nil
	}
	out := &CheckedSession{Token: newSessionToken(), User: core.UserOf(s.User, nil)}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		next := *row
		next.TokenDigest = SessionDigest(out.Token).Bytes()
		if err := uc.noteProven(ctx, tx, s, proven, &next); err != nil {
			return err
		}
		next.Metadata = notes
		if in.Lifetime > 0 {
			next.Begin(tx.Now, tx.Now.Add(sessionLife(s.Tenant, in.Lifetime)), next.IdleMinutes)
		}
		next.Use(tx.Now)
		mine, err := tx.RenewSession(row.Version, &next)
		if err != nil {
			return err
		}
		if !mine {
			return core.ErrSessionChanged
		}
		if out.Session, err = readSession(tx.Reader, row.ID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionUpdate, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	uc.sendRecoveryNotice(proven.second)
	return out, nil
}
