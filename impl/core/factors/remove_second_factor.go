package factors

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RemoveSecondFactorInput names the user whose authenticator app is removed.
type RemoveSecondFactorInput struct {
	UserID string
	Reauthentication
}

// RemoveSecondFactor removes the authenticator app and its recovery codes. If the user had mailed
// codes before the app, they are the second factor again.
func (uc *UseCases) RemoveSecondFactor(ctx context.Context, in RemoveSecondFactorInput) error {
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, in.UserID)
	if err != nil {
		return err
	}
	if app == nil {
		return core.ErrNoFactor
	}
	factor, err := uc.reauthenticate(ctx, s, app, in.Reauthentication, models.ActionMFARemove)
	if err != nil {
		return err
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.kernel.SpendFactor(ctx, tx, s, factor); err != nil {
			return err
		}
		removed, err := tx.DeleteTOTP(s.User.ID)
		if err != nil {
			return err
		}
		if !removed {
			return core.ErrNoFactor
		}
		if err := tx.ReplaceRecoveryCodes(s.User.ID); err != nil {
			return err
		}
		if _, err := tx.SetMFA(s.User.ID, app.Mailed); err != nil {
			return err
		}
		if err := uc.endLoginsWithoutFactor(ctx, tx, s); err != nil {
			return err
		}
		if err := tx.ClearTries(s.User.ID, core.TriesClearedByFactor...); err != nil {
			return err
		}
		if err := uc.kernel.NotifyFactorChanged(tx, s, core.FactorOff); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionMFARemoved, s.Tenant, s.User.ID))
	})
	if err != nil {
		return err
	}
	uc.wakeWorkers()
	return nil
}
