package logins

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	challengeLife  = 10 * time.Minute
	challengeTries = 5
	maxResends     = 3
	maxCodeMails   = 10 // challenges of a user an hour, each with its mail
)

// issueChallenge replaces the user's challenge by a new one. If the method is core.FactorMail, it
// mails the code.
func (uc *UseCases) issueChallenge(ctx context.Context, s *core.Subject, method core.FactorMethod) (*Challenge, error) {
	if method == core.FactorMail {
		if err := uc.spendCodeMail(ctx, s); err != nil {
			return nil, err
		}
	}
	id := secret.NewLinkKey()
	code := secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength)
	row := &models.Challenge{ID: secret.NewID(), UserID: s.User.ID, TenantID: s.Tenant.ID,
		Version: s.Credential.Version, MaxTries: challengeTries, Lookup: challengeDigest(id).Bytes()}
	row.CodeMAC = uc.challengeMAC(row.ID, code).Bytes()
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		row.CreatedAt, row.ExpiresAt = tx.Now, tx.Now.Add(challengeLife)
		if _, err := tx.EndSessionChallenge(s.User.ID, "", ""); err != nil { // not those of sessions
			return err
		}
		if err := tx.InsertChallenge(row); err != nil {
			return err
		}
		if method == core.FactorMail {
			if err := uc.mailLoginCode(tx, s, code, row.ExpiresAt); err != nil {
				return err
			}
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID))
	})
	if errors.Is(err, core.ErrNoAddress) {
		return nil, core.ErrLoginFailed.Because(err) // no code can be delivered
	}
	if err != nil {
		return nil, err
	}
	if method == core.FactorMail {
		uc.wakeWorkers()
	}
	return &Challenge{ID: id, Method: method, ExpiresAt: row.ExpiresAt.Truncate(time.Second)}, nil
}

// spendCodeMail takes a mail from the user's budget. A caller who knows the password must not
// flood the mailbox (S48).
func (uc *UseCases) spendCodeMail(ctx context.Context, s *core.Subject) error {
	spent, err := core.CodeTriesExhausted(uc.store.Read(ctx), s)
	if err != nil {
		return err
	}
	if spent { // no code would be accepted until the user resets the password by mail
		return uc.kernel.Refuse(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID, "", core.ErrLoginFailed)
	}
	ok, err := uc.store.Write(ctx).SpendBudget(secret.Sum("login-code-mails", s.User.ID), maxCodeMails, core.MailWindow)
	if err != nil || ok {
		return err
	}
	uc.countRefusal(core.BudgetLoginCodes)
	e := core.NewEvent(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID) // every login has its event
	e.Outcome, e.Detail = models.OutcomeRefused, string(core.BudgetLoginCodes)
	return cmp.Or(uc.store.Write(ctx).AppendEvent(e), error(core.ErrLoginFailed))
}

func (uc *UseCases) mailLoginCode(tx *store.Tx, s *core.Subject, code secret.Text, expires time.Time) error {
	to, err := core.PrimaryAddress(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateLoginCode, Until: &expires, Data: map[string]string{
		"Code": code.Reveal(), "ExpiresAt": core.FormatTime(expires),
	}})
}

// verifyMailedCode compares a code with the one that was mailed for the user's newest challenge.
// The try is counted on the user and on the challenge before the comparison.
func (uc *UseCases) verifyMailedCode(ctx context.Context, s *core.Subject, code secret.Text) (core.FactorProof, error) {
	row, err := uc.store.Read(ctx).NewestChallenge(s.User.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && (!row.Live(uc.clock.Now()) || row.Version != s.Credential.Version) {
		return core.FactorProof{}, uc.kernel.Refuse(ctx, models.ActionLoginCode, s.Tenant, s.User.ID, "", core.ErrLoginFailed)
	}
	if err != nil {
		return core.FactorProof{}, err
	}
	try, _, _, err := uc.kernel.BeginTry(ctx, core.CodeTryCounter(s.Tenant, s.User.ID))
	if err != nil {
		return core.FactorProof{}, err
	}
	if try == nil {
		return core.FactorProof{}, core.ErrLoginFailed
	}
	ctx, cancel := core.SettlementContext(ctx)
	defer cancel()
	counted, err := uc.store.Write(ctx).CountChallengeTry(row.ID)
	switch {
	case err != nil:
		return core.FactorProof{}, errors.Join(err, uc.kernel.CancelTry(ctx, try))
	case !counted:
		return core.FactorProof{}, errors.Join(core.ErrLoginFailed, uc.kernel.CancelTry(ctx, try))
	case uc.keyring.MatchMAC(row.CodeMAC, "challenge", row.ID, code.Reveal()):
		return core.FactorProof{Challenge: row.ID}, uc.kernel.AcceptTry(ctx, try)
	}
	if err := uc.kernel.RejectTry(ctx, try, core.NewEvent(ctx, models.ActionLoginCode, s.Tenant, s.User.ID)); err != nil {
		return core.FactorProof{}, err
	}
	return core.FactorProof{}, core.ErrLoginFailed
}

// challengeDigest is the stored digest of a challenge's public id.
func challengeDigest(id secret.Text) secret.Digest { return secret.Sum("challenge", id.Reveal()) }

// challengeMAC is the stored form of a mailed code. It is bound to the challenge.
func (uc *UseCases) challengeMAC(rowID string, code secret.Text) secret.Digest {
	return uc.keyring.MAC("challenge", rowID, code.Reveal())
}
