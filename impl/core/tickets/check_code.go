package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// checkCode compares a short code. A try of the account and a try of the ticket are counted before
// the comparison, and settled even if the client has disconnected.
func (uc *UseCases) checkCode(ctx context.Context, t *store.ShownTicket, code secret.Text) error {
	tenant, err := uc.store.Read(ctx).FindTenant(t.TenantID)
	if err != nil {
		return err
	}
	try, _, _, err := uc.kernel.BeginTry(ctx, core.CodeTryCounter(tenant, t.UserID))
	if err != nil || try == nil {
		return failureOrExhausted(err)
	}
	ctx, cancel := core.SettlementContext(ctx)
	defer cancel()
	tx := uc.store.Write(ctx)
	if ok, err := tx.CountTry(t.ID); err != nil || !ok {
		return errors.Join(failureOrExhausted(err), uc.kernel.CancelTry(ctx, try))
	}
	if !uc.keyring.MatchMAC(t.CodeMAC, "otp", t.ID, code.Reveal()) {
		return uc.rejectCode(ctx, try, tenant, t)
	}
	if err := uc.kernel.AcceptTry(ctx, try); err != nil {
		return err
	}
	if live, err := tx.ReturnTry(t.ID); err != nil || !live {
		return failureOrExhausted(err)
	}
	return nil
}

// rejectCode records a wrong code. The last try ends the ticket.
func (uc *UseCases) rejectCode(ctx context.Context, try *core.OpenTry, tenant *models.Tenant, t *store.ShownTicket) error {
	e := core.NewEvent(ctx, models.ActionTicketGuess, tenant, t.UserID)
	e.TicketID = t.ID
	err := uc.kernel.RejectTry(ctx, try, e, func(ctx context.Context, tx *store.Tx) error {
		ended, err := tx.EndExhausted(t.ID)
		if err != nil || !ended {
			return err
		}
		return core.RecordTicketStep(ctx, tx, models.TicketRevoked, tenant, t.UserID, t.ID, string(models.EndedExhausted))
	})
	if err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketWrong)
}

// failureOrExhausted returns a failure of the store as it is, and otherwise that the tries are
// exhausted: a failure must not look like a wrong code.
func failureOrExhausted(err error) error {
	if err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketExhausted)
}
