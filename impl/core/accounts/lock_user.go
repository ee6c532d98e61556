package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LockUser locks a user out; his logins and tickets end at once.
func (uc *UseCases) LockUser(ctx context.Context, userID string) (*core.UserChange, error) {
	return uc.relock(ctx, userID, models.ActionUserLock, func(tx *store.Tx, s *core.Subject, out *core.UserChange) error {
		if _, err := tx.VoidVersion(userID); err != nil { // first: logins under way meet it
			return err
		}
		ok, err := tx.LockUser(userID)
		if err != nil {
			return err
		}
		if !ok {
			return core.ErrAlreadyLocked
		}
		return lock(ctx, tx, s, out)
	})
}

// lock ends everything by which a user is in, or could get in. It comes behind
// VoidVersion and the change of the user's row: logins and tickets that are under way
// wait for the one or the other, and are seen here or refused.
func lock(ctx context.Context, tx *store.Tx, s *core.Subject, out *core.UserChange) (err error) {
	if err = core.EndLogins(tx, s, "", out); err != nil {
		return err
	}
	if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
		return err
	}
	return core.EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked)
}

func (uc *UseCases) relock(ctx context.Context, userID string, action models.Action, change func(*store.Tx, *core.Subject, *core.UserChange) error) (*core.UserChange, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	out := &core.UserChange{UserID: userID, TenantID: s.Tenant.ID, CreatedAt: s.User.CreatedAt}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := change(tx, s, out); err != nil {
			return err
		}
		out.ChangedAt = tx.Now
		if out.Version, err = core.IncrementUserVersion(tx, userID); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, action, s.Tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
