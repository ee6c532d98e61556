package logins

import (
	"context"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// lockoutBatch is how many lockouts one call reads.
const lockoutBatch = 50

// NotifyLockouts mails, once, each user whose password or second factor is no longer accepted after
// too many wrong tries in a row. It returns how many users were notified. A background job calls it,
// not the login that failed: a name that no user has causes no mail, and the time of an answer must
// not reveal this.
func (uc *UseCases) NotifyLockouts(ctx context.Context) (int, error) {
	lockouts, err := uc.store.Read(ctx).LockoutsToNotify(lockoutBatch)
	if err != nil {
		return 0, err
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "tries", Boundary: models.BoundaryPlatform})
	var errs []error
	count := 0
	for i := range lockouts {
		notified, err := uc.notifyLockout(ctx, &lockouts[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("wrong tries at the %s of user %s: %w", lockouts[i].Kind, lockouts[i].UserID, err))
		}
		if notified {
			count++
		}
	}
	if count > 0 {
		uc.wakeWorkers()
	}
	return count, errors.Join(errs...)
}

// notifyLockout returns false if another server notified the user first, or the lockout ended.
func (uc *UseCases) notifyLockout(ctx context.Context, lockout *models.Tries) (notified bool, err error) {
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.LockUserRow(tx, lockout.UserID)
		if errors.Is(err, core.ErrUserNotFound) {
			notified = false
			return nil // the user was deleted in the meantime, and the tries too
		}
		if err != nil {
			return err
		}
		if notified, err = tx.MarkLockoutNotified(lockout.Key); err != nil || !notified {
			return err
		}
		to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
		if errors.Is(err, core.ErrNoAddress) {
			return nil
		}
		if err != nil {
			return err
		}
		return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateLockedOut, Data: map[string]string{
			"Change": string(lockout.Kind), "ExpiresAt": core.FormatTime(*lockout.LockedOutAt),
		}})
	})
	return notified && err == nil, err
}
