package lifecycle

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Budget is how much of something there is within a time, by the name that metrics and the
// audit trail have for it.
type Budget string

// The budgets of the core, as metrics and the audit trail name them.
const (
	budgetAsked   Budget = "reset_requests"     // for one name or address
	budgetUser    Budget = "user_mails"         // to one user, by whatever name he was asked for
	budgetMailbox Budget = "mailbox_mails"      // to one address
	budgetCodes   Budget = "login_codes"        // mailed to one user
	budgetResends Budget = "login_code_resends" // of one login
	budgetGuesses Budget = "password_checks"    // of one user
)

// Budgets lists them.
func Budgets() []Budget {
	return []Budget{budgetAsked, budgetUser, budgetMailbox, budgetCodes, budgetResends, budgetGuesses}
}

// spentBudget is why something was silently not done.
type spentBudget struct {
	budget Budget
	userID string
}

func (s *spentBudget) Error() string { return "lifecycle: a budget is spent: " + string(s.budget) }

// tellSpent writes into the audit trail that a budget is spent, once in its window: a flood of
// requests must not become one of events. The caller is told nothing of it.
func tellSpent(ctx context.Context, tx *store.Tx, t *models.Tenant, s spentBudget, window time.Duration) error {
	first, err := tx.Spend(secret.Sum("budget-told", string(s.budget), t.ID, s.userID), 1, window)
	if err != nil || !first {
		return err
	}
	return tx.AppendEvent(spentEvent(ctx, t, s))
}

func spentEvent(ctx context.Context, t *models.Tenant, s spentBudget) *models.Event {
	e := event(ctx, models.ActionBudgetSpent, t, s.userID)
	e.Outcome, e.Detail = models.OutcomeRefused, string(s.budget)
	return e
}
