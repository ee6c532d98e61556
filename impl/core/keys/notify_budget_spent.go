package keys

import (
	"context"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// NotifyBudgetSpent writes down that the caller spent a budget, and whose it is, so that an
// operator finds out who it is. Metrics must not name them: there are any number.
func (uc *UseCases) NotifyBudgetSpent(ctx context.Context, holder string, budget core.Budget) error {
	who := caller.From(ctx)
	e := core.NewEvent(ctx, models.ActionBudgetSpent, &models.Tenant{ID: who.TenantID, ApplicationID: who.ApplicationID}, "")
	if who.Kind == caller.User {
		e.UserID = who.ID
	}
	e.Outcome, e.Detail = models.OutcomeRefused, holder+": "+string(budget)
	return uc.kernel.Commit(ctx, func(tx *store.Tx) error { return tx.AppendEvent(e) })
}
