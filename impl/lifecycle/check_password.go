package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// CheckPassword is a dry run: would this password be accepted for this user?
type CheckPassword struct {
	UserID        string
	Password      secret.Password
	IgnoreHistory bool
}

// CheckedPassword lists what is wrong with a candidate.
type CheckedPassword struct {
	Policy     models.PasswordPolicy
	Violations []fault.Violation
	Strength   int // 0 to 4
}

// CheckPassword runs the same engine as every change. Unlike a change it compares
// with the history even when a cheaper rule is broken, to list everything at once.
func (c *Core) CheckPassword(ctx context.Context, in CheckPassword) (*CheckedPassword, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	candidate, err := c.policyInput(ctx, s, in.Password)
	if err != nil {
		return nil, err
	}
	violations := policy.Check(candidate)
	if !in.IgnoreHistory {
		used, err := c.usedBefore(ctx, s, in.Password)
		if err != nil {
			return nil, err
		}
		if used {
			violations = append(violations, policy.InHistory(max(1, s.tenant.Settings.Password.History)))
		}
	}
	return &CheckedPassword{
		Policy: s.tenant.Settings.Password, Violations: violations, Strength: policy.Strength(candidate),
	}, nil
}
