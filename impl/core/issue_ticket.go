package core

import (
	"cmp"
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// IssuedTicket is what the caller may know of a new ticket.
type IssuedTicket struct {
	Ticket *Ticket     // nil: a budget is spent, and nothing was issued
	Secret secret.Text // of a returned ticket; the request code of an OTP
	Code   secret.Text // of a returned OTP
	Link   secret.Text // to the hosted page or by the caller's template, of a returned ticket
	Change UserChange  // the user's new version
}

// TicketPlan is a ticket to be issued.
type TicketPlan struct {
	Purpose  models.Purpose
	Medium   models.Medium
	Form     models.Proof
	Link     models.Proof // form of the link that may replace a short code; empty: a key
	Channel  models.Channel
	Template string
	Sender   string
	Text     secret.Text // key, code or request code
	Lifetime time.Duration
	To       *models.Address // which the ticket is sent to or verifies; nil: the first address that may receive it
	short    secret.Text     // a user code that can be guessed; empty: Text is the code
	Unlock   bool            // unlocks the user: a locked user gets no ticket
	Counted  bool            // counts against the user's budget of mails
}

// counts reports whether the mail counts against the budgets. An invitation to a mailbox that nobody has
// proven counts for every caller, as a verification does: the mailbox may belong to somebody else.
func (p TicketPlan) counts(to *models.Address) bool {
	return p.Counted || p.Purpose == models.PurposeInvite && p.Medium != models.MediumReturned && !to.Verified()
}

// UnchangedUser is the state of a user whom a use case did not change.
func UnchangedUser(s *Subject) UserChange {
	return UserChange{
		UserID: s.User.ID, TenantID: s.Tenant.ID, Version: s.User.Version,
		ChangedAt: s.User.UpdatedAt, CreatedAt: s.User.CreatedAt,
	}
}

// NewProofSecret makes the secret of a proof.
func NewProofSecret(form models.Proof) secret.Text {
	switch form {
	case models.ProofKey:
		return secret.NewLinkKey()
	case models.ProofMailCode, models.ProofLinkCode, models.ProofOTP, models.ProofTicket:
		return secret.NewToken()
	}
	return secret.NewCode()
}

// IssueTicket issues a ticket within a transaction. Every use case that issues tickets calls it. It
// locks the user's row before it reads anything that the ticket depends on; admit, if it is not nil,
// then refuses the plan or completes it.
func (k *Kernel) IssueTicket(ctx context.Context, tx *store.Tx, userID string, p TicketPlan, admit func(*Subject, *TicketPlan) error) (*IssuedTicket, error) {
	s, err := k.LockUserRow(tx, userID)
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
	if p.counts(to) {
		if err := SpendMailBudget(tx, s, to.Kind, to.ValueKey); err != nil {
			return nil, err
		}
	}
	if p.Unlock { // after the budgets: a user who gets no ticket is not unlocked
		if err := UnlockSubject(ctx, tx, s); err != nil {
			return nil, err
		}
	}
	if err := cmp.Or(replaceExhaustedCodeByLink(tx.Reader, s, &p), shortenUserCode(tx.Reader, s, &p)); err != nil {
		return nil, err
	}
	version, err := IncrementUserVersion(tx, s.User.ID)
	if err != nil {
		return nil, err
	}
	d := k.draftTicket(tx.Reader, s, p)
	t, sent := d.ticket, p.Medium != models.MediumReturned
	if to != nil {
		t.AddressID = to.ID
	}
	if sent {
		t.QueuedAt, d.mail.To = &tx.Now, *to
	}
	if err := endReplaced(ctx, tx, s, t); err != nil {
		return nil, err
	}
	if err := tx.InsertTicket(t); err != nil {
		return nil, err
	}
	k.countTicket(tx, models.TicketIssued, p.Purpose, p.Medium)
	detail := string(p.Purpose) + " " + string(p.Medium)
	if err := RecordTicketStep(ctx, tx, models.TicketIssued, s.Tenant, s.User.ID, t.ID, detail); err != nil {
		return nil, err
	}
	if sent {
		if err := k.enqueueTicket(ctx, tx, s, d); err != nil {
			return nil, err
		}
	}
	return newIssuedTicket(d, p, UserChange{
		UserID: s.User.ID, TenantID: s.Tenant.ID, Version: version, ChangedAt: tx.Now, CreatedAt: s.User.CreatedAt,
	}), nil
}

// enqueueTicket enqueues the mail of a ticket, and records that.
func (k *Kernel) enqueueTicket(ctx context.Context, tx *store.Tx, s *Subject, d ticketDraft) error {
	if err := k.EnqueueMail(tx, s, d.mail); err != nil {
		return err
	}
	return RecordTicketStep(ctx, tx, models.TicketQueued, s.Tenant, s.User.ID, d.ticket.ID, string(d.mail.Template))
}

// endReplaced ends the tickets that a new one replaces: those of the same purpose, and of verifications
// those of the same address.
func endReplaced(ctx context.Context, tx *store.Tx, s *Subject, t *models.Ticket) error {
	if t.Purpose == models.PurposeVerify {
		return EndVerifications(ctx, tx, s.Tenant, s.User.ID, t.AddressID, models.EndedSuperseded)
	}
	return EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedSuperseded, t.Purpose)
}

// recipientOf is the address that a ticket is sent to or verifies; nil if any other ticket is returned to
// the caller.
func recipientOf(rd *store.Reader, s *Subject, p TicketPlan) (*models.Address, error) {
	if p.Medium == models.MediumReturned || p.To != nil {
		return p.To, nil
	}
	kind := models.AddressEmail
	if p.Channel == models.ChannelSMS {
		kind = models.AddressPhone
	}
	to, err := destinationAddress(rd, s.User.ID, kind, p.Purpose)
	return &to, err
}

// newIssuedTicket is the result for the caller, with the secrets that the caller may know.
func newIssuedTicket(d ticketDraft, p TicketPlan, change UserChange) *IssuedTicket {
	issued := TicketOf(d.ticket, d.ticket.CreatedAt)
	out, sent := &IssuedTicket{Ticket: &issued, Change: change}, p.Medium != models.MediumReturned
	switch {
	case p.Form == models.ProofOTP:
		out.Secret = p.Text
		if !sent {
			out.Code = d.code
		}
	case !sent:
		out.Secret, out.Link = p.code(), d.link
	}
	return out
}

// ticketDraft is a ticket with its mail and its secrets, before anything is stored.
type ticketDraft struct {
	ticket *models.Ticket
	mail   Mail
	link   secret.Text
	code   secret.Text // of an OTP
}

// draftTicket makes the ticket of a plan, and its mail.
func (k *Kernel) draftTicket(rd *store.Reader, s *Subject, p TicketPlan) ticketDraft {
	userID := ""
	if p.Form == models.ProofUserCode {
		userID = s.User.ID
	}
	t := &models.Ticket{
		ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
		Purpose: p.Purpose, Medium: p.Medium, Proof: p.Form, CreatedAt: rd.Now,
		ExpiresAt:    rd.Now.Add(lifetime(s.Tenant.Settings.Tickets, p)),
		Lookup:       proofDigest(p.Form, p.Purpose, p.Text, userID).Bytes(),
		LinkTemplate: p.Template, SenderName: p.Sender,
	}
	d := ticketDraft{ticket: t, mail: Mail{Template: mailTemplate(p), ticket: t, Data: map[string]string{"ExpiresAt": FormatTime(t.ExpiresAt)}}}
	if p.Sender != "" {
		d.mail.Data["Tenant"] = p.Sender // neutralised when the mail is rendered, like every name
	}
	if p.Form == models.ProofOTP {
		d.code = secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength)
		t.CodeMAC, t.MaxTries = k.keyring.MAC("otp", t.ID, d.code.Reveal()).Bytes(), s.Tenant.Settings.Tickets.OTPTries
		d.mail.Data["Code"] = d.code.Reveal()
		return d
	}
	if !p.short.Empty() {
		t.CodeMAC, t.MaxTries = k.keyring.MAC("user-code", t.ID, p.short.Reveal()).Bytes(), s.Tenant.Settings.Tickets.OTPTries
	}
	d.link = secret.NewText(k.pageLink(p.Purpose, p.Text, userID))
	if p.Template != "" {
		d.link = secret.NewText(fillTemplate(p.Template, p.code(), linkUserID(s, p), s.Tenant.ID))
	}
	d.mail.Data["Link"] = d.link.Reveal()
	if p.Purpose == models.PurposeVerify && p.Form == models.ProofUserCode { // the user may also enter it
		d.mail.Data["Code"] = p.code().Reveal()
	}
	return d
}

// linkUserID is the user's id in a link by a caller's template. A user code is redeemed with the id
// that the caller's system has for the user, so the link has the external id if there is one.
func linkUserID(s *Subject, p TicketPlan) string {
	if p.Form == models.ProofUserCode && s.User.ExternalID != nil {
		return *s.User.ExternalID
	}
	return s.User.ID
}

// mailTemplate is the template of the ticket's mail.
func mailTemplate(p TicketPlan) models.Template {
	switch {
	case p.Purpose == models.PurposeVerify && p.Medium == models.MediumOTP:
		return models.TemplateVerifyCode
	case p.Purpose == models.PurposeVerify:
		return models.TemplateVerifyLink
	case p.Medium == models.MediumOTP:
		return models.TemplateResetOTP
	case p.Purpose == models.PurposeSet:
		return models.TemplateSetLink
	case p.Purpose == models.PurposeInvite:
		return models.TemplateInvite
	}
	return models.TemplateResetLink
}

// CodeTriesExhausted reports whether the account accepts no short code any more, because too many were
// wrong.
func CodeTriesExhausted(rd *store.Reader, s *Subject) (bool, error) {
	codes := CodeTryCounter(s.Tenant, s.User.ID)
	t, err := rd.FindTries(codes.row)
	return err == nil && t.LockedOut(codes.rule), err
}

// replaceExhaustedCodeByLink replaces a short code, which the account would not accept, by a link. An
// attacker who used up the tries at the codes must not prevent the user's reset, and a link cannot be
// guessed.
func replaceExhaustedCodeByLink(rd *store.Reader, s *Subject, p *TicketPlan) error {
	if p.Form != models.ProofOTP || p.Medium == models.MediumReturned {
		return nil
	}
	spent, err := CodeTriesExhausted(rd, s)
	if err != nil || !spent {
		return err
	}
	p.Medium, p.Form = models.MediumLink, cmp.Or(p.Link, models.ProofKey)
	p.Text = NewProofSecret(p.Form)
	return nil
}

// shortenUserCode gives the plan a short code if the tenant chose them and a person or a program will
// enter it. The key of a link to the hosted page stays long: nobody enters it, and anybody may try one
// there. So does a code that the account would not accept because too many were wrong.
func shortenUserCode(rd *store.Reader, s *Subject, p *TicketPlan) error {
	hosted := p.Medium == models.MediumLink && p.Template == "" && p.Purpose != models.PurposeVerify
	if p.Form != models.ProofUserCode || !s.Tenant.Settings.Tickets.ShortUserCodes || hosted {
		return nil
	}
	spent, err := CodeTriesExhausted(rd, s)
	if err != nil || spent {
		return err
	}
	p.short = secret.NewShortCode()
	return nil
}

// code is the code that a person or a program enters.
func (p TicketPlan) code() secret.Text {
	if p.short.Empty() {
		return p.Text
	}
	return p.short
}

// lifetime is the lifetime that the caller chose, or that of the tenant for the purpose and medium
// (D10).
func lifetime(s models.TicketSettings, p TicketPlan) time.Duration {
	switch {
	case p.Lifetime > 0 && p.short.Empty():
		return p.Lifetime
	case p.Form == models.ProofOTP || !p.short.Empty():
		return time.Duration(s.OTPMinutes) * time.Minute
	case p.Purpose == models.PurposeSet:
		return time.Duration(s.SetHours) * time.Hour
	case p.Purpose == models.PurposeInvite:
		return time.Duration(s.InviteHours) * time.Hour
	}
	return time.Duration(s.LinkMinutes) * time.Minute
}

// LifetimeTooLong is ErrLifetime with the longest lifetime that a ticket of its kind may have.
type LifetimeTooLong struct{ Longest time.Duration }

func (l *LifetimeTooLong) Error() string { return ErrLifetime.Error() }

// Unwrap returns the fault.
func (l *LifetimeTooLong) Unwrap() error { return ErrLifetime }
