package outbox

import (
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// sent closes a message, and its ticket goes on with it.
func sent(tx *store.Tx, m models.Message, answer string) error {
	mine, err := tx.MarkMessageSent(m.ID, answer)
	if err != nil || !mine {
		return err
	}
	return step(tx, m, models.ActionTicketDelivered, tx.MarkDelivered, answer)
}

// failed gives a message up, and its ticket's way ends with it.
func failed(tx *store.Tx, c *store.Claim, answer string) error {
	mine, err := tx.MarkMessageFailed(c, answer)
	if err != nil || !mine {
		return err
	}
	return step(tx, c.Message, models.ActionTicketFailed, tx.MarkUndelivered, answer)
}

// step moves the message's ticket on, if it has one that is not over, and says so in the
// audit trail.
func step(tx *store.Tx, m models.Message, action models.Action, move func(id string) (bool, error), detail string) error {
	if m.TicketID == "" {
		return nil
	}
	moved, err := move(m.TicketID)
	if err != nil || !moved {
		return err
	}
	return tx.AppendEvent(&models.Event{
		ApplicationID: m.ApplicationID, TenantID: m.TenantID, UserID: m.UserID, TicketID: m.TicketID,
		ActorKind: models.ActorSystem, Action: action, Outcome: models.OutcomeDone, Detail: detail,
	})
}
