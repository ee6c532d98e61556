package tickets

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// WorkResetRequests works off the queued pleas and tells how many there were.
func (uc *UseCases) WorkResetRequests(ctx context.Context) (int, error) {
	rows, err := uc.store.Write(ctx).ClaimResetRequests(20, pleaLease)
	if err != nil {
		return 0, err
	}
	var errs []error
	for _, row := range rows {
		if err := uc.workResetRequest(ctx, row); err != nil {
			errs = append(errs, fmt.Errorf("reset request %s: %w", row.ID, err))
		}
	}
	if len(rows) > 0 {
		uc.wake()
	}
	return len(rows), errors.Join(errs...)
}

func (uc *UseCases) workResetRequest(ctx context.Context, row models.ResetRequest) error {
	plain, err := uc.keyring.Unseal(row.Sealed, "plea:"+row.ID)
	if err != nil || row.Attempts > pleaAttempts {
		_, dropErr := uc.store.Write(ctx).DeleteResetRequest(row.ID)
		return errors.Join(fmt.Errorf("given up after %d attempts", row.Attempts), err, dropErr)
	}
	var p resetRequest
	if err := json.Unmarshal(plain, &p); err != nil {
		return err
	}
	ctx = caller.Into(ctx, caller.Caller{
		Kind: p.ActorKind, ID: p.ActorID, Surface: p.Surface, RequestID: p.RequestID, Source: p.Source,
	})
	t, err := uc.store.Read(ctx).FindTenant(row.TenantID)
	if errors.Is(err, store.ErrNotFound) { // deleted since: nobody is left to help
		_, err = uc.store.Write(ctx).DeleteResetRequest(row.ID)
		return err
	}
	if err != nil {
		return err
	}
	var spent *core.SpentBudget
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		spent = nil
		mine, err := tx.DeleteResetRequest(row.ID)
		if err != nil || !mine {
			return err
		}
		err = uc.answerResetRequest(ctx, tx, t, p)
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

// errIgnored means that nobody is mailed.
var errIgnored = errors.New("tickets: the reset request is ignored")

// mailable is the address at which a user may be mailed, as he is now: the verified one that was
// typed, or his primary one if he was asked for by name. Nobody is mailed who is inactive, has no
// such address, is in a directory, has another name by now, or whose budget of mails is spent. The budget
// is taken in the transaction, since a failure must not use up a mail that was not sent.
func mailable(tx *store.Tx, s *core.Subject, p resetRequest) (models.Address, error) {
	u, err := byName(tx.Reader, s.Tenant.ID, p.Username, p.Email)
	if err != nil {
		return models.Address{}, err
	}
	if u == nil || u.ID != s.User.ID || !s.User.Active() || s.User.Directory {
		return models.Address{}, errIgnored
	}
	to, err := typedAddress(tx.Reader, s.User.ID, p)
	if errors.Is(err, core.ErrNoAddress) {
		err = errIgnored
	}
	if err != nil {
		return to, err
	}
	return to, core.SpendMailBudget(tx, s, to.Kind, to.ValueKey)
}

// typedAddress is the verified address that was typed, spelt as it is stored (CVE-2019-19844). A
// user name may be one, too.
func typedAddress(rd *store.Reader, userID string, p resetRequest) (models.Address, error) {
	has, err := core.VerifiedAddresses(rd, userID, models.AddressEmail)
	if err != nil {
		return models.Address{}, err
	}
	typed := core.FindAddressByKey(has, core.AddressKeys(models.AddressEmail, core.TrimName(p.Username+p.Email)))
	switch {
	case typed != nil:
		return *typed, nil
	case p.Email != "" || len(has) == 0:
		return models.Address{}, core.ErrNoAddress
	}
	return has[0], nil
}

// byName finds a user by user name or by a verified address; the two are never mixed,
// so that a user name cannot shadow somebody's address (CVE-2022-39229).
func byName(rd *store.Reader, tenantID, username, email string) (*models.User, error) {
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

// idOf is empty for nobody.
func idOf(u *models.User) string {
	if u == nil {
		return ""
	}
	return u.ID
}

// answerResetRequest mails what was asked for.
func (uc *UseCases) answerResetRequest(ctx context.Context, tx *store.Tx, t *models.Tenant, p resetRequest) error {
	u, err := byName(tx.Reader, t.ID, p.Username, p.Email)
	if err != nil {
		return err
	}
	if p.Refused {
		return tx.AppendEvent(core.NewBudgetSpentEvent(ctx, t, core.SpentBudget{Budget: core.BudgetResetRequests, UserID: idOf(u)}))
	}
	if u == nil {
		return errIgnored
	}
	if p.Remind {
		return uc.remind(ctx, tx, u.ID, p)
	}
	out, err := uc.kernel.IssueTicket(ctx, tx, u.ID, core.TicketPlan{
		Purpose: models.PurposeReset, Medium: p.Medium, Form: p.Form, Link: p.Link, Channel: models.ChannelEmail,
		Text: secret.NewText(p.Secret),
	}, func(s *core.Subject, plan *core.TicketPlan) error {
		to, err := mailable(tx, s, p)
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

// remind mails the user name to the address that was typed.
func (uc *UseCases) remind(ctx context.Context, tx *store.Tx, userID string, p resetRequest) error {
	s, err := uc.kernel.LockUserRow(tx, userID)
	if err != nil {
		return err
	}
	to, err := mailable(tx, s, p)
	if err != nil {
		return err
	}
	if err := uc.kernel.EnqueueMail(tx, s, core.Mail{To: to, Template: models.TemplateUsername}); err != nil {
		return err
	}
	return tx.AppendEvent(core.NewEvent(ctx, models.ActionUsernameRemind, s.Tenant, s.User.ID))
}
