package core

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Replacement is a new credential that is ready to be stored.
type Replacement struct {
	Hash         models.PasswordHash
	MustChange   bool
	Temporary    bool
	ExpiresAt    *time.Time
	ClearHistory bool
	Quiet        bool          // no "password updated" mail
	Action       models.Action // for the audit trail
	TicketID     string
	Detail       string
	Revoke       models.Revocation // which logins end with the old password
}

// UserChange is the state of a user after a use case: the version that optimistic concurrency
// compares (If-Match, RFC 9110 section 13.1.1), when the user was changed, and how many logins ended.
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

// ReplaceCredential stores a new credential and ends everything that the old one allowed. Every use
// case that sets a password calls it in its transaction.
func (k *Kernel) ReplaceCredential(ctx context.Context, tx *store.Tx, s *Subject, r Replacement) (*UserChange, error) {
	rules := s.Tenant.Settings.Password
	next := &models.Credential{
		UserID: s.User.ID, Hash: r.Hash, MustChange: r.MustChange, Temporary: r.Temporary,
		ChangedAt: &tx.Now, ExpiresAt: r.ExpiresAt, LifetimeDays: rules.LifetimeDays,
	}
	next.WarnAt = NextWarning(rules.WarnDays, s.User.ID, next.Expiry(), tx.Now)
	current, err := tx.ReplaceCredential(s.Credential.Version, next)
	if err != nil {
		return nil, err
	}
	if !current {
		return nil, ErrCredentialChanged
	}
	out := &UserChange{UserID: s.User.ID, Username: s.User.Username, TenantID: s.Tenant.ID, ChangedAt: tx.Now, CreatedAt: s.User.CreatedAt}
	if out.Version, err = IncrementUserVersion(tx, s.User.ID); err != nil { // first: a ticket that is being issued waits for this row, and is ended below
		return nil, err
	}
	if r.ClearHistory {
		if err := tx.ClearHistory(s.User.ID); err != nil {
			return nil, err
		}
	}
	if err := tx.KeepPassword(s.User.ID, r.Hash, rules); err != nil {
		return nil, err
	}
	if err := k.endLoginsAndTickets(ctx, tx, s, r.Revoke, out); err != nil {
		return nil, err
	}
	if !r.Quiet {
		if err := k.NotifyPasswordChanged(tx, s); err != nil {
			return nil, err
		}
	}
	e := NewEvent(ctx, r.Action, s.Tenant, s.User.ID)
	e.TicketID, e.Detail = r.TicketID, r.Detail
	if s.unanswered {
		e.Detail = strings.TrimPrefix(e.Detail+", breach look-up unanswered", ", ")
	}
	return out, tx.AppendEvent(e)
}

// endLoginsAndTickets ends the sessions, challenges and tickets that the old password allowed. A
// verification of an address sets no password, and stays
// (ASVS 5.0 7.4.3, S33, S55); revoke says which sessions. It also clears the counters of failures, so
// that a lockout ends with a reset (D11).
func (k *Kernel) endLoginsAndTickets(ctx context.Context, tx *store.Tx, s *Subject, r models.Revocation, out *UserChange) (err error) {
	if r != models.RevokeNone {
		kept := ""
		if r == models.RevokeOthers {
			kept = OwnSession(ctx, s)
		}
		if err = EndLogins(tx, s, kept, out); err != nil {
			return err
		}
	}
	if _, err = tx.EndChallengesOf(s.User.ID); err != nil {
		return err
	}
	if err = EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked, models.PasswordPurposes()...); err != nil {
		return err
	}
	return tx.ClearTries(s.User.ID, triesClearedByPassword...)
}

// EndLogins ends the user's sessions and refresh tokens, except those of the session that is kept. If
// none is kept, the user's API keys end as well: an attacker with a session could have created one.
func EndLogins(tx *store.Tx, s *Subject, kept string, out *UserChange) (err error) {
	if out.EndedLogins, err = tx.EndOtherSessions(s.User.ID, kept); err != nil {
		return err
	}
	if out.EndedRefresh, err = tx.RevokeOtherRefreshTokens(s.User.ID, kept); err != nil || kept != "" {
		return err
	}
	_, err = tx.RevokeKeysOfUser(s.User.ID)
	return err
}

// ResolveRevocation checks which logins the caller wants to end against the policy of the tenant.
// Without a choice all logins end.
func ResolveRevocation(s *Subject, asked models.Revocation) (models.Revocation, error) {
	if asked == "" || asked == models.RevokeAll {
		return models.RevokeAll, nil
	}
	if !slices.Contains(s.Tenant.Settings.Sessions.Revocation, asked) {
		return "", ErrRevocation
	}
	return asked, nil
}

// IncrementUserVersion increments a user's version. A user without a row was deleted in the meantime.
func IncrementUserVersion(tx *store.Tx, userID string) (int64, error) {
	version, err := tx.IncrementUserVersion(userID)
	if errors.Is(err, store.ErrNotFound) {
		return 0, ErrUserNotFound
	}
	return version, err
}
