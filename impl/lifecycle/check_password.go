package lifecycle

import (
	"context"
	"slices"

	"github.com/rekeyhq/rekey/impl/caller"
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
	// Thorough asks the dear rules even when a cheaper one is broken. A change does not.
	Thorough bool
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

// CheckPassword runs the same engine as every change.
func (c *Core) CheckPassword(ctx context.Context, in CheckPassword) (*CheckedPassword, error) {
	s, err := c.subject(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if s.user.Directory {
		return nil, ErrNoDirectory // whose rules these are not
	}
	rules := s.tenant.Settings.Password
	if in.IgnoreHistory {
		rules = rules.WithoutHistory()
	}
	e, err := c.evidence(ctx, s, rules)
	if err != nil {
		return nil, err
	}
	if who := caller.From(ctx); who.Kind == caller.User && s.credential.Present() {
		e.used = append(e.used, s.credential.Hash) // his own change may not keep it
	}
	return c.dryRun(ctx, e, in)
}

// dryRun tells what a change would.
func (c *Core) dryRun(ctx context.Context, e *evidence, in CheckPassword) (*CheckedPassword, error) {
	candidate := e.input(c.Blocklist, in.Password)
	found, err := c.judge(ctx, e, in.Password)
	if err != nil {
		return nil, err
	}
	if in.Thorough && len(policy.Check(candidate)) > 0 {
		dear, err := c.judgeDearly(ctx, e, in.Password)
		if err != nil {
			return nil, err
		}
		found.violations = append(found.violations, dear.violations...)
	}
	return &CheckedPassword{
		Policy: e.rules, Violations: found.violations, MadeOf: e.madeOf(candidate), Strength: policy.Strength(candidate),
	}, nil
}

// madeOf asks the rule on context words alone, for each kind of name.
func (e *evidence) madeOf(in policy.Input) []Name {
	if !e.rules.ContextWords {
		return nil
	}
	var found []Name
	for _, of := range []Name{NameUser, NameGiven, NameAddress, NameTenant} {
		alone := in
		alone.Policy, alone.Context = models.PasswordPolicy{ContextWords: true}, e.names[of]
		if of == NameTenant {
			alone.Policy.ExtraWords = e.rules.ExtraWords
		}
		broken := policy.Check(alone)
		if slices.ContainsFunc(broken, func(v fault.Violation) bool { return v.Code == policy.ContextWord }) {
			found = append(found, of)
		}
	}
	return found
}
