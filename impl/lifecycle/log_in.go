package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// LogIn is a person with name and password, and perhaps the code of a second step.
type LogIn struct {
	Username string
	Password secret.Password
	Code     secret.Text // of the second step
}

// LoggedIn is a new session with the tokens that stand for it.
type LoggedIn struct {
	User           *models.User
	Tenant         *models.Tenant
	Session        *models.Session
	RefreshToken   secret.Text
	RefreshTokenID string
}

// LogIn begins a session. A user with a second factor is first given a challenge and
// a mailed code (ErrSecondFactor); a password that must be changed opens no session
// but a reset (ErrChangeRequired).
func (c *Core) LogIn(ctx context.Context, in LogIn) (*LoggedIn, error) {
	t, err := c.tenant(ctx)
	if err != nil {
		return nil, err
	}
	s, err := c.loginSubject(ctx, t, in.Username)
	if err != nil {
		return nil, err
	}
	typed, _ := Canonical(in.Username)
	a := attempt{subject: s, tenant: t, typed: typed, password: in.Password, action: "login"}
	if err := c.checkPassword(ctx, a); err != nil {
		return nil, err
	}
	challenge := "" // the one whose code was shown; spent together with what it opens
	if s.user.MFA {
		if in.Code.Empty() {
			return nil, c.challenge(ctx, s)
		}
		if challenge, err = c.answerChallenge(ctx, s, in.Code); err != nil {
			return nil, err
		}
	}
	if s.credential.ChangeRequired(c.Clock.Now()) {
		return nil, c.demandChange(ctx, s, challenge)
	}
	return c.begin(ctx, s, challenge)
}

// loginSubject finds who logs in: by user name, else by verified address; nil if nobody
// has that name. Whoever it is, the same rows are asked for: an unknown name must not
// be answered sooner (CVE-2024-39329).
func (c *Core) loginSubject(ctx context.Context, t *models.Tenant, name string) (*subject, error) {
	canonical, _ := Canonical(name) // of what can name nobody it is empty, which is nobody's
	tx, id := c.Store.Read(ctx), ""
	u, err := tx.FindUserByUsername(t.ID, UsernameKey(canonical).Bytes())
	if err == nil {
		id = u.ID
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	a, err := tx.FindAddress(t.ID, models.AddressEmail, AddressKey(models.AddressEmail, canonical).Bytes())
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
	tx := c.Store.Read(ctx)
	u, err := tx.FindUser(id)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	credential, none := tx.FindCredential(id)
	if none != nil && !errors.Is(none, store.ErrNotFound) {
		return nil, none
	}
	if err != nil || none != nil {
		return nil, nil
	}
	return &subject{user: u, tenant: t, credential: credential}, nil
}

// begin writes session, refresh token and event.
func (c *Core) begin(ctx context.Context, s *subject, challenge string) (*LoggedIn, error) {
	out := &LoggedIn{User: s.user, Tenant: s.tenant, RefreshToken: secret.NewToken(), RefreshTokenID: secret.NewID()}
	set := s.tenant.Settings.Sessions
	err := c.Store.InTx(ctx, func(tx *store.Tx) error {
		end := tx.Now.AddDate(0, 0, set.RefreshDays)
		out.Session = &models.Session{
			ID: secret.NewID(), ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
			TokenDigest: secret.Sum("session", secret.NewToken().Reveal()).Bytes(), Sequence: 1,
			CheckedAt: tx.Now, PasswordAt: &tx.Now, CreatedAt: tx.Now, UpdatedAt: tx.Now, ExpiresAt: end,
		}
		if err := c.stillCurrent(tx, s); err != nil {
			return err
		}
		if challenge != "" {
			if err := spendChallenge(tx, challenge); err != nil {
				return err
			}
			out.Session.SecondAt = &tx.Now
		}
		if err := tx.InsertSession(out.Session); err != nil {
			return err
		}
		refresh := &models.RefreshToken{
			ID: out.RefreshTokenID, FamilyID: out.RefreshTokenID, SessionID: out.Session.ID,
			ApplicationID: s.tenant.ApplicationID, TenantID: s.tenant.ID, UserID: s.user.ID,
			Digest: refreshDigest(out.RefreshToken).Bytes(), CreatedAt: tx.Now, ExpiresAt: end,
		}
		if err := tx.InsertRefreshToken(refresh); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, "login", s.tenant, s.user.ID))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
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
func (c *Core) demandChange(ctx context.Context, s *subject, challenge string) error {
	text := secret.NewKey()
	err := c.Store.InTx(ctx, func(tx *store.Tx) error {
		if challenge != "" {
			if err := spendChallenge(tx, challenge); err != nil {
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
		out, err := c.issue(ctx, tx, s, plan{
			purpose: models.PurposeReset, medium: models.MediumReturned, form: models.ProofKey, text: text,
		})
		if err != nil {
			return err
		}
		e := event(ctx, "login.change_required", s.tenant, s.user.ID)
		e.TicketID = out.Ticket.ID
		return tx.AppendEvent(e)
	})
	if err != nil {
		return err
	}
	return ErrChangeRequired.Telling("key", text.Reveal())
}

const (
	challengeLife  = 10 * time.Minute
	challengeTries = 5
	maxResends     = 3
	maxLoginCodes  = 10 // challenges of a user an hour, each with its mail
)

// challenge mails a code and names the challenge. Whoever knows the password must not
// flood the mailbox (S48).
func (c *Core) challenge(ctx context.Context, s *subject) error {
	ok, err := c.Store.Write(ctx).Spend(secret.Sum("login-code-mails", s.user.ID), maxLoginCodes, mailWindow)
	if err != nil {
		return err
	}
	if !ok {
		return c.deny(ctx, "login.challenge", s.tenant, s.user.ID, "", ErrLoginFailed)
	}
	sid := secret.NewKey()
	code := secret.NewOTP(s.tenant.Settings.Tickets.OTPLength)
	row := &models.Challenge{ID: secret.NewID(), UserID: s.user.ID, TenantID: s.tenant.ID,
		Version: s.credential.Version, MaxTries: challengeTries, Lookup: secret.Sum("challenge", sid.Reveal()).Bytes()}
	row.CodeMAC = c.Keyring.MAC("challenge", row.ID, code.Reveal()).Bytes()
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
		row.CreatedAt, row.ExpiresAt = tx.Now, tx.Now.Add(challengeLife)
		if _, err := tx.EndChallengesOf(s.user.ID); err != nil {
			return err
		}
		if err := tx.InsertChallenge(row); err != nil {
			return err
		}
		if err := c.mailLoginCode(tx, s, code, row.ExpiresAt); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, "login.challenge", s.tenant, s.user.ID))
	})
	if errors.Is(err, ErrNoAddress) {
		return ErrLoginFailed.Because(err) // a second factor without a way to reach it admits nobody
	}
	if err != nil {
		return err
	}
	c.Wake()
	return ErrSecondFactor.Telling("challenge", sid.Reveal()).
		Telling("expiresAt", row.ExpiresAt.Format(time.RFC3339))
}

func (c *Core) mailLoginCode(tx *store.Tx, s *subject, code secret.Text, expires time.Time) error {
	to, err := primary(tx, s.user.ID, models.AddressEmail)
	if err != nil {
		return err
	}
	return c.enqueue(tx, s, mail{to: to, template: models.TemplateLoginCode, data: map[string]string{
		"Code": code.Reveal(), "ExpiresAt": until(expires),
	}})
}

// answerChallenge checks the code of the user's pending challenge and names the
// challenge. It is spent later, in the transaction of what it opens: a failure in
// between must not cost the user his code.
func (c *Core) answerChallenge(ctx context.Context, s *subject, code secret.Text) (string, error) {
	tx := c.Store.Write(ctx)
	row, err := c.Store.Read(ctx).NewestChallenge(s.user.ID)
	if errors.Is(err, store.ErrNotFound) || err == nil && (!row.Live(tx.Now) || row.Version != s.credential.Version) {
		return "", c.deny(ctx, "login.code", s.tenant, s.user.ID, "", ErrLoginFailed)
	}
	if err != nil {
		return "", err
	}
	for _, take := range []func() (bool, error){
		func() (bool, error) { return tx.CountChallengeTry(row.ID) },
		func() (bool, error) {
			return tx.Spend(codeFailures(s.user.ID), s.tenant.Settings.Tickets.AccountTries, accountWindow)
		},
	} {
		ok, err := take()
		if err != nil {
			return "", err
		}
		if !ok {
			return "", ErrLoginFailed
		}
	}
	if !c.Keyring.MatchMAC(row.CodeMAC, "challenge", row.ID, code.Reveal()) {
		return "", c.deny(ctx, "login.code", s.tenant, s.user.ID, "", ErrLoginFailed)
	}
	return row.ID, tx.Forgive(codeFailures(s.user.ID))
}

// spendChallenge lets exactly one of those who showed the code in.
func spendChallenge(tx *store.Tx, id string) error {
	mine, err := tx.ConsumeChallenge(id)
	if err == nil && !mine {
		return ErrLoginFailed
	}
	return err
}

// ResendChallenge mails a new code for a pending challenge, a few times. Whether the
// challenge exists is not told.
func (c *Core) ResendChallenge(ctx context.Context, sid secret.Text) error {
	row, err := c.Store.Read(ctx).FindChallenge(secret.Sum("challenge", sid.Reveal()))
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	u, err := c.Store.Read(ctx).FindUser(row.UserID)
	if err != nil {
		return err
	}
	s, err := c.about(ctx, u)
	if err != nil {
		return err
	}
	code := secret.NewOTP(s.tenant.Settings.Tickets.OTPLength)
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
		expires := tx.Now.Add(challengeLife)
		mine, err := tx.RenewChallenge(row.ID, c.Keyring.MAC("challenge", row.ID, code.Reveal()), maxResends, expires)
		if err != nil || !mine {
			return err
		}
		if err := c.mailLoginCode(tx, s, code, expires); err != nil {
			return err
		}
		return tx.AppendEvent(event(ctx, "login.resend", s.tenant, s.user.ID))
	})
	if err == nil {
		c.Wake()
	}
	return err
}
