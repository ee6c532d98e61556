package lifecycle

import (
	"time"

	"github.com/rekeyhq/rekey/models"
)

// lifetime is the caller's, or by purpose and medium the tenant's (D10).
func lifetime(s models.TicketSettings, p plan) time.Duration {
	switch {
	case p.lifetime > 0:
		return p.lifetime
	case p.form == models.ProofOTP:
		return time.Duration(s.OTPMinutes) * time.Minute
	case p.purpose == models.PurposeSet:
		return time.Duration(s.SetHours) * time.Hour
	case p.purpose == models.PurposeInvite:
		return time.Duration(s.InviteHours) * time.Hour
	}
	return time.Duration(s.LinkMinutes) * time.Minute
}

// ceiling is what no caller may exceed (D10): a short code can be guessed, a reset link
// lies in a mailbox, and a new account has nothing to lose yet.
func ceiling(p plan) time.Duration {
	switch {
	case p.form == models.ProofOTP:
		return 15 * time.Minute
	case p.purpose == models.PurposeReset:
		return 24 * time.Hour
	}
	return 7 * 24 * time.Hour
}

// LifetimeTooLong is ErrLifetime with the longest life that a ticket of its kind may have.
type LifetimeTooLong struct{ Longest time.Duration }

func (l *LifetimeTooLong) Error() string { return ErrLifetime.Error() }

// Unwrap gives the fault.
func (l *LifetimeTooLong) Unwrap() error { return ErrLifetime }
