package boomi

import (
	"context"
	"time"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/logins"
)

// maxUsers is how many users one answer has.
const maxUsers = 1000

// ListAdminUsers lists the users of the customer.
func (h *handlers) ListAdminUsers(ctx context.Context, r boomiapi.ListAdminUsersRequestObject) (boomiapi.ListAdminUsersResponseObject, error) {
	c, err := h.customer(ctx, r.Params.CustomerID)
	if err != nil {
		return nil, err
	}
	where := []accounts.UserCondition{accounts.InTenant(c.ID)}
	if after := r.Params.AfterID; after != nil && *after > 0 {
		where = append(where, accounts.NumberAfter(*after))
	}
	all := accounts.AllOf(where...)
	in := accounts.SearchUsersInput{Where: &all, Order: accounts.OrderByNumber, Limit: maxUsers}
	if r.Params.Limit != nil {
		in.Limit = int(*r.Params.Limit)
	}
	users, total, err := h.Core.Accounts.SearchUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	if r.Params.Limit == nil && total > maxUsers {
		return nil, refused("limit", "required", "The customer has more users than one answer can have. Ask for pages with limit and afterId.")
	}
	ids := make([]string, len(users))
	for i := range users {
		ids[i] = users[i].ID
	}
	facts, err := h.Core.Logins.DescribeLogins(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(boomiapi.ListAdminUsers200JSONResponse, len(users))
	for i := range users {
		out[i] = adminUserRow(c, &users[i], facts[users[i].ID])
	}
	return out, nil
}

// untilUnlocked stands for a ban without an end: the vendor's member is a time.
var untilUnlocked = time.Date(9999, time.December, 31, 23, 59, 59, 0, time.UTC)

func adminUserRow(c customer, u *core.User, f logins.LoginFacts) boomiapi.AdminUserRow {
	row := boomiapi.AdminUserRow{
		ID: &u.Number, Username: nullable.NewNullableWithValue(u.Username), FirstName: nullable.NewNullableWithValue(u.GivenName),
		LastName: nullable.NewNullableWithValue(u.FamilyName), Email: nullable.NewNullableWithValue(primaryEmail(u)),
		IsEnabled: new(u.DisabledAt == nil), IsActive: new(u.DisabledAt == nil), IsAdmin: new(u.Boundary != caller.BoundarySelf), Created: &u.CreatedAt,
		CustomerName: nullable.NewNullableWithValue(c.Name), CustomerID: &c.number, FailedAttempts: new(int32(f.WrongPasswords)),
		BannedUntil: f.BlockedUntil, LastLogin: nullable.NewNullNullable[time.Time](),
	}
	if primaryEmail(u) == "" {
		row.Email = nullable.NewNullNullable[string]()
	}
	if f.LockedOut || u.LockedAt != nil {
		row.BannedUntil = &untilUnlocked
	}
	if f.LastLogin != nil {
		row.LastLogin = nullable.NewNullableWithValue(*f.LastLogin)
	}
	return row
}
