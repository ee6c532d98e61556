package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Verification describes how a user proves an address: by a secret that is sent to it, or that the
// caller is given and passes on.
type Verification struct {
	Medium   Medium    // MediumReturned: nothing is sent
	Form     ProofForm // of the secret
	Template string    // the caller's link template; empty: the hosted page
}

// IssueVerification issues a ticket that verifies an address, in the transaction of a use case that
// authorised the caller for the user. Mails to an address that nobody has proven count against the
// budgets of the account and of the mailbox for every caller: the mailbox may belong to somebody else.
func (k *Kernel) IssueVerification(ctx context.Context, tx *store.Tx, userID, addressID string, v Verification) (*IssuedTicket, error) {
	p := TicketPlan{
		Purpose: models.PurposeVerify, Medium: v.Medium, Form: v.Form, Template: v.Template, Text: NewProofSecret(v.Form),
	}
	return k.IssueTicket(ctx, tx, userID, p, func(s *Subject, p *TicketPlan) (err error) {
		if !s.User.Active() {
			return ErrUserInactive
		}
		if p.Template != "" {
			if err := k.CheckLinkTemplate(p.Template, s.Tenant); err != nil {
				return err
			}
		}
		if p.To, err = tx.FindAddressByID(addressID); err != nil {
			return err
		}
		return AdmitVerification(s, p)
	})
}

// AdmitVerification checks the plan of a ticket that verifies the address in it, and completes it.
func AdmitVerification(s *Subject, p *TicketPlan) error {
	if p.To.UserID != s.User.ID {
		return ErrAddressUnknown
	}
	if p.To.Verified() {
		return ErrAddressVerified
	}
	p.Counted = p.Medium != models.MediumReturned
	return nil
}

// MarkVerified records that an address was proven, and ends the other tickets that would verify it.
func MarkVerified(ctx context.Context, tx *store.Tx, t *models.Tenant, userID, addressID string) (bool, error) {
	verified, err := tx.VerifyAddress(addressID)
	if err != nil || !verified {
		return false, err
	}
	return true, EndVerifications(ctx, tx, t, userID, addressID, models.EndedRevoked)
}
