package outbox

import (
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// markSent marks a message as sent and its ticket as delivered.
func (w *Worker) markSent(tx *store.Tx, m models.Message, answer string) error {
	mine, err := tx.MarkMessageSent(m.ID, answer)
	if err != nil || !mine {
		return err
	}
	return w.advanceTicket(tx, m, models.TicketDelivered, tx.MarkDelivered, answer)
}

// markFailed marks a message as failed and its ticket as undelivered.
func (w *Worker) markFailed(tx *store.Tx, c *store.Claim, answer string) error {
	mine, err := tx.MarkMessageFailed(c, answer)
	if err != nil || !mine {
		return err
	}
	return w.advanceTicket(tx, c.Message, models.TicketFailed, tx.MarkUndelivered, answer)
}

// advanceTicket changes the state of the message's ticket, if there is one that has not ended, and records that
// in the audit trail.
func (w *Worker) advanceTicket(tx *store.Tx, m models.Message, state models.TicketState, move func(id string) (bool, error), detail string) error {
	if m.TicketID == "" {
		return nil
	}
	moved, err := move(m.TicketID)
	if err != nil || !moved {
		return err
	}
	t, err := tx.FindTicketByID(m.TicketID)
	if err != nil {
		return err
	}
	tx.AfterCommit(func() { w.d.CountTicket(state, t.Purpose, t.Medium) })
	return tx.AppendEvent(&models.Event{
		ApplicationID: m.ApplicationID, TenantID: m.TenantID, UserID: m.UserID, TicketID: m.TicketID,
		ActorKind: models.ActorSystem, Action: state.Action(), Outcome: models.OutcomeDone, Detail: detail,
	})
}
