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

// Name is what a context word names.
type Name string

// The names that a password must not be made of.
const (
	NameUser    Name = "user"   // the user name
	NameTenant  Name = "tenant" // service, tenant and the tenant's own words
	NameGiven   Name = "given"  // the given name
	NameAddress Name = "address"
)

// NamesInPassword asks the rule on context words alone, for each kind of name.
func (e *Evidence) NamesInPassword(in policy.Input) []Name {
	if !e.Rules.ContextWords {
		return nil
	}
	var found []Name
	for _, of := range []Name{NameUser, NameGiven, NameAddress, NameTenant} {
		alone := in
		alone.Policy, alone.Context = models.PasswordPolicy{ContextWords: true}, e.names[of]
		if of == NameTenant {
			alone.Policy.ExtraWords = e.Rules.ExtraWords
		}
		broken := policy.Check(alone)
		if slices.ContainsFunc(broken, func(v fault.Violation) bool { return v.Code == policy.ContextWord }) {
			found = append(found, of)
		}
	}
	return found
}

// HashNotAccepted says which rule or bound a hash broke, and never the hash.
func HashNotAccepted(err error) *fault.Fault {
	code := "hash_format"
	if errors.Is(err, passhash.ErrHashCost) {
		code = "hash_cost"
	}
	return ErrHashNotAccepted.Because(err).With(NewViolation("/hash", code, passhash.Reason(err)))
}

// JudgeAndHash checks a chosen password and hashes it, all before any transaction begins.
// The rules are the tenant's, or those without the history if it is to be cleared.
func (k *Kernel) JudgeAndHash(ctx context.Context, s *Subject, pw secret.Password, rules models.PasswordPolicy) (models.PasswordHash, error) {
	e, err := k.GatherEvidence(ctx, s, rules)
	if err != nil {
		return models.PasswordHash{}, err
	}
	return k.judgeAndHash(ctx, s, e, pw)
}

// judgeAndHash turns a password that passes into its hash.
func (k *Kernel) judgeAndHash(ctx context.Context, s *Subject, e *Evidence, pw secret.Password) (models.PasswordHash, error) {
	found, err := k.judge(ctx, e, pw)
	if err != nil {
		return models.PasswordHash{}, err
	}
	if len(found.violations) > 0 {
		return models.PasswordHash{}, ErrPasswordPolicy.With(found.violations...)
	}
	s.unanswered = found.unanswered
	return k.hasher.Hash(ctx, pw)
}

// Evidence is all that a password is judged by but the password itself.
type Evidence struct {
	Rules models.PasswordPolicy
	MFA   bool
	names map[Name][]string
	Used  []models.PasswordHash // that must not come again
}

// GatherEvidence reads what is known of a subject.
func (k *Kernel) GatherEvidence(ctx context.Context, s *Subject, rules models.PasswordPolicy) (*Evidence, error) {
	names, err := k.names(ctx, s)
	if err != nil {
		return nil, err
	}
	rows, err := k.store.Read(ctx).RememberedPasswords(s.User.ID, rules)
	if err != nil {
		return nil, err
	}
	return &Evidence{Rules: rules, MFA: s.User.MFA, names: names, Used: formerHashes(s.Credential, rows, rules)}, nil
}

// formerHashes lists the hashes that must not come again. A temporary password, and one that
// must be changed, may never become the lasting one, whatever the history (S11).
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

// names are the context words of a user, by what they name.
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
		NameUser: {s.User.Username}, NameGiven: {s.User.GivenName}, NameTenant: {k.product, s.Tenant.Name},
	}
	for _, a := range emails {
		local, _, _ := strings.Cut(a, "@")
		names[NameAddress] = append(names[NameAddress], a, local)
	}
	return names, nil
}

// verdict is what judge found.
type verdict struct {
	violations []fault.Violation
	unanswered bool // the breach look-up did not answer, and the policy lets that pass
}

// judge is the one engine behind every check and every change. What costs hashing or
// leaves the machine is only asked when the cheap rules pass.
func (k *Kernel) judge(ctx context.Context, e *Evidence, pw secret.Password) (*verdict, error) {
	if broken := policy.Check(e.PolicyInput(k.blocklist, pw)); len(broken) > 0 {
		return &verdict{violations: broken}, nil
	}
	return k.judgeExpensive(ctx, e, pw)
}

// judgeExpensive asks the rules that cost something: each earlier password by its own
// algorithm, and the breach look-up.
func (k *Kernel) judgeExpensive(ctx context.Context, e *Evidence, pw secret.Password) (*verdict, error) {
	out := &verdict{}
	if len(e.Used) > 0 {
		used, err := k.hasher.VerifyAny(ctx, e.Used, pw)
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

// breached asks the look-up. One that was taken out of the configuration since the
// policy was saved does not answer.
func (k *Kernel) breached(ctx context.Context, pw secret.Password) (bool, error) {
	if k.isBreached == nil {
		return false, errNoLookup
	}
	return k.isBreached(ctx, pw)
}

// PolicyInput is what the cheap rules see.
func (e *Evidence) PolicyInput(list *policy.Blocklist, pw secret.Password) policy.Input {
	return policy.Input{
		Policy: e.Rules, Password: pw, MFA: e.MFA, Blocklist: list,
		Context: slices.Concat(e.names[NameUser], e.names[NameGiven], e.names[NameAddress], e.names[NameTenant]),
	}
}

// DryRun answers the violations that a change to the password would be refused for.
func (k *Kernel) DryRun(ctx context.Context, e *Evidence, pw secret.Password) ([]fault.Violation, error) {
	found, err := k.judge(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return found.violations, nil
}

// DryRunAllRules also makes the expensive checks where a cheap one already failed.
func (k *Kernel) DryRunAllRules(ctx context.Context, e *Evidence, pw secret.Password) ([]fault.Violation, error) {
	broken := policy.Check(e.PolicyInput(k.blocklist, pw))
	expensive, err := k.judgeExpensive(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return append(broken, expensive.violations...), nil
}
