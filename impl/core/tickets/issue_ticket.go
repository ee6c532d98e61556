package tickets

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// IssueTicketInput asks for a ticket for a user that the caller reaches.
type IssueTicketInput struct {
	UserID   string
	Purpose  core.Purpose
	Medium   core.Medium
	Form     core.ProofForm
	Channel  core.Channel  // for media that are sent
	Template string        // link template of the caller; empty means the hosted page
	Sender   string        // the sender's name in the message; empty means the tenant's
	AllowOTP bool          // the surface can redeem OTPs, so the tenant's strategy decides
	Lifetime time.Duration // zero: the tenant's
	Unlock   bool          // lift a lock, and forgive wrong tries, for callers who may change users
}

// IssueTicket ends the user's older tickets of the purpose, writes the new one and
// queues the mail, if it is to be sent.
func (uc *UseCases) IssueTicket(ctx context.Context, in IssueTicketInput) (*core.IssuedTicket, error) {
	return uc.issueTo(ctx, in, nil)
}

// issueTo issues a ticket to a user that the caller reaches; prepare, if there is one,
// completes the plan by what the user has.
func (uc *UseCases) issueTo(ctx context.Context, in IssueTicketInput, prepare func(*store.Tx, *core.Subject, *core.TicketPlan) error) (*core.IssuedTicket, error) {
	if err := core.AuthorizeUnlock(ctx, in.Unlock); err != nil {
		return nil, err
	}
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	var out *core.IssuedTicket
	var spent *core.SpentBudget
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		spent = nil
		p := core.TicketPlan{
			Purpose: in.Purpose, Medium: in.Medium, Form: in.Form, Channel: in.Channel,
			Template: in.Template, Sender: in.Sender, Text: core.NewProofSecret(in.Form), Lifetime: in.Lifetime, Unlock: in.Unlock,
		}
		out, err = uc.kernel.IssueTicket(ctx, tx, in.UserID, p, func(s *core.Subject, p *core.TicketPlan) error {
			if prepare != nil {
				if err := prepare(tx, s, p); err != nil {
					return err
				}
			}
			return admit(ctx, tx.Reader, s, p, in.AllowOTP)
		})
		if errors.As(err, &spent) { // nothing but the budgets was written: the last ticket stays good
			return core.RecordSpentBudget(ctx, tx, s.Tenant, *spent, core.MailWindow)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if spent != nil {
		uc.refused(spent.Budget)
		return &core.IssuedTicket{Change: core.UnchangedUser(s)}, nil
	}
	uc.wake()
	return out, nil
}

// admit decides whether the caller may have the ticket, by the user and the tenant as they
// are now.
func admit(ctx context.Context, rd *store.Reader, s *core.Subject, p *core.TicketPlan, allowOTP bool) error {
	if err := s.RefuseLesserCaller(ctx); err != nil {
		return err
	}
	if p.Template != "" {
		if err := checkTemplate(p.Template, s.Tenant.Settings.LinkTemplates); err != nil {
			return err
		}
	}
	if p.Unlock {
		s.User.LockedAt = nil // written once nothing refuses the ticket
	}
	if !s.User.Active() {
		return core.ErrUserInactive
	}
	if s.User.Directory {
		return core.ErrNoDirectory
	}
	if err := invited(rd, s, p.Purpose); err != nil {
		return err
	}
	if allowOTP && s.Tenant.Settings.ResetBy == models.ResetByOTP {
		p.Medium, p.Form, p.Link, p.Text = models.MediumOTP, models.ProofOTP, p.Form, core.NewProofSecret(models.ProofOTP)
	}
	if p.Form == models.ProofOTP && p.Purpose != models.PurposeReset {
		return core.ErrTicketMedium
	}
	if longest := ceiling(*p); p.Lifetime > longest {
		return &core.LifetimeTooLong{Longest: longest}
	}
	// What a user can have sent to himself is bounded, within the budget of the forgotten: a stolen
	// session must not flood a mailbox or run up a telephone bill (S48, A-110). Beyond it the
	// answer is the same and the last ticket stays good.
	p.Counted = caller.From(ctx).Is(s.User.ID) && p.Medium != models.MediumReturned
	return nil
}

// invited keeps invitations for users without a password, and such a user's reset
// until the invitation is accepted.
func invited(rd *store.Reader, s *core.Subject, purpose models.Purpose) error {
	if s.Credential.Present() {
		if purpose == models.PurposeInvite {
			return core.ErrHasPassword
		}
		return nil
	}
	if purpose != models.PurposeReset {
		return nil
	}
	t, err := rd.NewestTicketFor(s.User.ID, models.PurposeInvite)
	if errors.Is(err, store.ErrNotFound) || err == nil && !t.Live(rd.Now) {
		return nil
	}
	if err != nil {
		return err
	}
	return core.ErrInviteOpen
}
