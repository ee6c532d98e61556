package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RemoveSecondFactor asks to take a user's authenticator app from the account.
type RemoveSecondFactor struct {
	UserID string
	Freshly
}

// RemoveSecondFactor removes the authenticator app and its recovery codes. Who had
// mailed codes before has them again.
func (c *Core) RemoveSecondFactor(ctx context.Context, in RemoveSecondFactor) error {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return err
	}
	app, err := c.app(ctx, in.UserID)
	if err != nil {
		return err
	}
	if app == nil {
		return ErrNoFactor
	}
	shown, err := c.proveAgain(ctx, s, app, in.Freshly, models.ActionMFARemove)
	if err != nil {
		return err
	}
	err = c.commit(ctx, func(tx *store.Tx) error {
		if err := c.spendSecond(ctx, tx, s, shown); err != nil {
			return err
		}
		mine, err := tx.DeleteTOTP(s.user.ID)
		if err != nil {
			return err
		}
		if !mine {
			return ErrNoFactor
		}
		if err := tx.ReplaceRecoveryCodes(s.user.ID); err != nil {
			return err
		}
		if _, err := tx.SetMFA(s.user.ID, app.Mailed); err != nil {
			return err
		}
		if err := c.factorChanged(ctx, tx, s); err != nil {
			return err
		}
		if err := tx.ClearTries(s.user.ID, endWithFactor...); err != nil {
			return err
		}
		if err := c.tellOfFactor(tx, s, factorOff); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionMFARemoved, s.tenant, s.user.ID))
	})
	if err != nil {
		return err
	}
	c.wake()
	return nil
}
