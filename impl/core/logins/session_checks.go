package logins

import (
	"context"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SessionInput is the input of CreateSession and UpdateSession. It names the user of a session that
// an API client holds, and may have a password and a code to verify.
type SessionInput struct {
	UserID   string // UserID or Username; UpdateSession needs neither
	Username string
	Password *secret.Password
	Code     *secret.Text // of the authenticator app, or a recovery code
	MailCode *secret.Text // that was ordered for the session before
	SMSCode  *secret.Text
	Codes    []SessionCode     // to be made for the session, at most one for a channel
	Lifetime time.Duration     // 0: the tenant's limit; UpdateSession keeps the end
	Notes    map[string][]byte // of the client, added to the stored ones; an empty note deletes its name
	Device   *Device           // for CreateSession: what the client knows of the user's browser
}

// SessionResult is the result of CreateSession and UpdateSession: *IssuedSession or
// *ChangeRequired. A switch over it names both (tests/shape).
type SessionResult interface{ sessionResult() }

// IssuedSession is a session with its new token, which replaces the token before it.
type IssuedSession struct {
	Session  Session
	Token    secret.Text
	MailCode secret.Text // only if its return was ordered
	SMSCode  secret.Text
}

// returnCodes hands the codes to the caller who ordered their return.
func (i *IssuedSession) returnCodes(codes []sessionCode) {
	for _, c := range codes {
		switch {
		case c.Returned && c.Channel == core.ChannelSMS:
			i.SMSCode = c.text
		case c.Returned:
			i.MailCode = c.text
		}
	}
}

func (*IssuedSession) sessionResult() {}

func (*ChangeRequired) sessionResult() {}

// passedChecks are the checks that a session's user passed.
type passedChecks struct {
	password       bool
	changeRequired bool // the password is right, but must be changed: no session begins or goes on with it (S09)
	factor         core.FactorProof
	codes          []verifiedCode
}

// sessionSubject finds the user by id or name. If a password is to be verified, the subject of an
// unknown user has no user: its check must cost the same as that of a wrong password.
func (uc *UseCases) sessionSubject(ctx context.Context, in SessionInput) (*core.Subject, error) {
	if in.UserID == "" && in.Username == "" {
		return nil, core.ErrSessionUser
	}
	t, err := uc.kernel.ActingTenant(ctx)
	if err != nil {
		return nil, err
	}
	var s *core.Subject
	if in.UserID == "" {
		s, err = uc.subjectByName(ctx, t, in.Username)
	} else {
		s, err = uc.subjectInScope(ctx, t, in.UserID)
	}
	switch {
	case err != nil:
		return nil, err
	case s != nil:
		return s, nil
	case in.Password != nil:
		return &core.Subject{Tenant: t}, nil
	}
	return nil, core.ErrUserNotFound
}

// subjectInScope reads a user of any tenant in the caller's scope; nil, after the same queries, if
// there is no such user.
func (uc *UseCases) subjectInScope(ctx context.Context, acting *models.Tenant, userID string) (*core.Subject, error) {
	s, err := uc.subjectByID(ctx, acting, userID)
	if err != nil {
		return nil, err
	}
	tenantID := acting.ID
	if s != nil {
		tenantID = s.User.TenantID
	}
	t, err := uc.store.Read(ctx).FindTenant(tenantID)
	if err != nil || s == nil || !caller.From(ctx).InScope(t.ApplicationID, t.ID, s.User.ID) {
		return nil, err
	}
	s.Tenant = t
	return s, nil
}

// verifyChecks verifies the password and then the codes, if they are given. A nil session is a new one.
func (uc *UseCases) verifyChecks(ctx context.Context, s *core.Subject, session *models.Session, in SessionInput) (passed passedChecks, err error) {
	if passed.password, passed.changeRequired, err = uc.verifySessionPassword(ctx, s, in); err != nil || passed.changeRequired {
		return passed, err
	}
	if passed.factor, err = uc.verifySessionCode(ctx, s, in); err != nil {
		return passed, err
	}
	for _, typed := range []struct {
		channel core.Channel
		code    *secret.Text
	}{{core.ChannelSMS, in.SMSCode}, {core.ChannelEmail, in.MailCode}} {
		if typed.code == nil {
			continue
		}
		right, err := uc.verifyCode(ctx, s, session, typed.channel, *typed.code)
		if err != nil {
			return passed, err
		}
		passed.codes = append(passed.codes, right)
	}
	return passed, nil
}

func (uc *UseCases) verifySessionPassword(ctx context.Context, s *core.Subject, in SessionInput) (verified, changeRequired bool, err error) {
	if in.Password == nil {
		if s.User == nil || !s.User.Active() {
			return false, false, core.ErrUserNotFound
		}
		return false, false, nil
	}
	typed, _ := core.CanonicalName(in.Username + in.UserID)
	attempt := core.PasswordAttempt{Subject: s, Tenant: s.Tenant, Typed: typed, Password: *in.Password, Action: models.ActionSessionCheck}
	if s.User == nil {
		attempt.Subject = nil
	}
	if err := uc.kernel.VerifyPassword(ctx, attempt); err != nil {
		return false, false, err
	}
	return true, s.Credential.ChangeRequired(uc.clock.Now()), nil
}

func (uc *UseCases) verifySessionCode(ctx context.Context, s *core.Subject, in SessionInput) (core.FactorProof, error) {
	if in.Code == nil {
		return core.FactorProof{}, nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, s.User.ID)
	if err != nil {
		return core.FactorProof{}, err
	}
	if app == nil {
		return core.FactorProof{}, core.ErrNoFactor
	}
	return uc.kernel.VerifyFactor(ctx, s, app, *in.Code, models.ActionSessionCheck)
}

// recordChecks sets the times of the passed checks in the session, and spends the codes.
func (uc *UseCases) recordChecks(ctx context.Context, tx *store.Tx, s *core.Subject, passed passedChecks, row *models.Session) error {
	if passed.password {
		row.PasswordAt = &tx.Now
	}
	if err := uc.spendCodes(tx, s, row, passed.codes); err != nil || !passed.factor.Passed() {
		return err
	}
	row.SecondFactorAt, row.SecondFactorBy = &tx.Now, core.FactorTOTP
	return uc.kernel.SpendFactor(ctx, tx, s, passed.factor)
}

// sessionLife is the requested lifetime, at most the tenant's limit.
func sessionLife(t *models.Tenant, requested time.Duration) time.Duration {
	limit := time.Duration(t.Settings.Sessions.SessionHours) * time.Hour
	if requested > 0 && requested < limit {
		return requested
	}
	return limit
}

// sendRecoveryNotice wakes the workers if a recovery code was used: the kernel queued a notice to
// the user.
func (uc *UseCases) sendRecoveryNotice(factor core.FactorProof) {
	if factor.Recovery != "" {
		uc.wakeWorkers()
	}
}

// sendNotices wakes the workers if a request queued a message: a notice, or a code.
func (uc *UseCases) sendNotices(factor core.FactorProof, codes []sessionCode) {
	uc.sendRecoveryNotice(factor)
	if slices.ContainsFunc(codes, func(c sessionCode) bool { return !c.Returned }) {
		uc.wakeWorkers()
	}
}
