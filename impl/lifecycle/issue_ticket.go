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
	Purpose  models.Purpose
	Medium   models.Medium
	Form     models.Proof
	Channel  models.Channel // for media that are sent
	Template string         // link template of the caller; empty means the hosted page
	Shown    string         // name of the caller's application, in the message; empty means the tenant's
	AllowOTP bool           // the surface can redeem OTPs, so the tenant's strategy decides
}

// IssuedTicket is what the caller may know of a new ticket.
type IssuedTicket struct {
	TicketID  string
	Secret    secret.Text // of a returned ticket; the request code of an OTP
	Link      secret.Text // to the hosted page, of a returned ticket
	ExpiresAt time.Time
	Change    Replaced // the user's new sequence
}

// plan is a ticket to be issued.
type plan struct {
	purpose  models.Purpose
	medium   models.Medium
	form     models.Proof
	channel  models.Channel
	template string
	shown    string
	text     secret.Text // key, code or request code
	action   string
}

// IssueTicket ends the user's older tickets of the purpose, writes the new one and
// queues the mail, if it is to be sent.
func (c *Core) IssueTicket(ctx context.Context, in IssueTicket) (*IssuedTicket, error) {
	p := plan{
		purpose: in.Purpose, medium: in.Medium, form: in.Form, channel: in.Channel,
		template: in.Template, shown: in.Shown, text: newSecret(in.Form), action: "ticket.issue",
	}
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if p.template != "" {
		if err := checkTemplate(p.template, s.tenant.Settings.LinkTemplates); err != nil {
			return nil, err
		}
	}
	if !s.user.Active() {
		return nil, ErrUserInactive
	}
	if s.user.Directory {
		return nil, ErrNoDirectory
	}
	if err := c.invited(ctx, s, in.Purpose); err != nil {
		return nil, err
	}
	if in.AllowOTP && s.tenant.Settings.ResetBy == models.ResetByOTP {
		p.medium, p.form, p.text = models.MediumOTP, models.ProofOTP, newSecret(models.ProofOTP)
	}
	if spent, err := c.overMailBudget(ctx, s, p); err != nil || spent {
		return &IssuedTicket{Change: unchanged(s)}, err
	}
	var out *IssuedTicket
	err = c.Store.InTx(ctx, func(tx *store.Tx) (err error) {
		out, err = c.issue(ctx, tx, s, p)
		return err
	})
	if err != nil {
		return nil, err
	}
	c.Wake()
	return out, nil
}

// overMailBudget bounds what a user can have sent to himself, within the budget of the
// forgotten: a stolen session must not flood a mailbox or run up a telephone bill
// (S48, A-110). Beyond it the answer is the same and the last ticket stays good.
func (c *Core) overMailBudget(ctx context.Context, s *subject, p plan) (bool, error) {
	if !caller.From(ctx).Is(s.user.ID) || p.medium == models.MediumReturned {
		return false, nil
	}
	ok, err := c.Store.Write(ctx).Spend(secret.Sum("plea-user", s.user.ID), s.tenant.Settings.Tickets.MailsPerHour, mailWindow)
	return !ok, err
}

// unchanged is a user's state where nothing was done.
func unchanged(s *subject) Replaced {
	return Replaced{
		UserID: s.user.ID, TenantID: s.tenant.ID, Sequence: s.user.Sequence,
		ChangedAt: s.user.UpdatedAt, CreatedAt: s.user.CreatedAt,
	}
}

// invited keeps invitations for users without a password, and such a user's reset
// until the invitation is accepted.
func (c *Core) invited(ctx context.Context, s *subject, purpose models.Purpose) error {
	if s.credential.Present() {
		if purpose == models.PurposeInvite {
			return ErrHasPassword
		}
		return nil
	}
	if purpose != models.PurposeReset {
		return nil
	}
	t, err := c.Store.Read(ctx).NewestTicket(s.user.ID, models.ProofUserCode, models.PurposeInvite)
	if errors.Is(err, store.ErrNotFound) || err == nil && !t.Live(c.Clock.Now()) {
		return nil
	}
	if err != nil {
		return err
	}
	return ErrInviteOpen
}

// RenewTicket issues a mailed invitation again, in the same words, if one is open.
func (c *Core) RenewTicket(ctx context.Context, in IssueTicket) (*IssuedTicket, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if err := c.invited(ctx, s, in.Purpose); err != nil {
		return nil, err
	}
	t, err := c.Store.Read(ctx).NewestTicket(in.UserID, in.Form, in.Purpose)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrNoInvite
	}
	if err != nil {
		return nil, err
	}
	if t.Medium != models.MediumLink || t.ConsumedAt != nil || t.EndedAt != nil {
		return nil, ErrNoInvite
	}
	in.Template, in.Shown = t.LinkTemplate, t.ShownName
	return c.IssueTicket(ctx, in)
}

func newSecret(form models.Proof) secret.Text {
	switch form {
	case models.ProofKey:
		return secret.NewKey()
	case models.ProofMailCode, models.ProofLinkCode, models.ProofOTP:
		return secret.NewToken()
	}
	return secret.NewCode()
}

// issue is the step in the transaction that every way of issuing shares.
func (c *Core) issue(ctx context.Context, tx *store.Tx, s *subject, p plan) (*IssuedTicket, error) {
	t, m, link := c.draft(tx, s, p)
	if p.medium != models.MediumReturned {
		kind := models.AddressEmail
		if p.channel == models.ChannelSMS {
			kind = models.AddressPhone
		}
		to, err := destination(tx, s.user.ID, kind, p.purpose)
		if err != nil {
			return nil, err
		}
		t.AddressID, m.to = to.ID, to
	}
	sequence, err := tx.BumpUser(s.user.ID) // first: of two that are issued at once, the later ends the earlier
	if err != nil {
		return nil, err
	}
	if _, err := tx.EndTickets(s.user.ID, models.EndedSuperseded, p.purpose); err != nil {
		return nil, err
	}
	if err := tx.InsertTicket(t); err != nil {
		return nil, err
	}
	if p.medium != models.MediumReturned {
		if err := c.enqueue(tx, s, m); err != nil {
			return nil, err
		}
	}
	e := event(ctx, p.action, s.tenant, s.user.ID)
	e.TicketID, e.Detail = t.ID, string(p.purpose)+" "+string(p.medium)
	if err := tx.AppendEvent(e); err != nil {
		return nil, err
	}
	out := &IssuedTicket{TicketID: t.ID, ExpiresAt: t.ExpiresAt, Change: Replaced{
		UserID: s.user.ID, TenantID: s.tenant.ID, Sequence: sequence, ChangedAt: tx.Now, CreatedAt: s.user.CreatedAt,
	}}
	switch {
	case p.medium == models.MediumReturned:
		out.Secret, out.Link = p.text, link
	case p.form == models.ProofOTP:
		out.Secret = p.text
	}
	return out, nil
}

// draft is the ticket, its link and the mail that carries it, before anything is
// written.
func (c *Core) draft(tx *store.Tx, s *subject, p plan) (*models.Ticket, mail, secret.Text) {
	userID := ""
	if p.form == models.ProofUserCode {
		userID = s.user.ID
	}
	t := &models.Ticket{
		ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
		Purpose: p.purpose, Medium: p.medium, Proof: p.form, CreatedAt: tx.Now,
		ExpiresAt:    tx.Now.Add(lifetime(s.tenant.Settings.Tickets, p)),
		Lookup:       lookup(p.form, p.purpose, p.text, userID).Bytes(),
		LinkTemplate: p.template, ShownName: p.shown,
	}
	m := mail{template: letter(p), ticketID: t.ID, data: map[string]string{"ExpiresAt": until(t.ExpiresAt)}}
	if p.shown != "" {
		m.data["Tenant"] = p.shown // softened when it is rendered, like every name
	}
	link := secret.NewText(c.pageLink(p.purpose, p.text, userID))
	if p.template != "" {
		link = secret.NewText(fillTemplate(p.template, p.text, s.user.ID, s.tenant.ID))
	}
	if p.form == models.ProofOTP {
		code := secret.NewOTP(s.tenant.Settings.Tickets.OTPLength)
		t.CodeMAC, t.MaxTries = c.Keyring.MAC("otp", t.ID, code.Reveal()).Bytes(), s.tenant.Settings.Tickets.OTPTries
		m.data["Code"] = code.Reveal()
	} else {
		m.data["Link"] = link.Reveal()
	}
	return t, m, link
}

// lifetime by purpose and medium (D10).
func lifetime(s models.TicketSettings, p plan) time.Duration {
	switch {
	case p.medium == models.MediumOTP:
		return time.Duration(s.OTPMinutes) * time.Minute
	case p.purpose == models.PurposeSet:
		return time.Duration(s.SetHours) * time.Hour
	case p.purpose == models.PurposeInvite:
		return time.Duration(s.InviteHours) * time.Hour
	}
	return time.Duration(s.LinkMinutes) * time.Minute
}

// letter is the mail that carries the ticket.
func letter(p plan) string {
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
