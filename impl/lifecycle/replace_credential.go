package lifecycle

import (
	"context"
	"slices"
	"strings"
	"time"

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
	quiet        bool          // no "password updated" mail
	action       models.Action // for the audit trail
	ticketID     string
	detail       string
	revoke       models.Revocation // what ends with the old password
}

// UserChange is what a use case leaves of a user: the version that optimistic concurrency compares
// (If-Match, RFC 9110 section 13.1.1), when it changed, and how many logins ended with it.
type UserChange struct {
	UserID       string
	Username     string
	TenantID     string
	Version      int64
	ChangedAt    time.Time
	CreatedAt    time.Time // of the user
	EndedLogins  int       // sessions
	EndedRefresh int       // refresh tokens
}

// replace is the step that every path shares, inside the transaction of that path:
// the new credential, and everything that the old one admitted ends with it.
func (c *Core) replace(ctx context.Context, tx *store.Tx, s *subject, r replacement) (*UserChange, error) {
	rules := s.tenant.Settings.Password
	next := &models.Credential{
		UserID: s.user.ID, Hash: r.hash, MustChange: r.mustChange, Temporary: r.temporary,
		ChangedAt: &tx.Now, ExpiresAt: r.expiresAt, LifetimeDays: rules.LifetimeDays,
	}
	next.WarnAt = nextWarning(rules.WarnDays, s.user.ID, next.Expiry(), tx.Now)
	mine, err := tx.ReplaceCredential(s.credential.Version, next)
	if err != nil {
		return nil, err
	}
	if !mine {
		return nil, ErrCredentialChanged
	}
	out := &UserChange{UserID: s.user.ID, Username: s.user.Username, TenantID: s.tenant.ID, ChangedAt: tx.Now, CreatedAt: s.user.CreatedAt}
	if out.Version, err = bump(tx, s.user.ID); err != nil { // before the tickets end: one being issued waits for this
		return nil, err
	}
	if r.clearHistory {
		if err := tx.ClearHistory(s.user.ID); err != nil {
			return nil, err
		}
	}
	if err := tx.KeepPassword(s.user.ID, r.hash, s.tenant.Settings.Password); err != nil {
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
	if s.unanswered {
		e.Detail = strings.TrimPrefix(e.Detail+", breach look-up unanswered", ", ")
	}
	return out, tx.AppendEvent(e)
}

// endEverything ends what the old password admitted (ASVS 5.0 7.4.3, S33, S55), as far
// as the tenant lets the caller choose, and clears the counters of failures, so that a
// lockout does not outlive a reset (D11).
func (c *Core) endEverything(ctx context.Context, tx *store.Tx, s *subject, r models.Revocation, out *UserChange) (err error) {
	if r != models.RevokeNone {
		kept := ""
		if r == models.RevokeOthers {
			kept = ownSession(ctx, s)
		}
		if err = endLogins(tx, s, kept, out); err != nil {
			return err
		}
	}
	if _, err = tx.EndChallengesOf(s.user.ID); err != nil {
		return err
	}
	if err = endTickets(ctx, tx, s.tenant, s.user.ID, models.EndedRevoked); err != nil {
		return err
	}
	return tx.ClearTries(s.user.ID, endWithPassword...)
}

// endLogins ends sessions and refresh tokens, all or all but those of one session. When
// all end, the keys that the user gave to his scripts end as well: whoever was in might
// have made himself one.
func endLogins(tx *store.Tx, s *subject, kept string, out *UserChange) (err error) {
	if out.EndedLogins, err = tx.EndOtherSessions(s.user.ID, kept); err != nil {
		return err
	}
	if out.EndedRefresh, err = tx.RevokeOtherRefreshTokens(s.user.ID, kept); err != nil || kept != "" {
		return err
	}
	_, err = tx.RevokeKeysOfUser(s.user.ID)
	return err
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
	addresses, err := verified(tx.Reader, s.user.ID, models.AddressEmail)
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
