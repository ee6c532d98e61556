package lifecycle

import "github.com/rekeyhq/rekey/models"

// TicketReason is why a ticket cannot be used.
type TicketReason string

// The reasons.
const (
	TicketUnknown   TicketReason = "unknown" // also: of another application or purpose
	TicketWrong     TicketReason = "wrong"   // there is a live ticket, and this is not its code
	TicketUsed      TicketReason = "used"
	TicketEnded     TicketReason = "ended" // superseded or revoked
	TicketExpired   TicketReason = "expired"
	TicketExhausted TicketReason = "exhausted" // too many wrong codes
	TicketInactive  TicketReason = "inactive"  // its user may not choose a password here
)

// TicketRefusal is ErrTicketUnusable with its reason. A surface may tell the reason to
// authorised callers alone, see ErrTicketUnusable.
type TicketRefusal struct {
	Why   TicketReason
	cause error
}

func unusable(why TicketReason) error { return &TicketRefusal{Why: why} }

func (r *TicketRefusal) Error() string { return ErrTicketUnusable.Error() }

// Unwrap gives the fault.
func (r *TicketRefusal) Unwrap() error {
	if r.cause == nil {
		return ErrTicketUnusable
	}
	return ErrTicketUnusable.Because(r.cause)
}

// reasonOf is the reason of a ticket that was ended.
func reasonOf(ended models.TicketEnd) TicketReason {
	switch ended {
	case models.EndedExpired:
		return TicketExpired
	case models.EndedExhausted:
		return TicketExhausted
	}
	return TicketEnded
}
