package core

import (
	"encoding/binary"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
)

// NextWarning is when the user is to be told next: at the first of the days before the
// expiry that is still ahead, plus the user's own part of the spread.
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

func SpreadDelay(spread time.Duration, userID string) time.Duration {
	digest := secret.Sum("expiry warning", userID)
	return time.Duration(binary.BigEndian.Uint64(digest[:8])%uint64(max(1, spread/time.Second))) * time.Second
}

// MaxExpiryDays is the longest lifetime a policy can have, too.
const MaxExpiryDays = 36500

// CheckExpiry bounds an expiry that is given.
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

// WarnSpread parts the warnings of passwords that were set at one moment, so that
// an import or a new policy does not become a burst of mails. It is less than a
// day: no warning comes after the expiry, or after the next one.
const WarnSpread = 6 * time.Hour
