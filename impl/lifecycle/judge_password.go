package lifecycle

import (
	"context"
	"slices"
	"strings"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// prepare checks a chosen password and hashes it, all before any transaction begins.
// The rules are the tenant's, or those without the history if it is to be cleared.
func (c *Core) prepare(ctx context.Context, s *subject, pw secret.Password, rules models.PasswordPolicy) (models.PasswordHash, error) {
	e, err := c.evidence(ctx, s, rules)
	if err != nil {
		return models.PasswordHash{}, err
	}
	return c.admit(ctx, s, e, pw)
}

// admit turns a password that passes into its hash.
func (c *Core) admit(ctx context.Context, s *subject, e *evidence, pw secret.Password) (models.PasswordHash, error) {
	found, err := c.judge(ctx, e, pw)
	if err != nil {
		return models.PasswordHash{}, err
	}
	if len(found.violations) > 0 {
		return models.PasswordHash{}, ErrPasswordPolicy.With(found.violations...)
	}
	s.unanswered = found.unanswered
	return c.hasher.Hash(ctx, pw)
}

// evidence is all that a password is judged by but the password itself.
type evidence struct {
	rules models.PasswordPolicy
	mfa   bool
	names map[Name][]string
	used  []models.PasswordHash // that must not come again
}

// evidence reads what is known of a subject.
func (c *Core) evidence(ctx context.Context, s *subject, rules models.PasswordPolicy) (*evidence, error) {
	names, err := c.names(ctx, s)
	if err != nil {
		return nil, err
	}
	rows, err := c.store.Read(ctx).RememberedPasswords(s.user.ID, rules)
	if err != nil {
		return nil, err
	}
	return &evidence{rules: rules, mfa: s.user.MFA, names: names, used: held(s.credential, rows, rules)}, nil
}

// held lists the hashes that must not come again. A temporary password, and one that
// must be changed, may never become the lasting one, whatever the history (S11).
func held(current *models.Credential, rows []models.PasswordHistory, rules models.PasswordPolicy) []models.PasswordHash {
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
func (c *Core) names(ctx context.Context, s *subject) (map[Name][]string, error) {
	emails := s.claims
	if emails == nil {
		addresses, err := c.store.Read(ctx).AddressesOf(s.user.ID)
		if err != nil {
			return nil, err
		}
		for _, a := range addresses {
			emails = append(emails, a.Value)
		}
	}
	names := map[Name][]string{
		NameUser: {s.user.Username}, NameGiven: {s.user.GivenName}, NameTenant: {c.product, s.tenant.Name},
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
func (c *Core) judge(ctx context.Context, e *evidence, pw secret.Password) (*verdict, error) {
	if broken := policy.Check(e.input(c.blocklist, pw)); len(broken) > 0 {
		return &verdict{violations: broken}, nil
	}
	return c.judgeDearly(ctx, e, pw)
}

// judgeDearly asks the rules that cost something: each earlier password by its own
// algorithm, and the breach look-up.
func (c *Core) judgeDearly(ctx context.Context, e *evidence, pw secret.Password) (*verdict, error) {
	out := &verdict{}
	if len(e.used) > 0 {
		used, err := c.hasher.VerifyAny(ctx, e.used, pw)
		if err != nil {
			return nil, err
		}
		if used {
			out.violations = append(out.violations, policy.InHistory(e.rules))
		}
	}
	if !e.rules.BreachLookup.Asked() {
		return out, nil
	}
	breached, err := c.breached(ctx, pw)
	switch {
	case err == nil && breached:
		out.violations = append(out.violations, policy.InBreach())
	case err != nil && e.rules.BreachLookup == models.BreachFailClosed:
		return nil, ErrBreachUnknown.Because(err)
	case err != nil:
		out.unanswered = true
	}
	return out, nil
}

// breached asks the look-up. One that was taken out of the configuration since the
// policy was saved does not answer.
func (c *Core) breached(ctx context.Context, pw secret.Password) (bool, error) {
	if c.isBreached == nil {
		return false, errNoLookup
	}
	return c.isBreached(ctx, pw)
}

// input is what the cheap rules see.
func (e *evidence) input(list *policy.Blocklist, pw secret.Password) policy.Input {
	return policy.Input{
		Policy: e.rules, Password: pw, MFA: e.mfa, Blocklist: list,
		Context: slices.Concat(e.names[NameUser], e.names[NameGiven], e.names[NameAddress], e.names[NameTenant]),
	}
}

// dryRun answers the violations that a change to the password would be refused for.
func (c *Core) dryRun(ctx context.Context, e *evidence, pw secret.Password) ([]fault.Violation, error) {
	found, err := c.judge(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return found.violations, nil
}

// dryRunThoroughly also makes the expensive checks where a cheap one already failed.
func (c *Core) dryRunThoroughly(ctx context.Context, e *evidence, pw secret.Password) ([]fault.Violation, error) {
	broken := policy.Check(e.input(c.blocklist, pw))
	expensive, err := c.judgeDearly(ctx, e, pw)
	if err != nil {
		return nil, err
	}
	return append(broken, expensive.violations...), nil
}
