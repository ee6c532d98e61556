package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
	"github.com/rekeyhq/rekey/models"
)

// FindUser returns a user in the caller's scope, with the addresses.
func (uc *UseCases) FindUser(ctx context.Context, userID string) (*core.User, error) {
	s, err := uc.kernel.ReadUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return readUser(uc.store.Read(ctx), s.User)
}

// readUser adds what is stored beside the row of a user.
func readUser(rd *store.Reader, u *models.User) (*core.User, error) {
	all, err := readUsers(rd, []models.User{*u})
	if err != nil {
		return nil, err
	}
	return &all[0], nil
}
