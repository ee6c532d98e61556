package lifecycle

import (
	"context"
	"crypto/subtle"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
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

// CreateSession begins a session for a user that the caller reaches.
func (c *Core) CreateSession(ctx context.Context, in CheckSession) (SessionOutcome, error) {
	s, err := c.sessionSubject(ctx, in)
	if err != nil {
		return nil, err
	}
	proven, err := c.proveAll(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if proven.mustChange {
		return &ChangeRequired{}, nil
	}
	notes, err := withNotes("", in.Notes)
	if err != nil {
		return nil, err
	}
	out := &CheckedSession{Token: newSessionToken(), User: userOf(s.user, nil)}
	err = c.commit(ctx, func(tx *store.Tx) error {
		if err := c.stillCurrent(tx, s); err != nil {
			return err
		}
		row := &models.Session{
			ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
			TokenDigest: SessionDigest(out.Token).Bytes(), Version: 1, Metadata: notes,
			CheckedAt: tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now,
		}
		row.Begin(tx.Now, tx.Now.Add(sessionLife(s.tenant, in.Lifetime)), s.tenant.Settings.Sessions.IdleMinutes)
		if err := c.noteProven(ctx, tx, s, proven, row); err != nil {
			return err
		}
		if err := tx.InsertSession(row); err != nil {
			return err
		}
		out.Session = sessionOf(row)
		return tx.AppendEvent(event(ctx, models.ActionSessionCreate, s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, err
	}
	c.wakeFor(proven.second)
	return out, nil
}

// UpdateSession proves more about a session that the caller reaches; its token is
// replaced.
func (c *Core) UpdateSession(ctx context.Context, in CheckSession) (SessionOutcome, error) {
	row, err := c.liveSession(ctx, in.SessionID, secret.Text{})
	if err != nil {
		return nil, err
	}
	if in.UserID == "" && in.Username == "" {
		in.UserID = row.UserID
	}
	s, err := c.sessionSubject(ctx, in)
	if err != nil {
		return nil, err
	}
	if s.user == nil || s.user.ID != row.UserID {
		return nil, ErrSessionOtherUser
	}
	notes, err := withNotes(row.Metadata, in.Notes)
	if err != nil {
		return nil, err
	}
	proven, err := c.proveAll(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if proven.mustChange {
		return &ChangeRequired{}, nil
	}
	out := &CheckedSession{Token: newSessionToken(), User: userOf(s.user, nil)}
	err = c.commit(ctx, func(tx *store.Tx) error {
		if err := c.stillCurrent(tx, s); err != nil {
			return err
		}
		next := *row
		next.TokenDigest = SessionDigest(out.Token).Bytes()
		if err := c.noteProven(ctx, tx, s, proven, &next); err != nil {
			return err
		}
		next.Metadata = notes
		if in.Lifetime > 0 {
			next.Begin(tx.Now, tx.Now.Add(sessionLife(s.tenant, in.Lifetime)), next.IdleMinutes)
		}
		next.Use(tx.Now)
		mine, err := tx.RenewSession(row.Version, &next)
		if err != nil {
			return err
		}
		if !mine {
			return ErrSessionChanged
		}
		if out.Session, err = readSession(tx.Reader, row.ID); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionSessionUpdate, s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, err
	}
	c.wakeFor(proven.second)
	return out, nil
}

// checked is what a session's user proved.
type checked struct {
	password   bool
	mustChange bool // the password is right, and proves nothing: no session goes beyond the change step (S09)
	second     second
}

func (c *Core) proveAll(ctx context.Context, s *subject, in CheckSession) (out checked, err error) {
	if out.password, out.mustChange, err = c.provePassword(ctx, s, in); err != nil || out.mustChange {
		return out, err
	}
	out.second, err = c.proveFactor(ctx, s, in)
	return out, err
}

// noteProven writes it into the session, and spends the code that was shown.
func (c *Core) noteProven(ctx context.Context, tx *store.Tx, s *subject, proven checked, row *models.Session) error {
	if proven.password {
		row.PasswordAt = &tx.Now
	}
	if !proven.second.passed() {
		return nil
	}
	row.SecondAt = &tx.Now
	return c.spendSecond(ctx, tx, s, proven.second)
}

// provePassword checks a password, if one is shown, and tells whether it must be changed.
func (c *Core) provePassword(ctx context.Context, s *subject, in CheckSession) (right, mustChange bool, err error) {
	if in.Password == nil {
		if s.user == nil || !s.user.Active() {
			return false, false, ErrUserNotFound
		}
		return false, false, nil
	}
	typed, _ := canonicalTyped(in.Username + in.UserID)
	a := attempt{subject: s, tenant: s.tenant, typed: typed, password: *in.Password, action: models.ActionSessionCheck}
	if s.user == nil {
		a.subject = nil
	}
	if err := c.checkPassword(ctx, a); err != nil {
		return false, false, err
	}
	return true, s.credential.ChangeRequired(c.clock.Now()), nil
}

// proveFactor checks the code of an app, if one is shown.
func (c *Core) proveFactor(ctx context.Context, s *subject, in CheckSession) (second, error) {
	if in.Code == nil {
		return second{}, nil
	}
	app, err := c.app(ctx, s.user.ID)
	if err != nil {
		return second{}, err
	}
	if app == nil {
		return second{}, ErrNoFactor
	}
	return c.checkFactor(ctx, s, app, *in.Code, models.ActionSessionCheck)
}

// sessionSubject finds the user by id or name. For a password check, nobody is a
// subject too: it must cost and answer the same as a wrong password.
func (c *Core) sessionSubject(ctx context.Context, in CheckSession) (*subject, error) {
	if in.UserID == "" && in.Username == "" {
		return nil, ErrSessionUser
	}
	t, err := c.tenant(ctx)
	if err != nil {
		return nil, err
	}
	var s *subject
	if in.UserID == "" {
		s, err = c.loginSubject(ctx, t, in.Username)
	} else {
		s, err = c.reachedSubject(ctx, t, in.UserID)
	}
	switch {
	case err != nil:
		return nil, err
	case s != nil:
		return s, nil
	case in.Password != nil:
		return &subject{tenant: t}, nil
	}
	return nil, ErrUserNotFound
}

// reachedSubject reads a user that the caller reaches, in whatever tenant; nil if there
// is none, after the same statements.
func (c *Core) reachedSubject(ctx context.Context, own *models.Tenant, userID string) (*subject, error) {
	s, err := c.whoever(ctx, own, userID)
	if err != nil {
		return nil, err
	}
	tenantID := own.ID
	if s != nil {
		tenantID = s.user.TenantID
	}
	t, err := c.store.Read(ctx).FindTenant(tenantID)
	if err != nil || s == nil || !caller.From(ctx).InScope(t.ApplicationID, t.ID, s.user.ID) {
		return nil, err
	}
	s.tenant = t
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

func (o *SessionOver) Error() string { return ErrSessionNotFound.Error() }

// Unwrap gives the fault.
func (o *SessionOver) Unwrap() error { return ErrSessionNotFound }

// liveSession reads a session that still admits its user. One that does not is a
// SessionOver for a caller who may know of it.
func (c *Core) liveSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := c.reachedSession(ctx, id, token)
	switch {
	case err != nil:
		return nil, err
	case row.EndedAt != nil:
		return nil, &SessionOver{SessionEnded}
	case !row.Live(c.clock.Now()):
		return nil, &SessionOver{SessionExpired}
	}
	return row, nil
}

// reachedSession reads a session, live or not, that the caller reaches or whose token
// he shows.
func (c *Core) reachedSession(ctx context.Context, id string, token secret.Text) (*models.Session, error) {
	row, err := c.store.Read(ctx).FindSession(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrSessionNotFound
	}
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	shown := !token.Empty() && subtle.ConstantTimeCompare(SessionDigest(token).Bytes(), row.TokenDigest) == 1
	if !shown && !who.InScope(row.ApplicationID, row.TenantID, row.UserID) {
		return nil, ErrSessionNotFound
	}
	return row, nil
}

// FindSession reads a session.
func (c *Core) FindSession(ctx context.Context, id string, token secret.Text) (*CheckedSession, error) {
	row, err := c.liveSession(ctx, id, token)
	if err != nil {
		return nil, err
	}
	u, err := c.store.Read(ctx).FindUser(row.UserID)
	if err != nil {
		return nil, err
	}
	return &CheckedSession{Session: sessionOf(row), User: userOf(u, nil)}, nil
}

// ListSessions narrows a list of sessions. An empty UserID does not narrow it, nor do
// IDs that are nil.
type ListSessions struct {
	UserID        string
	IDs           []string
	Offset, Limit int
	Ascending     bool // the oldest first
}

// ListSessions lists the live sessions that the caller reaches, and counts them.
func (c *Core) ListSessions(ctx context.Context, in ListSessions) ([]CheckedSession, int64, error) {
	rd := c.store.Read(ctx)
	rows, total, err := rd.ListSessions(store.SessionFilter{
		Scope: reach(ctx), UserID: in.UserID, IDs: in.IDs, Offset: in.Offset, Limit: in.Limit, Ascending: in.Ascending,
	})
	if err != nil {
		return nil, 0, err
	}
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].UserID
	}
	users, err := rd.FindUsers(ids...)
	if err != nil {
		return nil, 0, err
	}
	out := make([]CheckedSession, 0, len(rows))
	for i := range rows {
		if u := users[rows[i].UserID]; u != nil { // else deleted in this moment, and the session with him
			out = append(out, CheckedSession{Session: sessionOf(&rows[i]), User: userOf(u, nil)})
		}
	}
	return out, total, nil
}
