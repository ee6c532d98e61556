package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// UpdateUserInput has the changes of a user. A member that is nil changes nothing.
type UpdateUserInput struct {
	UserID      string
	Version     int64 // core.AnyVersion: any version
	Username    *string
	GivenName   *string
	FamilyName  *string
	Nickname    *string
	DisplayName *string
	Gender      *Gender
	Locale      *string
	Emails      *[]UserAddress // all of them
	Phones      *[]UserAddress // all of them
	Email       *UserAddress   // takes the place of the primary one, if Emails is nil
	Phone       *UserAddress   // takes the place of the primary one, if Phones is nil
	Vouched     *bool          // whether the primary e-mail address is verified after the changes, if Emails is nil
	NameFollows bool           // a user name that is the primary e-mail address changes with it
	MFA         *bool
	Disabled    *bool
	Toggle      bool // refuses a user who is disabled, or enabled, as Disabled says already
	Locked      *bool
	Metadata    *map[string]string // all of them
	Boundary    *caller.Boundary
	Permissions *[]string // all of them

	// SetPassword, if not nil, calls the use case that sets the user's password, with the changes as a
	// step of its transaction. Access and rights do not change together with the password.
	SetPassword func(*core.UserStep) error
}

// UpdateUser changes a user at a version. The same transaction ends what the change
// outdates: disabling and locking end all logins and tickets (S57); new addresses or rights
// end the tickets (S34, A-025). The verified addresses before and after a change of
// addresses are notified of it (S14).
func (uc *UseCases) UpdateUser(ctx context.Context, in UpdateUserInput) (out *core.User, err error) {
	err = core.RetryOnVersion(ctx, in.Version, func() error {
		out, err = uc.updateUser(ctx, in)
		return err
	})
	return out, err
}

func (uc *UseCases) updateUser(ctx context.Context, in UpdateUserInput) (*core.User, error) {
	s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
	if err != nil {
		return nil, err
	}
	if in.Version != core.AnyVersion && in.Version != s.User.Version {
		return nil, core.ErrVersion
	}
	if in.Toggle && in.Disabled != nil && *in.Disabled == (s.User.DisabledAt != nil) {
		return nil, refuseState(*in.Disabled)
	}
	d, err := uc.compareUser(ctx, s, in)
	if err != nil {
		return nil, err
	}
	if in.SetPassword == nil && d.nothing() {
		return readUser(uc.store.Read(ctx), s.User)
	}
	var out *core.User
	change := func(tx *store.Tx) (err error) {
		out, err = uc.makeChanges(ctx, tx, s, d)
		return err
	}
	if in.SetPassword != nil {
		err = in.SetPassword(core.NewUserStep(d.next, d.addresses, change))
	} else {
		err = uc.kernel.Commit(ctx, change)
	}
	err = uc.refuseSpent(ctx, s.Tenant, s.User.ID, err)
	if errors.Is(err, store.ErrDuplicate) {
		return nil, core.ErrNameTaken
	}
	if err != nil {
		return nil, err
	}
	uc.wake()
	return out, nil
}

// refuseState refuses a user who is disabled, or enabled, already.
func refuseState(disabled bool) error {
	if disabled {
		return core.ErrAlreadyLocked
	}
	return core.ErrNotLocked
}

// makeChanges stores the changes, with all that follows from them, and returns the user after them.
func (uc *UseCases) makeChanges(ctx context.Context, tx *store.Tx, s *core.Subject, d *userChanges) (*core.User, error) {
	if d.nothing() {
		return readUser(tx.Reader, s.User)
	}
	if err := d.lockUser(tx); err != nil { // first, so that concurrent logins and tickets wait or are refused
		return nil, err
	}
	current, err := tx.SaveUser(s.User.Version, d.userAt(tx.Now))
	if err != nil {
		return nil, err
	}
	if !current {
		return nil, core.ErrVersion
	}
	if err := uc.replaceUserAddresses(ctx, tx, s, d); err != nil {
		return nil, err
	}
	if err := checkNameConflicts(tx.Reader, d.next, d.newAddresses()); err != nil {
		return nil, err
	}
	if err := uc.endOutdated(ctx, tx, s, d); err != nil {
		return nil, err
	}
	out, err := uc.verifyAddresses(ctx, tx, s.User.ID, d.orders)
	if err != nil {
		return nil, err
	}
	return out, d.recordEvents(ctx, tx, s)
}
