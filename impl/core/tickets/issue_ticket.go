package tickets

import (
	"context"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// IssueTicketInput describes a ticket for a user in the caller's scope.
type IssueTicketInput struct {
	UserID   string
	Purpose  core.Purpose
	Medium   core.Medium
	Form     core.ProofForm
	Channel  core.Channel // for media that are sent
	Address  string       // with PurposeVerify: the address to verify; empty: the primary one of Kind
	Kind     core.AddressKind
	Template string        // the caller's link template; empty: the hosted page
	Sender   string        // the sender's name in the message; empty: the tenant's
	AllowOTP bool          // the surface can redeem OTPs, so the tenant's strategy decides
	Lifetime time.Duration // zero: the tenant's default
	Unlock   bool          // unlock the user and reset the count of failed tries; the caller must be allowed to change users
}

// IssueTicket ends the user's older tickets of the same purpose, stores the new one and queues
// its mail, if it is sent. A ticket of PurposeVerify ends those for the same address alone.
func (uc *UseCases) IssueTicket(ctx context.Context, in IssueTicketInput) (*core.IssuedTicket, error) {
	if in.Purpose != models.PurposeVerify {
		return uc.issueToUser(ctx, in, nil)
	}
	return uc.issueToUser(ctx, in, func(tx *store.Tx, s *core.Subject, p *core.TicketPlan) (err error) {
		p.To, err = findAddressToVerify(tx.Reader, s.User.ID, in)
		return err
	})
}

// findAddressToVerify reads the address that the input names.
func findAddressToVerify(rd *store.Reader, userID string, in IssueTicketInput) (*models.Address, error) {
	all, err := rd.AddressesOf(userID)
	if err != nil {
		return nil, err
	}
	for _, kind := range []models.AddressKind{models.AddressEmail, models.AddressPhone} {
		if in.Kind != "" && in.Kind != kind {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(all), func(a models.Address) bool { return a.Kind != kind })
		if in.Address == "" && len(own) > 0 {
			return &own[0], nil // the primary one
		}
		if a := core.FindAddressByKey(own, core.AddressKeys(kind, core.TrimName(in.Address))); a != nil {
			return a, nil
		}
	}
	return nil, core.ErrAddressUnknown
}
