package passwords

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ChangePasswordInput is a change by the user, with the current password as the proof.
type ChangePasswordInput struct {
	UserID     string
	Current    secret.Password
	New        secret.Password
	MustChange bool
	Revoke     core.Revocation // empty: all
	With       *core.UserStep  // another change of the user, in the same transaction
}

// ChangePassword replaces the password of a user who knows the current one. A wrong current password
// counts against the same limit as a failed login (S10).
func (uc *UseCases) ChangePassword(ctx context.Context, in ChangePasswordInput) (*core.UserChange, error) {
	s, err := uc.kernel.ReadUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if s.User.Directory {
		return nil, core.ErrNoDirectory
	}
	if in.New.Empty() {
		return nil, core.ErrPasswordMissing
	}
	revoke, err := core.ResolveRevocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	if err := uc.verifyCurrent(ctx, s, in.Current, models.ActionPasswordChange); err != nil {
		return nil, err
	}
	if in.New.Reveal() == in.Current.Reveal() {
		return nil, core.ErrPasswordPolicy.With(policy.InHistory(s.Tenant.Settings.Password))
	}
	if hours := s.Tenant.Settings.Password.MinLifetimeHours; hours > 0 && s.Credential.ChangedAt != nil &&
		!s.Credential.MustChange && caller.From(ctx).Kind == caller.User &&
		uc.clock.Now().Before(s.Credential.ChangedAt.Add(time.Duration(hours)*time.Hour)) {
		return nil, core.ErrTooYoung
	}
	s = in.With.After(s)
	hash, err := uc.kernel.JudgeAndHash(ctx, s, in.New)
	if err != nil {
		return nil, err
	}
	var out *core.UserChange
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		if err := in.With.Run(tx, s); err != nil {
			return err
		}
		out, err = uc.kernel.ReplaceCredential(ctx, tx, s, core.Replacement{
			Hash: hash, MustChange: in.MustChange, Action: models.ActionPasswordChange, Revoke: revoke,
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// verifyCurrent verifies the current password. A wrong one counts against the same limit as a failed login
// (S10).
func (uc *UseCases) verifyCurrent(ctx context.Context, s *core.Subject, current secret.Password, action models.Action) error {
	err := uc.kernel.VerifyPassword(ctx, core.PasswordAttempt{Subject: s, Tenant: s.Tenant, Password: current, Action: action})
	if errors.Is(err, core.ErrLoginFailed) {
		return core.ErrWrongCurrent
	}
	return err
}
