package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

const AddressPhone = models.AddressPhone

// FindUser reads a user that the caller reaches.
func (uc *UseCases) FindUser(ctx context.Context, userID string) (*core.User, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return found(uc.store.Read(ctx), s.User)
}

func found(rd *store.Reader, u *models.User) (*core.User, error) {
	addresses, err := rd.AddressesOf(u.ID)
	if err != nil {
		return nil, err
	}
	return new(core.UserOf(u, addresses)), nil
}
