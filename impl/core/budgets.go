package core

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Budget names a limit on how often something happens within a time. Metrics and the audit trail
// use the same name.
type Budget string

// The budgets of the core.
const (
	BudgetResetRequests  Budget = "reset_requests"     // for one user name or address
	budgetUserMails      Budget = "user_mails"         // to one user, whichever name a request used
	budgetMailboxMails   Budget = "mailbox_mails"      // to one address
	BudgetLoginCodes     Budget = "login_codes"        // mailed to one user
	BudgetCodeResends    Budget = "login_code_resends" // of one login
	BudgetPasswordChecks Budget = "password_checks"    // of one user
)

// Budgets lists the budgets of the core.
func Budgets() []Budget {
	return []Budget{
		BudgetResetRequests, budgetUserMails, budgetMailboxMails, BudgetLoginCodes, BudgetCodeResends, BudgetPasswordChecks,
	}
}

// MailWindow is the window of the budget per address (S48).
const MailWindow = time.Hour

// SpentBudget is the error of a budget that is spent. Callers of the service do not learn it.
type SpentBudget struct {
	Budget Budget
	UserID string
}

func (s *SpentBudget) Error() string { return "core: a budget is spent: " + string(s.Budget) }

// SpendMailBudget counts a mail against the budget of the user and against that of the mailbox. A
// request by another address of the same user therefore allows no further mail, and a mailbox that
// moves to another user receives no more than before.
func SpendMailBudget(tx *store.Tx, s *Subject, kind models.AddressKind, valueKey []byte) error {
	for _, limit := range []struct {
		budget Budget
		key    secret.Digest
	}{
		{budgetUserMails, secret.Sum("plea-user", s.User.ID)},
		{budgetMailboxMails, secret.Sum("mailbox", s.Tenant.ID, string(kind), string(valueKey))},
	} {
		within, err := tx.SpendBudget(limit.key, s.Tenant.Settings.Tickets.MailsPerHour, MailWindow)
		if err != nil {
			return err
		}
		if !within {
			return &SpentBudget{limit.budget, s.User.ID}
		}
	}
	return nil
}

// RecordSpentBudget records in the audit trail that a budget is spent, once per window: a flood of
// requests must not become a flood of events.
func RecordSpentBudget(ctx context.Context, tx *store.Tx, t *models.Tenant, s SpentBudget, window time.Duration) error {
	first, err := tx.SpendBudget(secret.Sum("budget-told", string(s.Budget), t.ID, s.UserID), 1, window)
	if err != nil || !first {
		return err
	}
	return tx.AppendEvent(NewBudgetSpentEvent(ctx, t, s))
}

// NewBudgetSpentEvent is the event of a request that a spent budget refused.
func NewBudgetSpentEvent(ctx context.Context, t *models.Tenant, s SpentBudget) *models.Event {
	e := NewEvent(ctx, models.ActionBudgetSpent, t, s.UserID)
	e.Outcome, e.Detail = models.OutcomeRefused, string(s.Budget)
	return e
}
