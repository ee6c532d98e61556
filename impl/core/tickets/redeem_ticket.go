package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RedeemTicketInput is a proof and the password to set with it.
type RedeemTicketInput struct {
	Proof    core.Proof
	Password secret.Password
	Quiet    bool            // leave out the "password updated" mail
	Revoke   core.Revocation // empty: all
	Factor   secret.Text     // code of the second factor, where the tenant wants it for a reset
}

// RedeemTicket sets a password with a ticket. The ticket dies only in the transaction
// that writes an accepted password: a refused password or a failure leaves it live.
func (uc *UseCases) RedeemTicket(ctx context.Context, in RedeemTicketInput) (*core.UserChange, error) {
	t, s, err := uc.proven(ctx, in.Proof)
	if err != nil {
		return nil, err
	}
	if in.Password.Empty() {
		return nil, core.ErrPasswordMissing
	}
	revoke, err := core.ResolveRevocation(s, in.Revoke)
	if err != nil {
		return nil, err
	}
	shown, err := uc.factorOfReset(ctx, s, in.Factor)
	if err != nil {
		return nil, err
	}
	hash, err := uc.kernel.JudgeAndHash(ctx, s, in.Password, s.Tenant.Settings.Password)
	if err != nil {
		return nil, err
	}
	detail := string(t.Proof)
	if in.Quiet {
		detail += ", user not told" // the opt-out is audited (S14)
	}
	var out *core.UserChange
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		mine, err := tx.ConsumeTicket(t.ID)
		if err != nil {
			return err
		}
		if !mine {
			return core.TicketUnusable(core.TicketUsed)
		}
		if err := uc.kernel.SpendFactor(ctx, tx, s, shown); err != nil {
			return err
		}
		if err := core.RecordShownTicketStep(ctx, tx, models.TicketConsumed, t, ""); err != nil {
			return err
		}
		if t.Purpose == models.PurposeInvite && t.AddressID != "" { // the invitation arrived there
			if _, err := tx.VerifyAddress(t.AddressID); err != nil {
				return err
			}
		}
		out, err = uc.kernel.ReplaceCredential(ctx, tx, s, core.Replacement{
			Hash: hash, Quiet: in.Quiet, Action: t.Purpose.Action(), TicketID: t.ID,
			Detail: detail, Revoke: revoke,
		})
		return err
	})
	if errors.Is(err, core.ErrCredentialChanged) {
		return nil, &core.TicketRefusal{Why: core.TicketUsed, Cause: err} // that change ended this ticket too
	}
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// factorOfReset demands the code of a user's app where the tenant wants it besides the
// ticket (goauthentik/authentik#18639). A mailed code proves no more than the ticket did.
// Without a code nothing is spent.
func (uc *UseCases) factorOfReset(ctx context.Context, s *core.Subject, code secret.Text) (core.FactorProof, error) {
	if !s.Tenant.Settings.ResetNeedsFactor {
		return core.FactorProof{}, nil
	}
	app, err := uc.kernel.ConfirmedApp(ctx, s.User.ID)
	if err != nil || app == nil {
		return core.FactorProof{}, err
	}
	if code.Empty() {
		return core.FactorProof{}, core.ErrFactorRequired
	}
	return uc.kernel.VerifyFactor(ctx, s, app, code, models.ActionTicketFactor)
}

// proven is the live ticket of a proof and the subject it binds to.
func (uc *UseCases) proven(ctx context.Context, p core.Proof) (*store.ShownTicket, *core.Subject, error) {
	t, err := uc.prove(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	s, err := core.LoadSubject(uc.store.Read(ctx), t.UserID)
	if errors.Is(err, core.ErrUserNotFound) {
		return nil, nil, core.TicketUnusable(core.TicketUnknown)
	}
	return t, s, err
}

// prove finds the live ticket of a proof, of a user who may choose a password here. A
// guessable code is counted first, in a statement of its own, so that neither a
// failure nor a parallel guess gets a try for nothing.
func (uc *UseCases) prove(ctx context.Context, p core.Proof) (*store.ShownTicket, error) {
	t, err := find(uc.store.Read(ctx), p)
	if err == nil {
		err = uc.usable(ctx, t, p)
	}
	if errors.Is(err, core.ErrTicketUnusable) && p.Form == models.ProofUserCode {
		return nil, uc.wrongUserCode(ctx, p)
	}
	if err != nil {
		return nil, err
	}
	if t.Proof == models.ProofOTP {
		if err := uc.guessCode(ctx, t, p.Code); err != nil {
			return nil, err
		}
	}
	if t.DisabledAt != nil || t.LockedAt != nil || t.Directory {
		return nil, core.TicketUnusable(core.TicketInactive)
	}
	return t, nil
}

// usable checks life, purpose and reach. An anonymous caller reaches what his key
// opens: the key is bound to one user, purpose and form already.
func (uc *UseCases) usable(ctx context.Context, t *store.ShownTicket, p core.Proof) error {
	who := caller.From(ctx)
	if who.Kind != caller.Anonymous && !who.InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return uc.denyForeign(ctx, t)
	}
	// The hosted page for first passwords takes invitations too; the one for resets does not.
	invited := p.Form == "" && p.Purpose == models.PurposeSet && t.Purpose == models.PurposeInvite
	if p.Purpose != "" && t.Purpose != p.Purpose && !invited {
		return core.TicketUnusable(core.TicketUnknown)
	}
	switch now := uc.clock.Now(); {
	case t.ConsumedAt != nil:
		return core.TicketUnusable(core.TicketUsed)
	case t.EndedBecause != "":
		return core.TicketUnusable(core.TicketReasonOf(t.EndedBecause))
	case !now.Before(t.ExpiresAt):
		return core.TicketUnusable(core.TicketExpired)
	case t.MaxTries > 0 && t.FailedTries >= t.MaxTries:
		return core.TicketUnusable(core.TicketExhausted)
	}
	return nil
}

// guessCode compares a short code. A try at the account and one at the ticket are taken
// before the comparison, and settled whether or not its caller still listens.
func (uc *UseCases) guessCode(ctx context.Context, t *store.ShownTicket, code secret.Text) error {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	try, _, _, err := uc.kernel.BeginTry(ctx, core.CodeTryCounter(tenant, t.UserID))
	if err != nil || try == nil {
		return orExhausted(err)
	}
	ctx, cancel := core.SettlementContext(ctx)
	defer cancel()
	tx := uc.store.Write(ctx)
	if ok, err := tx.CountTry(t.ID); err != nil || !ok {
		return errors.Join(orExhausted(err), uc.kernel.CancelTry(ctx, try))
	}
	if !uc.keyring.MatchMAC(t.CodeMAC, "otp", t.ID, code.Reveal()) {
		return uc.wrongCode(ctx, try, tenant, t)
	}
	if err := uc.kernel.AcceptTry(ctx, try); err != nil {
		return err
	}
	if live, err := tx.ReturnTry(t.ID); err != nil || !live {
		return orExhausted(err)
	}
	return nil
}

// wrongCode notes a wrong guess; the last one ends the ticket.
func (uc *UseCases) wrongCode(ctx context.Context, try *core.OpenTry, tenant *models.Tenant, t *store.ShownTicket) error {
	e := core.NewEvent(ctx, models.ActionTicketGuess, tenant, t.UserID)
	e.TicketID = t.ID
	err := uc.kernel.RejectTry(ctx, try, e, func(ctx context.Context, tx *store.Tx) error {
		over, err := tx.EndExhausted(t.ID)
		if err != nil || !over {
			return err
		}
		return core.RecordTicketStep(ctx, tx, models.TicketRevoked, tenant, t.UserID, t.ID, string(models.EndedExhausted))
	})
	if err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketWrong)
}

// orExhausted keeps a failure of the store from being told as a fault of the code.
func orExhausted(err error) error {
	if err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketExhausted)
}

// wrongUserCode tells an authorised caller why a code with a user id does not work. It
// judges by the user's newest ticket, whatever code was shown: "wrong" while one is
// live, "expired" if it ran out, else "unknown". The code has too many bits to be
// guessed, so nothing is counted.
func (uc *UseCases) wrongUserCode(ctx context.Context, p core.Proof) error {
	if _, err := uc.kernel.ReadUser(ctx, p.UserID); err != nil {
		return err
	}
	t, err := uc.store.Read(ctx).NewestTicket(p.UserID, models.ProofUserCode, p.Purpose)
	if errors.Is(err, store.ErrNotFound) {
		return core.TicketUnusable(core.TicketUnknown)
	}
	if err != nil {
		return err
	}
	switch {
	case t.Live(uc.clock.Now()):
		return core.TicketUnusable(core.TicketWrong)
	case t.State(uc.clock.Now()) == models.TicketExpired:
		return core.TicketUnusable(core.TicketExpired)
	}
	return core.TicketUnusable(core.TicketUnknown)
}

// denyForeign notes that the secret of one application was shown by a caller of
// another: it leaked, or somebody tries what he finds.
func (uc *UseCases) denyForeign(ctx context.Context, t *store.ShownTicket) error {
	e := core.NewEvent(ctx, models.ActionTicketForeign, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID)
	e.Outcome, e.TicketID = models.OutcomeRefused, t.ID
	e.Detail = "shown by a caller of application " + caller.From(ctx).ApplicationID
	if err := uc.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketUnknown)
}
