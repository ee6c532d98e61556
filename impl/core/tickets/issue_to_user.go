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

// issueToUser issues a ticket to a user in the caller's scope. If prepare is not nil, it completes
// the plan from what is stored of the user.
func (uc *UseCases) issueToUser(ctx context.Context, in IssueTicketInput, prepare func(*store.Tx, *core.Subject, *core.TicketPlan) error) (*core.IssuedTicket, error) {
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
			return uc.checkPlan(ctx, tx.Reader, s, p, in.AllowOTP)
		})
		if errors.As(err, &spent) { // only the budgets were written: the last ticket stays valid
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

// checkPlan refuses a ticket that the caller may not have, given the user and the tenant as they
// are in this transaction, and completes the plan from the tenant's settings.
func (uc *UseCases) checkPlan(ctx context.Context, rd *store.Reader, s *core.Subject, p *core.TicketPlan, allowOTP bool) error {
	if err := s.RefuseLesserCaller(ctx); err != nil {
		return err
	}
	if p.Template != "" {
		if err := uc.kernel.CheckLinkTemplate(p.Template, s.Tenant); err != nil {
			return err
		}
	}
	if p.Unlock {
		s.User.LockedAt = nil // stored when every check has passed
	}
	if !s.User.Active() {
		return core.ErrUserInactive
	}
	if p.Purpose == models.PurposeVerify {
		if err := core.AdmitVerification(s, p); err != nil {
			return err
		}
		return checkLifetime(*p)
	}
	if s.User.Directory {
		return core.ErrNoDirectory
	}
	if err := checkInvitation(rd, s, p.Purpose); err != nil {
		return err
	}
	if allowOTP && s.Tenant.Settings.ResetBy == models.ResetByOTP {
		p.Medium, p.Form, p.Link, p.Text = models.MediumOTP, models.ProofOTP, p.Form, core.NewProofSecret(models.ProofOTP)
	}
	if p.Form == models.ProofOTP && p.Purpose != models.PurposeReset {
		return core.ErrTicketMedium
	}
	if err := checkLifetime(*p); err != nil {
		return err
	}
	// Tickets that users request for themselves count against the same budget as reset requests:
	// a stolen session must not flood a mailbox or run up a telephone bill (S48, A-110). When the
	// budget is spent, the answer is the same and the last ticket stays valid.
	p.Counted = caller.From(ctx).Is(s.User.ID) && p.Medium != models.MediumReturned
	return nil
}

// checkInvitation refuses an invitation to a user who has a password, and a reset for a user
// without one whose invitation is still open.
func checkInvitation(rd *store.Reader, s *core.Subject, purpose models.Purpose) error {
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

func checkLifetime(p core.TicketPlan) error {
	if longest := maxLifetime(p); p.Lifetime > longest {
		return &core.LifetimeTooLong{Longest: longest}
	}
	return nil
}

// maxLifetime is the longest lifetime that a caller may choose (D10). A short code can be guessed
// and a reset link stays in a mailbox, so theirs is short; a new account holds nothing of value yet.
func maxLifetime(p core.TicketPlan) time.Duration {
	switch {
	case p.Form == models.ProofOTP:
		return 15 * time.Minute
	case p.Purpose == models.PurposeReset:
		return 24 * time.Hour
	}
	return 7 * 24 * time.Hour
}
