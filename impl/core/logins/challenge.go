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
	maxLoginCodes  = 10 // challenges of a user an hour, each with its mail
)

// challenge names a challenge and, if the user has no app, mails its code. Whoever knows
// the password must not flood the mailbox (S48).
func (uc *UseCases) challenge(ctx context.Context, s *core.Subject, app bool) (*Challenge, error) {
	if !app {
		spent, err := core.CodesSpent(uc.store.Read(ctx), s)
		if err != nil {
			return nil, err
		}
		if spent { // no code is mailed that would not be taken; a reset by mail ends this
			return nil, uc.kernel.Refuse(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID, "", core.ErrLoginFailed)
		}
		ok, err := uc.store.Write(ctx).Spend(secret.Sum("login-code-mails", s.User.ID), maxLoginCodes, core.MailWindow)
		if err != nil {
			return nil, err
		}
		if !ok {
			uc.refused(core.BudgetCodes)
			e := core.NewEvent(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID) // there is one of each login
			e.Outcome, e.Detail = models.OutcomeRefused, string(core.BudgetCodes)
			return nil, cmp.Or(uc.store.Write(ctx).AppendEvent(e), error(core.ErrLoginFailed))
		}
	}
	sid := secret.NewLinkKey()
	code := secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength)
	row := &models.Challenge{ID: secret.NewID(), UserID: s.User.ID, TenantID: s.Tenant.ID,
		Version: s.Credential.Version, MaxTries: challengeTries, Lookup: secret.Sum("challenge", sid.Reveal()).Bytes()}
	row.CodeMAC = uc.keyring.MAC("challenge", row.ID, code.Reveal()).Bytes()
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		row.CreatedAt, row.ExpiresAt = tx.Now, tx.Now.Add(challengeLife)
		if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
			return err
		}
		if err := tx.InsertChallenge(row); err != nil {
			return err
		}
		if !app {
			if err := uc.mailLoginCode(tx, s, code, row.ExpiresAt); err != nil {
				return err
			}
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLoginChallenge, s.Tenant, s.User.ID))
	})
	if errors.Is(err, core.ErrNoAddress) {
		return nil, core.ErrLoginFailed.Because(err) // a second factor without a way to reach it admits nobody
	}
	if err != nil {
		return nil, err
	}
	out := &Challenge{ID: sid, Method: FactorTOTP, ExpiresAt: row.ExpiresAt.Truncate(time.Second)}
	if !app {
		out.Method = FactorMail
		uc.wake()
	}
	return out, nil
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

// answerChallenge checks the mailed code of the user's pending challenge.
func (uc *UseCases) answerChallenge(ctx context.Context, s *core.Subject, code secret.Text) (core.FactorProof, error) {
	row, err := uc.store.Read(ctx).NewestChallenge(s.User.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && (!row.Live(uc.clock.Now()) || row.Version != s.Credential.Version) {
		return core.FactorProof{}, uc.kernel.Refuse(ctx, models.ActionLoginCode, s.Tenant, s.User.ID, "", core.ErrLoginFailed)
	}
	if err != nil {
		return core.FactorProof{}, err
	}
	try, _, _, err := uc.kernel.TakeTry(ctx, core.CodeTries(s.Tenant, s.User.ID))
	if err != nil {
		return core.FactorProof{}, err
	}
	if try == nil {
		return core.FactorProof{}, core.ErrLoginFailed
	}
	ctx, cancel := core.Settling(ctx)
	defer cancel()
	ok, err := uc.store.Write(ctx).CountChallengeTry(row.ID)
	switch {
	case err != nil:
		return core.FactorProof{}, errors.Join(err, uc.kernel.ReturnTry(ctx, try))
	case !ok:
		return core.FactorProof{}, errors.Join(core.ErrLoginFailed, uc.kernel.ReturnTry(ctx, try))
	case uc.keyring.MatchMAC(row.CodeMAC, "challenge", row.ID, code.Reveal()):
		return core.FactorProof{Challenge: row.ID}, uc.kernel.AcceptTry(ctx, try)
	}
	if err := uc.kernel.RejectTry(ctx, try, core.NewEvent(ctx, models.ActionLoginCode, s.Tenant, s.User.ID)); err != nil {
		return core.FactorProof{}, err
	}
	return core.FactorProof{}, core.ErrLoginFailed
}
