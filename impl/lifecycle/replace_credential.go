package lifecycle

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/policy"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// replacement is a new credential, ready to be written.
type replacement struct {
	hash         models.PasswordHash
	mustChange   bool
	temporary    bool
	expiresAt    *time.Time
	clearHistory bool
	quiet        bool   // no "password updated" mail
	action       string // for the audit trail
	ticketID     string
	detail       string
	revoke       models.Revocation // what ends with the old password
}

// Replaced tells what a change of a password did.
type Replaced struct {
	UserID       string
	TenantID     string
	Sequence     int64
	ChangedAt    time.Time
	CreatedAt    time.Time // of the user
	EndedLogins  int       // sessions
	EndedRefresh int       // refresh tokens
}

// replace is the step that every path shares, inside the transaction of that path:
// the new credential, and everything that the old one admitted ends with it.
func (c *Core) replace(ctx context.Context, tx *store.Tx, s *subject, r replacement) (*Replaced, error) {
	if r.expiresAt == nil && s.tenant.Settings.Password.LifetimeDays > 0 && r.hash.Present() {
		at := tx.Now.AddDate(0, 0, s.tenant.Settings.Password.LifetimeDays)
		r.expiresAt = &at
	}
	next := &models.Credential{
		UserID: s.user.ID, Hash: r.hash, MustChange: r.mustChange, Temporary: r.temporary,
		ChangedAt: &tx.Now, ExpiresAt: r.expiresAt,
		WarnAt: nextWarning(s.tenant.Settings.Password.WarnDays, s.user.ID, r.expiresAt, tx.Now),
	}
	mine, err := tx.ReplaceCredential(s.credential.Version, next)
	if err != nil {
		return nil, err
	}
	if !mine {
		return nil, ErrCredentialChanged
	}
	out := &Replaced{UserID: s.user.ID, TenantID: s.tenant.ID, ChangedAt: tx.Now, CreatedAt: s.user.CreatedAt}
	if out.Sequence, err = tx.BumpUser(s.user.ID); err != nil { // before the tickets end: one being issued waits for this
		return nil, err
	}
	if r.clearHistory {
		if err := tx.ClearHistory(s.user.ID); err != nil {
			return nil, err
		}
	}
	if err := tx.KeepPassword(s.user.ID, r.hash, s.tenant.Settings.Password.History); err != nil {
		return nil, err
	}
	if err := c.endEverything(ctx, tx, s, r.revoke, out); err != nil {
		return nil, err
	}
	if !r.quiet {
		if err := c.tellOfChange(tx, s); err != nil {
			return nil, err
		}
	}
	e := event(ctx, r.action, s.tenant, s.user.ID)
	e.TicketID, e.Detail = r.ticketID, r.detail
	return out, tx.AppendEvent(e)
}

// endEverything ends what the old password admitted (ASVS 5.0 7.4.3, S33, S55), as far
// as the tenant lets the caller choose, and clears the counters of failures, so that a
// lockout does not outlive a reset (D11).
func (c *Core) endEverything(ctx context.Context, tx *store.Tx, s *subject, r models.Revocation, out *Replaced) (err error) {
	if r != models.RevokeNone {
		kept := ""
		if r == models.RevokeOthers {
			kept = ownSession(ctx, s)
		}
		if out.EndedLogins, err = tx.EndOtherSessions(s.user.ID, kept); err != nil {
			return err
		}
		if out.EndedRefresh, err = tx.RevokeOtherRefreshTokens(s.user.ID, kept); err != nil {
			return err
		}
	}
	if _, err = tx.EndChallengesOf(s.user.ID); err != nil {
		return err
	}
	if err = endTickets(ctx, tx, s.tenant, s.user.ID, models.EndedRevoked); err != nil {
		return err
	}
	return tx.Forgive(c.failureKeys(s.user)...)
}

// revocation is what the caller wants ended, if the tenant's policy lets him choose it.
// Without a choice all ends.
func revocation(s *subject, asked models.Revocation) (models.Revocation, error) {
	if asked == "" || asked == models.RevokeAll {
		return models.RevokeAll, nil
	}
	if !slices.Contains(s.tenant.Settings.Sessions.Revocation, asked) {
		return "", ErrRevocation
	}
	return asked, nil
}

// tellOfChange mails every verified address, without the password (63B 4.2.3, S14),
// but the one that hears of it otherwise.
func (c *Core) tellOfChange(tx *store.Tx, s *subject, but ...string) error {
	addresses, err := verified(tx, s.user.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		if slices.Contains(but, a.ID) {
			continue
		}
		m := mail{to: a, template: models.TemplatePasswordUpdated, data: map[string]string{"ExpiresAt": until(tx.Now)}}
		if err := c.enqueue(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}

// prepare checks a chosen password against policy and the last so many passwords and
// hashes it, all before any transaction begins.
func (c *Core) prepare(ctx context.Context, s *subject, pw secret.Password, history int) (models.PasswordHash, error) {
	violations, err := c.judge(ctx, s, pw, history)
	if err != nil {
		return models.PasswordHash{}, err
	}
	if len(violations) > 0 {
		return models.PasswordHash{}, ErrPasswordPolicy.With(violations...)
	}
	return c.Hasher.Hash(ctx, pw)
}

// judge is the one engine behind every check and every change. Earlier passwords are
// only compared when the cheap rules pass, so a refused password costs no hashing.
func (c *Core) judge(ctx context.Context, s *subject, pw secret.Password, history int) ([]fault.Violation, error) {
	in, err := c.policyInput(ctx, s, pw)
	if err != nil {
		return nil, err
	}
	violations := policy.Check(in)
	if len(violations) > 0 {
		return violations, nil
	}
	used, err := c.usedBefore(ctx, s, pw, history)
	if err != nil {
		return nil, err
	}
	if used {
		violations = append(violations, policy.InHistory(max(1, history)))
	}
	return violations, nil
}

func (c *Core) policyInput(ctx context.Context, s *subject, pw secret.Password) (policy.Input, error) {
	names, err := c.names(ctx, s)
	if err != nil {
		return policy.Input{}, err
	}
	return policy.Input{
		Policy: s.tenant.Settings.Password, Password: pw, MFA: s.user.MFA,
		Context: slices.Concat(names[NameUser], names[NameGiven], names[NameAddress], names[NameTenant]), Blocklist: c.Blocklist,
	}, nil
}

// names are the context words of a user, by what they name.
func (c *Core) names(ctx context.Context, s *subject) (map[Name][]string, error) {
	addresses, err := c.Store.Read(ctx).AddressesOf(s.user.ID)
	if err != nil {
		return nil, err
	}
	names := map[Name][]string{
		NameUser: {s.user.Username}, NameGiven: {s.user.GivenName}, NameTenant: {c.Product, s.tenant.Name},
	}
	for _, a := range addresses {
		local, _, _ := strings.Cut(a.Value, "@")
		names[NameAddress] = append(names[NameAddress], a.Value, local)
	}
	return names, nil
}

// usedBefore compares with the last so many passwords, each by its own algorithm. A
// temporary password, and one that must be changed, may never become the lasting one,
// whatever the history (S11).
func (c *Core) usedBefore(ctx context.Context, s *subject, pw secret.Password, history int) (bool, error) {
	rows, err := c.Store.Read(ctx).RecentPasswords(s.user.ID, history)
	if err != nil {
		return false, err
	}
	var hashes []models.PasswordHash
	for _, row := range rows {
		hashes = append(hashes, row.Hash)
	}
	outgoing := s.credential.Temporary || s.credential.MustChange || history > 0 && len(rows) == 0
	if s.credential.Present() && outgoing {
		hashes = append(hashes, s.credential.Hash)
	}
	if len(hashes) == 0 {
		return false, nil
	}
	return c.Hasher.VerifyAny(ctx, hashes, pw)
}
