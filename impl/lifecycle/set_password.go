package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SetPassword is an administrator's order for a user that the caller reaches. One of
// Password, Generate and Hash says what the password becomes.
type SetPassword struct {
	UserID       string
	Password     secret.Password
	Generate     bool
	Return       bool            // hand a generated password back, once (D5)
	Hash         secret.Text     // an imported hash, in modular-crypt or PHC form
	Current      secret.Password // for directory users alone
	MustChange   *bool           // nil: true for a generated password (D5), else false
	ExpiresAt    *time.Time
	ClearHistory bool
	Unlock       bool       // lift a lock, and forgive wrong tries, for callers who may change users
	Mail         bool       // tell the user the new password, or how to choose one (D4)
	Quiet        bool       // leave out the "password updated" mail
	Revoke       Revocation // empty: all
}

// PasswordSet tells what became of the order.
type PasswordSet struct {
	Change    UserChange
	Generated secret.Password // if it was to be returned
	State     *DescribedPassword
}

// SetPassword replaces the password of a user.
func (c *Core) SetPassword(ctx context.Context, in SetPassword) (*PasswordSet, error) {
	if err := mayUnlock(ctx, in.Unlock); err != nil {
		return nil, err
	}
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if err := c.admissible(s, in); err != nil {
		return nil, err
	}
	revoke, err := revocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	r, generated, err := c.ordered(ctx, s, in)
	if err != nil {
		return nil, err
	}
	r.revoke = revoke
	out := &PasswordSet{}
	if in.Return {
		out.Generated = generated
	}
	err = c.commit(ctx, func(tx *store.Tx) error {
		if r.temporary && r.expiresAt == nil {
			at := tx.Now.Add(time.Duration(s.tenant.Settings.Tickets.TempPassHours) * time.Hour)
			r.expiresAt = &at
		}
		if in.Unlock { // first: a new password ends some of what tells that there is something to unlock
			if err := unlockToo(ctx, tx, s); err != nil {
				return err
			}
		}
		change, err := c.replace(ctx, tx, s, r)
		if err != nil {
			return err
		}
		out.Change = *change
		if in.Mail {
			if err := c.mailPassword(ctx, tx, s, in, generated, r); err != nil {
				return err
			}
		}
		credential, err := tx.FindCredential(s.user.ID)
		if err != nil {
			return err
		}
		out.State = describe(credential)
		return nil
	})
	if err != nil {
		return nil, err
	}
	c.wake()
	return out, nil
}

// maxExpiryDays is the longest lifetime a policy can have, too.
const maxExpiryDays = 36500

// admissible checks what does not depend on the password.
func (c *Core) admissible(s *subject, in SetPassword) error {
	if s.user.Directory {
		return ErrNoDirectory
	}
	if !in.Current.Empty() {
		return ErrNotDirectoryUser
	}
	return c.mayExpire(in.ExpiresAt)
}

// ordered turns the order into a replacement; all hashing happens here.
func (c *Core) ordered(ctx context.Context, s *subject, in SetPassword) (replacement, secret.Password, error) {
	r := replacement{
		action: models.ActionPasswordSet, clearHistory: in.ClearHistory,
		mustChange: in.Generate, quiet: in.Mail || in.Quiet,
	}
	if in.ExpiresAt != nil {
		at := in.ExpiresAt.UTC().Truncate(time.Microsecond) // what both databases keep
		r.expiresAt = &at
	}
	if in.MustChange != nil {
		r.mustChange = *in.MustChange
	}
	var err error
	switch {
	case in.Generate:
		r.action, r.temporary = models.ActionPasswordGenerate, r.mustChange
		if in.Return {
			r.detail = "returned"
		}
		pw := policy.Generate(s.tenant.Settings.Password, s.user.MFA, c.blocklist)
		r.hash, err = c.hasher.Hash(ctx, pw)
		return r, pw, err
	case !in.Hash.Empty():
		info, err := passhash.Inspect(in.Hash.Reveal())
		if err != nil {
			return r, secret.Password{}, hashRefused(err)
		}
		r.action, r.detail = models.ActionPasswordImport, info.Algorithm
		r.hash = models.PasswordHash{Encoded: in.Hash.Reveal()}
		return r, secret.Password{}, nil
	case in.Password.Empty():
		return r, secret.Password{}, ErrPasswordMissing
	}
	rules := s.tenant.Settings.Password
	if in.ClearHistory {
		rules = rules.WithoutHistory()
	}
	r.hash, err = c.prepare(ctx, s, in.Password, rules)
	return r, secret.Password{}, err
}

// mailPassword tells the user. A generated password is mailed: it works once. One
// that the caller chose is not, unless the tenant wants it so: the mail carries a
// one-time set link instead (D4). His other addresses hear that it changed (S14).
func (c *Core) mailPassword(ctx context.Context, tx *store.Tx, s *subject, in SetPassword, generated secret.Password, r replacement) error {
	to, err := primary(tx.Reader, s.user.ID, models.AddressEmail)
	if errors.Is(err, ErrNoAddress) {
		return nil // nobody to tell; the change stands, and GET shows it
	}
	if err != nil {
		return err
	}
	if !in.Quiet {
		if err := c.tellOfChange(tx, s, to.ID); err != nil {
			return err
		}
	}
	clear := generated
	if !in.Generate && s.tenant.Settings.MailChosenPassword {
		clear = in.Password
	}
	if !clear.Empty() {
		data := map[string]string{"Password": clear.Reveal()}
		if r.expiresAt != nil {
			data["ExpiresAt"] = until(*r.expiresAt)
		}
		return c.enqueue(tx, s, mail{to: to, template: models.TemplateNewPassword, data: data})
	}
	_, err = c.issue(ctx, tx, s.user.ID, plan{
		purpose: models.PurposeSet, medium: models.MediumLink, form: models.ProofKey,
		channel: models.ChannelEmail, text: secret.NewLinkKey(),
	}, nil)
	return err
}
