package lifecycle

import (
	"cmp"
	"context"
	"errors"
	"time"

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
func (c *Core) challenge(ctx context.Context, s *subject, app bool) (*Challenge, error) {
	if !app {
		spent, err := codesSpent(c.store.Read(ctx), s)
		if err != nil {
			return nil, err
		}
		if spent { // no code is mailed that would not be taken; a reset by mail ends this
			return nil, c.deny(ctx, models.ActionLoginChallenge, s.tenant, s.user.ID, "", ErrLoginFailed)
		}
		ok, err := c.store.Write(ctx).Spend(secret.Sum("login-code-mails", s.user.ID), maxLoginCodes, mailWindow)
		if err != nil {
			return nil, err
		}
		if !ok {
			c.refused(budgetCodes)
			e := event(ctx, models.ActionLoginChallenge, s.tenant, s.user.ID) // there is one of each login
			e.Outcome, e.Detail = models.OutcomeRefused, string(budgetCodes)
			return nil, cmp.Or(c.store.Write(ctx).AppendEvent(e), error(ErrLoginFailed))
		}
	}
	sid := secret.NewLinkKey()
	code := secret.NewOTP(s.tenant.Settings.Tickets.OTPLength)
	row := &models.Challenge{ID: secret.NewID(), UserID: s.user.ID, TenantID: s.tenant.ID,
		Version: s.credential.Version, MaxTries: challengeTries, Lookup: secret.Sum("challenge", sid.Reveal()).Bytes()}
	row.CodeMAC = c.keyring.MAC("challenge", row.ID, code.Reveal()).Bytes()
	err := c.commit(ctx, func(tx *store.Tx) error {
		if err := c.stillCurrent(tx, s); err != nil {
			return err
		}
		row.CreatedAt, row.ExpiresAt = tx.Now, tx.Now.Add(challengeLife)
		if _, err := tx.EndChallengesOf(s.user.ID); err != nil {
			return err
		}
		if err := tx.InsertChallenge(row); err != nil {
			return err
		}
		if !app {
			if err := c.mailLoginCode(tx, s, code, row.ExpiresAt); err != nil {
				return err
			}
		}
		return tx.AppendEvent(event(ctx, models.ActionLoginChallenge, s.tenant, s.user.ID))
	})
	if errors.Is(err, ErrNoAddress) {
		return nil, ErrLoginFailed.Because(err) // a second factor without a way to reach it admits nobody
	}
	if err != nil {
		return nil, err
	}
	out := &Challenge{ID: sid, Method: FactorTOTP, ExpiresAt: row.ExpiresAt.Truncate(time.Second)}
	if !app {
		out.Method = FactorMail
		c.wake()
	}
	return out, nil
}

func (c *Core) mailLoginCode(tx *store.Tx, s *subject, code secret.Text, expires time.Time) error {
	to, err := primary(tx.Reader, s.user.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	return c.enqueue(tx, s, mail{to: to, template: models.TemplateLoginCode, until: &expires, data: map[string]string{
		"Code": code.Reveal(), "ExpiresAt": until(expires),
	}})
}

// ownAddress tells whether an address is the one that the user's codes go to.
func ownAddress(rd *store.Reader, userID, address string) (bool, error) {
	own, err := primary(rd, userID, models.AddressEmail)
	if err != nil {
		return false, err
	}
	return keyed([]models.Address{own}, AddressKeys(models.AddressEmail, typedName(address))) != nil, nil
}

// answerChallenge checks the mailed code of the user's pending challenge.
func (c *Core) answerChallenge(ctx context.Context, s *subject, code secret.Text) (second, error) {
	row, err := c.store.Read(ctx).NewestChallenge(s.user.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && (!row.Live(c.clock.Now()) || row.Version != s.credential.Version) {
		return second{}, c.deny(ctx, models.ActionLoginCode, s.tenant, s.user.ID, "", ErrLoginFailed)
	}
	if err != nil {
		return second{}, err
	}
	try, _, _, err := c.take(ctx, codeTries(s.tenant, s.user.ID))
	if err != nil {
		return second{}, err
	}
	if try == nil {
		return second{}, ErrLoginFailed
	}
	ctx, cancel := settling(ctx)
	defer cancel()
	ok, err := c.store.Write(ctx).CountChallengeTry(row.ID)
	switch {
	case err != nil:
		return second{}, errors.Join(err, c.giveBack(ctx, try))
	case !ok:
		return second{}, errors.Join(ErrLoginFailed, c.giveBack(ctx, try))
	case c.keyring.MatchMAC(row.CodeMAC, "challenge", row.ID, code.Reveal()):
		return second{challenge: row.ID}, c.right(ctx, try)
	}
	if err := c.wrong(ctx, try, event(ctx, models.ActionLoginCode, s.tenant, s.user.ID)); err != nil {
		return second{}, err
	}
	return second{}, ErrLoginFailed
}

// spendChallenge lets exactly one of those who showed the code in.
func spendChallenge(tx *store.Tx, id string) error {
	mine, err := tx.ConsumeChallenge(id)
	if err == nil && !mine {
		return ErrLoginFailed
	}
	return err
}

// ResendChallenge mails a new code for a pending challenge, a few times. The code goes to
// the user's own address; a caller who names another gets none, as who waits at that one
// would wait in vain. Neither this nor whether the challenge exists is told.
func (c *Core) ResendChallenge(ctx context.Context, sid secret.Text, to string) error {
	row, err := c.store.Read(ctx).FindChallenge(secret.Sum("challenge", sid.Reveal()))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	app, err := c.app(ctx, row.UserID)
	if err != nil || app != nil {
		return err // nothing was mailed, and nothing will be
	}
	spent := false
	err = c.commit(ctx, func(tx *store.Tx) error {
		spent = false
		s, err := c.hold(tx, row.UserID)
		if errors.Is(err, ErrUserNotFound) || err == nil && (!s.user.Active() || s.credential.Version != row.Version) {
			return nil // what it stood on is gone
		}
		if err != nil {
			return err
		}
		if to != "" {
			if own, err := ownAddress(tx.Reader, s.user.ID, to); err != nil || !own {
				return err
			}
		}
		code, expires := secret.NewOTP(s.tenant.Settings.Tickets.OTPLength), tx.Now.Add(challengeLife)
		mine, err := tx.RenewChallenge(row.ID, c.keyring.MAC("challenge", row.ID, code.Reveal()), maxResends, expires)
		if err == nil && !mine && row.Live(tx.Now) && row.Resends >= maxResends {
			spent = true
			return tellSpent(ctx, tx, s.tenant, spentBudget{budgetResends, s.user.ID}, mailWindow)
		}
		if err != nil || !mine {
			return err
		}
		if err := c.mailLoginCode(tx, s, code, expires); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionLoginResend, s.tenant, s.user.ID))
	})
	if err == nil && spent {
		c.refused(budgetResends)
	}
	if err == nil {
		c.wake()
	}
	return err
}
