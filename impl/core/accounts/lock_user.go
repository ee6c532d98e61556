package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LockUser locks a user. All logins and tickets of the user end at once.
func (uc *UseCases) LockUser(ctx context.Context, userID string) (*core.UserChange, error) {
	return uc.changeLock(ctx, userID, models.ActionUserLock, func(tx *store.Tx, s *core.Subject, out *core.UserChange) error {
		if _, err := tx.AdvanceVersion(userID); err != nil { // first, so that concurrent logins wait or are refused
			return err
		}
		ok, err := tx.LockUser(userID)
		if err != nil {
			return err
		}
		if !ok {
			return core.ErrAlreadyLocked
		}
		return endAccess(ctx, tx, s, out)
	})
}

// changeLock locks or unlocks a user with the given change, in one transaction with its event.
func (uc *UseCases) changeLock(ctx context.Context, userID string, action models.Action, change func(*store.Tx, *core.Subject, *core.UserChange) error) (*core.UserChange, error) {
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
