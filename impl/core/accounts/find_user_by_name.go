package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
)

// FindUserByName returns the user in the caller's scope who has the name as user name or as e-mail
// address. A tenant has at most one such user; a caller whose scope has several tenants can be told
// that several have the name.
func (uc *UseCases) FindUserByName(ctx context.Context, name string) (*core.User, error) {
	name = core.TrimName(name)
	whole := Match{IgnoreCase: true} // names are compared in canonical form, as by a login
	either := AnyOf(HasText(TextUsername, name, whole), HasText(TextEmail, name, whole))
	found, total, err := uc.SearchUsers(ctx, SearchUsersInput{Where: &either, Order: OrderByID, Limit: 1})
	switch {
	case err != nil:
		return nil, err
	case total == 0:
		return nil, core.ErrUserNotFound
	case total > 1:
		return nil, core.ErrUserAmbiguous
	}
	return &found[0], nil
}
