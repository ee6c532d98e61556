package logins

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CheckSession names a user and perhaps proves his password, for a session that an
// API client holds on his behalf.
type CheckSession struct {
	SessionID string // empty: a new session
	UserID    string // one of UserID and Username, for a new session or to name the user
	Username  string
	Password  *secret.Password
	Code      *secret.Text // of his authenticator app
	Lifetime  time.Duration
	Notes     map[string][]byte // of the client, beside those there are; an empty one removes its name
}

// SessionPrefix marks session tokens among bearer credentials.
const SessionPrefix = "rs_"

// SessionDigest is what is stored of a session token.
func SessionDigest(token secret.Text) secret.Digest { return secret.Sum("session", token.Reveal()) }

func newSessionToken() secret.Text { return secret.NewText(SessionPrefix + secret.NewToken().Reveal()) }

// Session is a login of a user, with what he proved in it.
type Session struct {
	ID             string
	ApplicationID  string
	TenantID       string
	UserID         string
	Version        int64      // grows with every change
	Metadata       string     // the caller's notes
	CheckedAt      time.Time  // when the user was named
	PasswordAt     *time.Time // when the password was proven
	SecondFactorAt *time.Time // when a second factor was proven
	CreatedAt      time.Time
	UpdatedAt      time.Time
	ExpiresAt      time.Time // moves on with each use, if there is an idle time
}

func sessionOf(row *models.Session) Session {
	return Session{
		ID: row.ID, ApplicationID: row.ApplicationID, TenantID: row.TenantID, UserID: row.UserID, Version: row.Version,
		Metadata: row.Metadata, CheckedAt: row.CheckedAt, PasswordAt: row.PasswordAt, SecondFactorAt: row.SecondAt,
		CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt, ExpiresAt: row.ExpiresAt,
	}
}

func readSession(rd *store.Reader, id string) (Session, error) {
	row, err := rd.FindSession(id)
	if err != nil {
		return Session{}, err
	}
	return sessionOf(row), nil
}

// checked is what a session's user proved.
type checked struct {
	password   bool
	mustChange bool // the password is right, and proves nothing: no session goes beyond the change step (S09)
	second     core.FactorProof
}

func (uc *UseCases) proveAll(ctx context.Context, s *core.Subject, in CheckSession) (out checked, err error) {
	if out.password, out.mustChange, err = uc.provePassword(ctx, s, in); err != nil || out.mustChange {
		return out, err
	}
	out.second, err = uc.proveFactor(ctx, s, in)
	return out, err
}

// noteProven writes it into the session, and spends the code that was shown.
func (uc *UseCases) noteProven(ctx context.Context, tx *store.Tx, s *core.Subject, proven checked, row *models.Session) error {
	if proven.password {
		row.PasswordAt = &tx.Now
	}
	if !proven.second.Passed() {
		return nil
	}
	row.SecondAt = &tx.Now
	return uc.kernel.SpendFactor(ctx, tx, s, proven.second)
}

// provePassword checks a password, if one is shown, and tells whether it must be changed.
func (uc *UseCases) provePassword(ctx context.Context, s *core.Subject, in CheckSession) (right, mustChange bool, err error) {
	if in.Password == nil {
		if s.User == nil || !s.User.Active() {
			return false, false, core.ErrUserNotFound
		}
		return false, false, nil
	}
	typed, _ := core.CanonicalName(in.Username + in.UserID)
	a := core.PasswordAttempt{Subject: s, Tenant: s.Tenant, Typed: typed, Password: *in.Password, Action: models.ActionSessionCheck}
	if s.User == nil {
		a.Subject = nil
	}
	if err := uc.kernel.VerifyPassword(ctx, a); err != nil {
		return false, false, err
	}
	return true, s.Credential.ChangeRequired(uc.clock.Now()), nil
}

// proveFactor checks the code of an app, if one is shown.
func (uc *UseCases) proveFactor(ctx context.Context, s *core.Subject, in CheckSession) (core.FactorProof, error) {
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

// sessionSubject finds the user by id or name. For a password check, nobody is a
// subject too: it must cost and answer the same as a wrong password.
func (uc *UseCases) sessionSubject(ctx context.Context, in CheckSession) (*core.Subject, error) {
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
		s, err = uc.reachedSubject(ctx, t, in.UserID)
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

// reachedSubject reads a user that the caller reaches, in whatever tenant; nil if there
// is none, after the same statements.
func (uc *UseCases) reachedSubject(ctx context.Context, own *models.Tenant, userID string) (*core.Subject, error) {
	s, err := uc.subjectByID(ctx, own, userID)
	if err != nil {
		return nil, err
	}
	tenantID := own.ID
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

func sessionLife(t *models.Tenant, asked time.Duration) time.Duration {
	limit := time.Duration(t.Settings.Sessions.SessionHours) * time.Hour
	if asked > 0 && asked < limit {
		return asked
	}
	return limit
}

// SessionReason is why a session that the caller reaches admits its user no longer.
type SessionReason string

// The reasons.
const (
	SessionEnded   SessionReason = "ended"
	SessionExpired SessionReason = "expired"
)

// SessionOver is ErrSessionNotFound with its reason.
type SessionOver struct{ Why SessionReason }

func (o *SessionOver) Error() string { return core.ErrSessionNotFound.Error() }

// Unwrap gives the fault.
func (o *SessionOver) Unwrap() error { return core.ErrSessionNotFound }
