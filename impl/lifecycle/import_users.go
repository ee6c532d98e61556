package lifecycle

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/passhash"
	"github.com/rekeyhq/rekey/impl/secret"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ErrPepperUnknown refuses a hash that only another installation's secret can check.
var ErrPepperUnknown = ErrHashNotAccepted.Because(errors.New("lifecycle: the pepper of the hash is not in the secret file"))

// ImportUser is a user as another system, or another installation, knew him. His
// Password is not used: imports bring hashes.
type ImportUser struct {
	CreateUser
	Number        int32 // 0: a new one
	EmailVerified bool
	PhoneVerified bool
	Disabled      bool
	Locked        bool
	MustChange    bool
	HashKey       string     // the pepper that Hash was made with; empty: none
	ChangedAt     *time.Time // of the password; nil: now
	ExpiresAt     *time.Time // of the password
}

// imported is a user ready to be written.
type imported struct {
	tenant     *models.Tenant
	user       *models.User
	addresses  []models.Address
	credential *models.Credential
	numbered   bool // the number was given
}

// ImportUsers writes new users and tells for each, in their order, why it could not.
// Those that can be written share one transaction if the database lets them.
func (c *Core) ImportUsers(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := c.readyUsers(ctx, batch)
	if err != nil {
		return nil, err
	}
	err = c.Store.InTx(ctx, func(tx *store.Tx) error {
		for _, u := range ready {
			if u != nil {
				if err := insertImported(ctx, tx, u); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if !errors.Is(err, store.ErrDuplicate) {
		return refused, err
	}
	for i, u := range ready { // one of them is a duplicate: each by itself
		if u == nil {
			continue
		}
		if refused[i], err = refusal(c.importOne(ctx, u)); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// CheckImport tells what ImportUsers would refuse, and writes nothing.
func (c *Core) CheckImport(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := c.readyUsers(ctx, batch)
	for i, u := range ready {
		if err != nil {
			return nil, err
		}
		if u != nil {
			refused[i], err = refusal(c.free(ctx, u))
		}
	}
	return refused, err
}

func (c *Core) readyUsers(ctx context.Context, batch []ImportUser) (refused []error, ready []*imported, err error) {
	refused, ready = make([]error, len(batch)), make([]*imported, len(batch))
	tenants := map[string]*models.Tenant{}
	for i, in := range batch {
		t := tenants[in.TenantID]
		if t == nil {
			if t, err = c.Store.Read(ctx).FindTenant(in.TenantID); errors.Is(err, store.ErrNotFound) {
				refused[i], err = ErrTenantNotFound, nil
				continue
			} else if err != nil {
				return nil, nil, err
			}
			tenants[in.TenantID] = t
		}
		ready[i], err = c.readyUser(ctx, t, in)
		if refused[i], err = refusal(err); err != nil {
			return nil, nil, err
		}
	}
	return refused, ready, nil
}

func (c *Core) readyUser(ctx context.Context, t *models.Tenant, in ImportUser) (*imported, error) {
	u, addresses, err := c.newUser(ctx, t, in.CreateUser)
	if err != nil {
		return nil, err
	}
	if !in.Hash.Empty() {
		if _, err := passhash.Inspect(in.Hash.Reveal()); err != nil {
			return nil, ErrHashNotAccepted.Because(err)
		}
		if _, err := c.Keyring.Pepper(in.HashKey, secret.Password{}); err != nil {
			return nil, ErrPepperUnknown
		}
	}
	now := c.Clock.Now()
	u.CreatedAt, u.UpdatedAt = now, now
	if in.Disabled {
		u.DisabledAt = &now
	}
	if in.Locked {
		u.LockedAt = &now
	}
	if in.Number > 0 {
		u.Number = in.Number
	}
	for i := range addresses {
		addresses[i].CreatedAt = now
		if in.EmailVerified && addresses[i].Kind == models.AddressEmail || in.PhoneVerified && addresses[i].Kind == models.AddressPhone {
			addresses[i].VerifiedAt = &now
		}
	}
	cred := &models.Credential{UserID: u.ID, Version: 1, MustChange: in.MustChange}
	if !in.Hash.Empty() {
		cred.Hash = models.PasswordHash{Encoded: in.Hash.Reveal(), KeyID: in.HashKey}
		cred.ChangedAt, cred.ExpiresAt = &now, in.ExpiresAt
		cred.WarnAt = nextWarning(t.Settings.Password.WarnDays, u.ID, in.ExpiresAt, now)
		if in.ChangedAt != nil {
			cred.ChangedAt = in.ChangedAt
		}
	}
	return &imported{tenant: t, user: u, addresses: addresses, credential: cred, numbered: in.Number > 0}, nil
}

func insertImported(ctx context.Context, tx *store.Tx, u *imported) error {
	if err := tx.InsertUser(u.user, u.credential, u.addresses...); err != nil {
		return err
	}
	if rules := u.tenant.Settings.Password; rules.HistoryRows() > 0 {
		if err := tx.KeepPassword(u.user.ID, u.credential.Hash, rules); err != nil {
			return err
		}
	}
	return tx.AppendEvent(event(ctx, "user.import", u.tenant, u.user.ID))
}

// numberTries: with a million users one new number in two thousand is taken.
const numberTries = 5

func (c *Core) importOne(ctx context.Context, u *imported) error {
	for range numberTries {
		err := c.Store.InTx(ctx, func(tx *store.Tx) error { return insertImported(ctx, tx, u) })
		if !errors.Is(err, store.ErrDuplicate) {
			return err
		}
		if err := c.free(ctx, u); err != nil {
			return err
		}
		if u.numbered {
			return ErrNameTaken
		}
		u.user.Number = randomNumber()
	}
	return ErrNameTaken
}

// free tells whether nobody has the user's id, name or addresses.
func (c *Core) free(ctx context.Context, u *imported) error {
	tx := c.Store.Read(ctx)
	_, err := tx.FindUser(u.user.ID)
	if errors.Is(err, store.ErrNotFound) {
		_, err = tx.FindUserByUsername(u.tenant.ID, u.user.UsernameKey)
	}
	for _, a := range u.addresses {
		if errors.Is(err, store.ErrNotFound) {
			_, err = tx.FindAddress(u.tenant.ID, a.Kind, a.ValueKey)
		}
	}
	switch {
	case err == nil:
		return ErrNameTaken
	case errors.Is(err, store.ErrNotFound):
		return nil
	}
	return err
}

// refusal parts what is wrong with one user from what is wrong with the store.
func refusal(err error) (refused, broken error) {
	for _, f := range []error{ErrNameTaken, ErrNameShape, ErrUser, ErrIDUsed, ErrHashNotAccepted, ErrTenantNotFound} {
		if errors.Is(err, f) {
			return err, nil
		}
	}
	return nil, err
}
