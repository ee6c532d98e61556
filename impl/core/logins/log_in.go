package logins

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LogInInput is a person with name and password, and perhaps the code of a second step.
type LogInInput struct {
	TenantID string // empty: the one that the caller or the host selects
	Username string
	Password secret.Password
	Code     secret.Text    // of the second step
	Change   core.ProofForm // form of the ticket, if the password must be changed; empty: a key
}

// LogIn begins a session. A user with a second factor is first given a challenge and,
// unless he has an authenticator app, a mailed code; a password that must be changed opens
// no session but a reset.
func (uc *UseCases) LogIn(ctx context.Context, in LogInInput) (Login, error) {
	t, err := uc.kernel.TenantOrActing(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	s, err := uc.loginSubject(ctx, t, in.Username)
	if err != nil {
		return nil, err
	}
	typed, _ := core.CanonicalName(in.Username)
	a := core.PasswordAttempt{Subject: s, Tenant: t, Typed: typed, Password: in.Password, Action: models.ActionLogin}
	if err := uc.kernel.VerifyPassword(ctx, a); err != nil {
		return nil, err
	}
	shown, asked, err := uc.secondStep(ctx, s, in.Code)
	switch {
	case err != nil:
		return nil, err
	case asked != nil:
		return asked, nil
	case s.Credential.ChangeRequired(uc.clock.Now()):
		return uc.demandChange(ctx, s, shown, in.Change)
	}
	return uc.begin(ctx, s, shown)
}

// secondStep checks what a user with a second factor has to show besides his password. If
// he shows nothing, he is asked for it.
func (uc *UseCases) secondStep(ctx context.Context, s *core.Subject, code secret.Text) (shown core.FactorProof, asked *Challenge, err error) {
	if !s.User.MFA {
		return core.FactorProof{}, nil, nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, s.User.ID)
	switch {
	case err != nil:
	case code.Empty():
		asked, err = uc.challenge(ctx, s, app != nil)
	case app == nil:
		shown, err = uc.answerChallenge(ctx, s, code)
	default:
		shown, err = uc.kernel.VerifyFactor(ctx, s, app, code, models.ActionLoginCode)
		err = asLoginFailed(err)
	}
	return shown, asked, err
}

// asLoginFailed keeps the one answer of a refused login.
func asLoginFailed(err error) error {
	if errors.Is(err, core.ErrFactorCode) {
		return core.ErrLoginFailed.Because(err)
	}
	return err
}

// loginSubject finds who logs in: by user name, else by verified address; nil if nobody
// has that name. Whoever it is, the same rows are asked for: an unknown name must not
// be answered sooner (CVE-2024-39329).
func (uc *UseCases) loginSubject(ctx context.Context, t *models.Tenant, name string) (*core.Subject, error) {
	rd, id := uc.store.Read(ctx), ""
	u, err := rd.FindUserByUsername(t.ID, core.UsernameKeys(core.TrimName(name))...)
	if err == nil {
		id = u.ID
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	a, err := rd.FindAddress(t.ID, models.AddressEmail, core.AddressKeys(models.AddressEmail, core.TrimName(name))...)
	if err == nil && id == "" && a.Verified() {
		id = a.UserID
	} else if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	return uc.lookupUser(ctx, t, id)
}

// lookupUser reads a user of a tenant with his credential, or with the same statements
// nobody.
func (uc *UseCases) lookupUser(ctx context.Context, t *models.Tenant, id string) (*core.Subject, error) {
	s, err := core.FindSubject(uc.store.Read(ctx), id)
	if errors.Is(err, core.ErrUserNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s.Tenant = t
	return s, nil
}

// begin writes session, refresh token and event.
func (uc *UseCases) begin(ctx context.Context, s *core.Subject, shown core.FactorProof) (Login, error) {
	rows := &loginRows{user: s.User, tenant: s.Tenant, refreshToken: secret.NewToken(), refreshTokenID: secret.NewID()}
	set := s.Tenant.Settings.Sessions
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		end := tx.Now.AddDate(0, 0, set.RefreshDays)
		rows.session = &models.Session{
			ID: secret.NewID(), ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
			TokenDigest: secret.Sum("session", secret.NewToken().Reveal()).Bytes(), Version: 1,
			CheckedAt: tx.Now, PasswordAt: &tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now,
		}
		rows.session.Begin(tx.Now, end, set.IdleMinutes)
		if err := uc.requireCurrentVersion(tx, s); err != nil {
			return err
		}
		if shown.Passed() {
			if err := uc.passSecond(ctx, tx, s, shown); err != nil {
				return err
			}
			rows.session.SecondAt = &tx.Now
		}
		if err := tx.InsertSession(rows.session); err != nil {
			return err
		}
		refresh := &models.RefreshToken{
			ID: rows.refreshTokenID, FamilyID: rows.refreshTokenID, SessionID: rows.session.ID,
			ApplicationID: s.Tenant.ApplicationID, TenantID: s.Tenant.ID, UserID: s.User.ID,
			Digest: refreshDigest(rows.refreshToken).Bytes(), CreatedAt: tx.Now, ExpiresAt: end,
		}
		if err := tx.InsertRefreshToken(refresh); err != nil {
			return err
		}
		return tx.AppendEvent(core.NewEvent(ctx, models.ActionLogin, s.Tenant, s.User.ID))
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	uc.wakeFor(shown)
	return loggedInOf(rows), nil
}

// passSecond spends the second step of a login and ends the challenges that asked for it.
func (uc *UseCases) passSecond(ctx context.Context, tx *store.Tx, s *core.Subject, shown core.FactorProof) error {
	if err := uc.kernel.SpendFactor(ctx, tx, s, shown); err != nil {
		return err
	}
	_, err := tx.EndChallengesOf(s.User.ID)
	return err
}

// wakeFor has the notice of a used recovery code sent.
func (uc *UseCases) wakeFor(shown core.FactorProof) {
	if shown.Recovery != "" {
		uc.wake()
	}
}

// requireCurrentVersion refuses a login whose password was changed, or whose user was locked,
// while it was being verified: a session must not outlive the change that ends all.
func (uc *UseCases) requireCurrentVersion(tx *store.Tx, s *core.Subject) error {
	current, err := tx.OpenSession(s.User.ID, s.Credential.Version)
	if err != nil {
		return err
	}
	u, err := tx.FindUser(s.User.ID)
	if err != nil {
		return err
	}
	if !current || !u.Active() {
		return core.ErrLoginFailed
	}
	return nil
}

func refreshDigest(token secret.Text) secret.Digest { return secret.Sum("refresh", token.Reveal()) }

// demandChange opens a reset for somebody who proved a password that may only be used
// to change it. A temporary password is spent by this.
func (uc *UseCases) demandChange(ctx context.Context, s *core.Subject, shown core.FactorProof, form models.Proof) (Login, error) {
	if form == "" {
		form = models.ProofKey
	}
	text := core.NewProofSecret(form)
	err := uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.requireCurrentVersion(tx, s); err != nil { // a former password opens no reset either
			return err
		}
		if shown.Passed() {
			if err := uc.passSecond(ctx, tx, s, shown); err != nil {
				return err
			}
		}
		if s.Credential.Temporary {
			mine, err := tx.UseTemporary(s.User.ID, s.Credential.Version)
			if err != nil {
				return err
			}
			if !mine {
				return core.ErrLoginFailed
			}
		}
		out, err := uc.kernel.IssueTicket(ctx, tx, s.User.ID, core.TicketPlan{
			Purpose: models.PurposeReset, Medium: models.MediumReturned, Form: form, Text: text,
		}, nil)
		if err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionLoginChangeRequired, s.Tenant, s.User.ID)
		e.TicketID = out.Ticket.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	uc.wakeFor(shown)
	return &ChangeRequired{Ticket: text}, nil
}
