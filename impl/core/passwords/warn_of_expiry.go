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
	warnTries = 500 // where so many fail one after the other, it is not for what is stored of them
)

// WarnOfExpiry tells the owners of passwords that expire soon, at the days of their
// policy, and answers for how many it looked. Each warning and the time of the next
// one are written together: after a crash it goes on where it was, and of several
// workers one mails.
func (uc *UseCases) WarnOfExpiry(ctx context.Context) (int, error) {
	moved, rescheduling := uc.rescheduleWarnings(ctx)
	told, warning := uc.warnDue(ctx)
	if moved += told; moved > 0 {
		uc.wake()
	}
	return moved, errors.Join(rescheduling, warning)
}

// warnDue goes on behind those who cannot be told: they stay due, and come first each time.
func (uc *UseCases) warnDue(ctx context.Context) (told int, err error) {
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "expiry", Boundary: models.BoundaryPlatform})
	var failed []string
	var errs []error
	for more := true; more && len(failed) < warnTries; {
		due, err := uc.store.Read(ctx).DueWarnings(warnBatch, failed...)
		if err != nil {
			return told, joined(append([]error{err}, errs...))
		}
		more = false
		for i := range due {
			ok, err := uc.warn(ctx, &due[i])
			if err != nil {
				failed, more = append(failed, due[i].UserID), true
				errs = append(errs, fmt.Errorf("expiry of the password of user %s: %w", due[i].UserID, err))
			}
			if ok {
				told++
			}
		}
	}
	return told, joined(errs)
}

// joined names some of many errors: they come again each second, and are logged.
func joined(errs []error) error {
	const named = 10
	if more := len(errs) - named; more > 0 {
		errs = append(errs[:named:named], fmt.Errorf("and %d more", more))
	}
	return errors.Join(errs...)
}

// warn answers false if somebody else was faster: another worker, or the user with a
// new password.
func (uc *UseCases) warn(ctx context.Context, due *models.Credential) (moved bool, err error) {
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
		if err != nil || !moved || !warnable(s, days, tx.Now) {
			return err
		}
		err = uc.tellOfExpiry(tx, s)
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

// warnable tells whether a user is to be told now: the days are those of today's
// policy, which may not be the one that set the date.
func warnable(s *core.Subject, days []int, now time.Time) bool {
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
