package logins

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LogInInput is a user name with a password and, for the second step, a code.
type LogInInput struct {
	TenantID string // empty: the tenant of the caller or of the host
	Username string // or a verified address
	Password secret.Password
	Code     secret.Text    // mailed, of the authenticator app, or a recovery code
	Change   core.ProofForm // form of the ticket, if the password must be changed; empty: a key
}

// Login is the result of a login with the right password: *LoggedIn, *Challenge or
// *ChangeRequired. A switch over it names all three (tests/shape).
type Login interface{ login() }

// LoggedIn is a session with the tokens that represent it.
type LoggedIn struct {
	User           core.User // without addresses
	Session        Session
	AccessLife     time.Duration // lifetime of an access token, by the tenant's policy
	RefreshToken   secret.Text
	RefreshTokenID string
}

// Challenge asks for the second factor. The caller logs in again with the code.
type Challenge struct {
	ID        secret.Text // the input of ResendChallenge
	Method    core.FactorMethod
	ExpiresAt time.Time // in whole seconds
}

// ChangeRequired says that the password was right, but must be changed before it opens a session.
type ChangeRequired struct {
	Ticket secret.Text // redeems the reset; only LogIn issues one
}

func (*LoggedIn) login() {}

func (*Challenge) login() {}

func (*ChangeRequired) login() {}

// LogIn verifies a user's password and second factor, and opens a session. If the user has a
// second factor and gave no code, LogIn issues a challenge and, unless the user has an
// authenticator app, mails a code. If the password must be changed, it issues a ticket for the
// reset instead of a session.
func (uc *UseCases) LogIn(ctx context.Context, in LogInInput) (login Login, err error) {
	defer func() { uc.countLogin(outcomeOf(login, err)) }()
	t, err := uc.kernel.ResolveTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	s, err := uc.subjectByName(ctx, t, in.Username)
	if err != nil {
		return nil, err
	}
	typed, _ := core.CanonicalName(in.Username)
	attempt := core.PasswordAttempt{Subject: s, Tenant: t, Typed: typed, Password: in.Password, Action: models.ActionLogin}
	if err := uc.kernel.VerifyPassword(ctx, attempt); err != nil {
		return nil, err
	}
	factor, challenge, err := uc.verifySecondFactor(ctx, s, in.Code)
	switch {
	case err != nil:
		return nil, err
	case challenge != nil:
		return challenge, nil
	case s.Credential.ChangeRequired(uc.clock.Now()):
		return uc.requirePasswordChange(ctx, s, factor, in.Change)
	}
	return uc.openSession(ctx, s, factor)
}

// verifySecondFactor verifies the code of a user who has a second factor. Without a code it
// issues a challenge.
func (uc *UseCases) verifySecondFactor(ctx context.Context, s *core.Subject, code secret.Text) (factor core.FactorProof, challenge *Challenge, err error) {
	if !s.User.MFA {
		return core.FactorProof{}, nil, nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, s.User.ID)
	if err != nil {
		return core.FactorProof{}, nil, err
	}
	switch {
	case code.Empty() && app == nil:
		challenge, err = uc.issueChallenge(ctx, s, core.FactorMail)
	case code.Empty():
		challenge, err = uc.issueChallenge(ctx, s, core.FactorTOTP)
	case app == nil:
		factor, err = uc.verifyMailedCode(ctx, s, code)
	default:
		factor, err = uc.kernel.VerifyFactor(ctx, s, app, code, models.ActionLoginCode)
		err = asLoginFailed(err)
	}
	return factor, challenge, err
}

// openSession commits the session, its first refresh token and the event.
func (uc *UseCases) openSession(ctx context.Context, s *core.Subject, factor core.FactorProof) (Login, error) {
	rows := &loginRows{user: s.User, tenant: s.Tenant, refreshToken: secret.NewToken(), refreshTokenID: secret.NewID()}
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		rows.session = newLoginSession(s, tx.Now)
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		if factor.Passed() {
			if err := uc.spendLoginFactor(ctx, tx, s, factor); err != nil {
				return err
			}
			rows.session.SecondFactorAt, rows.session.SecondFactorBy = &tx.Now, core.FactorTOTP
			if factor.Challenge != "" {
				rows.session.SecondFactorBy, rows.session.MailCodeAt = core.FactorMail, &tx.Now
			}
		}
		if err := tx.InsertSession(rows.session); err != nil {
			return err
		}
		if err := tx.InsertRefreshToken(newFirstRefreshToken(rows, tx.Now)); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLogin, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	uc.sendRecoveryNotice(factor)
	return rows.loggedIn(), nil
}

// newLoginSession is a session whose token is never issued: its access and refresh tokens
// represent it.
func newLoginSession(s *core.Subject, now time.Time) *models.Session {
	set := s.Tenant.Settings.Sessions
	row := &models.Session{
		ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
		TokenDigest: SessionDigest(secret.NewToken()).Bytes(), Version: 1,
		CheckedAt: now, PasswordAt: &now, CreatedAt: now, UpdatedAt: now,
	}
	row.Begin(now, now.AddDate(0, 0, set.RefreshDays), set.IdleMinutes)
	return row
}

// newFirstRefreshToken begins a family of refresh tokens, which ends with its session.
func newFirstRefreshToken(rows *loginRows, now time.Time) *models.RefreshToken {
	return &models.RefreshToken{
		ID: rows.refreshTokenID, FamilyID: rows.refreshTokenID, SessionID: rows.session.ID,
		ApplicationID: rows.tenant.ApplicationID, TenantID: rows.tenant.ID, UserID: rows.user.ID,
		Digest: refreshDigest(rows.refreshToken).Bytes(), CreatedAt: now, ExpiresAt: rows.session.EndsAt,
	}
}

// requirePasswordChange issues a ticket for the reset to a user whose password may only be used
// to change it. A temporary password is spent by this.
func (uc *UseCases) requirePasswordChange(ctx context.Context, s *core.Subject, factor core.FactorProof, form models.Proof) (Login, error) {
	if form == "" {
		form = models.ProofKey
	}
	text := core.NewProofSecret(form)
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil { // a former password issues no ticket either
			return err
		}
		if factor.Passed() {
			if err := uc.spendLoginFactor(ctx, tx, s, factor); err != nil {
				return err
			}
		}
		if s.Credential.Temporary {
			spent, err := tx.UseTemporary(s.User.ID, s.Credential.Version)
			if err != nil {
				return err
			}
			if !spent { // another login used it first
				return core.ErrLoginFailed
			}
		}
		issued, err := uc.kernel.IssueTicket(ctx, tx, s.User.ID, core.TicketPlan{
			Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: form, Text: text,
		}, nil)
		if err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionLoginChangeRequired, s.Tenant, s.User.ID)
		e.TicketID = issued.Ticket.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	uc.sendRecoveryNotice(factor)
	return &ChangeRequired{Ticket: text}, nil
}

// spendLoginFactor spends the code of a login and ends the challenges of the user's logins.
func (uc *UseCases) spendLoginFactor(ctx context.Context, tx *store.Tx, s *core.Subject, factor core.FactorProof) error {
	if err := uc.kernel.SpendFactor(ctx, tx, s, factor); err != nil {
		return err
	}
	_, err := tx.EndSessionChallenge(s.User.ID, "", "")
	return err
}

// asLoginFailed replaces the refusal of a code: every refused login has the same error.
func asLoginFailed(err error) error {
	if errors.Is(err, core.ErrFactorCode) {
		return core.ErrLoginFailed.Because(err)
	}
	return err
}

// loginRows are the rows from which a login or a refresh makes its result.
type loginRows struct {
	user           *models.User
	tenant         *models.Tenant
	session        *models.Session
	refreshToken   secret.Text
	refreshTokenID string
}

func (rows *loginRows) loggedIn() *LoggedIn {
	return &LoggedIn{
		User: core.UserOf(rows.user, nil), Session: sessionOf(rows.session),
		AccessLife:   time.Duration(rows.tenant.Settings.Sessions.AccessMinutes) * time.Minute,
		RefreshToken: rows.refreshToken, RefreshTokenID: rows.refreshTokenID,
	}
}
