package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// HasUsername reports whether a tenant has a user of that name. The import command asks it,
// with the database at hand: it needs no right.
func (uc *UseCases) HasUsername(ctx context.Context, tenantID, username string) (bool, error) {
	_, err := uc.store.Read(ctx).FindUserByUsername(tenantID, core.UsernameKeys(username)...)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
