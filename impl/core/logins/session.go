package logins

import (
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Session is a login of a user, with the times of its checks.
type Session struct {
	ID             string
	ApplicationID  string
	TenantID       string
	UserID         string
	Version        int64      // grows with every change
	Metadata       string     // the stored notes, see Notes
	Device         *Device    // what the client said of the user's browser
	CheckedAt      time.Time  // when the user was named
	PasswordAt     *time.Time // when the password was verified
	SecondFactorAt *time.Time // when a second factor was verified
	AppAt          *time.Time // the same, if it was a code of the app or a recovery code
	MailCodeAt     *time.Time // when a mailed code was verified, whether or not it was the second factor
	SMSCodeAt      *time.Time
	CreatedAt      time.Time
	UpdatedAt      time.Time
	ExpiresAt      time.Time // each use moves it if the tenant sets an idle time
}

// SessionWithUser is a session and its user.
type SessionWithUser struct {
	Session Session
	User    core.User // without addresses
}

func sessionOf(row *models.Session) Session {
	s := Session{
		ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID, Version: row.Version,
		Metadata: row.Metadata, Device: row.Device, CheckedAt: row.CheckedAt, PasswordAt: row.PasswordAt, SecondFactorAt: row.SecondFactorAt,
		MailCodeAt: row.MailCodeAt, SMSCodeAt: row.SMSCodeAt, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, ExpiresAt: row.ExpiresAt,
	}
	if row.SecondFactorBy == core.FactorTOTP || row.SecondFactorBy == "" { // empty: before the column
		s.AppAt = row.SecondFactorAt
	}
	return s
}

// SessionPrefix distinguishes session tokens from other bearer credentials.
const SessionPrefix = "rs_"

// SessionDigest is the stored digest of a session token.
func SessionDigest(token secret.Text) secret.Digest { return secret.Sum("session", token.Reveal()) }

func newSessionToken() secret.Text { return secret.NewText(SessionPrefix + secret.NewToken().Reveal()) }

// SessionReason is the reason why a session can no longer be used.
type SessionReason string

// The reasons.
const (
	SessionEnded   SessionReason = "ended"
	SessionExpired SessionReason = "expired"
)

// SessionRefusal is ErrSessionNotFound with the reason, for callers that may know it.
type SessionRefusal struct{ Why SessionReason }

func (r *SessionRefusal) Error() string { return core.ErrSessionNotFound.Error() }

// Unwrap returns the fault.
func (r *SessionRefusal) Unwrap() error { return core.ErrSessionNotFound }
