package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ResendMessage sends a failed message again, word for word; one that waits is due at
// once. What was sent is wiped, and what a dead ticket says is not worth sending.
func (uc *UseCases) ResendMessage(ctx context.Context, id string) (*Message, error) {
	m, err := uc.reachedMessage(ctx, id)
	if err != nil {
		return nil, err
	}
	switch m.State {
	case models.MessageSent:
		return nil, core.ErrMessageGone
	case models.MessageQueued:
		_, err = uc.store.Write(ctx).HurryMessage(id)
	default:
		err = uc.requeue(ctx, m)
	}
	if spent := (*core.SpentBudget)(nil); errors.As(err, &spent) {
		uc.refused(spent.Budget)
		err = core.ErrMailBudget
	}
	if err != nil {
		return nil, err
	}
	uc.wake()
	return uc.FindMessage(ctx, id)
}

// requeue puts a failed message back, within the user's budget of mails (S48).
func (uc *UseCases) requeue(ctx context.Context, m *models.Message) error {
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.LockUserRow(tx, m.UserID)
		if errors.Is(err, core.ErrUserNotFound) {
			return core.ErrMessageGone
		}
		if err != nil {
			return err
		}
		t := s.Tenant
		now, err := tx.FindMessage(m.ID)
		if err != nil {
			return err
		}
		to, err := uc.kernel.MessageRecipient(now)
		if err != nil {
			return err
		}
		has, err := tx.AddressesOf(s.User.ID)
		if err != nil {
			return err
		}
		if m.Template != models.TemplateAddressesChanged && !core.MayReceiveMessage(has, to, m) {
			return core.ErrMessageGone
		}
		mine, err := tx.RequeueMessage(m.ID)
		if err != nil {
			return err
		}
		if !mine {
			return core.ErrMessageGone
		}
		kind := core.RecipientKind(m)
		if err := core.SpendMailBudget(tx, s, kind, mailboxKey(has, kind, to)); err != nil {
			return err
		}
		if m.TicketID != "" {
			alive, err := tx.MarkRequeued(m.TicketID)
			if err != nil {
				return err
			}
			if !alive {
				return core.ErrMessageGone
			}
			if err := core.RecordTicketStep(ctx, tx, models.TicketQueued, t, m.UserID, m.TicketID, string(m.Template)); err != nil {
				return err
			}
		}
		e := core.NewEvent(ctx, models.ActionMessageResent, t, m.UserID)
		e.TicketID, e.Detail = m.TicketID, string(m.Template)
		return tx.AppendEvent(e)
	})
}
