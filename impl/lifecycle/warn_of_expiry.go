package lifecycle

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	warnBatch = 50
	warnTries = 500 // where so many fail one after the other, it is not for what is stored of them
	// warnSpread parts the warnings of passwords that were set at one moment, so that
	// an import or a new policy does not become a burst of mails. It is less than a
	// day: no warning comes after the expiry, or after the next one.
	warnSpread = 6 * time.Hour
)

// WarnOfExpiry tells the owners of passwords that expire soon, at the days of their
// policy, and answers for how many it looked. Each warning and the time of the next
// one are written together: after a crash it goes on where it was, and of several
// workers one mails.
func (c *Core) WarnOfExpiry(ctx context.Context) (int, error) {
	moved, rescheduling := c.rescheduleWarnings(ctx)
	told, warning := c.warnDue(ctx)
	if moved += told; moved > 0 {
		c.wake()
	}
	return moved, errors.Join(rescheduling, warning)
}

// warnDue goes on behind those who cannot be told: they stay due, and come first each time.
func (c *Core) warnDue(ctx context.Context) (told int, err error) {
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "expiry", Boundary: models.BoundaryPlatform})
	var failed []string
	var errs []error
	for more := true; more && len(failed) < warnTries; {
		due, err := c.store.Read(ctx).DueWarnings(warnBatch, failed...)
		if err != nil {
			return told, joined(append([]error{err}, errs...))
		}
		more = false
		for i := range due {
			ok, err := c.warn(ctx, &due[i])
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
func (c *Core) warn(ctx context.Context, due *models.Credential) (moved bool, err error) {
	err = c.store.InTx(ctx, func(tx *store.Tx) error {
		s, err := c.hold(tx, due.UserID)
		if errors.Is(err, ErrUserNotFound) {
			moved, err = tx.MoveWarning(due, nil)
			return err
		}
		if err != nil {
			return err
		}
		days := s.tenant.Settings.Password.WarnDays
		moved, err = tx.MoveWarning(due, nextWarning(days, due.UserID, s.credential.Expiry(), tx.Now))
		if err != nil || !moved || !warnable(s, days, tx.Now) {
			return err
		}
		err = c.tellOfExpiry(tx, s)
		if errors.Is(err, ErrNoAddress) {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionPasswordExpiryWarning, s.tenant, due.UserID))
	})
	return moved && err == nil, err
}

// warnable tells whether a user is to be told now: the days are those of today's
// policy, which may not be the one that set the date.
func warnable(s *subject, days []int, now time.Time) bool {
	cred, expiry := s.credential, s.credential.Expiry()
	if !s.user.Active() || s.user.Directory || !cred.Present() || expiry == nil || cred.Expired(now) {
		return false
	}
	for _, d := range days {
		if !now.Before(expiry.AddDate(0, 0, -d)) {
			return true
		}
	}
	return false
}

// nextWarning is when the user is to be told next: at the first of the days before the
// expiry that is still ahead, plus the user's own part of the spread.
func nextWarning(days []int, userID string, expiresAt *time.Time, now time.Time) *time.Time {
	if expiresAt == nil {
		return nil
	}
	var next *time.Time
	for _, d := range days {
		at := expiresAt.AddDate(0, 0, -d)
		if at.After(now) && (next == nil || at.Before(*next)) {
			next = &at
		}
	}
	if next == nil {
		return nil
	}
	at := next.Add(partOf(warnSpread, userID))
	return &at
}

func partOf(spread time.Duration, userID string) time.Duration {
	digest := secret.Sum("expiry warning", userID)
	return time.Duration(binary.BigEndian.Uint64(digest[:8])%uint64(max(1, spread/time.Second))) * time.Second
}
