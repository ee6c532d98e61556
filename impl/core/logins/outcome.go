package logins

import (
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
)

// Outcome is how a login ended, for metrics. It names neither the user nor the reason of a refusal, which
// would reveal whether the user exists.
type Outcome string

// The outcomes.
const (
	OutcomeOpened         Outcome = "opened"          // a session, or one more check of it
	OutcomeChallenged     Outcome = "challenged"      // the second factor is asked for
	OutcomeChangeRequired Outcome = "change_required" // the password has to be changed first
	OutcomeRefused        Outcome = "refused"         // user, password or code
	OutcomeUnavailable    Outcome = "unavailable"     // 503
	OutcomeFailed         Outcome = "failed"          // anything else, such as a tenant that does not exist
)

// Outcomes lists the outcomes.
func Outcomes() []Outcome {
	return []Outcome{OutcomeOpened, OutcomeChallenged, OutcomeChangeRequired, OutcomeRefused, OutcomeUnavailable, OutcomeFailed}
}

func outcomeOf(result any, err error) Outcome {
	switch {
	case errors.Is(err, core.ErrLoginFailed), errors.Is(err, core.ErrFactorCode), errors.Is(err, core.ErrSessionCode):
		return OutcomeRefused
	case err != nil && fault.From(err).Kind == fault.Unavailable:
		return OutcomeUnavailable
	case err != nil:
		return OutcomeFailed
	}
	switch result.(type) {
	case *Challenge:
		return OutcomeChallenged
	case *ChangeRequired:
		return OutcomeChangeRequired
	case *LoggedIn, *IssuedSession:
		return OutcomeOpened
	}
	return OutcomeFailed
}

// verifies reports whether the input has something to verify. A session that an API client creates
// without a check is no login.
func (in SessionInput) verifies() bool {
	return in.Password != nil || in.Code != nil || in.MailCode != nil || in.SMSCode != nil
}
