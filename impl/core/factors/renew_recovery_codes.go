package factors

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RenewRecoveryCodesInput names the user whose recovery codes are replaced.
type RenewRecoveryCodesInput struct {
	UserID string
	Reauthentication
}

// RenewRecoveryCodes replaces the recovery codes and returns the new ones, which cannot be read
// again.
func (uc *UseCases) RenewRecoveryCodes(ctx context.Context, in RenewRecoveryCodesInput) ([]secret.Text, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if app == nil {
		return nil, core.ErrNoFactor
	}
	factor, err := uc.reauthenticate(ctx, s, app, in.Reauthentication, models.ActionMFARecoveryRenew)
	if err != nil {
		return nil, err
	}
	codes, rows := uc.newRecoveryCodes(s)
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.kernel.SpendFactor(ctx, tx, s, factor); err != nil {
			return err
		}
		if err := core.ReplaceRecoveryCodes(tx, s, rows); err != nil {
			return err
		}
		if err := uc.kernel.NotifyFactorChanged(tx, s, core.FactorCodes); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionMFARecoveryRenewed, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	uc.wakeWorkers()
	return codes, nil
}
