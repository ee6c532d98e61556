package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/models"
)

// SetAddressInput is a new primary address of a user.
type SetAddressInput struct {
	UserID  string
	Kind    core.AddressKind
	Address UserAddress
}

// SetAddress replaces the primary address of a kind. It refuses the address that is the primary one
// already.
func (uc *UseCases) SetAddress(ctx context.Context, in SetAddressInput) (out *core.User, err error) {
	err = core.RetryOnVersion(ctx, core.AnyVersion, func() error {
		s, err := uc.kernel.AuthorizeUser(ctx, in.UserID)
		if err != nil {
			return err
		}
		have, err := uc.store.Read(ctx).AddressesOf(s.User.ID)
		if err != nil {
			return err
		}
		same := core.FindAddressByKey(ofKind(have, in.Kind), core.AddressKeys(in.Kind, in.Address.Value))
		if same != nil && same.IsPrimary {
			return core.ErrAddressUnchanged
		}
		change := UpdateUserInput{UserID: in.UserID, Version: s.User.Version, Email: &in.Address}
		if in.Kind == models.AddressPhone {
			change.Email, change.Phone = nil, change.Email
		}
		out, err = uc.updateUser(ctx, change)
		return err
	})
	return out, err
}
