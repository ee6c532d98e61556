package surface

import (
	"fmt"

	"github.com/rekeyhq/rekey/impl/access"
	"github.com/rekeyhq/rekey/impl/core/logins"
	"github.com/rekeyhq/rekey/impl/fault"
)

// The core answers a correct password with a result. Where an API has only a session or a
// refusal, the missing step becomes the refusal.
var (
	// ErrChangeRequired is answered only to a caller who proved the password (S09, S11).
	ErrChangeRequired = fault.New(fault.Precondition, "password_change_required",
		"The password must be changed before it can be used to log in.")
	ErrSecondFactor = fault.New(fault.Challenge, "second_factor_required", "A code was sent by e-mail. Log in again with the code.")
)

// Faults lists the faults of the surfaces; golden tables range over it.
func Faults() []*fault.Fault { return []*fault.Fault{ErrChangeRequired, ErrSecondFactor} }

// NeedsCode is ErrSecondFactor with the challenge to be answered.
type NeedsCode struct{ *logins.Challenge }

func (n *NeedsCode) Error() string { return ErrSecondFactor.Error() }

// Unwrap gives the fault.
func (n *NeedsCode) Unwrap() error { return ErrSecondFactor }

// NeedsChange is ErrChangeRequired with the ticket for it.
type NeedsChange struct{ *logins.ChangeRequired }

func (n *NeedsChange) Error() string { return ErrChangeRequired.Error() }

// Unwrap gives the fault.
func (n *NeedsChange) Unwrap() error { return ErrChangeRequired }

// LoggedIn is the session of a login, or the refusal that names the missing step.
func LoggedIn(login logins.Login) (*logins.LoggedIn, error) {
	switch l := login.(type) {
	case *logins.LoggedIn:
		return l, nil
	case *logins.Challenge:
		return nil, &NeedsCode{l}
	case *logins.ChangeRequired:
		return nil, &NeedsChange{l}
	}
	return nil, fmt.Errorf("surface: a login came to %T", login)
}

// AccessToken issues the access token of a login.
func AccessToken(signer *access.Signer, in *logins.LoggedIn) (*access.Token, error) {
	return signer.IssueForSession(access.Holder{
		SessionID: in.Session.ID, UserID: in.User.ID, ApplicationID: in.User.ApplicationID, TenantID: in.User.TenantID,
		Number: in.User.Number,
	}, in.AccessLife)
}

// IssuedSession is the session whose checks were passed, or the refusal that names the missing step.
func IssuedSession(result logins.SessionResult) (*logins.IssuedSession, error) {
	switch r := result.(type) {
	case *logins.IssuedSession:
		return r, nil
	case *logins.ChangeRequired:
		return nil, &NeedsChange{r}
	}
	return nil, fmt.Errorf("surface: the checks of a session came to %T", result)
}
