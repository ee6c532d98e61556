package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateSession begins a session for a user in the caller's scope, and issues its token.
func (uc *UseCases) CreateSession(ctx context.Context, in SessionInput) (SessionResult, error) {
	result, err := uc.createSession(ctx, in)
	if in.verifies() {
		uc.countLogin(outcomeOf(result, err))
	}
	return result, err
}

func (uc *UseCases) createSession(ctx context.Context, in SessionInput) (SessionResult, error) {
	s, err := uc.sessionSubject(ctx, in)
	if err != nil {
		return nil, err
	}
	passed, err := uc.verifyChecks(ctx, s, nil, in)
	if err != nil {
		return nil, err
	}
	if passed.changeRequired {
		return &ChangeRequired{}, nil
	}
	notes, err := mergeNotes("", in.Notes)
	if err != nil {
		return nil, err
	}
	if err := requireStorable(in.Device); err != nil {
		return nil, err
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
		row := &models.Session{
			ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
			TokenDigest: SessionDigest(out.Token).Bytes(), Version: 1, Metadata: notes, Device: in.Device,
			CheckedAt: tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now,
		}
		row.Begin(tx.Now, tx.Now.Add(sessionLife(s.Tenant, in.Lifetime)), s.Tenant.Settings.Sessions.IdleMinutes)
		if err := uc.recordChecks(ctx, tx, s, passed, row); err != nil {
			return err
		}
		if err := tx.InsertSession(row); err != nil {
			return err
		}
		if err := uc.storeCodes(ctx, tx, s, row.ID, codes); err != nil {
			return err
		}
		out.Session = sessionOf(row)
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionSessionCreate, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	out.returnCodes(codes)
	uc.sendNotices(passed.factor, codes)
	return out, nil
}
