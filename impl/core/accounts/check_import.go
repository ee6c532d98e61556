package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// CheckImport returns the refusals that ImportUsers would return, and writes nothing.
func (uc *UseCases) CheckImport(ctx context.Context, batch []ImportUser) ([]error, error) {
	refused, ready, err := uc.prepareUsers(ctx, batch)
	for i, u := range ready {
		if err != nil {
			return nil, err
		}
		if u != nil {
			refused[i], err = splitRefusal(uc.checkFree(ctx, u))
		}
	}
	return refused, err
}

// checkFree refuses a user whose id, name or address another user has.
func (uc *UseCases) checkFree(ctx context.Context, u *preparedUser) error {
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
