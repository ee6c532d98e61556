package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
)

// second is how the second step was passed. It is spent later, in the transaction of
// what it opens: a failure in between must not cost the user his code.
type second struct {
	challenge string             // whose mailed code was shown
	app       *models.TOTPFactor // whose code of this step was shown
	step      int64
	recovery  string // id of the recovery code that was shown
}

func (p second) passed() bool { return p != second{} }

// app is the user's confirmed authenticator app; nil if there is none.
func (c *Core) app(ctx context.Context, userID string) (*models.TOTPFactor, error) {
	f, err := c.store.Read(ctx).FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) || err == nil && f.ConfirmedAt == nil {
		return nil, nil
	}
	return f, err
}

// checkFactor compares a code with an app, or with the recovery codes if the app is
// confirmed. The try is taken before the comparison, and settled whether or not its caller
// still listens.
func (c *Core) checkFactor(ctx context.Context, s *subject, app *models.TOTPFactor, typed secret.Text, action models.Action) (second, error) {
	code := secret.PlainCode(typed)
	recovery := len(code.Reveal()) != totp.Digits
	try, _, _, err := c.take(ctx, factorTried(s, recovery))
	if err != nil {
		return second{}, err
	}
	if try == nil {
		return second{}, c.deny(ctx, action, s.tenant, s.user.ID, "", ErrFactorCode)
	}
	ctx, cancel := settling(ctx)
	defer cancel()
	compare := c.matchStep
	if recovery {
		compare = c.matchRecovery
	}
	found, flaw, err := compare(ctx, s, app, code)
	switch {
	case err != nil:
		return second{}, errors.Join(err, c.giveBack(ctx, try))
	case found.passed():
		return found, c.right(ctx, try)
	}
	err = c.wrong(ctx, try, event(ctx, action, s.tenant, s.user.ID), func(ctx context.Context, tx *store.Tx) error {
		return unverifiable(ctx, tx, models.ActionSecondFactorUnverifiable, s, flaw)
	})
	if err != nil {
		return second{}, err
	}
	return second{}, ErrFactorCode
}

// matchStep finds the step of an app's code; one that was accepted before is wrong. A flaw
// says why no code of the app can be right: its secret is sealed under a secret file that
// is gone, or damaged.
func (c *Core) matchStep(_ context.Context, _ *subject, app *models.TOTPFactor, code secret.Text) (found second, flaw, err error) {
	key, flaw := c.keyring.Unseal(app.Sealed, sealedFor(app.UserID))
	if flaw != nil {
		return second{}, flaw, nil
	}
	step, ok, flaw := totp.Match(secret.NewText(string(key)), code, c.clock.Now(), app.LastStep)
	if flaw != nil || !ok {
		return second{}, flaw, nil
	}
	return second{app: app, step: step}, nil, nil
}

// matchRecovery compares with each code that is left.
func (c *Core) matchRecovery(ctx context.Context, s *subject, app *models.TOTPFactor, code secret.Text) (found second, flaw, err error) {
	if app.ConfirmedAt == nil {
		return second{}, nil, nil
	}
	rows, err := c.store.Read(ctx).RecoveryCodesOf(s.user.ID)
	if err != nil {
		return second{}, nil, err
	}
	for _, row := range rows {
		if c.keyring.MatchMAC(row.MAC, "recovery-code", row.ID, code.Reveal()) {
			found = second{app: app, recovery: row.ID}
		}
	}
	return found, nil, nil
}

func sealedFor(userID string) string { return (&models.TOTPFactor{UserID: userID}).SealedFor() }

// spendSecond lets exactly one of those in who showed the code.
func (c *Core) spendSecond(ctx context.Context, tx *store.Tx, s *subject, p second) error {
	var mine bool
	var err error
	switch {
	case p.challenge != "":
		return spendChallenge(tx, p.challenge)
	case p.recovery != "":
		mine, err = tx.UseRecoveryCode(p.recovery)
	case p.app != nil:
		mine, err = tx.UseTOTPStep(p.app, p.step)
	default:
		return nil
	}
	if err != nil {
		return err
	}
	if !mine {
		return ErrFactorCode
	}
	if err := tx.ClearTries(s.user.ID, endWithFactor...); err != nil {
		return err
	}
	if p.recovery == "" {
		return nil
	}
	if err := c.tellOfFactor(tx, s, factorRecovery); err != nil {
		return err
	}
	return tx.AppendEvent(event(ctx, models.ActionMFARecoveryUsed, s.tenant, s.user.ID))
}

// What is told of a second factor.
const (
	factorOn       = "on"
	factorOff      = "off"
	factorCodes    = "codes"
	factorRecovery = "recovery"
	factorMailed   = "mailed" // codes by mail from now on
	factorUnmailed = "unmailed"
)

// tellOfFactor mails every verified address (63B section 4.6, A-075).
func (c *Core) tellOfFactor(tx *store.Tx, s *subject, what string) error {
	addresses, err := verified(tx.Reader, s.user.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		m := mail{to: a, template: models.TemplateMFAChanged, data: map[string]string{"Change": what, "ExpiresAt": until(tx.Now)}}
		if err := c.enqueue(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// Freshly is what a user shows again before his own second factor changes (S68). Who
// changes another's shows nothing: his permission speaks for him.
type Freshly struct {
	Current secret.Password
	Code    secret.Text // of the factor, if it is to be removed or its codes replaced
}

// proveAgain checks the current password of a user who acts himself, and the code of
// his app, if it is given.
func (c *Core) proveAgain(ctx context.Context, s *subject, app *models.TOTPFactor, f Freshly, action models.Action) (second, error) {
	if !caller.From(ctx).Is(s.user.ID) {
		return second{}, nil
	}
	err := c.checkPassword(ctx, attempt{subject: s, tenant: s.tenant, password: f.Current, action: action})
	if isLoginFailed(err) {
		return second{}, ErrWrongCurrent
	}
	if err != nil || app == nil {
		return second{}, err
	}
	if f.Code.Empty() {
		return second{}, ErrFactorRequired
	}
	return c.checkFactor(ctx, s, app, f.Code, action)
}

// factorChanged ends what was admitted without the factor as it is now: logins that are
// under way, pending second steps, and every session but the one that the user acts in
// himself (ASVS 5.0 7.4.3, A-075).
func (c *Core) factorChanged(ctx context.Context, tx *store.Tx, s *subject) error {
	if _, err := tx.VoidVersion(s.user.ID); err != nil { // first: logins under way meet it
		return err
	}
	own := ownSession(ctx, s)
	if _, err := tx.EndOtherSessions(s.user.ID, own); err != nil {
		return err
	}
	if _, err := tx.RevokeOtherRefreshTokens(s.user.ID, own); err != nil {
		return err
	}
	if _, err := tx.EndChallengesOf(s.user.ID); err != nil {
		return err
	}
	_, err := tx.BumpUser(s.user.ID)
	return err
}

// ownSession is the session of a user who acts on himself; empty otherwise.
func ownSession(ctx context.Context, s *subject) string {
	if who := caller.From(ctx); who.Is(s.user.ID) {
		return who.SessionID
	}
	return ""
}
