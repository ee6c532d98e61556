package lifecycle

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// RequestReset is a plea for help: somebody names an account and proves nothing.
type RequestReset struct {
	TenantID     string // empty: the caller's, or the one its host selects
	Username     string // one of Username and Email
	Email        string
	LinkForm     ProofForm // the form of the surface's mailed links
	AllowOTP     bool      // the surface can redeem OTPs, so the tenant's strategy decides
	RemindUserID bool      // mail the user name instead of a ticket
}

// RequestedReset is the answer, the same for known and unknown names.
type RequestedReset struct {
	RequestCode secret.Text // set when the tenant mails OTPs, whoever is asked for
}

// plea is what the worker finds in the sealed row.
type plea struct {
	Username  string           `json:"username,omitempty"`
	Email     string           `json:"email,omitempty"`
	Form      ProofForm        `json:"form"`
	Link      ProofForm        `json:"link,omitempty"` // of the link that may take a short code's place
	Medium    Medium           `json:"medium"`
	Secret    string           `json:"secret"`
	Remind    bool             `json:"remind,omitempty"`
	Refused   bool             `json:"refused,omitempty"` // it is over budget: nobody is mailed, and the trail is told
	ActorKind models.ActorKind `json:"actorKind"`
	ActorID   string           `json:"actorId"`
	Surface   string           `json:"surface"`
	RequestID string           `json:"requestId"`
	Source    string           `json:"source"`
}

// mailWindow is the window of the budget per address (S48).
const mailWindow = time.Hour

// RequestReset queues the plea. Within the request, known and unknown names take the
// same statements: one budget keyed on what was typed, one row. Everything that
// differs happens later, in the worker (ASVS 5.0 6.3.8).
func (c *Core) RequestReset(ctx context.Context, in RequestReset) (*RequestedReset, error) {
	t, err := c.pleadedTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	who := caller.From(ctx)
	p := plea{
		Username: in.Username, Email: in.Email, Form: in.LinkForm, Medium: models.MediumLink, Remind: in.RemindUserID,
		ActorKind: who.Kind, ActorID: who.ID, Surface: who.Surface, RequestID: who.RequestID, Source: who.Source,
	}
	out := &RequestedReset{}
	text := newSecret(in.LinkForm)
	if in.AllowOTP && t.Settings.ResetBy == models.ResetByOTP {
		p.Form, p.Link, p.Medium = models.ProofOTP, in.LinkForm, models.MediumOTP
		text = secret.NewToken()
		out.RequestCode = text
	}
	p.Secret = text.Reveal()
	typed, _ := canonicalTyped(in.Username + in.Email)
	ok, err := c.store.Write(ctx).Spend(c.keyring.MAC("plea", t.ID, typed), t.Settings.Tickets.MailsPerHour, mailWindow)
	if err != nil {
		return nil, err
	}
	if !ok {
		c.refused(budgetAsked)
		first, err := c.store.Write(ctx).Spend(c.keyring.MAC("plea-told", t.ID, typed), 1, mailWindow)
		if err != nil || !first {
			return out, err // the same answer, and no mail
		}
		p.Refused, p.Secret = true, "" // whose budget it is, the worker finds out
	}
	return out, c.queuePlea(ctx, t, p)
}

// pleadedTenant is the tenant that a plea is for. Somebody unknown may name any: its id
// is no secret, and the answer tells nothing about its users.
func (c *Core) pleadedTenant(ctx context.Context, id string) (*models.Tenant, error) {
	if id == "" || caller.From(ctx).Kind != caller.Anonymous {
		return c.ownTenant(ctx, id)
	}
	t, err := c.store.Read(ctx).FindTenant(id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, ErrTenantNotFound
	}
	return t, err
}

func (c *Core) queuePlea(ctx context.Context, t *models.Tenant, p plea) error {
	plain, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("lifecycle: plea: %w", err)
	}
	row := &models.ResetRequest{ID: secret.NewID(), TenantID: t.ID}
	if row.Sealed, err = c.keyring.Seal(plain, "plea:"+row.ID); err != nil {
		return fmt.Errorf("lifecycle: seal plea: %w", err)
	}
	err = c.commit(ctx, func(tx *store.Tx) error { return tx.InsertResetRequest(row) })
	if err != nil {
		return err
	}
	c.wake()
	return nil
}

const (
	pleaLease    = 30 * time.Second
	pleaAttempts = 20
)

// WorkResetRequests works off the queued pleas and tells how many there were.
func (c *Core) WorkResetRequests(ctx context.Context) (int, error) {
	rows, err := c.store.Write(ctx).ClaimResetRequests(20, pleaLease)
	if err != nil {
		return 0, err
	}
	var errs []error
	for _, row := range rows {
		if err := c.workPlea(ctx, row); err != nil {
			errs = append(errs, fmt.Errorf("reset request %s: %w", row.ID, err))
		}
	}
	if len(rows) > 0 {
		c.wake()
	}
	return len(rows), errors.Join(errs...)
}

func (c *Core) workPlea(ctx context.Context, row models.ResetRequest) error {
	plain, err := c.keyring.Unseal(row.Sealed, "plea:"+row.ID)
	if err != nil || row.Attempts > pleaAttempts {
		_, dropErr := c.store.Write(ctx).DeleteResetRequest(row.ID)
		return errors.Join(fmt.Errorf("given up after %d attempts", row.Attempts), err, dropErr)
	}
	var p plea
	if err := json.Unmarshal(plain, &p); err != nil {
		return err
	}
	ctx = caller.Into(ctx, caller.Caller{
		Kind: p.ActorKind, ID: p.ActorID, Surface: p.Surface, RequestID: p.RequestID, Source: p.Source,
	})
	t, err := c.store.Read(ctx).FindTenant(row.TenantID)
	if errors.Is(err, store.ErrNotFound) { // deleted since: nobody is left to help
		_, err = c.store.Write(ctx).DeleteResetRequest(row.ID)
		return err
	}
	if err != nil {
		return err
	}
	var spent *spentBudget
	err = c.store.InTx(ctx, func(tx *store.Tx) error {
		spent = nil
		mine, err := tx.DeleteResetRequest(row.ID)
		if err != nil || !mine {
			return err
		}
		err = c.answerPlea(ctx, tx, t, p)
		switch {
		case errors.As(err, &spent):
			return tellSpent(ctx, tx, t, *spent, mailWindow)
		case errors.Is(err, errIgnored), errors.Is(err, ErrUserNotFound):
			e := event(ctx, models.ActionResetRequest, t, "")
			e.Outcome = models.OutcomeIgnored
			return tx.AppendEvent(e)
		}
		return err
	})
	if err == nil && spent != nil {
		c.refused(spent.budget)
	}
	return err
}

// errIgnored means that nobody is mailed.
var errIgnored = errors.New("lifecycle: the reset request is ignored")

// mailable is the address at which a user may be mailed, as he is now: the verified one that was
// typed, or his primary one if he was asked for by name. Nobody is mailed who is inactive, has no
// such address, is in a directory, has another name by now, or whose budget of mails is spent. The budget
// is taken in the transaction, since a failure must not use up a mail that was not sent.
func mailable(tx *store.Tx, s *subject, p plea) (models.Address, error) {
	u, err := byName(tx.Reader, s.tenant.ID, p.Username, p.Email)
	if err != nil {
		return models.Address{}, err
	}
	if u == nil || u.ID != s.user.ID || !s.user.Active() || s.user.Directory {
		return models.Address{}, errIgnored
	}
	to, err := typedAddress(tx.Reader, s.user.ID, p)
	if errors.Is(err, ErrNoAddress) {
		err = errIgnored
	}
	if err != nil {
		return to, err
	}
	return to, spendMail(tx, s, to.Kind, to.ValueKey)
}

// typedAddress is the verified address that was typed, spelt as it is stored (CVE-2019-19844). A
// user name may be one, too.
func typedAddress(rd *store.Reader, userID string, p plea) (models.Address, error) {
	has, err := verified(rd, userID, models.AddressEmail)
	if err != nil {
		return models.Address{}, err
	}
	typed := keyed(has, AddressKeys(models.AddressEmail, typedName(p.Username+p.Email)))
	switch {
	case typed != nil:
		return *typed, nil
	case p.Email != "" || len(has) == 0:
		return models.Address{}, ErrNoAddress
	}
	return has[0], nil
}

// keyed is the address that has the first of the keys that one has; nil: none.
func keyed(has []models.Address, keys [][]byte) *models.Address {
	for _, key := range keys {
		if at := slices.IndexFunc(has, func(a models.Address) bool { return bytes.Equal(a.ValueKey, key) }); at >= 0 {
			return &has[at]
		}
	}
	return nil
}

// byName finds a user by user name or by a verified address; the two are never mixed,
// so that a user name cannot shadow somebody's address (CVE-2022-39229).
func byName(rd *store.Reader, tenantID, username, email string) (*models.User, error) {
	if username != "" {
		u, err := rd.FindUserByUsername(tenantID, UsernameKeys(typedName(username))...)
		if errors.Is(err, store.ErrNotFound) {
			return nil, nil
		}
		return u, err
	}
	a, err := rd.FindAddress(tenantID, models.AddressEmail, AddressKeys(models.AddressEmail, typedName(email))...)
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

// answerPlea mails what was asked for.
func (c *Core) answerPlea(ctx context.Context, tx *store.Tx, t *models.Tenant, p plea) error {
	u, err := byName(tx.Reader, t.ID, p.Username, p.Email)
	if err != nil {
		return err
	}
	if p.Refused {
		return tx.AppendEvent(spentEvent(ctx, t, spentBudget{budgetAsked, idOf(u)}))
	}
	if u == nil {
		return errIgnored
	}
	if p.Remind {
		return c.remind(ctx, tx, u.ID, p)
	}
	out, err := c.issue(ctx, tx, u.ID, plan{
		purpose: models.PurposeReset, medium: p.Medium, form: p.Form, link: p.Link, channel: models.ChannelEmail,
		text: secret.NewText(p.Secret),
	}, func(s *subject, plan *plan) error {
		to, err := mailable(tx, s, p)
		plan.to = &to
		return err
	})
	if err != nil {
		return err
	}
	e := event(ctx, models.ActionResetRequest, t, u.ID)
	e.TicketID = out.Ticket.ID
	return tx.AppendEvent(e)
}

// remind mails the user name to the address that was typed.
func (c *Core) remind(ctx context.Context, tx *store.Tx, userID string, p plea) error {
	s, err := c.hold(tx, userID)
	if err != nil {
		return err
	}
	to, err := mailable(tx, s, p)
	if err != nil {
		return err
	}
	if err := c.enqueue(tx, s, mail{to: to, template: models.TemplateUsername}); err != nil {
		return err
	}
	return tx.AppendEvent(event(ctx, models.ActionUsernameRemind, s.tenant, s.user.ID))
}
