package models

import "time"

// PasswordHash is a PHC or modular-crypt string and the id of its pepper; a hash without a pepper
// was imported.
type PasswordHash struct {
	Encoded string `gorm:"size:512;not null"`
	KeyID   string `gorm:"size:16;not null"`
}

// Present tells whether there is a hash.
func (h PasswordHash) Present() bool { return h.Encoded != "" }

// Credential is a subject's current password with its version and flags. Each user
// has exactly one row, from creation on; a user without a password has an empty hash.
type Credential struct {
	UserID     string       `gorm:"primaryKey;size:36"`
	Hash       PasswordHash `gorm:"embedded;embeddedPrefix:hash_"`
	Version    int64        `gorm:"not null"` // guards every replacement
	MustChange bool         `gorm:"not null"`
	Temporary  bool         `gorm:"not null"` // generated: usable once, and only to change the password
	UsedAt     *time.Time   // when a temporary password was used
	ChangedAt  *time.Time
	ExpiresAt  *time.Time // set for this password; nil: by the lifetime in the policy
	WarnAt     *time.Time `gorm:"index:idx_credentials_warn_at"` // when the next warning of the expiry is due
	SessionAt  *time.Time // when something was last issued for the user; writing it waits for a concurrent change

	// LifetimeDays is the lifetime in the current policy of the user's tenant, read by a join.
	LifetimeDays int `gorm:"-"`
}

// Present tells whether the user has a password.
func (c *Credential) Present() bool { return c.Hash.Present() }

// lastYear is the last year that databases and RFC 3339 can represent.
const lastYear = 9999

// Expiry returns when the password expires; nil: never. The lifetime counts from the last change
// and is that of the current policy, so a shorter one also applies to existing and imported
// passwords. A password that would expire after the last year that can be stored does not expire.
func (c *Credential) Expiry() *time.Time {
	if c.ExpiresAt != nil || c.LifetimeDays == 0 || c.ChangedAt == nil || !c.Present() {
		return c.ExpiresAt
	}
	at := c.ChangedAt.AddDate(0, 0, c.LifetimeDays)
	if at.UTC().Year() > lastYear {
		return nil
	}
	return &at
}

// Expired tells whether the password has expired, so that it can only be used to change it.
func (c *Credential) Expired(now time.Time) bool {
	at := c.Expiry()
	return at != nil && !now.Before(*at)
}

// ChangeRequired tells whether a login must change the password before anything else.
func (c *Credential) ChangeRequired(now time.Time) bool {
	return c.MustChange || c.Temporary || c.Expired(now)
}

// PasswordHistory is an earlier or current password of a user, for the history rule.
type PasswordHistory struct {
	ID        string       `gorm:"primaryKey;size:36"`
	UserID    string       `gorm:"size:36;not null;index:idx_password_histories_user,priority:1"`
	Hash      PasswordHash `gorm:"embedded;embeddedPrefix:hash_"`
	CreatedAt time.Time    `gorm:"index:idx_password_histories_user,priority:2"`
}

// MaxHistory is the largest number of history rows of one user, whatever the rules: each costs a
// hash at every change.
const MaxHistory = 255

// HistoryRows returns how many rows the history rules need at most.
func (p PasswordPolicy) HistoryRows() int {
	if p.HistoryDays > 0 {
		return MaxHistory
	}
	return min(p.History, MaxHistory)
}

// WithoutHistory returns the policy without its rules on earlier passwords.
func (p PasswordPolicy) WithoutHistory() PasswordPolicy {
	p.History, p.HistoryDays = 0, 0
	return p
}

// Remembers returns with how many of a user's passwords, the newest first, the rules compare a new
// one: a number of them, and those that were in use within a number of days. A password was in use
// until the next one replaced it.
func (p PasswordPolicy) Remembers(rows []PasswordHistory, now time.Time) int {
	since := now.AddDate(0, 0, -p.HistoryDays)
	for i := range rows {
		recent := p.HistoryDays > 0 && (i == 0 || rows[i-1].CreatedAt.After(since))
		if i >= p.History && !recent {
			return i
		}
	}
	return len(rows)
}
