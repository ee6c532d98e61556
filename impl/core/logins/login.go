package logins

import (
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Login is the result of a right password: *LoggedIn, *Challenge or *ChangeRequired. A
// switch over it names all three (tests/shape).
type Login interface{ login() }

// LoggedIn is a new session with the tokens that stand for it.
type LoggedIn struct {
	User           core.User // without his addresses
	Session        Session
	AccessLife     time.Duration // of the access tokens of the session, as the tenant's policy says
	RefreshToken   secret.Text
	RefreshTokenID string
}

// loginRows are what a login wrote, or what a refresh token brought back.
type loginRows struct {
	user           *models.User
	tenant         *models.Tenant
	session        *models.Session
	refreshToken   secret.Text
	refreshTokenID string
}

func loggedInOf(rows *loginRows) *LoggedIn {
	return &LoggedIn{
		User: core.UserOf(rows.user, nil), Session: sessionOf(rows.session),
		AccessLife:   time.Duration(rows.tenant.Settings.Sessions.AccessMinutes) * time.Minute,
		RefreshToken: rows.refreshToken, RefreshTokenID: rows.refreshTokenID,
	}
}

// Challenge asks for the second step: the same login again, with a code.
type Challenge struct {
	ID        secret.Text // has a mailed code sent again
	Method    FactorMethod
	ExpiresAt time.Time // in whole seconds
}

// ChangeRequired is a password that was right and opens nothing before it is changed.
type ChangeRequired struct {
	Ticket secret.Text // redeems the reset; empty after a check of a session, which issues none
}

func (*LoggedIn) login() {}

func (*Challenge) login() {}

func (*ChangeRequired) login() {}

// SessionOutcome is the result of the checks of a session: *CheckedSession or
// *ChangeRequired. A switch over it names both (tests/shape).
type SessionOutcome interface{ sessionOutcome() }

// CheckedSession is the session with its new token; the old token died.
type CheckedSession struct {
	Session Session
	Token   secret.Text
	User    core.User // without his addresses
}

func (*CheckedSession) sessionOutcome() {}

func (*ChangeRequired) sessionOutcome() {}
