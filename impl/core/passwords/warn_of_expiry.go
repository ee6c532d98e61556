package passwords

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	warnBatch = 50
	warnTries = 500 // after so many consecutive failures the cause is not the stored data of one user
)

// WarnOfExpiry mails users whose password expires soon, on the days of their policy, and answers how
// many users it processed. A warning and the time of the next one are written together: after a
// crash the job continues where it stopped, and of several workers one mails.
func (uc *UseCases) WarnOfExpiry(ctx context.Context) (int, error) {
	moved, rescheduling := uc.rescheduleWarnings(ctx)
	warned, warning := uc.warnDueUsers(ctx)
	if moved += warned; moved > 0 {
		uc.wake()
	}
	return moved, errors.Join(rescheduling, warning)
}

// warnDueUsers skips users whose warning failed: they stay due, and are first in each query.
func (uc *UseCases) warnDueUsers(ctx context.Context) (warned int, err error) {
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "expiry", Boundary: models.BoundaryPlatform})
	var failed []string
	var errs []error
	for more := true; more && len(failed) < warnTries; {
		due, err := uc.store.Read(ctx).DueWarnings(warnBatch, failed...)
		if err != nil {
			return warned, joinErrors(append([]error{err}, errs...))
		}
		more = false
		for i := range due {
			ok, err := uc.warnUser(ctx, &due[i])
			if err != nil {
				failed, more = append(failed, due[i].UserID), true
				errs = append(errs, fmt.Errorf("expiry of the password of user %s: %w", due[i].UserID, err))
			}
			if ok {
				warned++
			}
		}
	}
	return warned, joinErrors(errs)
}

// joinErrors keeps the first errors of many: they recur each second, and are logged.
func joinErrors(errs []error) error {
	const named = 10
	if more := len(errs) - named; more > 0 {
		errs = append(errs[:named:named], fmt.Errorf("and %d more", more))
	}
	return errors.Join(errs...)
}

// warnUser returns false if another worker, or a change of the password, was faster.
func (uc *UseCases) warnUser(ctx context.Context, due *models.Credential) (moved bool, err error) {
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.LockUserRow(tx, due.UserID)
		if errors.Is(err, core.ErrUserNotFound) {
			moved, err = tx.MoveWarning(due, nil)
			return err
		}
		if err != nil {
			return err
		}
		days := s.Tenant.Settings.Password.WarnDays
		moved, err = tx.MoveWarning(due, core.NextWarning(days, due.UserID, s.Credential.Expiry(), tx.Now))
		if err != nil || !moved || !isWarningDue(s, days, tx.Now) {
			return err
		}
		err = uc.mailExpiry(tx, s)
		if errors.Is(err, core.ErrNoAddress) {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionPasswordExpiryWarning, s.Tenant, due.UserID))
	})
	return moved && err == nil, err
}

// isWarningDue decides by the days of the current policy, which may differ from those of the policy
// that set the date.
func isWarningDue(s *core.Subject, days []int, now time.Time) bool {
	cred, expiry := s.Credential, s.Credential.Expiry()
	if !s.User.Active() || s.User.Directory || !cred.Present() || expiry == nil || cred.Expired(now) {
		return false
	}
	for _, d := range days {
		if !now.Before(expiry.AddDate(0, 0, -d)) {
			return true
		}
	}
	return false
}
