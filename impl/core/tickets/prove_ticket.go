package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// proveTicketAndUser finds the live ticket of a proof that sets a password or accepts an invitation, and
// the user to whom it was issued.
func (uc *UseCases) proveTicketAndUser(ctx context.Context, p core.Proof) (*store.ShownTicket, *core.Subject, error) {
	t, err := uc.proveTicket(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	if t.Purpose == models.PurposeVerify { // whatever purpose the proof names
		return nil, nil, core.TicketUnusable(core.TicketUnknown)
	}
	s, err := core.LoadSubject(uc.store.Read(ctx), t.UserID)
	if errors.Is(err, core.ErrUserNotFound) {
		return nil, nil, core.TicketUnusable(core.TicketUnknown)
	}
	return t, s, err
}

// proveTicket finds the live ticket of a proof, if its user may choose a password here. A try of
// a short code is counted before the code is compared, in a statement of its own, so that neither
// a failure nor a concurrent request gets a try that is not counted.
func (uc *UseCases) proveTicket(ctx context.Context, p core.Proof) (*store.ShownTicket, error) {
	t, err := findTicketOf(uc.store.Read(ctx), p)
	if err == nil {
		err = uc.checkUsable(ctx, t, p)
	}
	if errors.Is(err, core.ErrTicketUnusable) && p.Form == models.ProofUserCode {
		t, err = uc.proveShortCode(ctx, p)
	}
	if err != nil {
		return nil, err
	}
	if t.Proof == models.ProofOTP {
		if err := uc.checkCode(ctx, t, p.Code); err != nil {
			return nil, err
		}
	}
	if t.DisabledAt != nil || t.LockedAt != nil || t.Directory && t.Purpose != models.PurposeVerify {
		return nil, core.TicketUnusable(core.TicketInactive)
	}
	return t, nil
}

// findTicketOf reads the ticket of a proof, live or not.
func findTicketOf(rd *store.Reader, p core.Proof) (*store.ShownTicket, error) {
	if p.Secret.Empty() {
		return nil, core.TicketUnusable(core.TicketUnknown)
	}
	t, err := rd.FindShownTicket(p.Digests()...)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.TicketUnusable(core.TicketUnknown)
	}
	return t, err
}

// checkUsable checks that a ticket is live, of the right purpose and in the caller's scope. An
// anonymous caller has no scope: the secret that they show belongs to one ticket already.
func (uc *UseCases) checkUsable(ctx context.Context, t *store.ShownTicket, p core.Proof) error {
	from := caller.From(ctx)
	if from.Kind != caller.Anonymous && !from.InScope(t.ApplicationID, t.TenantID, t.UserID) {
		return uc.refuseForeignCaller(ctx, t)
	}
	// The hosted page for first passwords accepts invitations too; the page for resets does not. The same is
	// true of link keys.
	firstPassword := p.Purpose == models.PurposeSet && (p.Form == "" || p.Form == models.ProofKey)
	invitation := firstPassword && t.Purpose == models.PurposeInvite
	if p.Purpose != "" && t.Purpose != p.Purpose && !invitation {
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

// refuseForeignCaller records that a caller showed the secret of a ticket outside their scope: the
// secret leaked, or the caller is trying secrets that they found.
func (uc *UseCases) refuseForeignCaller(ctx context.Context, t *store.ShownTicket) error {
	e := core.NewEvent(ctx, models.ActionTicketForeign, &models.Tenant{ID: t.TenantID, ApplicationID: t.ApplicationID}, t.UserID)
	e.Outcome, e.TicketID = models.OutcomeRefused, t.ID
	e.Detail = "shown by a caller of application " + caller.From(ctx).ApplicationID
	if err := uc.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketUnknown)
}

// explainUserCode returns why a code with a user id was refused. The reason depends only on the
// user's newest ticket: "wrong" while that ticket is live, "expired" if it expired, else "unknown".
// The caller must be authorised. The user has no live short code, so no try is counted.
func (uc *UseCases) explainUserCode(ctx context.Context, p core.Proof) error {
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
