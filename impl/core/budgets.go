package core

import (
	"context"
	"time"

	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// Budgets lists them.
func Budgets() []Budget {
	return []Budget{BudgetResetRequests, budgetUserMails, budgetMailboxMails, BudgetLoginCodes, BudgetCodeResends, BudgetPasswordChecks}
}

// The budgets of the core, as metrics and the audit trail name them.
const (
	BudgetResetRequests Budget = "reset_requests" // for one name or address
)

// SpentBudget is why something was silently not done.
type SpentBudget struct {
	Budget Budget
	UserID string
}

func (s *SpentBudget) Error() string { return "core: a budget is spent: " + string(s.Budget) }

// RecordSpentBudget writes into the audit trail that a budget is spent, once in its window: a flood of
// requests must not become one of events. The caller is told nothing of it.
func RecordSpentBudget(ctx context.Context, tx *store.Tx, t *models.Tenant, s SpentBudget, window time.Duration) error {
	first, err := tx.Spend(secret.Sum("budget-told", string(s.Budget), t.ID, s.UserID), 1, window)
	if err != nil || !first {
		return err
	}
	return tx.AppendEvent(NewBudgetSpentEvent(ctx, t, s))
}

func NewBudgetSpentEvent(ctx context.Context, t *models.Tenant, s SpentBudget) *models.Event {
	e := NewEvent(ctx, models.ActionBudgetSpent, t, s.UserID)
	e.Outcome, e.Detail = models.OutcomeRefused, string(s.Budget)
	return e
}

// SpendMailBudget takes a mail of the user's budget, and of the mailbox's: who asks by all of his
// addresses gets no more than by one, and a mailbox that changes hands is not mailed more.
func SpendMailBudget(tx *store.Tx, s *Subject, kind models.AddressKind, valueKey []byte) error {
	for _, of := range []struct {
		budget Budget
		key    secret.Digest
	}{
		{budgetUserMails, secret.Sum("plea-user", s.User.ID)},
		{budgetMailboxMails, secret.Sum("mailbox", s.Tenant.ID, string(kind), string(valueKey))},
	} {
		within, err := tx.Spend(of.key, s.Tenant.Settings.Tickets.MailsPerHour, MailWindow)
		if err != nil {
			return err
		}
		if !within {
			return &SpentBudget{of.budget, s.User.ID}
		}
	}
	return nil
}

// MailWindow is the window of the budget per address (S48).
const MailWindow = time.Hour

// Budget is how much of something there is within a time, by the name that metrics and the
// audit trail have for it.
type Budget string

// The budgets of the core, as metrics and the audit trail name them.
const (
	budgetUserMails      Budget = "user_mails"         // to one user, by whatever name he was asked for
	budgetMailboxMails   Budget = "mailbox_mails"      // to one address
	BudgetLoginCodes     Budget = "login_codes"        // mailed to one user
	BudgetCodeResends    Budget = "login_code_resends" // of one login
	BudgetPasswordChecks Budget = "password_checks"    // of one user
)
