package accounts

import (
	"context"
	"crypto/rand"
	"errors"
	"iter"
	"math/big"
	"strings"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// CreateUserInput describes a new user of a tenant.
type CreateUserInput struct {
	ID          string // empty: a new one
	TenantID    string
	Username    string
	GivenName   string
	Email       string // the first of Emails
	Verified    bool   // Email and Phone were proven to be the user's
	Phone       string // the first of Phones
	Emails      []UserAddress
	Phones      []UserAddress
	Locale      string
	MFA         bool
	Directory   bool
	Disabled    bool
	Metadata    map[string]string
	Boundary    caller.Boundary // empty: self
	Permissions []string
	Password    secret.Password // checked by no policy: for seeds; empty: none
	Hash        secret.Text     // imported
}

// CreateUser writes a new user of a tenant that the caller reaches, with no more rights
// than the caller's.
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
	cred := &models.Credential{UserID: u.ID, Version: 1}
	if cred.Hash, err = uc.initialHash(ctx, in); err != nil {
		return nil, err
	}
	var out *core.User
	err = uc.kernel.Commit(ctx, func(tx *store.Tx) (err error) {
		u.CreatedAt, u.UpdatedAt = tx.Now, tx.Now
		if in.Disabled {
			u.DisabledAt = &tx.Now
		}
		if cred.Present() {
			cred.ChangedAt, cred.LifetimeDays = &tx.Now, t.Settings.Password.LifetimeDays
			cred.WarnAt = core.NextWarning(t.Settings.Password.WarnDays, u.ID, cred.Expiry(), tx.Now)
		}
		for i := range addresses {
			addresses[i].CreatedAt = tx.Now
			if addresses[i].Verified() {
				addresses[i].VerifiedAt = &tx.Now
			}
		}
		if err := tx.InsertUser(u, cred, addresses...); err != nil {
			return err
		}
		if err := unshadowed(tx.Reader, u, addresses); err != nil { // behind the insertion: of two at once, one sees the other
			return err
		}
		if err := tx.KeepPassword(u.ID, cred.Hash, t.Settings.Password); err != nil {
			return err
		}
		if out, err = found(tx.Reader, u); err != nil {
			return err
		}
		e := core.NewEvent(ctx, models.ActionUserCreate, t, u.ID)
		e.Detail = granted(u)
		return tx.AppendEvent(e)
	})
	switch {
	case errors.Is(err, store.ErrDuplicate):
		return nil, core.ErrNameTaken
	case errors.Is(err, store.ErrNotFound):
		return nil, core.ErrTenantNotFound // deleted in the meantime
	case err != nil:
		return nil, err
	}
	return out, nil
}

// granted tells the trail what rights a user was given.
func granted(u *models.User) string {
	if u.Boundary == models.BoundarySelf {
		return ""
	}
	text := "holds in the boundary " + string(u.Boundary) + ": " + strings.Join(u.Permissions, " ")
	return text[:min(len(text), 255)]
}

func (uc *UseCases) initialHash(ctx context.Context, in CreateUserInput) (models.PasswordHash, error) {
	switch {
	case !in.Hash.Empty():
		if _, err := passhash.Inspect(in.Hash.Reveal()); err != nil {
			return models.PasswordHash{}, core.HashNotAccepted(err)
		}
		return models.PasswordHash{Encoded: in.Hash.Reveal()}, nil
	case !in.Password.Empty():
		return uc.hasher.Hash(ctx, in.Password)
	}
	return models.PasswordHash{}, nil
}

// newUser is a user and his addresses, ready to be written. What it reads says early
// what the unique keys would say.
func (uc *UseCases) newUser(ctx context.Context, t *models.Tenant, in CreateUserInput) (*models.User, []models.Address, error) {
	u := &models.User{
		ID: in.ID, ApplicationID: t.ApplicationID, TenantID: t.ID, Number: randomNumber(),
		Username: in.Username, GivenName: in.GivenName, Locale: in.Locale, MFA: in.MFA, Directory: in.Directory,
		Boundary: in.Boundary, Permissions: core.Deduplicate(in.Permissions), Metadata: in.Metadata, Version: 1,
	}
	if u.Boundary == "" {
		u.Boundary = models.BoundarySelf
	}
	if u.Metadata == nil {
		u.Metadata = map[string]string{}
	}
	if list := checkUser(u); len(list) > 0 {
		return nil, nil, core.ErrUser.With(list...)
	}
	if err := localise(u); err != nil {
		return nil, nil, err
	}
	if err := name(u); err != nil {
		return nil, nil, err
	}
	rd := uc.store.Read(ctx)
	if u.ID == "" {
		u.ID = secret.NewID()
	} else if err := neverUsed(rd, u.ID); err != nil {
		return nil, nil, err
	}
	var addresses []models.Address
	for kind, given := range in.addresses() {
		rows, err := newAddresses(u, kind, given, nil)
		if err != nil {
			return nil, nil, err
		}
		addresses = append(addresses, rows...)
	}
	return u, addresses, unshadowed(rd, u, addresses)
}

// addresses are all of both kinds.
func (in CreateUserInput) addresses() iter.Seq2[models.AddressKind, []UserAddress] {
	with := func(one string, more []UserAddress) []UserAddress {
		if one == "" {
			return more
		}
		return append([]UserAddress{{Value: one, Verified: in.Verified}}, more...)
	}
	return func(yield func(models.AddressKind, []UserAddress) bool) {
		_ = yield(models.AddressEmail, with(in.Email, in.Emails)) && yield(models.AddressPhone, with(in.Phone, in.Phones))
	}
}

// neverUsed refuses the id of somebody who was deleted. Of somebody who is there, the
// primary key speaks.
func neverUsed(rd *store.Reader, id string) error {
	_, err := rd.FindUser(id)
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	was, err := rd.WasUser(id)
	if err == nil && was {
		return core.ErrIDUsed
	}
	return err
}

// randomNumber is the numeric identifier of a new user, a positive number of 31 bits. An index
// keeps it unique; one number after the other would tell how many users there are.
func randomNumber() int32 {
	n, err := rand.Int(rand.Reader, big.NewInt(1<<31-1))
	if err != nil {
		panic(err) // unreachable: rand.Reader does not fail
	}
	return int32(n.Int64()) + 1
}
