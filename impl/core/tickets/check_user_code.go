package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// proveShortCode finds the live ticket of a short user code. The caller must be authorised. Only a code
// of its length is compared: others cost no try.
func (uc *UseCases) proveShortCode(ctx context.Context, p core.Proof) (*store.ShownTicket, error) {
	if len(p.Secret.Reveal()) != secret.ShortCodeLength || p.Purpose == "" {
		return nil, uc.explainUserCode(ctx, p)
	}
	s, err := uc.kernel.ReadUser(ctx, p.UserID)
	if err != nil {
		return nil, err
	}
	live, err := uc.store.Read(ctx).LiveUserCodes(p.UserID, p.Purpose, p.Kind)
	if err != nil {
		return nil, err
	}
	if len(live) == 0 {
		return nil, uc.explainUserCode(ctx, p)
	}
	id, err := uc.checkUserCode(ctx, s, live, p.Secret)
	if err != nil {
		return nil, err
	}
	t, err := uc.store.Read(ctx).FindShownTicketByID(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, core.TicketUnusable(core.TicketUnknown)
	}
	if err != nil {
		return nil, err
	}
	return t, uc.checkUsable(ctx, t, p)
}

// checkUserCode compares a short code with the user's live tickets and returns the id of the right one.
// A try of the account and a try of each ticket are counted before the comparison, and settled even if
// the client has disconnected. The right ticket gets its try back, and so do the others: the user
// entered the code of another address.
func (uc *UseCases) checkUserCode(ctx context.Context, s *core.Subject, live []models.Ticket, code secret.Text) (string, error) {
	try, _, _, err := uc.kernel.BeginTry(ctx, core.CodeTryCounter(s.Tenant, s.User.ID))
	if err != nil || try == nil {
		return "", failureOrExhausted(err)
	}
	ctx, cancel := core.SettlementContext(ctx)
	defer cancel()
	tx := uc.store.Write(ctx)
	var counted []string
	right := ""
	for _, t := range live {
		ok, err := tx.CountTry(t.ID)
		if err != nil {
			return "", errors.Join(err, uc.kernel.CancelTry(ctx, try))
		}
		if !ok {
			continue // another request used the last try, or the ticket ended
		}
		counted = append(counted, t.ID)
		if uc.keyring.MatchMAC(t.CodeMAC, "user-code", t.ID, code.Reveal()) {
			right = t.ID
		}
	}
	switch {
	case len(counted) == 0:
		return "", errors.Join(failureOrExhausted(nil), uc.kernel.CancelTry(ctx, try))
	case right == "":
		return "", uc.rejectUserCode(ctx, try, s, counted)
	}
	if err := uc.kernel.AcceptTry(ctx, try); err != nil {
		return "", err
	}
	for _, id := range counted {
		if live, err := tx.ReturnTry(id); err != nil || !live && id == right {
			return "", failureOrExhausted(err)
		}
	}
	return right, nil
}

// rejectUserCode records a wrong code. The last try at a ticket ends it.
func (uc *UseCases) rejectUserCode(ctx context.Context, try *core.OpenTry, s *core.Subject, counted []string) error {
	e := core.NewEvent(ctx, models.ActionTicketGuess, s.Tenant, s.User.ID)
	e.TicketID = counted[0]
	err := uc.kernel.RejectTry(ctx, try, e, func(ctx context.Context, tx *store.Tx) error {
		for _, id := range counted {
			ended, err := tx.EndExhausted(id)
			if err != nil {
				return err
			}
			if !ended {
				continue
			}
			if err := core.RecordTicketStep(ctx, tx, models.TicketRevoked, s.Tenant, s.User.ID, id, string(models.EndedExhausted)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return core.TicketUnusable(core.TicketWrong)
}
