package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ChangePassword is a user's own change, with the current password as its proof.
type ChangePassword struct {
	UserID     string
	Current    secret.Password
	New        secret.Password
	MustChange bool
	Revoke     Revocation // empty: all
}

// ChangePassword replaces a password by showing the current one. A wrong one counts
// against the same limit as a failed login (S10).
func (c *Core) ChangePassword(ctx context.Context, in ChangePassword) (*UserChange, error) {
	s, err := c.seen(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if s.user.Directory {
		return nil, ErrNoDirectory
	}
	if in.New.Empty() {
		return nil, ErrPasswordMissing
	}
	revoke, err := revocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	if err := c.checkPassword(ctx, attempt{subject: s, tenant: s.tenant, password: in.Current, action: models.ActionPasswordChange}); err != nil {
		if isLoginFailed(err) {
			return nil, ErrWrongCurrent
		}
		return nil, err
	}
	if in.New.Reveal() == in.Current.Reveal() {
		return nil, ErrPasswordPolicy.With(policy.InHistory(s.tenant.Settings.Password))
	}
	if hours := s.tenant.Settings.Password.MinLifetimeHours; hours > 0 && s.credential.ChangedAt != nil &&
		!s.credential.MustChange && caller.From(ctx).Kind == caller.User &&
		c.clock.Now().Before(s.credential.ChangedAt.Add(time.Duration(hours)*time.Hour)) {
		return nil, ErrTooYoung
	}
	hash, err := c.prepare(ctx, s, in.New, s.tenant.Settings.Password)
	if err != nil {
		return nil, err
	}
	var out *UserChange
	err = c.commit(ctx, func(tx *store.Tx) (err error) {
		out, err = c.replace(ctx, tx, s, replacement{
			hash: hash, mustChange: in.MustChange, action: models.ActionPasswordChange, revoke: revoke,
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	c.wake()
	return out, nil
}
