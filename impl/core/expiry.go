package core

import (
	"encoding/binary"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
)

// MaxExpiryDays bounds expiry times, and the lifetime of passwords in a policy.
const MaxExpiryDays = 36500

// CheckExpiry refuses an expiry time that is in the past or too far ahead; nil is accepted.
func (k *Kernel) CheckExpiry(at *time.Time) error {
	now := k.clock.Now()
	switch {
	case at == nil:
		return nil
	case !now.Before(*at):
		return ErrExpiryPast
	case at.After(now.AddDate(0, 0, MaxExpiryDays)):
		return ErrExpiryFar
	}
	return nil
}

// WarnSpread is the time over which warnings are spread, so that passwords which were set at the same
// moment, by an import or a new policy, do not cause a burst of mails. It is less than a day: no
// warning is sent after the expiry, or after the next warning.
const WarnSpread = 6 * time.Hour

// NextWarning is the time of the next expiry warning: the earliest warning day that is still in the
// future, plus the user's delay within the spread. It is nil if no warning is due any more.
func NextWarning(days []int, userID string, expiresAt *time.Time, now time.Time) *time.Time {
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
	at := next.Add(SpreadDelay(WarnSpread, userID))
	return &at
}

// SpreadDelay is the user's delay within a spread. It is always the same for a user.
func SpreadDelay(spread time.Duration, userID string) time.Duration {
	digest := secret.Sum("expiry warning", userID)
	return time.Duration(binary.BigEndian.Uint64(digest[:8])%uint64(max(1, spread/time.Second))) * time.Second
}
