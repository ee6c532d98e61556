package logins

import (
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
)

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
