package lifecycle

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// TellOfBudget writes down that the caller spent a budget, and whose it is, so that an
// operator finds out who it is. Metrics must not name them: there are any number.
func (c *Core) TellOfBudget(ctx context.Context, holder string, budget Budget) error {
	who := caller.From(ctx)
	e := event(ctx, models.ActionBudgetSpent, &models.Tenant{ID: who.TenantID, ApplicationID: who.ApplicationID}, "")
	if who.Kind == caller.User {
		e.UserID = who.ID
	}
	e.Outcome, e.Detail = models.OutcomeRefused, holder+": "+string(budget)
	return c.commit(ctx, func(tx *store.Tx) error { return tx.AppendEvent(e) })
}
