package lifecycle

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RedeemTicket is a proof and the password to set with it.
type RedeemTicket struct {
	Proof    Proof
	Password secret.Password
	Quiet    bool        // leave out the "password updated" mail
	Revoke   Revocation  // empty: all
	Factor   secret.Text // code of the second factor, where the tenant wants it for a reset
}

// RedeemTicket sets a password with a ticket. The ticket dies only in the transaction
// that writes an accepted password: a refused password or a failure leaves it live.
func (c *Core) RedeemTicket(ctx context.Context, in RedeemTicket) (*UserChange, error) {
	t, s, err := c.proven(ctx, in.Proof)
	if err != nil {
		return nil, err
	}
	if in.Password.Empty() {
		return nil, ErrPasswordMissing
	}
	revoke, err := revocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	shown, err := c.factorOfReset(ctx, s, in.Factor)
	if err != nil {
		return nil, err
	}
	hash, err := c.prepare(ctx, s, in.Password, s.tenant.Settings.Password)
	if err != nil {
		return nil, err
	}
	detail := string(t.Proof)
	if in.Quiet {
		detail += ", user not told" // the opt-out is audited (S14)
	}
	var out *UserChange
	err = c.commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.ConsumeTicket(t.ID)
		if err != nil {
			return err
		}
		if !mine {
			return unusable(TicketUsed)
		}
		if err := c.spendSecond(ctx, tx, s, shown); err != nil {
			return err
		}
		if err := shownStep(ctx, tx, models.TicketConsumed, t, ""); err != nil {
			return err
		}
		if t.Purpose == models.PurposeInvite && t.AddressID != "" { // the invitation arrived there
			if _, err := tx.VerifyAddress(t.AddressID); err != nil {
				return err
			}
		}
		out, err = c.replace(ctx, tx, s, replacement{
			hash: hash, quiet: in.Quiet, action: t.Purpose.Action(), ticketID: t.ID,
			detail: detail, revoke: revoke,
		})
		return err
	})
	if errors.Is(err, ErrCredentialChanged) {
		return nil, &TicketRefusal{Why: TicketUsed, cause: err} // that change ended this ticket too
	}
	if err != nil {
		return nil, err
	}
	c.wake()
	return out, nil
}

// factorOfReset demands the code of a user's app where the tenant wants it besides the
// ticket (goauthentik/authentik#18639). A mailed code proves no more than the ticket did.
// Without a code nothing is spent.
func (c *Core) factorOfReset(ctx context.Context, s *subject, code secret.Text) (second, error) {
	if !s.tenant.Settings.ResetNeedsFactor {
		return second{}, nil
	}
	app, err := c.app(ctx, s.user.ID)
	if err != nil || app == nil {
		return second{}, err
	}
	if code.Empty() {
		return second{}, ErrFactorRequired
	}
	return c.checkFactor(ctx, s, app, code, models.ActionTicketFactor)
}

// proven is the live ticket of a proof and the subject it binds to.
func (c *Core) proven(ctx context.Context, p Proof) (*store.ShownTicket, *subject, error) {
	t, err := c.prove(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	s, err := read(c.store.Read(ctx), t.UserID)
	if errors.Is(err, ErrUserNotFound) {
		return nil, nil, unusable(TicketUnknown)
	}
	return t, s, err
}

// prove finds the live ticket of a proof, of a user who may choose a password here. A
// guessable code is counted first, in a statement of its own, so that neither a
// failure nor a parallel guess gets a try for nothing.
func (c *Core) prove(ctx context.Context, p Proof) (*store.ShownTicket, error) {
	t, err := find(c.store.Read(ctx), p)
	if err == nil {
		err = c.usable(ctx, t, p)
	}
	if errors.Is(err, ErrTicketUnusable) && p.Form == models.ProofUserCode {
		return nil, c.wrongUserCode(ctx, p)
	}
	if err != nil {
		return nil, err
	}
	if t.Proof == models.ProofOTP {
		if err := c.guess(ctx, t, p.Code); err != nil {
			return nil, err
		}
	}
	if t.DisabledAt != nil || t.LockedAt != nil || t.Directory {
		return nil, unusable(TicketInactive)
	}
	return t, nil
}

// usable checks life, purpose and reach. An anonymous caller reaches what his key
// opens: the key is bound to one user, purpose and form already.
func (c *Core) usable(ctx context.Context, t *store.ShownTicket, p Proof) error {
	who := caller.From(ctx)
	if who.Kind != caller.Anonymous && !who.InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return c.denyForeign(ctx, t)
	}
	// The hosted page for first passwords takes invitations too; the one for resets does not.
	invited := p.Form == "" && p.Purpose == models.PurposeSet && t.Purpose == models.PurposeInvite
	if p.Purpose != "" && t.Purpose != p.Purpose && !invited {
		return unusable(TicketUnknown)
	}
	switch now := c.clock.Now(); {
	case t.ConsumedAt != nil:
		return unusable(TicketUsed)
	case t.EndedBecause != "":
		return unusable(reasonOf(t.EndedBecause))
	case !now.Before(t.ExpiresAt):
		return unusable(TicketExpired)
	case t.MaxTries > 0 && t.FailedTries >= t.MaxTries:
		return unusable(TicketExhausted)
	}
	return nil
}

// guess compares a short code. A try at the account and one at the ticket are taken
// before the comparison, and settled whether or not its caller still listens.
func (c *Core) guess(ctx context.Context, t *store.ShownTicket, code secret.Text) error {
	tenant, err := c.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	try, _, _, err := c.take(ctx, codeTries(tenant, t.UserID))
	if err != nil || try == nil {
		return orExhausted(err)
	}
	ctx, cancel := settling(ctx)
	defer cancel()
	tx := c.store.Write(ctx)
	if ok, err := tx.CountTry(t.ID); err != nil || !ok {
		return errors.Join(orExhausted(err), c.giveBack(ctx, try))
	}
	if !c.keyring.MatchMAC(t.CodeMAC, "otp", t.ID, code.Reveal()) {
		return c.wrongCode(ctx, try, tenant, t)
	}
	if err := c.right(ctx, try); err != nil {
		return err
	}
	if live, err := tx.ReturnTry(t.ID); err != nil || !live {
		return orExhausted(err)
	}
	return nil
}

// wrongCode notes a wrong guess; the last one ends the ticket.
func (c *Core) wrongCode(ctx context.Context, try *openTry, tenant *models.Tenant, t *store.ShownTicket) error {
	e := event(ctx, models.ActionTicketGuess, tenant, t.UserID)
	e.TicketID = t.ID
	err := c.wrong(ctx, try, e, func(ctx context.Context, tx *store.Tx) error {
		over, err := tx.EndExhausted(t.ID)
		if err != nil || !over {
			return err
		}
		return ticketStep(ctx, tx, models.TicketRevoked, tenant, t.UserID, t.ID, string(models.EndedExhausted))
	})
	if err != nil {
		return err
	}
	return unusable(TicketWrong)
}

// orExhausted keeps a failure of the store from being told as a fault of the code.
func orExhausted(err error) error {
	if err != nil {
		return err
	}
	return unusable(TicketExhausted)
}

// wrongUserCode tells an authorised caller why a code with a user id does not work. It
// judges by the user's newest ticket, whatever code was shown: "wrong" while one is
// live, "expired" if it ran out, else "unknown". The code has too many bits to be
// guessed, so nothing is counted.
func (c *Core) wrongUserCode(ctx context.Context, p Proof) error {
	if _, err := c.seen(ctx, p.UserID); err != nil {
		return err
	}
	t, err := c.store.Read(ctx).NewestTicket(p.UserID, models.ProofUserCode, p.Purpose)
	if errors.Is(err, store.ErrNotFound) {
		return unusable(TicketUnknown)
	}
	if err != nil {
		return err
	}
	switch {
	case t.Live(c.clock.Now()):
		return unusable(TicketWrong)
	case t.State(c.clock.Now()) == models.TicketExpired:
		return unusable(TicketExpired)
	}
	return unusable(TicketUnknown)
}

// denyForeign notes that the secret of one application was shown by a caller of
// another: it leaked, or somebody tries what he finds.
func (c *Core) denyForeign(ctx context.Context, t *store.ShownTicket) error {
	e := event(ctx, models.ActionTicketForeign, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID)
	e.Outcome, e.TicketID = models.OutcomeRefused, t.ID
	e.Detail = "shown by a caller of application " + caller.From(ctx).ApplicationID
	if err := c.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return unusable(TicketUnknown)
}

// deny writes a refusal into the audit trail and gives the refusal back.
func (c *Core) deny(ctx context.Context, action models.Action, t *models.Tenant, userID, ticketID string, refusal error) error {
	e := event(ctx, action, t, userID)
	e.Outcome, e.TicketID = models.OutcomeRefused, ticketID
	if err := c.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return refusal
}
