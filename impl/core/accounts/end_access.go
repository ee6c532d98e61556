package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// endAccess ends all logins, challenges and tickets of a user. It must follow AdvanceVersion and
// the change of the user's row in the same transaction: concurrent logins and tickets wait
// for one of the two, and are ended here or refused.
func endAccess(ctx context.Context, tx *store.Tx, s *core.Subject, out *core.UserChange) (err error) {
	if err = core.EndLogins(tx, s, "", out); err != nil {
		return err
	}
	if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
		return err
	}
	return core.EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked)
}

// endOutdated ends the logins, tickets and challenges that a change outdates, and notifies
// the user of a changed second factor.
func (uc *UseCases) endOutdated(ctx context.Context, tx *store.Tx, s *core.Subject, d *userChanges) error {
	if d.include("secondFactor") {
		change := core.FactorMailOn
		if !d.next.MFA {
			change = core.FactorMailOff
		}
		if err := uc.kernel.NotifyFactorChanged(tx, s, change); err != nil {
			return err
		}
	}
	if d.endAccess() {
		return endAccess(ctx, tx, s, &core.UserChange{})
	}
	var purposes []models.Purpose // all
	if !d.include("boundary", "permissions") {
		purposes = models.PasswordPurposes() // replaceUserAddresses ended the verifications
	}
	if d.include("emails", "phones", "boundary", "permissions") {
		if err := core.EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked, purposes...); err != nil {
			return err
		}
	}
	if d.include("emails", "phones", "secondFactor") {
		if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
			return err
		}
	}
	return nil
}
