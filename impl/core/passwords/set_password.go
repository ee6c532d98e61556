package passwords

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SetPasswordInput is an administrator's order for a user that the caller reaches. One of
// Password, Generate and Hash says what the password becomes.
type SetPasswordInput struct {
	UserID       string
	Password     secret.Password
	Generate     bool
	Return       bool            // hand a generated password back, once (D5)
	Hash         secret.Text     // an imported hash, in modular-crypt or PHC form
	Current      secret.Password // for directory users alone
	MustChange   *bool           // nil: true for a generated password (D5), else false
	ExpiresAt    *time.Time
	ClearHistory bool
	Unlock       bool            // lift a lock, and forgive wrong tries, for callers who may change users
	Mail         bool            // tell the user the new password, or how to choose one (D4)
	Quiet        bool            // leave out the "password updated" mail
	Revoke       core.Revocation // empty: all
}

// PasswordSet tells what became of the order.
type PasswordSet struct {
	Change    core.UserChange
	Generated secret.Password // if it was to be returned
	State     *DescribedPassword
}

// SetPassword replaces the password of a user.
func (uc *UseCases) SetPassword(ctx context.Context, in SetPasswordInput) (*PasswordSet, error) {
	if err := core.AuthorizeUnlock(ctx, in.Unlock); err != nil {
		return nil, err
	}
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if err := uc.admissible(s, in); err != nil {
		return nil, err
	}
	revoke, err := core.ResolveRevocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	r, generated, err := uc.ordered(ctx, s, in)
	if err != nil {
		return nil, err
	}
	r.Revoke = revoke
	out := &PasswordSet{}
	if in.Return {
		out.Generated = generated
	}
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if r.Temporary && r.ExpiresAt == nil {
			at := tx.Now.Add(time.Duration(s.Tenant.Settings.Tickets.TempPassHours) * time.Hour)
			r.ExpiresAt = &at
		}
		if in.Unlock { // first: a new password ends some of what tells that there is something to unlock
			if err := core.UnlockSubject(ctx, tx, s); err != nil {
				return err
			}
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
		out.State = describe(credential)
		return nil
	})
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// admissible checks what does not depend on the password.
func (uc *UseCases) admissible(s *core.Subject, in SetPasswordInput) error {
	if s.User.Directory {
		return core.ErrNoDirectory
	}
	if !in.Current.Empty() {
		return core.ErrNotDirectoryUser
	}
	return uc.kernel.CheckExpiry(in.ExpiresAt)
}

// ordered turns the order into a replacement; all hashing happens here.
func (uc *UseCases) ordered(ctx context.Context, s *core.Subject, in SetPasswordInput) (core.Replacement, secret.Password, error) {
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
		r.Hash, err = uc.hasher.Hash(ctx, pw)
		return r, pw, err
	case !in.Hash.Empty():
		info, err := passhash.Inspect(in.Hash.Reveal())
		if err != nil {
			return r, secret.Password{}, core.HashNotAccepted(err)
		}
		r.Action, r.Detail = models.ActionPasswordImport, info.Algorithm
		r.Hash = models.PasswordHash{Encoded: in.Hash.Reveal()}
		return r, secret.Password{}, nil
	case in.Password.Empty():
		return r, secret.Password{}, core.ErrPasswordMissing
	}
	rules := s.Tenant.Settings.Password
	if in.ClearHistory {
		rules = rules.WithoutHistory()
	}
	r.Hash, err = uc.kernel.JudgeAndHash(ctx, s, in.Password, rules)
	return r, secret.Password{}, err
}

// mailPassword tells the user. A generated password is mailed: it works once. One
// that the caller chose is not, unless the tenant wants it so: the mail carries a
// one-time set link instead (D4). His other addresses hear that it changed (S14).
func (uc *UseCases) mailPassword(ctx context.Context, tx *store.Tx, s *core.Subject, in SetPasswordInput, generated secret.Password, r core.Replacement) error {
	to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
	if errors.Is(err, core.ErrNoAddress) {
		return nil // nobody to tell; the change stands, and GET shows it
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
