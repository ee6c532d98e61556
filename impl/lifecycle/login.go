package lifecycle

import (
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/models"
)

// Login is the result of a right password: *LoggedIn, *Challenge or *ChangeRequired. A
// switch over it names all three (tests/shape).
type Login interface{ login() }

// LoggedIn is a new session with the tokens that stand for it.
type LoggedIn struct {
	User           *models.User
	Tenant         *models.Tenant
	Session        *models.Session
	RefreshToken   secret.Text
	RefreshTokenID string
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

func (*LoggedIn) login()       {}
func (*Challenge) login()      {}
func (*ChangeRequired) login() {}

// SessionOutcome is the result of the checks of a session: *CheckedSession or
// *ChangeRequired. A switch over it names both (tests/shape).
type SessionOutcome interface{ sessionOutcome() }

// CheckedSession is the session with its new token; the old token died.
type CheckedSession struct {
	Session *models.Session
	Token   secret.Text
	User    *models.User
}

func (*CheckedSession) sessionOutcome() {}
func (*ChangeRequired) sessionOutcome() {}
