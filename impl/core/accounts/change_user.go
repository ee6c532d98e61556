package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// ChangeUser changes a user by what draft makes of the user as he is. If another request changes him in
// the meantime, it reads and drafts again, so that the change fits the version that it is of.
func (uc *UseCases) ChangeUser(ctx context.Context, userID string, draft func(*core.User) (UpdateUserInput, error)) error {
	return core.RetryOnVersion(ctx, core.AnyVersion, func() error {
		u, err := uc.FindUser(ctx, userID)
		if err != nil {
			return err
		}
		in, err := draft(u)
		if err != nil {
			return err
		}
		_, err = uc.UpdateUser(ctx, in)
		return err
	})
}
