package core

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Name is the kind of name that a context word is.
type Name string

// The names that a password must not contain.
const (
	NameUser     Name = "user"     // the user name
	NameTenant   Name = "tenant"   // the service, the tenant and the tenant's own words
	NamePersonal Name = "personal" // the given name, the family name, the nickname and the display name
	NameAddress  Name = "address"
)

// NamesInPassword lists the kinds of names that the password of the input contains.
func (e *Evidence) NamesInPassword(in policy.Input) []Name {
	if !e.Rules.ContextWords {
		return nil
	}
	var found []Name
	for _, kind := range []Name{NameUser, NamePersonal, NameAddress, NameTenant} {
		rule := in
		rule.Policy, rule.Context = models.PasswordPolicy{ContextWords: true}, e.names[kind]
		if kind == NameTenant {
			rule.Policy.ExtraWords = e.Rules.ExtraWords
		}
		broken := policy.Check(rule)
		if slices.ContainsFunc(broken, func(v fault.Violation) bool { return v.Code == policy.ContextWord }) {
			found = append(found, kind)
		}
	}
	return found
}

// HashNotAccepted is the fault of a hash that broke a rule or a bound. It names the rule, and never
// contains the hash.
func HashNotAccepted(err error) *fault.Fault {
	code := "hash_format"
	if errors.Is(err, passhash.ErrHashCost) {
		code = "hash_cost"
	}
	return ErrHashNotAccepted.Because(err).With(NewViolation("/hash", code, passhash.Reason(err)))
}

// JudgeAndHash checks a chosen password by the rules of the tenant and hashes it, before any transaction
// begins.
func (k *Kernel) JudgeAndHash(ctx context.Context, s *Subject, pw secret.Password) (models.PasswordHash, error) {
	e, err := k.GatherEvidence(ctx, s, s.Tenant.Settings.Password)
	if err != nil {
		return models.PasswordHash{}, err
	}
	return k.hashIfAccepted(ctx, s, e, pw)
}

// JudgeWithoutHistory is JudgeAndHash for a password whose replacement clears the history. An earlier
// password may come back, also one that must be changed, which formerHashes otherwise adds; a temporary
// one never becomes the lasting one (S11).
func (k *Kernel) JudgeWithoutHistory(ctx context.Context, s *Subject, pw secret.Password) (models.PasswordHash, error) {
	e, err := k.GatherEvidence(ctx, s, s.Tenant.Settings.Password.WithoutHistory())
	if err != nil {
		return models.PasswordHash{}, err
	}
	e.Used = nil
	if s.Credential.Temporary && s.Credential.Present() {
		e.Used = append(e.Used, s.Credential.Hash)
	}
	return k.hashIfAccepted(ctx, s, e, pw)
}

// judgeAndHash hashes a password that meets the rules of the evidence.
func (k *Kernel) hashIfAccepted(ctx context.Context, s *Subject, e *Evidence, pw secret.Password) (models.PasswordHash, error) {
	found, err := k.judge(ctx, e, pw)
	if err != nil {
		return models.PasswordHash{}, err
	}
	if len(found.violations) > 0 {
		return models.PasswordHash{}, ErrPasswordPolicy.With(found.violations...)
	}
	s.unanswered = found.unanswered
	return k.hasher.Hash(ctx, e.share, pw)
}

// Evidence is all that a password is judged by but the password itself.
type Evidence struct {
	Rules models.PasswordPolicy
	MFA   bool
	names map[Name][]string
	Used  []models.PasswordHash // that must not come again
	share passhash.Share        // in which passwords are hashed
}

// GatherEvidence reads what a new password of the subject is judged by.
func (k *Kernel) GatherEvidence(ctx context.Context, s *Subject, rules models.PasswordPolicy) (*Evidence, error) {
	names, err := k.names(ctx, s)
	if err != nil {
		return nil, err
	}
	rows, err := k.store.Read(ctx).RememberedPasswords(s.User.ID, rules)
	if err != nil {
		return nil, err
	}
	return &Evidence{Rules: rules, MFA: s.User.MFA, names: names, Used: formerHashes(s.Credential, rows, rules), share: s.Share()}, nil
}

// formerHashes lists the hashes of passwords that must not be used again. A temporary password, or a
// password that must be changed, is always one of them, even without a history (S11).
func formerHashes(current *models.Credential, rows []models.PasswordHistory, rules models.PasswordPolicy) []models.PasswordHash {
	var hashes []models.PasswordHash
	for _, row := range rows {
		hashes = append(hashes, row.Hash)
	}
	outgoing := current.Temporary || current.MustChange || rules.HistoryRows() > 0 && len(rows) == 0
	if current.Present() && outgoing {
		hashes = append(hashes, current.Hash)
	}
	return hashes
}

// names are the context words of a user, by the kind of name.
func (k *Kernel) names(ctx context.Context, s *Subject) (map[Name][]string, error) {
	emails := s.Claims
	if emails == nil {
		addresses, err := k.store.Read(ctx).AddressesOf(s.User.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range addresses {
			emails = append(emails, a.Value)
		}
	}
	names := map[Name][]string{
		NameUser: {s.User.Username}, NamePersonal: personalNames(s.User), NameTenant: {k.product, s.Tenant.Name},
	}
	for _, a := range emails {
		local, _, _ := strings.Cut(a, "@")
		names[NameAddress] = append(names[NameAddress], a, local)
	}
	return names, nil
}

// personalNames are the names of a person, and the first two together as people write them.
func personalNames(u *models.User) []string {
	return []string{u.GivenName, u.FamilyName, u.Nickname, u.DisplayName, u.GivenName + " " + u.FamilyName}
}

// verdict is the result of judge.
type verdict struct {
	violations []fault.Violation
	unanswered bool // the breach look-up did not answer, and the policy lets that pass
}

// judge checks a password by every rule. Every check and every change calls it. The rules that need
// hashing or the network are checked only if the password meets the cheap rules.
func (k *Kernel) judge(ctx context.Context, e *Evidence, pw secret.Password) (*verdict, error) {
	if broken := policy.Check(e.PolicyInput(k.blocklist, pw)); len(broken) > 0 {
		return &verdict{violations: broken}, nil
	}
	return k.judgeExpensive(ctx, e, pw)
}

// judgeExpensive checks the expensive rules: each earlier password by its own algorithm, and the breach
// look-up.
func (k *Kernel) judgeExpensive(ctx context.Context, e *Evidence, pw secret.Password) (*verdict, error) {
	out := &verdict{}
	if len(e.Used) > 0 {
		used, err := k.hasher.VerifyAny(ctx, e.share, e.Used, pw)
		if err != nil {
			return nil, err
		}
		if used {
			out.violations = append(out.violations, policy.InHistory(e.Rules))
		}
	}
	if !e.Rules.BreachLookup.Asked() {
		return out, nil
	}
	breached, err := k.breached(ctx, pw)
	switch {
	case err == nil && breached:
		out.violations = append(out.violations, policy.InBreach())
	case err != nil && e.Rules.BreachLookup == models.BreachFailClosed:
		return nil, ErrBreachUnknown.Because(err)
	case err != nil:
		out.unanswered = true
	}
	return out, nil
}

// breached asks the breach look-up. If the look-up was removed from the configuration after the policy
// was saved, it returns an error.
func (k *Kernel) breached(ctx context.Context, pw secret.Password) (bool, error) {
	if k.isBreached == nil {
		return false, errNoLookup
	}
	return k.isBreached(ctx, pw)
}

// PolicyInput is the input of the cheap rules.
func (e *Evidence) PolicyInput(list *policy.Blocklist, pw secret.Password) policy.Input {
	return policy.Input{
		Policy: e.Rules, Password: pw, MFA: e.MFA, Blocklist: list,
		Context: slices.Concat(e.names[NameUser], e.names[NamePersonal], e.names[NameAddress], e.names[NameTenant]),
	}
}

// DryRun lists the violations for which a change to the password would be refused.
func (k *Kernel) DryRun(ctx context.Context, e *Evidence, pw secret.Password) ([]fault.Violation, error) {
	found, err := k.judge(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return found.violations, nil
}

// DryRunAllRules is DryRun, but makes the expensive checks even if the password breaks a cheap rule.
func (k *Kernel) DryRunAllRules(ctx context.Context, e *Evidence, pw secret.Password) ([]fault.Violation, error) {
	broken := policy.Check(e.PolicyInput(k.blocklist, pw))
	expensive, err := k.judgeExpensive(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return append(broken, expensive.violations...), nil
}
