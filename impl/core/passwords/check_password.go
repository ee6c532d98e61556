package passwords

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// CheckPasswordInput is a dry run: would this password be accepted for this user, or for
// somebody who is none yet?
type CheckPasswordInput struct {
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
	Policy   core.PasswordPolicyInput
	Broken   []BrokenRule
	MadeOf   []core.Name // whose names break the rule on context words
	Strength int         // 0 to 4
}

// BrokenRule is a violation, with the rule as "password.minLength" and the level that
// imposed it.
type BrokenRule struct {
	fault.Violation
	Rule  string
	Level core.Level
}

// CheckPassword runs the same engine as every change, and changes nothing.
func (uc *UseCases) CheckPassword(ctx context.Context, in CheckPasswordInput) (*CheckedPassword, error) {
	s, err := uc.candidate(ctx, in)
	if err != nil {
		return nil, err
	}
	rules := s.Tenant.Settings.Password
	if in.IgnoreHistory {
		rules = rules.WithoutHistory()
	}
	e, err := uc.kernel.GatherEvidence(ctx, s, rules)
	if err != nil {
		return nil, err
	}
	if caller.From(ctx).Is(s.User.ID) && s.Credential.Present() {
		e.Used = append(e.Used, s.Credential.Hash) // his own change may not keep it
	}
	candidate := e.PolicyInput(uc.blocklist, in.Password)
	if in.Counted && len(e.Used) > 0 && len(policy.Check(candidate)) == 0 {
		if err := uc.countGuess(ctx, s.User.ID); err != nil {
			return nil, err
		}
	}
	judge := uc.kernel.DryRun
	if in.Thorough {
		judge = uc.kernel.DryRunAllRules
	}
	found, err := judge(ctx, e, in.Password)
	if err != nil {
		return nil, err
	}
	out := &CheckedPassword{Policy: rules, MadeOf: e.NamesInPassword(candidate), Strength: policy.Strength(candidate)}
	out.Broken, err = imposed(s.Tenant, e, found)
	return out, err
}

// guessesPerDay is what SP 800-63B-4 section 3.2.2 lets be guessed in a row.
const guessesPerDay = 100

func (uc *UseCases) countGuess(ctx context.Context, userID string) error {
	within, err := uc.store.Write(ctx).Spend(secret.Sum("password-check", userID), guessesPerDay, 24*time.Hour)
	if err == nil && !within {
		uc.refused(core.BudgetPasswordChecks)
		return fault.ErrTooManyRequests
	}
	return err
}

// candidate is the user, or a subject made of what is said of him.
func (uc *UseCases) candidate(ctx context.Context, in CheckPasswordInput) (*core.Subject, error) {
	if in.Newcomer == nil {
		s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
		if err == nil && s.User.Directory {
			return nil, core.ErrNoDirectory // whose rules these are not
		}
		return s, err
	}
	t, err := uc.kernel.AuthorizeTenant(ctx, in.Newcomer.TenantID)
	if err != nil {
		return nil, err
	}
	return &core.Subject{
		Tenant: t, Credential: &models.Credential{}, Claims: append([]string{}, in.Newcomer.Emails...),
		User: &models.User{Username: in.Newcomer.Username, GivenName: in.Newcomer.GivenName, MFA: in.Newcomer.MFA},
	}, nil
}

// imposed says of each violation who imposed the rule.
func imposed(t *models.Tenant, e *core.Evidence, violations []fault.Violation) ([]BrokenRule, error) {
	if len(violations) == 0 {
		return nil, nil
	}
	levels, err := models.Levels(t.ApplicationPolicy, t.Policy)
	if err != nil {
		return nil, err
	}
	var out []BrokenRule
	for _, v := range violations {
		rule := "password." + policy.RuleOf(v, e.Rules, e.MFA)
		out = append(out, BrokenRule{Violation: v, Rule: rule, Level: levels[rule]})
	}
	return out, nil
}
