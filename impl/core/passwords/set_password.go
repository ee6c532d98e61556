package passwords

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SetPasswordInput describes the new password of a user in the scope of the caller. One of
// Password, Generate and Hash says what the password becomes.
type SetPasswordInput struct {
	UserID       string
	Password     secret.Password
	Generate     bool
	Return       bool            // answer the generated password, once (D5)
	Hash         secret.Text     // an imported hash, in modular-crypt or PHC form
	Current      secret.Password // empty: the caller does not prove it
	MustChange   *bool           // nil: true for a generated password (D5), else false
	ExpiresAt    *time.Time
	ClearHistory bool
	Unlock       bool            // lift a lock, and forgive wrong tries, for callers who may change users
	Mail         bool            // mail the user the new password, or a link to choose one (D4)
	Quiet        bool            // leave out the "password updated" mail
	Revoke       core.Revocation // empty: all
	With         *core.UserStep  // another change of the user, in the same transaction
}

// PasswordSet is the result of SetPassword.
type PasswordSet struct {
	Change    core.UserChange
	Generated secret.Password // if the caller asked for it
	State     *DescribedPassword
}

// SetPassword replaces the password of a user.
func (uc *UseCases) SetPassword(ctx context.Context, in SetPasswordInput) (*PasswordSet, error) {
	s, revoke, err := uc.authorizeSet(ctx, in)
	if err != nil {
		return nil, err
	}
	s = in.With.After(s)
	s.Administered = !caller.From(ctx).Is(s.User.ID)
	r, generated, err := uc.prepareReplacement(ctx, s, in)
	if err != nil {
		return nil, err
	}
	r.Revoke = revoke
	out := &PasswordSet{}
	if in.Return {
		out.Generated = generated
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		expireTemporary(&r, s.Tenant, tx.Now)
		if in.Unlock { // before the replacement, which clears some of the counters that UnlockSubject reads
			if err := core.UnlockSubject(ctx, tx, s); err != nil {
				return err
			}
		}
		if err := in.With.Run(tx, s); err != nil {
			return err
		}
		change, err := uc.kernel.ReplaceCredential(ctx, tx, s, r)
		if err != nil {
			return err
		}
		out.Change = *change
		if in.Mail {
			if err := uc.mailPassword(ctx, tx, s, in, generated, r); err != nil {
				return err
			}
		}
		credential, err := tx.FindCredential(s.User.ID)
		if err != nil {
			return err
		}
		out.State = describeCredential(credential)
		return nil
	})
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// authorizeSet decides whether the caller may set the password, and which logins end. A given current password
// is verified last, so that a request which is refused anyway does not count as a try.
func (uc *UseCases) authorizeSet(ctx context.Context, in SetPasswordInput) (*core.Subject, core.Revocation, error) {
	if err := core.AuthorizeUnlock(ctx, in.Unlock); err != nil {
		return nil, "", err
	}
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, "", err
	}
	if err := uc.checkInput(s, in); err != nil {
		return nil, "", err
	}
	revoke, err := core.ResolveRevocation(s, in.Revoke)
	if err == nil && !in.Current.Empty() {
		err = uc.verifyCurrent(ctx, s, in.Current, models.ActionPasswordSet)
	}
	return s, revoke, err
}

// expireTemporary gives a temporary password the tenant's time of expiry, if the caller gave none.
func expireTemporary(r *core.Replacement, t *models.Tenant, now time.Time) {
	if r.Temporary && r.ExpiresAt == nil {
		r.ExpiresAt = new(now.Add(time.Duration(t.Settings.Tickets.TempPassHours) * time.Hour))
	}
}

// checkInput checks what depends on neither the old password nor the new one.
func (uc *UseCases) checkInput(s *core.Subject, in SetPasswordInput) error {
	switch {
	case s.User.Directory:
		return core.ErrNoDirectory
	case in.Password.Empty() && in.Hash.Empty() && !in.Generate:
		return core.ErrPasswordMissing
	}
	return uc.kernel.CheckExpiry(in.ExpiresAt)
}

// prepareReplacement makes a replacement of the input. All hashing happens here.
func (uc *UseCases) prepareReplacement(ctx context.Context, s *core.Subject, in SetPasswordInput) (core.Replacement, secret.Password, error) {
	r := core.Replacement{
		Action: models.ActionPasswordSet, ClearHistory: in.ClearHistory,
		MustChange: in.Generate, Quiet: in.Mail || in.Quiet,
	}
	if in.ExpiresAt != nil {
		at := in.ExpiresAt.UTC().Truncate(time.Microsecond) // what both databases keep
		r.ExpiresAt = &at
	}
	if in.MustChange != nil {
		r.MustChange = *in.MustChange
	}
	var err error
	switch {
	case in.Generate:
		r.Action, r.Temporary = models.ActionPasswordGenerate, r.MustChange
		if in.Return {
			r.Detail = "returned"
		}
		pw := policy.Generate(s.Tenant.Settings.Password, s.User.MFA, uc.blocklist)
		r.Hash, err = uc.hasher.Hash(ctx, s.Share(), pw)
		return r, pw, err
	case !in.Hash.Empty():
		info, err := passhash.Inspect(in.Hash.Reveal())
		if err != nil {
			return r, secret.Password{}, core.HashNotAccepted(err)
		}
		r.Action, r.Detail = models.ActionPasswordImport, info.Algorithm
		r.Hash = models.PasswordHash{Encoded: in.Hash.Reveal()}
		return r, secret.Password{}, nil
	}
	judge := uc.kernel.JudgeAndHash
	if in.ClearHistory {
		judge = uc.kernel.JudgeWithoutHistory
	}
	r.Hash, err = judge(ctx, s, in.Password)
	return r, secret.Password{}, err
}

// mailPassword mails the user the new password, or a link. A generated password is mailed, since
// it works once. A chosen password is mailed only if the tenant's settings say so; otherwise the
// mail has a one-time link to set one (D4). The other addresses of the user are notified of the
// change (S14).
func (uc *UseCases) mailPassword(ctx context.Context, tx *store.Tx, s *core.Subject, in SetPasswordInput, generated secret.Password, r core.Replacement) error {
	to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
	if errors.Is(err, core.ErrNoAddress) {
		return nil // there is no address; the change is made, and GET shows it
	}
	if err != nil {
		return err
	}
	if !in.Quiet {
		if err := uc.kernel.NotifyPasswordChanged(tx, s, to.ID); err != nil {
			return err
		}
	}
	clear := generated
	if !in.Generate && s.Tenant.Settings.MailChosenPassword {
		clear = in.Password
	}
	if !clear.Empty() {
		data := map[string]string{"Password": clear.Reveal()}
		if r.ExpiresAt != nil {
			data["ExpiresAt"] = core.FormatTime(*r.ExpiresAt)
		}
		return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateNewPassword, Data: data})
	}
	_, err = uc.kernel.IssueTicket(ctx, tx, s.User.ID, core.TicketPlan{
		Purpose: models.PurposeSet, Medium: models.MediumLink, Form: models.ProofKey,
		Channel: models.ChannelEmail, Text: secret.NewLinkKey(),
	}, nil)
	return err
}
