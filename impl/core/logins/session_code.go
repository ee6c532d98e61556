package logins

import (
	"cmp"
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// SessionCode orders a one-time code for a session. It goes to the user's own verified address, or
// is returned to the caller.
type SessionCode struct {
	Channel  core.Channel
	Returned bool
	Template string // the caller's link template for a mail; empty: the code alone
}

// sessionCode is a code on its way to its session.
type sessionCode struct {
	SessionCode
	text secret.Text
}

// verifiedCode is a right code that is not spent yet.
type verifiedCode struct {
	channel   core.Channel
	challenge string
}

// codeKinds are the kinds of address by the channel of a code.
var codeKinds = map[core.Channel]models.AddressKind{core.ChannelEmail: models.AddressEmail, core.ChannelSMS: models.AddressPhone}

// prepareCodes makes the codes that a request orders. What cannot be known before is decided again when
// they are stored.
func (uc *UseCases) prepareCodes(ctx context.Context, s *core.Subject, orders []SessionCode) ([]sessionCode, error) {
	if len(orders) == 0 {
		return nil, nil
	}
	spent, err := core.CodeTriesExhausted(uc.store.Read(ctx), s)
	if err != nil {
		return nil, err
	}
	if spent { // no code would be accepted until the user resets the password by mail
		return nil, uc.kernel.Refuse(ctx, models.ActionSessionChallenge, s.Tenant, s.User.ID, "", core.ErrCodesExhausted)
	}
	codes := make([]sessionCode, 0, len(orders))
	for _, o := range orders {
		if err := uc.admitCode(ctx, s, o); err != nil {
			return nil, err
		}
		codes = append(codes, sessionCode{SessionCode: o, text: secret.NewOTP(s.Tenant.Settings.Tickets.OTPLength)})
	}
	return codes, nil
}

// admitCode refuses a code that the user cannot receive, or the caller may not.
func (uc *UseCases) admitCode(ctx context.Context, s *core.Subject, o SessionCode) error {
	if err := uc.admitTemplate(o, s.Tenant); err != nil {
		return err
	}
	to, err := core.PrimaryAddress(uc.store.Read(ctx), s.User.ID, codeKinds[o.Channel])
	if errors.Is(err, core.ErrNoAddress) {
		return &NoCodeAddress{o.Channel}
	}
	if err != nil {
		return err
	}
	if !o.Returned {
		return uc.spendSessionMail(ctx, s, to)
	}
	if caller.From(ctx).OnlyHimself() {
		return fault.ErrForbidden // the user would prove nothing to anybody
	}
	return s.RefuseLesserCaller(ctx)
}

func (uc *UseCases) admitTemplate(o SessionCode, t *models.Tenant) error {
	if o.Template == "" {
		return nil
	}
	return uc.kernel.CheckSessionTemplate(o.Template, t)
}

// spendSessionMail takes a message from the budget of the user's login codes, and from that of the
// destination: a number that several users have is not flooded either.
func (uc *UseCases) spendSessionMail(ctx context.Context, s *core.Subject, to models.Address) error {
	for _, key := range []secret.Digest{
		secret.Sum("login-code-mails", s.User.ID),
		secret.Sum("login-code-destination", s.Tenant.ID, string(to.Kind), string(to.ValueKey)),
	} {
		within, err := uc.store.Write(ctx).SpendBudget(key, maxCodeMails, core.MailWindow)
		if err != nil {
			return err
		}
		if !within {
			uc.countRefusal(core.BudgetLoginCodes)
			e := core.NewEvent(ctx, models.ActionSessionChallenge, s.Tenant, s.User.ID)
			e.Outcome, e.Detail = models.OutcomeRefused, string(core.BudgetLoginCodes)
			return cmp.Or(uc.store.Write(ctx).AppendEvent(e), error(core.ErrMailBudget))
		}
	}
	return nil
}

// storeCodes replaces the session's codes by new ones, and mails those that are not returned. The
// address is read in the transaction, which waits for a concurrent change of the addresses.
func (uc *UseCases) storeCodes(ctx context.Context, tx *store.Tx, s *core.Subject, sessionID string, codes []sessionCode) error {
	set := s.Tenant.Settings.Tickets
	for _, c := range codes {
		row := &models.Challenge{
			ID: secret.NewID(), UserID: s.User.ID, TenantID: s.Tenant.ID, SessionID: sessionID, Channel: c.Channel,
			Version: s.Credential.Version, MaxTries: set.OTPTries, Lookup: secret.Sum("session-code", secret.NewID()).Bytes(),
			CreatedAt: tx.Now, ExpiresAt: tx.Now.Add(time.Duration(set.OTPMinutes) * time.Minute),
		}
		row.CodeMAC = uc.sessionCodeMAC(row, c.text).Bytes()
		if _, err := tx.EndSessionChallenge(s.User.ID, sessionID, c.Channel); err != nil {
			return err
		}
		if err := tx.InsertChallenge(row); err != nil {
			return err
		}
		detail := string(c.Channel) + " returned"
		if !c.Returned {
			detail = string(c.Channel)
			if err := uc.mailSessionCode(tx, s, c, row); err != nil {
				return err
			}
		}
		e := core.NewEvent(ctx, models.ActionSessionChallenge, s.Tenant, s.User.ID)
		e.Detail = detail
		if err := tx.AppendEvent(e); err != nil {
			return err
		}
	}
	return nil
}

func (uc *UseCases) mailSessionCode(tx *store.Tx, s *core.Subject, c sessionCode, row *models.Challenge) error {
	to, err := core.PrimaryAddress(tx.Reader, s.User.ID, codeKinds[c.Channel])
	if errors.Is(err, core.ErrNoAddress) {
		return &NoCodeAddress{c.Channel}
	}
	if err != nil {
		return err
	}
	data := map[string]string{"Code": c.text.Reveal(), "ExpiresAt": core.FormatTime(row.ExpiresAt)}
	if c.Template != "" {
		t, err := tx.FindTenant(s.Tenant.ID) // its allow-list as it is now
		if err != nil {
			return err
		}
		if err := uc.admitTemplate(c.SessionCode, t); err != nil {
			return err
		}
		data["Link"] = core.SessionLink(c.Template, c.text, s, row.SessionID).Reveal()
	}
	return uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateSessionCode, Until: &row.ExpiresAt, Data: data})
}

// verifyCode compares a code with the newest one of a session for a channel. The try is counted on the
// user and on the code before the comparison. A nil session has no code yet.
func (uc *UseCases) verifyCode(ctx context.Context, s *core.Subject, session *models.Session, channel core.Channel, code secret.Text) (verifiedCode, error) {
	row, err := uc.outstandingCode(ctx, s, session, channel)
	if err != nil {
		return verifiedCode{}, err
	}
	try, _, _, err := uc.kernel.BeginTry(ctx, core.CodeTryCounter(s.Tenant, s.User.ID))
	if err != nil {
		return verifiedCode{}, err
	}
	if try == nil {
		return verifiedCode{}, uc.refuseCode(ctx, s, core.ErrSessionCode)
	}
	ctx, cancel := core.SettlementContext(ctx)
	defer cancel()
	counted, err := uc.store.Write(ctx).CountChallengeTry(row.ID)
	switch {
	case err != nil:
		return verifiedCode{}, errors.Join(err, uc.kernel.CancelTry(ctx, try))
	case !counted: // another request used the last try, or the code
		return verifiedCode{}, errors.Join(&NoSessionCode{channel}, uc.kernel.CancelTry(ctx, try))
	case uc.matchSessionCode(row, code):
		return verifiedCode{channel, row.ID}, uc.kernel.AcceptTry(ctx, try)
	}
	if err := uc.kernel.RejectTry(ctx, try, core.NewEvent(ctx, models.ActionSessionCheck, s.Tenant, s.User.ID)); err != nil {
		return verifiedCode{}, err
	}
	return verifiedCode{}, core.ErrSessionCode
}

// outstandingCode is the code that a session waits for.
func (uc *UseCases) outstandingCode(ctx context.Context, s *core.Subject, session *models.Session, channel core.Channel) (*models.Challenge, error) {
	none := &NoSessionCode{channel}
	if session == nil {
		return nil, uc.refuseCode(ctx, s, none)
	}
	row, err := uc.store.Read(ctx).NewestSessionChallenge(s.User.ID, session.ID, channel)
	switch now := uc.clock.Now(); {
	case errors.Is(err, store.ErrNotFound):
		return nil, uc.refuseCode(ctx, s, none)
	case err != nil:
		return nil, err
	case row.Live(now) && row.Version == s.Credential.Version:
		return row, nil
	case row.ConsumedAt == nil && !now.Before(row.ExpiresAt):
		return nil, uc.refuseCode(ctx, s, core.ErrSessionCodeExpired)
	}
	return nil, uc.refuseCode(ctx, s, none)
}

func (uc *UseCases) refuseCode(ctx context.Context, s *core.Subject, why error) error {
	return uc.kernel.Refuse(ctx, models.ActionSessionCheck, s.Tenant, s.User.ID, "", why)
}

// spendCodes consumes the right codes and records them in the session. A code counts as the second
// factor unless the user has an app: somebody who reads the mailbox can reset the password too, so a mailed
// code beside an app would be the weaker of two ways in. Of concurrent requests with the same code,
// exactly one succeeds.
func (uc *UseCases) spendCodes(tx *store.Tx, s *core.Subject, row *models.Session, codes []verifiedCode) error {
	if len(codes) == 0 {
		return nil
	}
	app, err := tx.FindTOTP(s.User.ID) // in the transaction: an app that is confirmed now makes the code less
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return err
	}
	hasApp := err == nil && app.ConfirmedAt != nil
	for _, c := range codes {
		first, err := tx.ConsumeChallenge(c.challenge)
		if err != nil {
			return err
		}
		if !first {
			return &NoSessionCode{c.channel}
		}
		by := core.FactorMail
		if c.channel == core.ChannelSMS {
			by, row.SMSCodeAt = core.FactorSMS, &tx.Now
		} else {
			row.MailCodeAt = &tx.Now
		}
		if !hasApp {
			row.SecondFactorAt, row.SecondFactorBy = &tx.Now, by
		}
	}
	return nil
}

// sessionCodeMAC is the stored form of a code. It is bound to the session, the channel and the
// challenge.
func (uc *UseCases) sessionCodeMAC(row *models.Challenge, code secret.Text) secret.Digest {
	return uc.keyring.MAC("session-code", row.SessionID, string(row.Channel), row.ID, code.Reveal())
}

func (uc *UseCases) matchSessionCode(row *models.Challenge, code secret.Text) bool {
	return uc.keyring.MatchMAC(row.CodeMAC, "session-code", row.SessionID, string(row.Channel), row.ID, code.Reveal())
}

// NoSessionCode is ErrNoSessionCode with the channel.
type NoSessionCode struct{ Channel core.Channel }

func (n *NoSessionCode) Error() string { return core.ErrNoSessionCode.Error() }

// Unwrap returns the fault.
func (n *NoSessionCode) Unwrap() error { return core.ErrNoSessionCode }

// NoCodeAddress is ErrNoAddress with the channel of the code.
type NoCodeAddress struct{ Channel core.Channel }

func (n *NoCodeAddress) Error() string { return core.ErrNoAddress.Error() }

// Unwrap returns the fault.
func (n *NoCodeAddress) Unwrap() error { return core.ErrNoAddress }
