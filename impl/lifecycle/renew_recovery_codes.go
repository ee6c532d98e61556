package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RenewRecoveryCodes asks for new recovery codes.
type RenewRecoveryCodes struct {
	UserID string
	Freshly
}

// RenewRecoveryCodes answers new recovery codes, for the only time; the old ones end.
func (c *Core) RenewRecoveryCodes(ctx context.Context, in RenewRecoveryCodes) ([]secret.Text, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	app, err := c.app(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if app == nil {
		return nil, ErrNoFactor
	}
	shown, err := c.proveAgain(ctx, s, app, in.Freshly, models.ActionMFARecoveryRenew)
	if err != nil {
		return nil, err
	}
	codes, rows := c.newRecoveryCodes(s)
	err = c.commit(ctx, func(tx *store.Tx) error {
		if err := c.spendSecond(ctx, tx, s, shown); err != nil {
			return err
		}
		if err := replaceRecoveryCodes(tx, s, rows); err != nil {
			return err
		}
		if err := c.tellOfFactor(tx, s, factorCodes); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionMFARecoveryRenewed, s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, err
	}
	c.wake()
	return codes, nil
}
