package logins

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Reauthentication is what a user shows again before his own second factor changes (S68). Who
// changes another's shows nothing: his permission speaks for him.
type Reauthentication struct {
	Current secret.Password
	Code    secret.Text // of the factor, if it is to be removed or its codes replaced
}

// reauthenticate checks the current password of a user who acts himself, and the code of
// his app, if it is given.
func (uc *UseCases) reauthenticate(ctx context.Context, s *core.Subject, app *models.TOTPFactor, f Reauthentication, action models.Action) (core.FactorProof, error) {
	if !caller.From(ctx).Is(s.User.ID) {
		return core.FactorProof{}, nil
	}
	err := uc.kernel.VerifyPassword(ctx, core.PasswordAttempt{Subject: s, Tenant: s.Tenant, Password: f.Current, Action: action})
	if core.IsLoginFailed(err) {
		return core.FactorProof{}, core.ErrWrongCurrent
	}
	if err != nil || app == nil {
		return core.FactorProof{}, err
	}
	if f.Code.Empty() {
		return core.FactorProof{}, core.ErrFactorRequired
	}
	return uc.kernel.VerifyFactor(ctx, s, app, f.Code, action)
}

// endLoginsWithoutFactor ends what was admitted without the factor as it is now: logins that are
// under way, pending second steps, and every session but the one that the user acts in
// himself (ASVS 5.0 7.4.3, A-075).
func (uc *UseCases) endLoginsWithoutFactor(ctx context.Context, tx *store.Tx, s *core.Subject) error {
	if _, err := tx.VoidVersion(s.User.ID); err != nil { // first: logins under way meet it
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
	_, err := tx.BumpUser(s.User.ID)
	return err
}
