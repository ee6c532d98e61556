package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RecordBudgetSpent records an event that the caller spent a budget, with the holder of the
// budget, so that an operator can find the caller. Metrics do not name callers, because their
// number has no limit.
func (uc *UseCases) RecordBudgetSpent(ctx context.Context, holder string, budget core.Budget) error {
	actor := caller.From(ctx)
	e := core.NewEvent(ctx, models.ActionBudgetSpent, &models.Tenant{ID: actor.TenantID, ApplicationID: actor.ApplicationID}, "")
	if actor.Kind == caller.User {
		e.UserID = actor.ID
	}
	e.Outcome, e.Detail = models.OutcomeRefused, holder+": "+string(budget)
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error { return tx.AppendEvent(e) })
}
