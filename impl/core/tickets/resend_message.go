package tickets

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ResendMessage queues a failed message again, unchanged, and makes a queued one due now. A sent
// message cannot be sent again, because its content is wiped; nor can the message of a ticket that
// is no longer live.
func (uc *UseCases) ResendMessage(ctx context.Context, id string) (*Message, error) {
	m, err := uc.findMessageInScope(ctx, id)
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

// requeue queues a failed message again, within the user's budget of mails (S48).
func (uc *UseCases) requeue(ctx context.Context, m *models.Message) error {
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error {
		s, err := uc.kernel.LockUserRow(tx, m.UserID)
		if errors.Is(err, core.ErrUserNotFound) {
			return core.ErrMessageGone
		}
		if err != nil {
			return err
		}
		stored, err := tx.FindMessage(m.ID)
		if err != nil {
			return err
		}
		to, err := uc.kernel.MessageRecipient(stored)
		if err != nil {
			return err
		}
		addresses, err := tx.AddressesOf(s.User.ID)
		if err != nil {
			return err
		}
		if m.Template != models.TemplateAddressesChanged && !core.MayReceiveMessage(addresses, to, m) {
			return core.ErrMessageGone
		}
		requeued, err := tx.RequeueMessage(m.ID)
		if err != nil {
			return err
		}
		if !requeued {
			return core.ErrMessageGone
		}
		kind := core.RecipientKind(m)
		if err := core.SpendMailBudget(tx, s, kind, mailboxKey(addresses, kind, to)); err != nil {
			return err
		}
		if m.TicketID != "" {
			live, err := tx.MarkRequeued(m.TicketID)
			if err != nil {
				return err
			}
			if !live {
				return core.ErrMessageGone
			}
			if err := core.RecordTicketStep(ctx, tx, models.TicketQueued, s.Tenant, m.UserID, m.TicketID, string(m.Template)); err != nil {
				return err
			}
		}
		e := core.NewEvent(ctx, models.ActionMessageResent, s.Tenant, m.UserID)
		e.TicketID, e.Detail = m.TicketID, string(m.Template)
		return tx.AppendEvent(e)
	})
}

// mailboxKey is the key by which a mailbox's budget is counted: the stored key of the address, if
// the address is still one of the user's, else the key that it would be stored with.
func mailboxKey(addresses []models.Address, kind models.AddressKind, to string) []byte {
	keys := core.AddressKeys(kind, to)
	if a := core.FindAddressByKey(addresses, keys); a != nil {
		return a.ValueKey
	}
	return keys[len(keys)-1]
}
