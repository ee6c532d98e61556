package core

import (
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Proof is what a caller shows to redeem a ticket. Secret is the key or code; Code is
// the short code of an OTP, and UserID goes with a user code.
type Proof struct {
	Form    ProofForm
	Purpose Purpose // the purpose that the ticket must have
	Secret  secret.Text
	Code    secret.Text
	UserID  string
	Kind    AddressKind // of the address that a verification must be for; empty: any
}

// proofDigest is the digest under which the ticket is stored. The form is part of it, and
// for link keys the purpose too: set and reset links are two key spaces. An invitation is a set link
// whose address is not verified yet, so both have one key space. Verifications are a key space of their
// own in every form.
func proofDigest(form models.Proof, purpose models.Purpose, text secret.Text, userID string) secret.Digest {
	if purpose == models.PurposeVerify { // no secret of a verification is found where a password is set
		return secret.Sum("ticket", string(form), string(purpose), userID, text.Reveal())
	}
	switch form {
	case models.ProofKey:
		if purpose == models.PurposeInvite {
			purpose = models.PurposeSet
		}
		return secret.Sum("ticket", string(form), string(purpose), text.Reveal())
	case models.ProofUserCode:
		return secret.Sum("ticket", string(form), string(purpose), userID, text.Reveal())
	}
	return secret.Sum("ticket", string(form), text.Reveal())
}

// Digests lists the digests under which the ticket may be stored. A hosted page does not know the
// form of its key, and a user code without a purpose may be for a reset or an invitation.
func (p Proof) Digests() []secret.Digest {
	user := func(purpose models.Purpose) secret.Digest {
		return proofDigest(models.ProofUserCode, purpose, p.Secret, p.UserID)
	}
	switch {
	case p.Form == models.ProofUserCode && p.Purpose == "":
		return []secret.Digest{user(models.PurposeReset), user(models.PurposeInvite)}
	case p.Form != "":
		return []secret.Digest{proofDigest(p.Form, p.Purpose, p.Secret, p.UserID)}
	case p.UserID != "" && p.Purpose == models.PurposeVerify:
		return []secret.Digest{user(models.PurposeVerify)}
	case p.UserID != "":
		return []secret.Digest{user(models.PurposeReset), user(models.PurposeInvite)}
	}
	return []secret.Digest{
		proofDigest(models.ProofKey, p.Purpose, p.Secret, ""),
		proofDigest(models.ProofMailCode, p.Purpose, p.Secret, ""),
		proofDigest(models.ProofLinkCode, p.Purpose, p.Secret, ""),
		proofDigest(models.ProofTicket, p.Purpose, p.Secret, ""),
	}
}

// TicketReason is why a ticket cannot be used.
type TicketReason string

// The reasons why a ticket cannot be used.
const (
	TicketUnknown   TicketReason = "unknown" // also: of another application or purpose
	TicketWrong     TicketReason = "wrong"   // the ticket is live, but the code is wrong
	TicketUsed      TicketReason = "used"
	TicketEnded     TicketReason = "ended" // superseded or revoked
	TicketExpired   TicketReason = "expired"
	TicketExhausted TicketReason = "exhausted" // too many wrong codes
	TicketInactive  TicketReason = "inactive"  // its user may not set a password here
)

// TicketRefusal is ErrTicketUnusable with its reason. A surface may show the reason to authorised
// callers only, see ErrTicketUnusable.
type TicketRefusal struct {
	Why   TicketReason
	Cause error
}

// TicketUnusable refuses a ticket for a reason.
func TicketUnusable(why TicketReason) error { return &TicketRefusal{Why: why} }

func (r *TicketRefusal) Error() string { return ErrTicketUnusable.Error() }

// Unwrap returns the fault.
func (r *TicketRefusal) Unwrap() error {
	if r.Cause == nil {
		return ErrTicketUnusable
	}
	return ErrTicketUnusable.Because(r.Cause)
}

// TicketReasonOf is the reason for which an ended ticket cannot be used.
func TicketReasonOf(ended models.TicketEnd) TicketReason {
	switch ended {
	case models.EndedExpired:
		return TicketExpired
	case models.EndedExhausted:
		return TicketExhausted
	}
	return TicketEnded
}
