package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ResendChallenge mails a new code for a pending challenge, a few times. The code goes to
// the user's own address; a caller who names another gets none, as who waits at that one
// would wait in vain. Neither this nor whether the challenge exists is told.
func (uc *UseCases) ResendChallenge(ctx context.Context, sid secret.Text, to string) error {
	row, err := uc.store.Read(ctx).FindChallenge(secret.Sum("challenge", sid.Reveal()))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, row.UserID)
	if err != nil || app != nil {
		return err // nothing was mailed, and nothing will be
	}
	spent := false
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		spent = false
		s, err := uc.kernel.HoldUser(tx, row.UserID)
		if errors.Is(err, core.ErrUserNotFound) || err == nil && (!s.User.Active() || s.Credential.Version != row.Version) {
			return nil // what it stood on is gone
		}
		if err != nil {
			return err
		}
		if to != "" {
			if own, err := ownAddress(tx.Reader, s.User.ID, to); err != nil || !own {
				return err
			}
		}
		code, expires := secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength), tx.Now.Add(challengeLife)
		mine, err := tx.RenewChallenge(row.ID, uc.keyring.MAC("challenge", row.ID, code.Reveal()), maxResends, expires)
		if err == nil && !mine && row.Live(tx.Now) && row.Resends >= maxResends {
			spent = true
			return core.RecordSpentBudget(ctx, tx, s.Tenant, core.SpentBudget{Budget: core.BudgetResends, UserID: s.User.ID}, core.MailWindow)
		}
		if err != nil || !mine {
			return err
		}
		if err := uc.mailLoginCode(tx, s, code, expires); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLoginResend, s.Tenant, s.User.ID))
	})
	if err == nil && spent {
		uc.refused(core.BudgetResends)
	}
	if err == nil {
		uc.wake()
	}
	return err
}

// ownAddress tells whether an address is the one that the user's codes go to.
func ownAddress(rd *store.Reader, userID, address string) (bool, error) {
	own, err := core.PrimaryAddress(rd, userID, models.AddressEmail)
	if err != nil {
		return false, err
	}
	return core.AddressWithKey([]models.Address{own}, core.AddressKeys(models.AddressEmail, core.TrimName(address))) != nil, nil
}
