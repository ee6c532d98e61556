package accounts

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateUserInput describes a new user of a tenant.
type CreateUserInput struct {
	ID          string // empty: a new one is generated
	ExternalID  string // the id that the user had in another system; empty: none
	TenantID    string
	Username    string
	GivenName   string
	FamilyName  string
	Nickname    string
	DisplayName string
	Gender      Gender // empty: unspecified
	Email       string // comes before Emails
	Verified    bool   // the user has proven that Email and Phone are theirs
	Phone       string // comes before Phones
	Emails      []UserAddress
	Phones      []UserAddress
	Locale      string
	MFA         bool
	Directory   bool
	Disabled    bool
	Locked      bool
	Metadata    map[string]string
	Boundary    caller.Boundary // empty: self
	Permissions []string
	Password    secret.Password // empty: no password
	Judged      bool            // the policy of the tenant checks Password; false is for seeds
	Hash        secret.Text     // an imported hash; used instead of Password
	MustChange  bool            // the next login must choose a new password
	TOTPSecret  secret.Text     // of an authenticator app that the user has already, in base32; empty: none
	Invite      core.ProofForm  // of the invitation that is mailed to the user; empty: none is
}

// CreateUser creates a user in a tenant that is in the caller's scope. The user gets no
// right that the caller does not hold.
func (uc *UseCases) CreateUser(ctx context.Context, in CreateUserInput) (*core.User, error) {
	t, err := uc.kernel.AuthorizeTenant(ctx, in.TenantID)
	if err != nil {
		return nil, err
	}
	u, addresses, err := uc.newUser(ctx, t, in)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).Holds(caller.OfUser(u)) {
		return nil, core.ErrGrantsMore
	}
	credential := &models.Credential{UserID: u.ID, Version: 1}
	if credential.Hash, err = uc.initialHash(ctx, t, u, in); err != nil {
		return nil, err
	}
	credential.MustChange = in.MustChange && credential.Present()
	app, err := uc.sealApp(u, in.TOTPSecret)
	if err != nil {
		return nil, err
	}
	orders := verificationOrders(addresses, in.addresses())
	var created *core.User
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		setCreationTimes(u, addresses, in, tx.Now)
		setPasswordTimes(credential, t.Settings.Password, tx.Now)
		if err := insertUser(tx, u, in.ID != "", credential, addresses); err != nil {
			return err
		}
		if err := tx.KeepPassword(u.ID, credential.Hash, t.Settings.Password); err != nil {
			return err
		}
		if err := insertApp(ctx, tx, t, app); err != nil {
			return err
		}
		if err := uc.invite(ctx, tx, u.ID, in.Invite); err != nil {
			return err
		}
		if created, err = uc.verifyAddresses(ctx, tx, u.ID, orders); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionUserCreate, t, u.ID)
		e.Detail = describeRights(u)
		return tx.AppendEvent(e)
	})
	err = uc.refuseSpent(ctx, t, "", err)
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return nil, takenFault(uc.store.Read(ctx), u)
	case errors.Is(err, store.ErrNotFound):
		return nil, core.ErrTenantNotFound // the tenant was deleted in the meantime
	case err != nil:
		return nil, err
	}
	if len(orders) > 0 || in.Invite != "" {
		uc.wake()
	}
	return created, nil
}

// invite mails a new user an invitation to set the first password.
func (uc *UseCases) invite(ctx context.Context, tx *store.Tx, userID string, form core.ProofForm) error {
	if form == "" {
		return nil
	}
	_, err := uc.kernel.IssueTicket(ctx, tx, userID, core.TicketPlan{
		Purpose: models.PurposeInvite, Medium: models.MediumLink, Form: form, Channel: models.ChannelEmail, Text: core.NewProofSecret(form),
	}, nil)
	return err
}

// addresses are all addresses of the new user, the e-mail addresses first.
func (in *CreateUserInput) addresses() []UserAddress {
	return slices.Concat(prependAddress(in.Email, in.Verified, in.Emails), prependAddress(in.Phone, in.Verified, in.Phones))
}

// initialHash accepts the imported hash, or hashes the password. Without both the user has
// no password.
func (uc *UseCases) initialHash(ctx context.Context, t *models.Tenant, u *models.User, in CreateUserInput) (models.PasswordHash, error) {
	s := &core.Subject{User: u, Tenant: t, Credential: &models.Credential{UserID: u.ID}, Claims: []string{}, Administered: true}
	switch {
	case !in.Hash.Empty():
		if _, err := passhash.Inspect(in.Hash.Reveal()); err != nil {
			return models.PasswordHash{}, core.HashNotAccepted(err)
		}
		return models.PasswordHash{Encoded: in.Hash.Reveal()}, nil
	case !in.Password.Empty() && !in.Judged:
		return uc.hasher.Hash(ctx, s.Share(), in.Password)
	case !in.Password.Empty():
		for _, a := range in.addresses() {
			s.Claims = append(s.Claims, a.Value)
		}
		return uc.kernel.JudgeAndHash(ctx, s, in.Password)
	}
	return models.PasswordHash{}, nil
}

// setPasswordTimes gives the first password of a user the time of its creation, if there is one.
func setPasswordTimes(credential *models.Credential, rules models.PasswordPolicy, now time.Time) {
	if credential.Present() {
		credential.ChangedAt, credential.LifetimeDays = &now, rules.LifetimeDays
		credential.WarnAt = core.NextWarning(rules.WarnDays, credential.UserID, credential.Expiry(), now)
	}
}
