package factors

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Reauthentication is what users enter again before they change their own second factor (S68).
// A caller who changes the factor of another user leaves it empty and needs the permission only.
type Reauthentication struct {
	Current secret.Password
	Code    secret.Text // of the app, to remove it or to renew its recovery codes
}

// reauthenticate verifies the current password of a user who changes their own second factor,
// and a code of the app if the user has one.
func (uc *UseCases) reauthenticate(ctx context.Context, s *core.Subject, app *models.TOTPFactor, in Reauthentication, action models.Action) (core.FactorProof, error) {
	if !caller.From(ctx).Is(s.User.ID) {
		return core.FactorProof{}, nil
	}
	err := uc.kernel.VerifyPassword(ctx, core.PasswordAttempt{Subject: s, Tenant: s.Tenant, Password: in.Current, Action: action})
	if errors.Is(err, core.ErrLoginFailed) {
		return core.FactorProof{}, core.ErrWrongCurrent
	}
	if err != nil || app == nil {
		return core.FactorProof{}, err
	}
	if in.Code.Empty() {
		return core.FactorProof{}, core.ErrFactorRequired
	}
	return uc.kernel.VerifyFactor(ctx, s, app, in.Code, action)
}

// endLoginsWithoutFactor ends every login that was verified without the second factor as it is now:
// logins in progress, pending challenges, and all sessions except the one in which the user acts
// (ASVS 5.0 7.4.3, A-075).
func (uc *UseCases) endLoginsWithoutFactor(ctx context.Context, tx *store.Tx, s *core.Subject) error {
	if _, err := tx.AdvanceVersion(s.User.ID); err != nil { // first, so that logins in progress fail on the version
		return err
	}
	own := core.OwnSession(ctx, s)
	if _, err := tx.EndOtherSessions(s.User.ID, own); err != nil {
		return err
	}
	if _, err := tx.RevokeOtherRefreshTokens(s.User.ID, own); err != nil {
		return err
	}
	if _, err := tx.EndChallengesOf(s.User.ID); err != nil {
		return err
	}
	_, err := tx.IncrementUserVersion(s.User.ID)
	return err
}

// newRecoveryCodes generates recovery codes and the rows that store their MACs.
func (uc *UseCases) newRecoveryCodes(s *core.Subject) ([]secret.Text, []models.RecoveryCode) {
	var codes []secret.Text
	var rows []models.RecoveryCode
	for range core.RecoveryCodes {
		code, id := secret.NewRecoveryCode(), secret.NewID()
		codes = append(codes, code)
		rows = append(rows, models.RecoveryCode{
			ID: id, UserID: s.User.ID, MAC: uc.keyring.MAC("recovery-code", id, secret.PlainCode(code).Reveal()).Bytes(),
		})
	}
	return codes, rows
}
