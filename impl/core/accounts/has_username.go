package accounts

import (
	"context"
	"errors"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// HasUsername reports whether a tenant has a user of that name. Only the
// operator's import command may ask: for any other caller the answer would be an enumeration.
func (uc *UseCases) HasUsername(ctx context.Context, tenantID, username string) (bool, error) {
	if err := core.RequireOperator(ctx); err != nil {
		return false, err
	}
	_, err := uc.store.Read(ctx).FindUserByUsername(tenantID, core.UsernameKeys(username)...)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
