package core

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/impl/totp"
	"github.com/rekeyhq/rekey/models"
)

// FactorMethod is the kind of a user's second factor.
type FactorMethod = models.FactorMethod

// The methods.
const (
	FactorNone = models.FactorNone
	FactorMail = models.FactorMail // a code by mail at each login
	FactorSMS  = models.FactorSMS  // a code by SMS, in a session
	FactorTOTP = models.FactorTOTP // a code of an authenticator app, or a recovery code
)

// FactorProof is a second step that was passed and is not spent yet. SpendFactor spends it in the
// transaction of the use case: a failure before must not cost the user the code.
type FactorProof struct {
	Challenge string             // id of the challenge whose mailed code was right
	app       *models.TOTPFactor // the app whose code was right, at Step
	Step      int64
	Recovery  string // id of the recovery code that was right
}

// Passed reports whether a second step was passed.
func (p FactorProof) Passed() bool { return p != FactorProof{} }

// ConfirmedApp is the user's confirmed authenticator app; nil if there is none.
func (k *Kernel) ConfirmedApp(ctx context.Context, userID string) (*models.TOTPFactor, error) {
	f, err := k.store.Read(ctx).FindTOTP(userID)
	if errors.Is(err, store.ErrNotFound) || err == nil && f.ConfirmedAt == nil {
		return nil, nil
	}
	return f, err
}

// VerifyFactor compares a code with an app, or with the recovery codes if the app is confirmed. The try
// is counted before the comparison, and settled even if the client has disconnected.
func (k *Kernel) VerifyFactor(ctx context.Context, s *Subject, app *models.TOTPFactor, typed secret.Text, action models.Action) (FactorProof, error) {
	code := secret.PlainCode(typed)
	recovery := len(code.Reveal()) != totp.Digits
	try, _, _, err := k.BeginTry(ctx, factorTryCounter(s, recovery))
	if err != nil {
		return FactorProof{}, err
	}
	if try == nil {
		return FactorProof{}, k.Refuse(ctx, action, s.Tenant, s.User.ID, "", ErrFactorCode)
	}
	ctx, cancel := SettlementContext(ctx)
	defer cancel()
	compare := k.matchStep
	if recovery {
		compare = k.matchRecovery
	}
	found, flaw, err := compare(ctx, s, app, code)
	switch {
	case err != nil:
		return FactorProof{}, errors.Join(err, k.CancelTry(ctx, try))
	case found.Passed():
		return found, k.AcceptTry(ctx, try)
	}
	err = k.RejectTry(ctx, try, NewEvent(ctx, action, s.Tenant, s.User.ID), func(ctx context.Context, tx *store.Tx) error {
		return recordUnverifiableSecret(ctx, tx, models.ActionSecondFactorUnverifiable, s, flaw)
	})
	if err != nil {
		return FactorProof{}, err
	}
	return FactorProof{}, ErrFactorCode
}

// matchStep finds the time step of an app's code. A code that was accepted before is wrong. A flaw is
// the reason why no code of the app can be right: the secret is damaged, or sealed under a secret file
// that no longer exists.
func (k *Kernel) matchStep(_ context.Context, _ *Subject, app *models.TOTPFactor, code secret.Text) (found FactorProof, flaw, err error) {
	key, flaw := k.keyring.Unseal(app.Sealed, TOTPSealedFor(app.UserID))
	if flaw != nil {
		return FactorProof{}, flaw, nil
	}
	step, ok, flaw := totp.Match(secret.NewText(string(key)), code, k.clock.Now(), app.LastStep)
	if flaw != nil || !ok {
		return FactorProof{}, flaw, nil
	}
	return FactorProof{app: app, Step: step}, nil, nil
}

// matchRecovery compares a code with each unused recovery code.
func (k *Kernel) matchRecovery(ctx context.Context, s *Subject, app *models.TOTPFactor, code secret.Text) (found FactorProof, flaw, err error) {
	if app.ConfirmedAt == nil {
		return FactorProof{}, nil, nil
	}
	rows, err := k.store.Read(ctx).RecoveryCodesOf(s.User.ID)
	if err != nil {
		return FactorProof{}, nil, err
	}
	for _, row := range rows {
		if k.keyring.MatchMAC(row.MAC, "recovery-code", row.ID, code.Reveal()) {
			found = FactorProof{app: app, Recovery: row.ID}
		}
	}
	return found, nil, nil
}

// TOTPSealedFor is the context under which the secret of a user's app is sealed.
func TOTPSealedFor(userID string) string { return (&models.TOTPFactor{UserID: userID}).SealedFor() }

// SpendFactor consumes the code of a factor. Of concurrent requests with the same code, exactly one
// succeeds.
func (k *Kernel) SpendFactor(ctx context.Context, tx *store.Tx, s *Subject, p FactorProof) error {
	var first bool
	var err error
	switch {
	case p.Challenge != "":
		return consumeChallenge(tx, p.Challenge)
	case p.Recovery != "":
		first, err = tx.UseRecoveryCode(p.Recovery)
	case p.app != nil:
		first, err = tx.UseTOTPStep(p.app, p.Step)
	default:
		return nil
	}
	if err != nil {
		return err
	}
	if !first {
		return ErrFactorCode
	}
	if err := tx.ClearTries(s.User.ID, TriesClearedByFactor...); err != nil {
		return err
	}
	if p.Recovery == "" {
		return nil
	}
	if err := k.NotifyFactorChanged(tx, s, factorRecovery); err != nil {
		return err
	}
	return tx.AppendEvent(NewEvent(ctx, models.ActionMFARecoveryUsed, s.Tenant, s.User.ID))
}

// consumeChallenge consumes the code of a challenge. Of concurrent requests with the same code, exactly
// one succeeds.
func consumeChallenge(tx *store.Tx, id string) error {
	first, err := tx.ConsumeChallenge(id)
	if err == nil && !first {
		return ErrLoginFailed
	}
	return err
}

// OwnSession is the caller's session if the caller is the user; empty otherwise.
func OwnSession(ctx context.Context, s *Subject) string {
	if c := caller.From(ctx); c.Is(s.User.ID) {
		return c.SessionID
	}
	return ""
}

// RecoveryCodes is the number of recovery codes of a user.
const RecoveryCodes = 10

// ReplaceRecoveryCodes replaces the user's recovery codes.
func ReplaceRecoveryCodes(tx *store.Tx, s *Subject, rows []models.RecoveryCode) error {
	for i := range rows {
		rows[i].CreatedAt = tx.Now
	}
	return tx.ReplaceRecoveryCodes(s.User.ID, rows...)
}
