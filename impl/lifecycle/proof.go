package lifecycle

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Proof is what a caller shows to redeem a ticket. Secret is the key or code; Code is
// the short code of an OTP, and UserID goes with a user code.
type Proof struct {
	Form    ProofForm
	Purpose Purpose // what the ticket must be for
	Secret  secret.Text
	Code    secret.Text
	UserID  string
}

// lookup is the digest under which the ticket is stored. The form is part of it, and
// for link keys the purpose too: set and reset links are two key spaces.
func lookup(form models.Proof, purpose models.Purpose, text secret.Text, userID string) secret.Digest {
	switch form {
	case models.ProofKey:
		return secret.Sum("ticket", string(form), string(purpose), text.Reveal())
	case models.ProofUserCode:
		return secret.Sum("ticket", string(form), string(purpose), userID, text.Reveal())
	}
	return secret.Sum("ticket", string(form), text.Reveal())
}

// lookups are the digests to try. A hosted page does not know the form of its key,
// and a user code without a purpose may be for a reset or an invitation.
func (p Proof) lookups() []secret.Digest {
	user := func(purpose models.Purpose) secret.Digest {
		return lookup(models.ProofUserCode, purpose, p.Secret, p.UserID)
	}
	switch {
	case p.Form == models.ProofUserCode && p.Purpose == "":
		return []secret.Digest{user(models.PurposeReset), user(models.PurposeInvite)}
	case p.Form != "":
		return []secret.Digest{lookup(p.Form, p.Purpose, p.Secret, p.UserID)}
	case p.UserID != "":
		return []secret.Digest{user(models.PurposeReset), user(models.PurposeInvite)}
	}
	return []secret.Digest{
		lookup(models.ProofKey, p.Purpose, p.Secret, ""),
		lookup(models.ProofMailCode, p.Purpose, p.Secret, ""),
		lookup(models.ProofLinkCode, p.Purpose, p.Secret, ""),
		lookup(models.ProofTicket, p.Purpose, p.Secret, ""),
	}
}

// find reads the ticket that a proof names, live or not.
func find(rd *store.Reader, p Proof) (*store.ShownTicket, error) {
	if p.Secret.Empty() {
		return nil, unusable(TicketUnknown)
	}
	t, err := rd.FindShownTicket(p.lookups()...)
	if errors.Is(err, store.ErrNotFound) {
		return nil, unusable(TicketUnknown)
	}
	return t, err
}
