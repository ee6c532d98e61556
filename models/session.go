package models

import "time"

// Session is a login. Access tokens name it, so ending it ends them.
type Session struct {
	ID             string       `gorm:"primaryKey;size:36"`
	ApplicationID  string       `gorm:"size:26;not null"`
	TenantID       string       `gorm:"size:26;not null;index"`
	UserID         string       `gorm:"size:36;not null;index"`
	TokenDigest    []byte       `gorm:"type:binary(32);not null;uniqueIndex"`
	Version        int64        `gorm:"column:sequence;not null"` // grows with every check
	Metadata       string       `gorm:"type:text;not null"`
	Device         *Device      `gorm:"serializer:json;type:text"` // what the client said of the user's browser; nil: nothing
	CheckedAt      time.Time    `gorm:"not null"`                  // when the user was named
	PasswordAt     *time.Time   // when the password was verified
	SecondFactorAt *time.Time   `gorm:"column:second_at"`                 // when a second factor was verified
	SecondFactorBy FactorMethod `gorm:"column:second_by;size:8;not null"` // how; empty: an app or a login, in a session of an earlier release
	MailCodeAt     *time.Time   // when a mailed code was verified
	SMSCodeAt      *time.Time   `gorm:"column:sms_code_at"` // when a code that was sent by SMS was verified
	CreatedAt      time.Time
	UpdatedAt      time.Time
	ExpiresAt      time.Time  `gorm:"not null;index:idx_sessions_over,priority:2"` // moved by each use, if there is an idle time
	EndsAt         time.Time  `gorm:"not null"`                                    // the absolute end
	IdleMinutes    int        `gorm:"not null"`                                    // minutes without use after which it ends; 0: none
	EndedAt        *time.Time `gorm:"index:idx_sessions_over,priority:1"`
}

// Live reports whether the session can still be used.
func (s *Session) Live(now time.Time) bool { return s.EndedAt == nil && now.Before(s.ExpiresAt) }

// Begin gives a session its absolute end and its idle time.
func (s *Session) Begin(now, end time.Time, idleMinutes int) {
	s.EndsAt, s.IdleMinutes = end, idleMinutes
	s.ExpiresAt = s.idleEnd(now)
}

// Use records that a live session is used now, and reports whether the change must be stored.
func (s *Session) Use(now time.Time) bool {
	until := s.idleEnd(now)
	if until.Sub(s.ExpiresAt) < time.Minute {
		return false
	}
	s.ExpiresAt = until
	return true
}

func (s *Session) idleEnd(now time.Time) time.Time {
	until := now.Add(time.Duration(s.IdleMinutes) * time.Minute)
	if s.IdleMinutes == 0 || until.After(s.EndsAt) {
		return s.EndsAt
	}
	return until
}

// Device is what a client said of a user's browser or device. Nothing is decided by it.
type Device struct {
	Fingerprint string              `json:"fingerprint,omitempty"`
	Address     string              `json:"address,omitempty"`
	Description string              `json:"description,omitempty"`
	Headers     map[string][]string `json:"headers,omitempty"`
}

// RefreshToken is one token of a family in which each use issues the next; reuse of a used token
// ends the family (RFC 9700 section 4.14).
type RefreshToken struct {
	ID            string `gorm:"primaryKey;size:36"`
	FamilyID      string `gorm:"size:36;not null;index"`
	SessionID     string `gorm:"size:36;not null;index"`
	ApplicationID string `gorm:"size:26;not null"`
	TenantID      string `gorm:"size:26;not null"`
	UserID        string `gorm:"size:36;not null;index"`
	ClientID      string `gorm:"size:36;not null"` // empty: issued to the user's own login
	Digest        []byte `gorm:"type:binary(32);not null;uniqueIndex"`
	CreatedAt     time.Time
	ExpiresAt     time.Time `gorm:"not null"` // end of the family; rotation does not extend it
	UsedAt        *time.Time
	RevokedAt     *time.Time
}

// Challenge is a code that a login or a session waits for.
type Challenge struct {
	ID          string  `gorm:"primaryKey;size:36"`
	UserID      string  `gorm:"size:36;not null;index"`
	SessionID   string  `gorm:"size:36;not null"` // empty: of a login that has no session yet
	Channel     Channel `gorm:"size:8;not null"`  // of a session's code; empty: of a login
	TenantID    string  `gorm:"size:26;not null"`
	Lookup      []byte  `gorm:"type:binary(32);not null;uniqueIndex"`
	CodeMAC     []byte  `gorm:"column:code_mac;type:binary(32);not null"`
	Version     int64   `gorm:"not null"` // of the credential when the code was made
	FailedTries int     `gorm:"not null"`
	MaxTries    int     `gorm:"not null"`
	Resends     int     `gorm:"not null"`
	CreatedAt   time.Time
	ExpiresAt   time.Time `gorm:"not null;index"`
	ConsumedAt  *time.Time
}

// Live reports whether the challenge can still be answered.
func (c *Challenge) Live(now time.Time) bool {
	return c.ConsumedAt == nil && now.Before(c.ExpiresAt) && c.FailedTries < c.MaxTries
}
