package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateSession begins a session for a user that the caller reaches.
func (uc *UseCases) CreateSession(ctx context.Context, in CheckSession) (SessionOutcome, error) {
	s, err := uc.sessionSubject(ctx, in)
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
	notes, err := withNotes("", in.Notes)
	if err != nil {
		return nil, err
	}
	out := &CheckedSession{Token: newSessionToken(), User: core.UserOf(s.User, nil)}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		row := &models.Session{
			ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
			TokenDigest: SessionDigest(out.Token).Bytes(), Version: 1, Metadata: notes,
			CheckedAt: tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now,
		}
		row.Begin(tx.Now, tx.Now.Add(sessionLife(s.Tenant, in.Lifetime)), s.Tenant.Settings.Sessions.IdleMinutes)
		if err := uc.noteProven(ctx, tx, s, proven, row); err != nil {
			return err
		}
		if err := tx.InsertSession(row); err != nil {
			return err
		}
		out.Session = sessionOf(row)
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionCreate, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	uc.sendRecoveryNotice(proven.second)
	return out, nil
}
