package factors

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ConfirmTOTP makes an enrolled app the user's second factor after its first code was verified. It
// returns the recovery codes, which cannot be read again.
func (uc *UseCases) ConfirmTOTP(ctx context.Context, userID string, code secret.Text) ([]secret.Text, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	app, err := uc.store.Read(ctx).FindTOTP(userID)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, core.ErrNoEnrollment
	case err != nil:
		return nil, err
	case app.ConfirmedAt != nil:
		return nil, core.ErrFactorExists
	case !uc.clock.Now().Before(app.CreatedAt.Add(enrollmentLife)):
		return nil, core.ErrNoEnrollment
	}
	factor, err := uc.kernel.VerifyFactor(ctx, s, app, code, models.ActionMFAConfirm)
	if err != nil {
		return nil, err
	}
	app.Mailed = s.User.MFA
	codes, rows := uc.newRecoveryCodes(s)
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		confirmed, err := tx.ConfirmTOTP(app, factor.Step)
		if err != nil {
			return err
		}
		if !confirmed {
			return core.ErrFactorCode // the app was replaced, or another request confirmed it
		}
		if _, err := tx.SetMFA(s.User.ID, true); err != nil {
			return err
		}
		if err := core.ReplaceRecoveryCodes(tx, s, rows); err != nil {
			return err
		}
		if err := uc.endLoginsWithoutFactor(ctx, tx, s); err != nil {
			return err
		}
		if own := core.OwnSession(ctx, s); own != "" { // its user just gave the code
			if _, err := tx.MarkSecondFactor(own); err != nil {
				return err
			}
		}
		if err := tx.ClearTries(s.User.ID, core.TriesClearedByFactor...); err != nil {
			return err
		}
		if err := uc.kernel.NotifyFactorChanged(tx, s, core.FactorOn); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionMFAConfirmed, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, err
	}
	uc.wakeWorkers()
	return codes, nil
}
