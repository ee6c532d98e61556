package accounts

import (
	"context"
	"errors"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ImportUser is a user as another system, or another installation, knew him. His
// Password is not used: imports bring hashes.
type ImportUser struct {
	CreateUserInput
	Number     int32 // 0: a new one
	Locked     bool
	MustChange bool
	Temporary  bool       // Hash is of a password that was generated to be used once
	UsedAt     *time.Time // when such a password was used
	HashKey    string     // the pepper that Hash was made with; empty: none
	ChangedAt  *time.Time // of the password; nil: now
	ExpiresAt  *time.Time // of the password
	WarnAt     *time.Time // when the next warning of that is due; nil: as the policy says
	Former     []FormerPassword
	App        *ImportApp // nil: none
}

// imported is a user ready to be written.
type imported struct {
	tenant     *models.Tenant
	user       *models.User
	addresses  []models.Address
	credential *models.Credential
	former     []models.PasswordHistory // the newest first
	app        *models.TOTPFactor       // nil: none
	codes      []models.RecoveryCode
	numbered   bool // the number was given
}

// ImportUsers writes new users and tells for each, in their order, why it could not.
// Those that can be written share one transaction if the database lets them.
func (uc *UseCases) ImportUsers(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := uc.readyUsers(ctx, batch)
	if err != nil {
		return nil, err
	}
	err = uc.store.InTx(ctx, func(tx *store.Tx) error {
		for _, u := range ready {
			if u != nil {
				if err := insertImported(ctx, tx, u); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if !errors.Is(err, store.ErrDuplicate) && !errors.Is(err, core.ErrNameTaken) {
		return refused, err
	}
	for i, u := range ready { // one of them is somebody else's already: each by itself
		if u == nil {
			continue
		}
		if refused[i], err = refusal(uc.importOne(ctx, u)); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// CheckImport tells what ImportUsers would refuse, and writes nothing.
func (uc *UseCases) CheckImport(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := uc.readyUsers(ctx, batch)
	for i, u := range ready {
		if err != nil {
			return nil, err
		}
		if u != nil {
			refused[i], err = refusal(uc.free(ctx, u))
		}
	}
	return refused, err
}

func (uc *UseCases) readyUsers(ctx context.Context, batch []ImportUser) (refused []error, ready []*imported, err error) {
	refused, ready = make([]error, len(batch)), make([]*imported, len(batch))
	tenants := map[string]*models.Tenant{}
	for i, in := range batch {
		t := tenants[in.TenantID]
		if t == nil {
			if t, err = uc.store.Read(ctx).FindTenant(in.TenantID); errors.Is(err, store.ErrNotFound) {
				refused[i], err = core.ErrTenantNotFound, nil
				continue
			} else if err != nil {
				return nil, nil, err
			}
			tenants[in.TenantID] = t
		}
		u, err := uc.readyUser(ctx, t, in)
		if refused[i], err = refusal(err); err != nil {
			return nil, nil, err
		}
		if refused[i] == nil {
			ready[i] = u
		}
	}
	return refused, ready, nil
}

func (uc *UseCases) readyUser(ctx context.Context, t *models.Tenant, in ImportUser) (*imported, error) {
	u, addresses, err := uc.newUser(ctx, t, in.CreateUserInput)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).Holds(caller.OfUser(u)) {
		return nil, core.ErrGrantsMore
	}
	now := uc.clock.Now()
	if err := checkTimes(in, now); err != nil {
		return nil, err
	}
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
		if addresses[i].Verified() {
			addresses[i].VerifiedAt = &now
		}
	}
	out := &imported{tenant: t, user: u, addresses: addresses, numbered: in.Number > 0}
	if out.credential, err = uc.readyCredential(out, in, now); err != nil {
		return nil, err
	}
	if out.former, err = uc.readyFormer(u, in.Former); err != nil {
		return nil, err
	}
	if out.app, out.codes, err = uc.readyApp(u, in.App); err != nil {
		return nil, err
	}
	return out, nil
}

func insertImported(ctx context.Context, tx *store.Tx, u *imported) error {
	if err := tx.InsertUser(u.user, u.credential, u.addresses...); err != nil {
		return err
	}
	if err := unshadowed(tx.Reader, u.user, u.addresses); err != nil { // behind the insertion: of two at once, one sees the other
		return err
	}
	if err := insertFormer(tx, u); err != nil {
		return err
	}
	if u.app != nil {
		if err := tx.InsertTOTP(u.app); err != nil {
			return err
		}
		if err := core.ReplaceRecoveryCodes(tx, &core.Subject{User: u.user}, u.codes); err != nil {
			return err
		}
	}
	e := core.NewEvent(ctx, models.ActionUserImport, u.tenant, u.user.ID)
	e.Detail = granted(u.user)
	return tx.AppendEvent(e)
}

// numberTries: with a million users one new number in two thousand is taken.
const numberTries = 5

func (uc *UseCases) importOne(ctx context.Context, u *imported) error {
	for range numberTries {
		err := uc.store.InTx(ctx, func(tx *store.Tx) error { return insertImported(ctx, tx, u) })
		if !errors.Is(err, store.ErrDuplicate) {
			return err
		}
		if err := uc.free(ctx, u); err != nil {
			return err
		}
		if u.numbered {
			return core.ErrNameTaken
		}
		u.user.Number = randomNumber()
	}
	return core.ErrNameTaken
}

// free tells whether nobody has the user's id, name or addresses.
func (uc *UseCases) free(ctx context.Context, u *imported) error {
	rd := uc.store.Read(ctx)
	_, err := rd.FindUser(u.user.ID)
	if errors.Is(err, store.ErrNotFound) {
		_, err = rd.FindUserByUsername(u.tenant.ID, u.user.UsernameKey)
	}
	for _, a := range u.addresses {
		if errors.Is(err, store.ErrNotFound) {
			_, err = rd.FindAddress(u.tenant.ID, a.Kind, a.ValueKey)
		}
	}
	switch {
	case err == nil:
		return core.ErrNameTaken
	case errors.Is(err, store.ErrNotFound):
		return nil
	}
	return err
}

// refusal parts what is wrong with one user from what is wrong with the store.
func refusal(err error) (refused, broken error) {
	for _, f := range []error{core.ErrNameTaken, core.ErrNameShape, core.ErrUser, core.ErrIDUsed, core.ErrHashNotAccepted, core.ErrTenantNotFound, core.ErrGrantsMore} {
		if errors.Is(err, f) {
			return err, nil
		}
	}
	return nil, err
}
