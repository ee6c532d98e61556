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
	moved, err := c.rescheduleWarnings(ctx)
	errs := []error{err} // it keeps nobody from the warning that is due
	due, err := c.Store.Read(ctx).DueWarnings(warnBatch)
	if err != nil {
		return moved, errors.Join(append(errs, err)...)
	}
	ctx = caller.Into(ctx, caller.Caller{Kind: caller.System, ID: "expiry", Boundary: models.BoundaryPlatform})
	for i := range due {
		ok, err := c.warn(ctx, &due[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("expiry of the password of user %s: %w", due[i].UserID, err))
		}
		if ok {
			moved++
		}
	}
	if moved > 0 {
		c.Wake()
	}
	return moved, errors.Join(errs...)
}

// warn answers false if somebody else was faster: another worker, or the user with a
// new password.
func (c *Core) warn(ctx context.Context, due *models.Credential) (moved bool, err error) {
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
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
		return tx.AppendEvent(event(ctx, "password.expiry_warning", s.tenant, due.UserID))
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
