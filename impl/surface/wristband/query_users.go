package wristband

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// QueryTenantUsers finds users of a tenant.
func (h *handlers) QueryTenantUsers(ctx context.Context, r wristbandapi.QueryTenantUsersRequestObject) (wristbandapi.QueryTenantUsersResponseObject, error) {
	t, err := h.Core.Tenants.ResolveTenant(ctx, r.TenantID)
	if err != nil {
		return nil, err
	}
	out, err := h.queryUsers(ctx, userQuery{r.Params.Query, r.Params.SortBy, r.Params.StartIndex, r.Params.Count}, accounts.InTenant(t.ID))
	if err != nil {
		return nil, err
	}
	return wristbandapi.QueryTenantUsers200JSONResponse(*out), nil
}

// QueryApplicationUsers finds users of the caller's application.
func (h *handlers) QueryApplicationUsers(ctx context.Context, r wristbandapi.QueryApplicationUsersRequestObject) (wristbandapi.QueryApplicationUsersResponseObject, error) {
	who := caller.From(ctx)
	if who.Boundary == caller.BoundaryPlatform { // acts as the application that it names
		who.Boundary, who.ApplicationID = caller.BoundaryApplication, r.ApplicationID
		ctx = caller.Into(ctx, who)
	}
	if who.ApplicationID != r.ApplicationID {
		return nil, fault.ErrForbidden
	}
	out, err := h.queryUsers(ctx, userQuery{r.Params.Query, r.Params.SortBy, r.Params.StartIndex, r.Params.Count})
	if err != nil {
		return nil, err
	}
	return wristbandapi.QueryApplicationUsers200JSONResponse(*out), nil
}

// userQuery has the parameters of both operations.
type userQuery struct {
	query, sortBy     *string
	startIndex, count *int32
}

// usersPerPage is the size of a page if the request does not say. The contract has the bounds.
const usersPerPage = 50

func (h *handlers) queryUsers(ctx context.Context, q userQuery, where ...accounts.UserCondition) (*wristbandapi.UserPage, error) {
	start, count := int32(1), int32(usersPerPage)
	if q.startIndex != nil {
		start = *q.startIndex
	}
	if q.count != nil {
		count = *q.count
	}
	in := accounts.SearchUsersInput{Offset: int(start) - 1, Limit: int(count)}
	var err error
	if in.Order, in.Descending, err = readOrder(q.sortBy); err != nil {
		return nil, err
	}
	if q.query != nil {
		found, err := readQuery(*q.query)
		if err != nil {
			return nil, err
		}
		where = append(where, found...)
	}
	if len(where) > 0 {
		all := accounts.AllOf(where...)
		in.Where = &all
	}
	users, total, err := h.Core.Accounts.SearchUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	out := &wristbandapi.UserPage{TotalResults: total, StartIndex: start, ItemsPerPage: count, Items: make([]wristbandapi.User, len(users))}
	for i := range users {
		out.Items[i] = user(&users[i])
	}
	return out, nil
}

// orders are the attributes by which users are sorted, in lower case.
var orders = map[string]accounts.UserOrder{
	"id": accounts.OrderByID, "username": accounts.OrderByUsername, "email": accounts.OrderByEmail, "givenname": accounts.OrderByGivenName,
	"familyname": accounts.OrderByFamilyName, "status": accounts.OrderByState,
}

// unsortable are the vendor's other attributes.
var unsortable = []string{"externalid", "fullname", "identityprovidername", "identityprovidertype"}

const howToSort = "Write one attribute, such as email or email:desc. The attributes are id, username, email, givenName, familyName and status."

func readOrder(sortBy *string) (order accounts.UserOrder, descending bool, err error) {
	if sortBy == nil {
		return accounts.OrderByID, false, nil
	}
	if strings.Contains(*sortBy, ",") {
		return order, false, unserved("sort_by", howToSort)
	}
	name, direction, _ := strings.Cut(*sortBy, ":")
	order, known := orders[strings.ToLower(name)]
	switch {
	case contains(unsortable, name):
		return order, false, unserved("sort_by", howToSort)
	case !known, direction != "" && direction != "asc" && direction != "desc", direction == "" && strings.HasSuffix(*sortBy, ":"):
		return order, false, invalid("sort_by", "invalid_sort", howToSort)
	}
	return order, direction == "desc", nil
}

// unserved refuses a value of a parameter that the vendor serves, and invalid one that it does not.
func unserved(parameter, how string) error {
	return fault.ErrNotServed.With(fault.Violation{Pointer: "query:" + parameter, Code: unsupported, Message: how})
}

func invalid(parameter, code, how string) error {
	return fault.ErrMalformed.With(fault.Violation{Pointer: "query:" + parameter, Code: code, Message: how})
}
