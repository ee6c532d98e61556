package core

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/models"
)

// NewEvent is an event of the audit trail: the caller does the action to the user of the tenant. The
// tenant may be nil and the user empty.
func NewEvent(ctx context.Context, action models.Action, t *models.Tenant, userID string) *models.Event {
	actor := caller.From(ctx)
	e := &models.Event{
		UserID: userID, Action: action, Outcome: models.OutcomeDone,
		ActorKind: actor.Kind, ActorID: actor.ID,
		Surface: actor.Surface, RequestID: actor.RequestID, Source: actor.Source,
	}
	if t != nil {
		e.ApplicationID, e.TenantID = t.ApplicationID, t.ID
	}
	return e
}

// Refuse records a refusal in the audit trail and returns it.
func (k *Kernel) Refuse(ctx context.Context, action models.Action, t *models.Tenant, userID, ticketID string, refusal error) error {
	e := NewEvent(ctx, action, t, userID)
	e.Outcome, e.TicketID = models.OutcomeRefused, ticketID
	if err := k.store.Write(ctx).AppendEvent(e); err != nil {
		return err
	}
	return refusal
}
