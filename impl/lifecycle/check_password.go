package lifecycle

import (
	"context"
	"slices"

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
	MadeOf     []Name // whose names break the rule on context words
	Strength   int    // 0 to 4
}

// Name is what a context word names.
type Name string

// The names that a password must not be made of.
const (
	NameUser    Name = "user"  // the user name
	NameGiven   Name = "given" // the given name
	NameAddress Name = "address"
	NameTenant  Name = "tenant" // service, tenant and the tenant's own words
)

// CheckPassword runs the same engine as every change. Unlike a change it compares
// with the history even when a cheaper rule is broken, to list everything at once.
func (c *Core) CheckPassword(ctx context.Context, in CheckPassword) (*CheckedPassword, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if s.user.Directory {
		return nil, ErrNoDirectory // whose rules these are not
	}
	candidate, err := c.policyInput(ctx, s, in.Password)
	if err != nil {
		return nil, err
	}
	made, err := c.madeOf(ctx, s, candidate)
	if err != nil {
		return nil, err
	}
	violations := policy.Check(candidate)
	history := s.tenant.Settings.Password.History
	if in.IgnoreHistory {
		history = 0
	}
	used, err := c.usedBefore(ctx, s, in.Password, history)
	if err != nil {
		return nil, err
	}
	if used {
		violations = append(violations, policy.InHistory(max(1, history)))
	}
	return &CheckedPassword{
		Policy: s.tenant.Settings.Password, Violations: violations, MadeOf: made, Strength: policy.Strength(candidate),
	}, nil
}

// madeOf asks the rule on context words alone, for each kind of name.
func (c *Core) madeOf(ctx context.Context, s *subject, in policy.Input) ([]Name, error) {
	if !in.Policy.ContextWords {
		return nil, nil
	}
	names, err := c.names(ctx, s)
	if err != nil {
		return nil, err
	}
	var found []Name
	for _, of := range []Name{NameUser, NameGiven, NameAddress, NameTenant} {
		alone := policy.Input{
			Policy: models.PasswordPolicy{ContextWords: true}, Password: in.Password, MFA: in.MFA,
			Context: names[of], Blocklist: in.Blocklist,
		}
		if of == NameTenant {
			alone.Policy.ExtraWords = in.Policy.ExtraWords
		}
		broken := policy.Check(alone)
		if slices.ContainsFunc(broken, func(v fault.Violation) bool { return v.Code == policy.ContextWord }) {
			found = append(found, of)
		}
	}
	return found, nil
}
