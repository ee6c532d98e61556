package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

// NewEvent is the audit line of what the caller does to a subject.
func NewEvent(ctx context.Context, action models.Action, t *models.Tenant, userID string) *models.Event {
	who := caller.From(ctx)
	e := &models.Event{
		UserID: userID, Action: action, Outcome: models.OutcomeDone,
		ActorKind: who.Kind, ActorID: who.ID,
		Surface: who.Surface, RequestID: who.RequestID, Source: who.Source,
	}
	if t != nil {
		e.ApplicationID, e.TenantID = t.ApplicationID, t.ID
	}
	return e
}

// Refuse writes a refusal into the audit trail and gives the refusal back.
func (k *Kernel) Refuse(ctx context.Context, action models.Action, t *models.Tenant, userID, ticketID string, refusal error) error {
	e := NewEvent(ctx, action, t, userID)
	e.Outcome, e.TicketID = models.OutcomeRefused, ticketID
	if err := k.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return refusal
}
