package accounts

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// ImportUser describes a user of another system or another installation. Its Password is
// not used: imports have hashes.
type ImportUser struct {
	CreateUserInput
	Number     int32 // 0: a new one
	MustChange bool
	Temporary  bool       // Hash is of a generated password that can be used once
	UsedAt     *time.Time // when such a password was used
	HashKey    string     // the pepper that Hash was made with; empty: none
	ChangedAt  *time.Time // of the password; nil: now
	ExpiresAt  *time.Time // of the password
	WarnAt     *time.Time // when the next warning of that is due; nil: as the policy requires
	Former     []FormerPassword
	App        *ImportApp // nil: none
}

// preparedUser is a checked user with all rows, ready to be written.
type preparedUser struct {
	tenant     *models.Tenant
	user       *models.User
	addresses  []models.Address
	credential *models.Credential
	former     []models.PasswordHistory // the newest first
	app        *models.TOTPFactor       // nil: none
	codes      []models.RecoveryCode
	hasID      bool // the id was given
}

// ImportUsers creates users, and returns one error for each in the same order: nil, or why
// the user was refused. All accepted users share one transaction; if that fails on a
// conflict, each has its own.
func (uc *UseCases) ImportUsers(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := uc.prepareUsers(ctx, batch)
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
	if !isConflict(err) {
		return refused, err
	}
	for i, u := range ready { // an id, name or address is taken: import each user alone
		if u == nil {
			continue
		}
		if refused[i], err = splitRefusal(uc.importOne(ctx, u)); err != nil {
			return refused, err
		}
	}
	return refused, nil
}

func (uc *UseCases) prepareUsers(ctx context.Context, batch []ImportUser) (refused []error, ready []*preparedUser, err error) {
	refused, ready = make([]error, len(batch)), make([]*preparedUser, len(batch))
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
		u, err := uc.prepareUser(ctx, t, in)
		if refused[i], err = splitRefusal(err); err != nil {
			return nil, nil, err
		}
		if refused[i] == nil {
			ready[i] = u
		}
	}
	return refused, ready, nil
}

func (uc *UseCases) prepareUser(ctx context.Context, t *models.Tenant, in ImportUser) (*preparedUser, error) {
	u, addresses, err := uc.newUser(ctx, t, in.CreateUserInput)
	if err != nil {
		return nil, err
	}
	if !caller.From(ctx).Holds(caller.OfUser(u)) {
		return nil, core.ErrGrantsMore
	}
	now := uc.clock.Now()
	if err := checkImportTimes(in, now); err != nil {
		return nil, err
	}
	setCreationTimes(u, addresses, in.CreateUserInput, now)
	if err := setNumber(uc.store.Read(ctx), u, in.Number); err != nil {
		return nil, err
	}
	out := &preparedUser{tenant: t, user: u, addresses: addresses, hasID: in.ID != ""}
	if out.credential, err = uc.prepareCredential(out, in, now); err != nil {
		return nil, err
	}
	if out.former, err = uc.prepareFormer(u, in.Former); err != nil {
		return nil, err
	}
	if out.app, out.codes, err = uc.prepareApp(u, in.App); err != nil {
		return nil, err
	}
	return out, nil
}

func insertImported(ctx context.Context, tx *store.Tx, u *preparedUser) error {
	if err := insertUser(tx, u.user, u.hasID, u.credential, u.addresses); err != nil {
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
	e.Detail = describeRights(u.user)
	return tx.AppendEvent(e)
}

func (uc *UseCases) importOne(ctx context.Context, u *preparedUser) error {
	err := uc.store.InTx(ctx, func(tx *store.Tx) error { return insertImported(ctx, tx, u) })
	if errors.Is(err, store.ErrDuplicate) {
		return cmp.Or(uc.checkFree(ctx, u), takenFault(uc.store.Read(ctx), u.user))
	}
	return err
}

// isConflict reports whether a transaction failed because an id, a name or an address is taken.
func isConflict(err error) bool {
	return slices.ContainsFunc([]error{store.ErrDuplicate, core.ErrNameTaken, core.ErrExternalIDTaken, core.ErrIDUsed}, func(conflict error) bool { return errors.Is(err, conflict) })
}

// splitRefusal separates a refusal of one user from an error of the store.
func splitRefusal(err error) (refused, broken error) {
	for _, f := range []error{core.ErrNameTaken, core.ErrNameShape, core.ErrUser, core.ErrIDUsed, core.ErrExternalIDTaken, core.ErrHashNotAccepted, core.ErrTenantNotFound, core.ErrGrantsMore} {
		if errors.Is(err, f) {
			return err, nil
		}
	}
	return nil, err
}
