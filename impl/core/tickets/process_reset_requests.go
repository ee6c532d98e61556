package tickets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const (
	resetRequestLease    = 30 * time.Second // within which no other worker claims a request
	resetRequestAttempts = 20               // after which a request is dropped
)

// ProcessResetRequests processes a batch of the queued reset requests, and returns how many they
// were.
func (uc *UseCases) ProcessResetRequests(ctx context.Context) (int, error) {
	rows, err := uc.store.Write(ctx).ClaimResetRequests(20, resetRequestLease)
	if err != nil {
		return 0, err
	}
	var errs []error
	for _, row := range rows {
		if err := uc.processResetRequest(ctx, row); err != nil {
			errs = append(errs, fmt.Errorf("reset request %s: %w", row.ID, err))
		}
	}
	if len(rows) > 0 {
		uc.wake()
	}
	return len(rows), errors.Join(errs...)
}

func (uc *UseCases) processResetRequest(ctx context.Context, row models.ResetRequest) error {
	plain, err := uc.keyring.Unseal(row.Sealed, "plea:"+row.ID)
	if err != nil || row.Attempts > resetRequestAttempts {
		_, dropErr := uc.store.Write(ctx).DeleteResetRequest(row.ID)
		return errors.Join(fmt.Errorf("given up after %d attempts", row.Attempts), err, dropErr)
	}
	var request resetRequest
	if err := json.Unmarshal(plain, &request); err != nil {
		return err
	}
	ctx = caller.Into(ctx, caller.Caller{
		Kind: request.ActorKind, ID: request.ActorID, Surface: request.Surface, RequestID: request.RequestID, Source: request.Source,
	})
	t, err := uc.store.Read(ctx).FindTenant(row.TenantID)
	if errors.Is(err, store.ErrNotFound) { // the tenant was deleted in the meantime
		_, err = uc.store.Write(ctx).DeleteResetRequest(row.ID)
		return err
	}
	if err != nil {
		return err
	}
	var spent *core.SpentBudget
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		spent = nil
		deleted, err := tx.DeleteResetRequest(row.ID)
		if err != nil || !deleted {
			return err
		}
		err = uc.answerResetRequest(ctx, tx, t, request)
		switch {
		case errors.As(err, &spent):
			return core.RecordSpentBudget(ctx, tx, t, *spent, core.MailWindow)
		case errors.Is(err, errIgnored), errors.Is(err, core.ErrUserNotFound):
			e := core.NewEvent(ctx, models.ActionResetRequest, t, "")
			e.Outcome = models.OutcomeIgnored
			return tx.AppendEvent(e)
		}
		return err
	})
	if err == nil && spent != nil {
		uc.refused(spent.Budget)
	}
	return err
}

// errIgnored means that no mail is sent.
var errIgnored = errors.New("tickets: the reset request is ignored")

// answerResetRequest mails a ticket or the user name, as requested.
func (uc *UseCases) answerResetRequest(ctx context.Context, tx *store.Tx, t *models.Tenant, request resetRequest) error {
	u, err := findRequestedUser(tx.Reader, t.ID, request.Username, request.Email)
	if err != nil {
		return err
	}
	if request.OverBudget {
		spent := core.SpentBudget{Budget: core.BudgetResetRequests}
		if u != nil {
			spent.UserID = u.ID
		}
		return tx.AppendEvent(core.NewBudgetSpentEvent(ctx, t, spent))
	}
	if u == nil {
		return errIgnored
	}
	if request.SendUsername {
		return uc.mailUsername(ctx, tx, u.ID, request)
	}
	out, err := uc.kernel.IssueTicket(ctx, tx, u.ID, core.TicketPlan{
		Purpose: models.PurposeReset, Medium: request.Medium, Form: request.Form, Link: request.Link, Channel: models.ChannelEmail,
		Text: secret.NewText(request.Secret),
	}, func(s *core.Subject, plan *core.TicketPlan) error {
		to, err := takeRecipient(tx, s, request)
		plan.To = &to
		return err
	})
	if err != nil {
		return err
	}
	e := core.NewEvent(ctx, models.ActionResetRequest, t, u.ID)
	e.TicketID = out.Ticket.ID
	return tx.AppendEvent(e)
}

// findRequestedUser finds a user by user name or by a verified address; nil if there is none. The two
// are never mixed, so that a user name cannot shadow the address of another user (CVE-2022-39229).
func findRequestedUser(rd *store.Reader, tenantID, username, email string) (*models.User, error) {
	if username != "" {
		u, err := rd.FindUserByUsername(tenantID, core.UsernameKeys(core.TrimName(username))...)
		if errors.Is(err, store.ErrNotFound) {
			return nil, nil
		}
		return u, err
	}
	a, err := rd.FindAddress(tenantID, models.AddressEmail, core.AddressKeys(models.AddressEmail, core.TrimName(email))...)
	if errors.Is(err, store.ErrNotFound) || err == nil && !a.Verified() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return rd.FindUser(a.UserID)
}

// mailUsername mails the user name to the address that was typed.
func (uc *UseCases) mailUsername(ctx context.Context, tx *store.Tx, userID string, request resetRequest) error {
	s, err := uc.kernel.LockUserRow(tx, userID)
	if err != nil {
		return err
	}
	to, err := takeRecipient(tx, s, request)
	if err != nil {
		return err
	}
	if err := uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateUsername}); err != nil {
		return err
	}
	return tx.AppendEvent(core.NewEvent(ctx, models.ActionUsernameRemind, s.Tenant, s.User.ID))
}

// takeRecipient returns the address to which the answer is mailed, and spends the budgets of the user
// and the mailbox. The address is the verified one that was typed, or the primary one if the request
// names the user. No mail is sent to a user who is inactive or in a directory, has no such address,
// has another name by now, or has spent a budget. The budgets are spent in this transaction, so
// that a failure does not use them up.
func takeRecipient(tx *store.Tx, s *core.Subject, request resetRequest) (models.Address, error) {
	u, err := findRequestedUser(tx.Reader, s.Tenant.ID, request.Username, request.Email)
	if err != nil {
		return models.Address{}, err
	}
	if u == nil || u.ID != s.User.ID || !s.User.Active() || s.User.Directory {
		return models.Address{}, errIgnored
	}
	to, err := findTypedAddress(tx.Reader, s.User.ID, request)
	if errors.Is(err, core.ErrNoAddress) {
		err = errIgnored
	}
	if err != nil {
		return to, err
	}
	return to, core.SpendMailBudget(tx, s, to.Kind, to.ValueKey)
}

// findTypedAddress returns the verified address that was typed, spelt as it is stored
// (CVE-2019-19844). A user name may be an address, too.
func findTypedAddress(rd *store.Reader, userID string, request resetRequest) (models.Address, error) {
	verified, err := core.VerifiedAddresses(rd, userID, models.AddressEmail)
	if err != nil {
		return models.Address{}, err
	}
	typed := core.FindAddressByKey(verified, core.AddressKeys(models.AddressEmail, core.TrimName(request.Username+request.Email)))
	switch {
	case typed != nil:
		return *typed, nil
	case request.Email != "" || len(verified) == 0:
		return models.Address{}, core.ErrNoAddress
	}
	return verified[0], nil
}
