package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// IssueTicket asks for a ticket for a user that the caller reaches.
type IssueTicket struct {
	UserID   string
	Purpose  Purpose
	Medium   Medium
	Form     ProofForm
	Channel  Channel       // for media that are sent
	Template string        // link template of the caller; empty means the hosted page
	Sender   string        // the sender's name in the message; empty means the tenant's
	AllowOTP bool          // the surface can redeem OTPs, so the tenant's strategy decides
	Lifetime time.Duration // zero: the tenant's
	Unlock   bool          // lift a lock, and forgive wrong tries, for callers who may change users
}

// IssuedTicket is what the caller may know of a new ticket.
type IssuedTicket struct {
	Ticket *Ticket     // nil: the user is sent too much, and nothing was issued
	Secret secret.Text // of a returned ticket; the request code of an OTP
	Code   secret.Text // of a returned OTP
	Link   secret.Text // to the hosted page or by the caller's template, of a returned ticket
	Change UserChange  // of the user, who has a new version
}

// plan is a ticket to be issued.
type plan struct {
	purpose  models.Purpose
	medium   models.Medium
	form     models.Proof
	link     models.Proof // form of the link that may take a short code's place; empty: a key
	channel  models.Channel
	template string
	sender   string
	text     secret.Text // key, code or request code
	lifetime time.Duration
	to       *models.Address // nil: the user's own choice of his addresses
	unlock   bool            // the user, who gets no ticket while he is locked
	counted  bool            // within the budget of the user's mails
}

// IssueTicket ends the user's older tickets of the purpose, writes the new one and
// queues the mail, if it is to be sent.
func (c *Core) IssueTicket(ctx context.Context, in IssueTicket) (*IssuedTicket, error) {
	return c.issueTo(ctx, in, nil)
}

// RenewTicket issues a mailed invitation again, in the same words, if one is open.
func (c *Core) RenewTicket(ctx context.Context, in IssueTicket) (*IssuedTicket, error) {
	return c.issueTo(ctx, in, renewed)
}

// issueTo issues a ticket to a user that the caller reaches; prepare, if there is one,
// completes the plan by what the user has.
func (c *Core) issueTo(ctx context.Context, in IssueTicket, prepare func(*store.Tx, *subject, *plan) error) (*IssuedTicket, error) {
	if err := mayUnlock(ctx, in.Unlock); err != nil {
		return nil, err
	}
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	var out *IssuedTicket
	var spent *spentBudget
	err = c.commit(ctx, func(tx *store.Tx) (err error) {
		spent = nil
		p := plan{
			purpose: in.Purpose, medium: in.Medium, form: in.Form, channel: in.Channel,
			template: in.Template, sender: in.Sender, text: newSecret(in.Form), lifetime: in.Lifetime, unlock: in.Unlock,
		}
		out, err = c.issue(ctx, tx, in.UserID, p, func(s *subject, p *plan) error {
			if prepare != nil {
				if err := prepare(tx, s, p); err != nil {
					return err
				}
			}
			return admit(ctx, tx.Reader, s, p, in.AllowOTP)
		})
		if errors.As(err, &spent) { // nothing but the budgets was written: the last ticket stays good
			return tellSpent(ctx, tx, s.tenant, *spent, mailWindow)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if spent != nil {
		c.refused(spent.budget)
		return &IssuedTicket{Change: unchanged(s)}, nil
	}
	c.wake()
	return out, nil
}

// admit decides whether the caller may have the ticket, by the user and the tenant as they
// are now.
func admit(ctx context.Context, rd *store.Reader, s *subject, p *plan, allowOTP bool) error {
	if err := s.mayActOn(ctx); err != nil {
		return err
	}
	if p.template != "" {
		if err := checkTemplate(p.template, s.tenant.Settings.LinkTemplates); err != nil {
			return err
		}
	}
	if p.unlock {
		s.user.LockedAt = nil // written once nothing refuses the ticket
	}
	if !s.user.Active() {
		return ErrUserInactive
	}
	if s.user.Directory {
		return ErrNoDirectory
	}
	if err := invited(rd, s, p.purpose); err != nil {
		return err
	}
	if allowOTP && s.tenant.Settings.ResetBy == models.ResetByOTP {
		p.medium, p.form, p.link, p.text = models.MediumOTP, models.ProofOTP, p.form, newSecret(models.ProofOTP)
	}
	if p.form == models.ProofOTP && p.purpose != models.PurposeReset {
		return ErrTicketMedium
	}
	if longest := ceiling(*p); p.lifetime > longest {
		return &LifetimeTooLong{longest}
	}
	// What a user can have sent to himself is bounded, within the budget of the forgotten: a stolen
	// session must not flood a mailbox or run up a telephone bill (S48, A-110). Beyond it the
	// answer is the same and the last ticket stays good.
	p.counted = caller.From(ctx).Is(s.user.ID) && p.medium != models.MediumReturned
	return nil
}

// spendMail takes a mail of the user's budget, and of the mailbox's: who asks by all of his
// addresses gets no more than by one, and a mailbox that changes hands is not mailed more.
func spendMail(tx *store.Tx, s *subject, kind models.AddressKind, valueKey []byte) error {
	for _, of := range []struct {
		budget Budget
		key    secret.Digest
	}{
		{budgetUser, secret.Sum("plea-user", s.user.ID)},
		{budgetMailbox, secret.Sum("mailbox", s.tenant.ID, string(kind), string(valueKey))},
	} {
		within, err := tx.Spend(of.key, s.tenant.Settings.Tickets.MailsPerHour, mailWindow)
		if err != nil {
			return err
		}
		if !within {
			return &spentBudget{of.budget, s.user.ID}
		}
	}
	return nil
}

// unchanged is a user's state where nothing was done.
func unchanged(s *subject) UserChange {
	return UserChange{
		UserID: s.user.ID, TenantID: s.tenant.ID, Version: s.user.Version,
		ChangedAt: s.user.UpdatedAt, CreatedAt: s.user.CreatedAt,
	}
}

// invited keeps invitations for users without a password, and such a user's reset
// until the invitation is accepted.
func invited(rd *store.Reader, s *subject, purpose models.Purpose) error {
	if s.credential.Present() {
		if purpose == models.PurposeInvite {
			return ErrHasPassword
		}
		return nil
	}
	if purpose != models.PurposeReset {
		return nil
	}
	t, err := rd.NewestTicketFor(s.user.ID, models.PurposeInvite)
	if errors.Is(err, store.ErrNotFound) || err == nil && !t.Live(rd.Now) {
		return nil
	}
	if err != nil {
		return err
	}
	return ErrInviteOpen
}

// renewed gives a plan the words of the open invitation that it takes the place of.
func renewed(tx *store.Tx, s *subject, p *plan) error {
	if err := invited(tx.Reader, s, p.purpose); err != nil {
		return err
	}
	t, err := tx.NewestTicket(s.user.ID, p.form, p.purpose)
	if errors.Is(err, store.ErrNotFound) {
		return ErrNoInvite
	}
	if err != nil {
		return err
	}
	over := t.EndedBecause != "" && t.EndedBecause != models.EndedExpired
	if t.Medium != models.MediumLink || t.ConsumedAt != nil || over {
		return ErrNoInvite
	}
	p.template, p.sender = t.LinkTemplate, t.SenderName
	return nil
}

func newSecret(form models.Proof) secret.Text {
	switch form {
	case models.ProofKey:
		return secret.NewLinkKey()
	case models.ProofMailCode, models.ProofLinkCode, models.ProofOTP, models.ProofTicket:
		return secret.NewToken()
	}
	return secret.NewCode()
}

// issue is the step in the transaction that every way of issuing shares. It takes the user
// before it reads anything that the ticket depends on; admit, if there is one, refuses or
// completes the plan by what was read.
func (c *Core) issue(ctx context.Context, tx *store.Tx, userID string, p plan, admit func(*subject, *plan) error) (*IssuedTicket, error) {
	s, err := c.hold(tx, userID)
	if err != nil {
		return nil, err
	}
	if admit != nil {
		if err := admit(s, &p); err != nil {
			return nil, err
		}
	}
	to, err := recipientOf(tx.Reader, s, p)
	if err != nil {
		return nil, err
	}
	if p.counted {
		if err := spendMail(tx, s, to.Kind, to.ValueKey); err != nil {
			return nil, err
		}
	}
	if p.unlock { // behind the budgets: who gets no ticket for them is not unlocked either
		if err := unlockToo(ctx, tx, s); err != nil {
			return nil, err
		}
	}
	if err := withoutCode(tx.Reader, s, &p); err != nil {
		return nil, err
	}
	version, err := bump(tx, s.user.ID)
	if err != nil {
		return nil, err
	}
	d := c.draft(tx.Reader, s, p)
	t, sent := d.ticket, p.medium != models.MediumReturned
	if sent {
		t.AddressID, t.QueuedAt, d.mail.to = to.ID, &tx.Now, *to
	}
	if err := endTickets(ctx, tx, s.tenant, s.user.ID, models.EndedSuperseded, p.purpose); err != nil {
		return nil, err
	}
	if err := tx.InsertTicket(t); err != nil {
		return nil, err
	}
	detail := string(p.purpose) + " " + string(p.medium)
	if err := ticketStep(ctx, tx, models.TicketIssued, s.tenant, s.user.ID, t.ID, detail); err != nil {
		return nil, err
	}
	if sent {
		if err := c.enqueue(tx, s, d.mail); err != nil {
			return nil, err
		}
		if err := ticketStep(ctx, tx, models.TicketQueued, s.tenant, s.user.ID, t.ID, string(d.mail.template)); err != nil {
			return nil, err
		}
	}
	return handedOut(d, p, UserChange{
		UserID: s.user.ID, TenantID: s.tenant.ID, Version: version, ChangedAt: tx.Now, CreatedAt: s.user.CreatedAt,
	}), nil
}

// recipientOf is the address that a ticket is sent to; nil if it is returned.
func recipientOf(rd *store.Reader, s *subject, p plan) (*models.Address, error) {
	if p.medium == models.MediumReturned || p.to != nil {
		return p.to, nil
	}
	kind := models.AddressEmail
	if p.channel == models.ChannelSMS {
		kind = models.AddressPhone
	}
	to, err := destination(rd, s.user.ID, kind, p.purpose)
	return &to, err
}

// handedOut is what the caller may know.
func handedOut(d draft, p plan, change UserChange) *IssuedTicket {
	issued := ticketOf(d.ticket, d.ticket.CreatedAt)
	out, sent := &IssuedTicket{Ticket: &issued, Change: change}, p.medium != models.MediumReturned
	switch {
	case p.form == models.ProofOTP:
		out.Secret = p.text
		if !sent {
			out.Code = d.code
		}
	case !sent:
		out.Secret, out.Link = p.text, d.link
	}
	return out
}

// draft is a ticket, the mail that carries it, and what its holder shows, before
// anything is written.
type draft struct {
	ticket *models.Ticket
	mail   mail
	link   secret.Text
	code   secret.Text // of an OTP
}

func (c *Core) draft(rd *store.Reader, s *subject, p plan) draft {
	userID := ""
	if p.form == models.ProofUserCode {
		userID = s.user.ID
	}
	t := &models.Ticket{
		ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
		Purpose: p.purpose, Medium: p.medium, Proof: p.form, CreatedAt: rd.Now,
		ExpiresAt:    rd.Now.Add(lifetime(s.tenant.Settings.Tickets, p)),
		Lookup:       lookup(p.form, p.purpose, p.text, userID).Bytes(),
		LinkTemplate: p.template, SenderName: p.sender,
	}
	d := draft{ticket: t, mail: mail{template: letter(p), ticket: t, data: map[string]string{"ExpiresAt": until(t.ExpiresAt)}}}
	if p.sender != "" {
		d.mail.data["Tenant"] = p.sender // softened when it is rendered, like every name
	}
	if p.form == models.ProofOTP {
		d.code = secret.NewOTP(s.tenant.Settings.Tickets.OTPLength)
		t.CodeMAC, t.MaxTries = c.keyring.MAC("otp", t.ID, d.code.Reveal()).Bytes(), s.tenant.Settings.Tickets.OTPTries
		d.mail.data["Code"] = d.code.Reveal()
		return d
	}
	d.link = secret.NewText(c.pageLink(p.purpose, p.text, userID))
	if p.template != "" {
		d.link = secret.NewText(fillTemplate(p.template, p.text, s.user.ID, s.tenant.ID))
	}
	d.mail.data["Link"] = d.link.Reveal()
	return d
}

// letter is the mail that carries the ticket.
func letter(p plan) models.Template {
	switch {
	case p.medium == models.MediumOTP:
		return models.TemplateResetOTP
	case p.purpose == models.PurposeSet:
		return models.TemplateSetLink
	case p.purpose == models.PurposeInvite:
		return models.TemplateInvite
	}
	return models.TemplateResetLink
}
