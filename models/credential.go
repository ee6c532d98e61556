package models

import "time"

// PasswordHash is a PHC or modular-crypt string and the pepper it was made with;
// no pepper means an imported hash.
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
	Temporary  bool         `gorm:"not null"` // generated: usable once, and only to change it
	UsedAt     *time.Time   // when a temporary password was used
	ChangedAt  *time.Time
	ExpiresAt  *time.Time // the time that somebody chose; none: as the lifetime in the policy says
	WarnAt     *time.Time `gorm:"index:idx_credentials_warn_at"` // when the next warning of the expiry is due
	SessionAt  *time.Time // when something was last issued for the user; what writes it meets a change that is under way

	// LifetimeDays is what the policy of the user's tenant says now. It is read along.
	LifetimeDays int `gorm:"-"`
}

// Present tells whether the user has a password.
func (c *Credential) Present() bool { return c.Hash.Present() }

// lastYear is the last one that databases and RFC 3339 can write.
const lastYear = 9999

// Expiry is when the password expires, if it does. A lifetime counts from the last change
// and is the one of today's policy, so that a shorter one holds for the passwords that
// there are, and for those that were imported. What would expire behind the last year that
// can be written does not expire.
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

// Expired tells whether the password may only be used to change it.
func (c *Credential) Expired(now time.Time) bool {
	at := c.Expiry()
	return at != nil && !now.Before(*at)
}

// ChangeRequired tells whether a login may go no further than the change step.
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

// MaxHistory is the most rows that the history holds for one user, whatever the rules:
// each costs a hash at every change.
const MaxHistory = 255

// HistoryRows is how many rows a history rule may ask for.
func (p PasswordPolicy) HistoryRows() int {
	if p.HistoryDays > 0 {
		return MaxHistory
	}
	return min(p.History, MaxHistory)
}

// WithoutHistory is the policy with its rules on earlier passwords off.
func (p PasswordPolicy) WithoutHistory() PasswordPolicy {
	p.History, p.HistoryDays = 0, 0
	return p
}

// Remembers tells how many of a user's passwords, the newest first, the rules hold
// against a new one: so many, and those that were in use within so many days. A
// password was in use until the next one replaced it.
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
