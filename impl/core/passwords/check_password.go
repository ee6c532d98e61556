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

// CheckPasswordInput asks whether a password would be accepted for a user, or for a person
// who is not a user yet.
type CheckPasswordInput struct {
	UserID        string
	NewUser       *NewUser // in place of a user
	Password      secret.Password
	IgnoreHistory bool
	// Thorough makes the expensive checks even if a cheap one failed. A change does not.
	Thorough bool
	// Counted is set for callers who may not set the password. For them, a check against
	// earlier passwords is a guess, and the guesses of a day are limited.
	Counted bool
}

// NewUser describes a person who is not a user of the tenant yet.
type NewUser struct {
	TenantID    string
	Username    string
	GivenName   string
	FamilyName  string
	Nickname    string
	DisplayName string
	Emails      []string
	MFA         bool
}

// CheckedPassword lists what is wrong with a candidate.
type CheckedPassword struct {
	Policy   core.PasswordPolicy
	Broken   []BrokenRule
	MadeOf   []core.Name // the kinds of names that the password contains
	Strength int         // 0 to 4
}

// BrokenRule is a violation, with the rule as "password.minLength" and the level that
// imposed it.
type BrokenRule struct {
	fault.Violation
	Rule  string
	Level core.Level
}

// CheckPassword is a dry run. It judges as every change does, and changes nothing.
func (uc *UseCases) CheckPassword(ctx context.Context, in CheckPasswordInput) (*CheckedPassword, error) {
	s, err := uc.checkSubject(ctx, in)
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
		e.Used = append(e.Used, s.Credential.Hash) // a change by the user may not keep the password
	}
	candidate := e.PolicyInput(uc.blocklist, in.Password)
	if in.Counted && len(e.Used) > 0 && len(policy.Check(candidate)) == 0 {
		if err := uc.countCheck(ctx, s.User.ID); err != nil {
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
	out.Broken, err = brokenRules(s.Tenant, e, found)
	return out, err
}

// checksPerDay is the number of consecutive guesses that SP 800-63B-4 section 3.2.2 allows.
const checksPerDay = 100

func (uc *UseCases) countCheck(ctx context.Context, userID string) error {
	within, err := uc.store.Write(ctx).SpendBudget(secret.Sum("password-check", userID), checksPerDay, 24*time.Hour)
	if err == nil && !within {
		uc.refused(core.BudgetPasswordChecks)
		return fault.ErrTooManyRequests
	}
	return err
}

// checkSubject reads the user, or makes a subject of the description of a new one.
func (uc *UseCases) checkSubject(ctx context.Context, in CheckPasswordInput) (*core.Subject, error) {
	if in.NewUser == nil {
		s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
		if err == nil && s.User.Directory {
			return nil, core.ErrNoDirectory // the directory has rules of its own
		}
		return s, err
	}
	t, err := uc.kernel.AuthorizeTenant(ctx, in.NewUser.TenantID)
	if err != nil {
		return nil, err
	}
	return &core.Subject{
		Tenant: t, Credential: &models.Credential{}, Claims: append([]string{}, in.NewUser.Emails...),
		User: &models.User{
			Username: in.NewUser.Username, GivenName: in.NewUser.GivenName, FamilyName: in.NewUser.FamilyName,
			Nickname: in.NewUser.Nickname, DisplayName: in.NewUser.DisplayName, MFA: in.NewUser.MFA,
		},
	}, nil
}

// brokenRules adds to each violation the level that imposed the rule.
func brokenRules(t *models.Tenant, e *core.Evidence, violations []fault.Violation) ([]BrokenRule, error) {
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
