package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ResendChallenge mails a new code for a pending challenge, at most three times. The code goes to
// the user's own address; if the caller names another one, no code is sent. The result is the same
// in all these cases, so a caller learns neither the address nor whether the challenge exists.
func (uc *UseCases) ResendChallenge(ctx context.Context, id secret.Text, to string) error {
	row, err := uc.store.Read(ctx).FindChallenge(challengeDigest(id))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	app, err := uc.kernel.ConfirmedApp(ctx, row.UserID)
	if err != nil || app != nil {
		return err // a user with an app gets no code by mail
	}
	exhausted := false
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		exhausted = false
		s, err := uc.kernel.LockUserRow(tx, row.UserID)
		if errors.Is(err, core.ErrUserNotFound) || err == nil && (!s.User.Active() || s.Credential.Version != row.Version) {
			return nil // the first step of the login is no longer valid
		}
		if err != nil {
			return err
		}
		if to != "" {
			if own, err := isPrimaryEmail(tx.Reader, s.User.ID, to); err != nil || !own {
				return err
			}
		}
		code, expires := secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength), tx.Now.Add(challengeLife)
		renewed, err := tx.RenewChallenge(row.ID, uc.challengeMAC(row.ID, code), maxResends, expires)
		if err == nil && !renewed && row.Live(tx.Now) && row.Resends >= maxResends {
			exhausted = true
			return core.RecordSpentBudget(ctx, tx, s.Tenant, core.SpentBudget{Budget: core.BudgetCodeResends, UserID: s.User.ID}, core.MailWindow)
		}
		if err != nil || !renewed {
			return err
		}
		if err := uc.mailLoginCode(tx, s, code, expires); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLoginResend, s.Tenant, s.User.ID))
	})
	if err != nil {
		return err
	}
	if exhausted {
		uc.countRefusal(core.BudgetCodeResends)
	}
	uc.wakeWorkers()
	return nil
}

// isPrimaryEmail reports whether an address is the one to which the user's codes are mailed.
func isPrimaryEmail(rd *store.Reader, userID, address string) (bool, error) {
	own, err := core.PrimaryAddress(rd, userID, models.AddressEmail)
	if err != nil {
		return false, err
	}
	return core.FindAddressByKey([]models.Address{own}, core.AddressKeys(models.AddressEmail, core.TrimName(address))) != nil, nil
}
