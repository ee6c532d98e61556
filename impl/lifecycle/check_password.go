package lifecycle

import (
	"context"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// CheckPassword is a dry run: would this password be accepted for this user, or for
// somebody who is none yet?
type CheckPassword struct {
	UserID        string
	Newcomer      *Newcomer // in place of a user
	Password      secret.Password
	IgnoreHistory bool
	// Thorough asks the dear rules even when a cheaper one is broken. A change does not.
	Thorough bool
	// Counted is for callers who may not set the password: where it is compared with
	// earlier ones a check is a guess, and a user has so many a day.
	Counted bool
}

// Newcomer is somebody of a tenant who is no user yet.
type Newcomer struct {
	TenantID  string
	Username  string
	GivenName string
	Emails    []string
	MFA       bool
}

// CheckedPassword lists what is wrong with a candidate.
type CheckedPassword struct {
	Policy   PasswordPolicy
	Broken   []BrokenRule
	MadeOf   []Name // whose names break the rule on context words
	Strength int    // 0 to 4
}

// BrokenRule is a violation, with the rule as "password.minLength" and the level that
// imposed it.
type BrokenRule struct {
	fault.Violation
	Rule  string
	Level Level
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

// CheckPassword runs the same engine as every change, and changes nothing.
func (c *Core) CheckPassword(ctx context.Context, in CheckPassword) (*CheckedPassword, error) {
	s, err := c.candidate(ctx, in)
	if err != nil {
		return nil, err
	}
	rules := s.tenant.Settings.Password
	if in.IgnoreHistory {
		rules = rules.WithoutHistory()
	}
	e, err := c.evidence(ctx, s, rules)
	if err != nil {
		return nil, err
	}
	if caller.From(ctx).Is(s.user.ID) && s.credential.Present() {
		e.used = append(e.used, s.credential.Hash) // his own change may not keep it
	}
	candidate := e.input(c.blocklist, in.Password)
	if in.Counted && len(e.used) > 0 && len(policy.Check(candidate)) == 0 {
		if err := c.countGuess(ctx, s.user.ID); err != nil {
			return nil, err
		}
	}
	judge := c.dryRun
	if in.Thorough {
		judge = c.dryRunThoroughly
	}
	found, err := judge(ctx, e, in.Password)
	if err != nil {
		return nil, err
	}
	out := &CheckedPassword{Policy: rules, MadeOf: e.madeOf(candidate), Strength: policy.Strength(candidate)}
	out.Broken, err = imposed(s.tenant, e, found)
	return out, err
}

// guessesPerDay is what SP 800-63B-4 section 3.2.2 lets be guessed in a row.
const guessesPerDay = 100

func (c *Core) countGuess(ctx context.Context, userID string) error {
	within, err := c.store.Write(ctx).Spend(secret.Sum("password-check", userID), guessesPerDay, 24*time.Hour)
	if err == nil && !within {
		c.refused(budgetGuesses)
		return fault.ErrTooManyRequests
	}
	return err
}

// candidate is the user, or a subject made of what is said of him.
func (c *Core) candidate(ctx context.Context, in CheckPassword) (*subject, error) {
	if in.Newcomer == nil {
		s, err := c.subject(ctx, in.UserID)
		if err == nil && s.user.Directory {
			return nil, ErrNoDirectory // whose rules these are not
		}
		return s, err
	}
	t, err := c.reachedTenant(ctx, in.Newcomer.TenantID)
	if err != nil {
		return nil, err
	}
	return &subject{
		tenant: t, credential: &models.Credential{}, claims: append([]string{}, in.Newcomer.Emails...),
		user: &models.User{Username: in.Newcomer.Username, GivenName: in.Newcomer.GivenName, MFA: in.Newcomer.MFA},
	}, nil
}

// imposed says of each violation who imposed the rule.
func imposed(t *models.Tenant, e *evidence, violations []fault.Violation) ([]BrokenRule, error) {
	if len(violations) == 0 {
		return nil, nil
	}
	levels, err := models.Levels(t.ApplicationPolicy, t.Policy)
	if err != nil {
		return nil, err
	}
	var out []BrokenRule
	for _, v := range violations {
		rule := "password." + policy.RuleOf(v, e.rules, e.mfa)
		out = append(out, BrokenRule{Violation: v, Rule: rule, Level: levels[rule]})
	}
	return out, nil
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
