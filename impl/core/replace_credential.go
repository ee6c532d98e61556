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

// IncrementUserVersion moves a user's version on. One that is gone was deleted in the meantime.
func IncrementUserVersion(tx *store.Tx, userID string) (int64, error) {
	version, err := tx.BumpUser(userID)
	if errors.Is(err, store.ErrNotFound) {
		return 0, ErrUserNotFound
	}
	return version, err
}

// Replacement is a new credential, ready to be written.
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
	Revoke       models.Revocation // what ends with the old password
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

// ReplaceCredential is the step that every path shares, inside the transaction of that path:
// the new credential, and everything that the old one admitted ends with it.
func (k *Kernel) ReplaceCredential(ctx context.Context, tx *store.Tx, s *Subject, r Replacement) (*UserChange, error) {
	rules := s.Tenant.Settings.Password
	next := &models.Credential{
		UserID: s.User.ID, Hash: r.Hash, MustChange: r.MustChange, Temporary: r.Temporary,
		ChangedAt: &tx.Now, ExpiresAt: r.ExpiresAt, LifetimeDays: rules.LifetimeDays,
	}
	next.WarnAt = NextWarning(rules.WarnDays, s.User.ID, next.Expiry(), tx.Now)
	mine, err := tx.ReplaceCredential(s.Credential.Version, next)
	if err != nil {
		return nil, err
	}
	if !mine {
		return nil, ErrCredentialChanged
	}
	out := &UserChange{UserID: s.User.ID, Username: s.User.Username, TenantID: s.Tenant.ID, ChangedAt: tx.Now, CreatedAt: s.User.CreatedAt}
	if out.Version, err = IncrementUserVersion(tx, s.User.ID); err != nil { // before the tickets end: one being issued waits for this
		return nil, err
	}
	if r.ClearHistory {
		if err := tx.ClearHistory(s.User.ID); err != nil {
			return nil, err
		}
	}
	if err := tx.KeepPassword(s.User.ID, r.Hash, s.Tenant.Settings.Password); err != nil {
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

// endLoginsAndTickets ends what the old password admitted (ASVS 5.0 7.4.3, S33, S55), as far
// as the tenant lets the caller choose, and clears the counters of failures, so that a
// lockout does not outlive a reset (D11).
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
	if err = EndTickets(ctx, tx, s.Tenant, s.User.ID, models.EndedRevoked); err != nil {
		return err
	}
	return tx.ClearTries(s.User.ID, triesClearedByPassword...)
}

// EndLogins ends sessions and refresh tokens, all or all but those of one session. When
// all end, the keys that the user gave to his scripts end as well: whoever was in might
// have made himself one.
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

// ResolveRevocation is what the caller wants ended, if the tenant's policy lets him choose it.
// Without a choice all ends.
func ResolveRevocation(s *Subject, asked models.Revocation) (models.Revocation, error) {
	if asked == "" || asked == models.RevokeAll {
		return models.RevokeAll, nil
	}
	if !slices.Contains(s.Tenant.Settings.Sessions.Revocation, asked) {
		return "", ErrRevocation
	}
	return asked, nil
}

// NotifyPasswordChanged mails every verified address, without the password (63B 4.2.3, S14),
// but the one that hears of it otherwise.
func (k *Kernel) NotifyPasswordChanged(tx *store.Tx, s *Subject, but ...string) error {
	addresses, err := VerifiedAddresses(tx.Reader, s.User.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	for _, a := range addresses {
		if slices.Contains(but, a.ID) {
			continue
		}
		m := Mail{To: a, Template: models.TemplatePasswordUpdated, Data: map[string]string{"ExpiresAt": FormatTime(tx.Now)}}
		if err := k.EnqueueMail(tx, s, m); err != nil {
			return err
		}
	}
	return nil
}
