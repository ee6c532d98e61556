package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// DeleteUser deletes a user at a version, with everything that belongs to the user except
// the events. The names can be used again, the id cannot.
func (uc *UseCases) DeleteUser(ctx context.Context, userID string, version int64) (out *core.UserChange, err error) {
	err = core.RetryOnVersion(ctx, version, func() error {
		out, err = uc.deleteUser(ctx, userID, version)
		return err
	})
	return out, err
}

func (uc *UseCases) deleteUser(ctx context.Context, userID string, version int64) (*core.UserChange, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	if version != core.AnyVersion && version != s.User.Version {
		return nil, core.ErrVersion
	}
	out := &core.UserChange{}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if _, err := tx.AdvanceVersion(userID); err != nil { // first, so that concurrent logins wait or are refused
			return err
		}
		current, err := tx.DeleteUser(userID, s.User.Version)
		if err != nil {
			return err
		}
		if !current {
			return core.ErrVersion
		}
		*out = core.UserChange{UserID: userID, TenantID: s.User.TenantID, Version: s.User.Version + 1, ChangedAt: tx.Now, CreatedAt: s.User.CreatedAt}
		if err := endAccess(ctx, tx, s, out); err != nil {
			return err
		}
		if err := tx.DeleteOwned(userID); err != nil {
			return err
		}
		if err := core.ClaimNumber(tx, s.User); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionUserDelete, s.Tenant, userID))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
