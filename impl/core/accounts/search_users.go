package accounts

import (
	"context"

	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/store"
)

// UserOrder is what found users are sorted by.
type UserOrder = store.UserOrder

// The orders.
const (
	OrderByID          = store.OrderByID
	OrderByUsername    = store.OrderByUsername
	OrderByGivenName   = store.OrderByGivenName
	OrderByFamilyName  = store.OrderByFamilyName
	OrderByNickname    = store.OrderByNickname
	OrderByDisplayName = store.OrderByDisplayName
	OrderByEmail       = store.OrderByEmail
	OrderByState       = store.OrderByState
	OrderByCreation    = store.OrderByCreation
)

// SearchUsersInput describes a page of a search.
type SearchUsersInput struct {
	Where         *UserCondition // nil: all users in scope
	Order         UserOrder
	Descending    bool
	Offset, Limit int
}

// SearchUsers finds users in the caller's scope, which holds whatever the condition is, and counts
// all that are found.
func (uc *UseCases) SearchUsers(ctx context.Context, in SearchUsersInput) ([]core.User, int64, error) {
	rd := uc.store.Read(ctx)
	search := store.UserSearch{
		Scope: core.CallerScope(ctx), Order: in.Order, Descending: in.Descending, Offset: in.Offset, Limit: in.Limit,
	}
	if in.Where != nil {
		search.Where = &in.Where.stored
	}
	rows, total, err := rd.SearchUsers(search)
	if err != nil {
		return nil, 0, err
	}
	out, err := readUsers(rd, rows)
	return out, total, err
}
