package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LogIn is a person with name and password, and perhaps the code of a second step.
type LogIn struct {
	TenantID string // empty: the one that the caller or the host selects
	Username string
	Password secret.Password
	Code     secret.Text // of the second step
	Change   ProofForm   // form of the ticket, if the password must be changed; empty: a key
}

// LogIn begins a session. A user with a second factor is first given a challenge and,
// unless he has an authenticator app, a mailed code; a password that must be changed opens
// no session but a reset.
func (c *Core) LogIn(ctx context.Context, in LogIn) (Login, error) {
	t, err := c.ownTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	s, err := c.loginSubject(ctx, t, in.Username)
	if err != nil {
		return nil, err
	}
	typed, _ := canonicalTyped(in.Username)
	a := attempt{subject: s, tenant: t, typed: typed, password: in.Password, action: models.ActionLogin}
	if err := c.checkPassword(ctx, a); err != nil {
		return nil, err
	}
	shown, asked, err := c.secondStep(ctx, s, in.Code)
	switch {
	case err != nil:
		return nil, err
	case asked != nil:
		return asked, nil
	case s.credential.ChangeRequired(c.clock.Now()):
		return c.demandChange(ctx, s, shown, in.Change)
	}
	return c.begin(ctx, s, shown)
}

// secondStep checks what a user with a second factor has to show besides his password. If
// he shows nothing, he is asked for it.
func (c *Core) secondStep(ctx context.Context, s *subject, code secret.Text) (shown second, asked *Challenge, err error) {
	if !s.user.MFA {
		return second{}, nil, nil
	}
	app, err := c.app(ctx, s.user.ID)
	switch {
	case err != nil:
	case code.Empty():
		asked, err = c.challenge(ctx, s, app != nil)
	case app == nil:
		shown, err = c.answerChallenge(ctx, s, code)
	default:
		shown, err = c.checkFactor(ctx, s, app, code, models.ActionLoginCode)
		err = asLoginFailed(err)
	}
	return shown, asked, err
}

// asLoginFailed keeps the one answer of a refused login.
func asLoginFailed(err error) error {
	if errors.Is(err, ErrFactorCode) {
		return ErrLoginFailed.Because(err)
	}
	return err
}

// loginSubject finds who logs in: by user name, else by verified address; nil if nobody
// has that name. Whoever it is, the same rows are asked for: an unknown name must not
// be answered sooner (CVE-2024-39329).
func (c *Core) loginSubject(ctx context.Context, t *models.Tenant, name string) (*subject, error) {
	rd, id := c.store.Read(ctx), ""
	u, err := rd.FindUserByUsername(t.ID, UsernameKeys(typedName(name))...)
	if err == nil {
		id = u.ID
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	a, err := rd.FindAddress(t.ID, models.AddressEmail, AddressKeys(models.AddressEmail, typedName(name))...)
	if err == nil && id == "" && a.Verified() {
		id = a.UserID
	} else if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	return c.whoever(ctx, t, id)
}

// whoever reads a user of a tenant with his credential, or with the same statements
// nobody.
func (c *Core) whoever(ctx context.Context, t *models.Tenant, id string) (*subject, error) {
	s, err := readUser(c.store.Read(ctx), id)
	if errors.Is(err, ErrUserNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s.tenant = t
	return s, nil
}

// begin writes session, refresh token and event.
func (c *Core) begin(ctx context.Context, s *subject, shown second) (Login, error) {
	rows := &loginRows{user: s.user, tenant: s.tenant, refreshToken: secret.NewToken(), refreshTokenID: secret.NewID()}
	set := s.tenant.Settings.Sessions
	err := c.commit(ctx, func(tx *store.Tx) error {
		end := tx.Now.AddDate(0, 0, set.RefreshDays)
		rows.session = &models.Session{
			ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
			TokenDigest: secret.Sum("session", secret.NewToken().Reveal()).Bytes(), Version: 1,
			CheckedAt: tx.Now, PasswordAt: &tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now,
		}
		rows.session.Begin(tx.Now, end, set.IdleMinutes)
		if err := c.stillCurrent(tx, s); err != nil {
			return err
		}
		if shown.passed() {
			if err := c.passSecond(ctx, tx, s, shown); err != nil {
				return err
			}
			rows.session.SecondAt = &tx.Now
		}
		if err := tx.InsertSession(rows.session); err != nil {
			return err
		}
		refresh := &models.RefreshToken{
			ID: rows.refreshTokenID, FamilyID: rows.refreshTokenID, SessionID: rows.session.ID,
			ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
			Digest: refreshDigest(rows.refreshToken).Bytes(), CreatedAt: tx.Now, ExpiresAt: end,
		}
		if err := tx.InsertRefreshToken(refresh); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, models.ActionLogin, s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	c.wakeFor(shown)
	return loggedInOf(rows), nil
}

// passSecond spends the second step of a login and ends the challenges that asked for it.
func (c *Core) passSecond(ctx context.Context, tx *store.Tx, s *subject, shown second) error {
	if err := c.spendSecond(ctx, tx, s, shown); err != nil {
		return err
	}
	_, err := tx.EndChallengesOf(s.user.ID)
	return err
}

// wakeFor has the notice of a used recovery code sent.
func (c *Core) wakeFor(shown second) {
	if shown.recovery != "" {
		c.wake()
	}
}

// stillCurrent refuses a login whose password was changed, or whose user was locked,
// while it was being verified: a session must not outlive the change that ends all.
func (c *Core) stillCurrent(tx *store.Tx, s *subject) error {
	current, err := tx.OpenSession(s.user.ID, s.credential.Version)
	if err != nil {
		return err
	}
	u, err := tx.FindUser(s.user.ID)
	if err != nil {
		return err
	}
	if !current || !u.Active() {
		return ErrLoginFailed
	}
	return nil
}

func refreshDigest(token secret.Text) secret.Digest { return secret.Sum("refresh", token.Reveal()) }

// demandChange opens a reset for somebody who proved a password that may only be used
// to change it. A temporary password is spent by this.
func (c *Core) demandChange(ctx context.Context, s *subject, shown second, form models.Proof) (Login, error) {
	if form == "" {
		form = models.ProofKey
	}
	text := newSecret(form)
	err := c.commit(ctx, func(tx *store.Tx) error {
		if err := c.stillCurrent(tx, s); err != nil { // a former password opens no reset either
			return err
		}
		if shown.passed() {
			if err := c.passSecond(ctx, tx, s, shown); err != nil {
				return err
			}
		}
		if s.credential.Temporary {
			mine, err := tx.UseTemporary(s.user.ID, s.credential.Version)
			if err != nil {
				return err
			}
			if !mine {
				return ErrLoginFailed
			}
		}
		out, err := c.issue(ctx, tx, s.user.ID, plan{
			purpose: models.PurposeReset, medium: models.MediumReturned, form: form, text: text,
		}, nil)
		if err != nil {
			return err
		}
		e := event(ctx, models.ActionLoginChangeRequired, s.tenant, s.user.ID)
		e.TicketID = out.Ticket.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return nil, asLoginFailed(err)
	}
	c.wakeFor(shown)
	return &ChangeRequired{Ticket: text}, nil
}
