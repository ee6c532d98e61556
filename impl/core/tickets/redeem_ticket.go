package tickets

import (
	"context"
	"errors"

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
	Factor   secret.Text     // code of the second factor, if the tenant demands one for a reset
	With     *core.UserStep  // another change of the user, in the same transaction
}

// RedeemTicket sets a password with a ticket. The ticket is consumed only in the transaction that
// stores an accepted password, so a refused password or a failure leaves it live.
func (uc *UseCases) RedeemTicket(ctx context.Context, in RedeemTicketInput) (*core.UserChange, error) {
	t, s, err := uc.proveTicketAndUser(ctx, in.Proof)
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
	factor, err := uc.verifyResetFactor(ctx, s, in.Factor)
	if err != nil {
		return nil, err
	}
	s = in.With.After(s)
	hash, err := uc.kernel.JudgeAndHash(ctx, s, in.Password)
	if err != nil {
		return nil, err
	}
	detail := string(t.Proof)
	if in.Quiet {
		detail += ", user not told" // the opt-out is audited (S14)
	}
	var out *core.UserChange
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		if err := uc.consume(ctx, tx, s, t, factor); err != nil {
			return err
		}
		if t.Purpose == models.PurposeInvite && t.AddressID != "" { // the invitation arrived at this address
			if _, err := core.MarkVerified(ctx, tx, s.Tenant, s.User.ID, t.AddressID); err != nil {
				return err
			}
		}
		if err := in.With.Run(tx, s); err != nil {
			return err
		}
		out, err = uc.kernel.ReplaceCredential(ctx, tx, s, core.Replacement{
			Hash: hash, Quiet: in.Quiet, Action: t.Purpose.Action(), TicketID: t.ID,
			Detail: detail, Revoke: revoke,
		})
		return err
	})
	if errors.Is(err, core.ErrCredentialChanged) {
		return nil, &core.TicketRefusal{Why: core.TicketUsed, Cause: err} // the other change ended this ticket too
	}
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// consume consumes the ticket and the second factor that was passed for it.
func (uc *UseCases) consume(ctx context.Context, tx *store.Tx, s *core.Subject, t *store.ShownTicket, factor core.FactorProof) error {
	consumed, err := tx.ConsumeTicket(t.ID)
	if err != nil {
		return err
	}
	if !consumed {
		return core.TicketUnusable(core.TicketUsed)
	}
	if err := uc.kernel.SpendFactor(ctx, tx, s, factor); err != nil {
		return err
	}
	return uc.kernel.RecordTicketUse(ctx, tx, t)
}

// verifyResetFactor verifies a code of the user's authenticator app, if the tenant demands it in
// addition to the ticket (goauthentik/authentik#18639). A mailed code would prove no more than the
// ticket does. A request without a code costs no attempt.
func (uc *UseCases) verifyResetFactor(ctx context.Context, s *core.Subject, code secret.Text) (core.FactorProof, error) {
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
