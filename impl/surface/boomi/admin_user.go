package boomi

import (
	"context"
	"strconv"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/boomiapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/tenants"
	"github.com/rekeyhq/rekey/impl/fault"
)

// A customer is the tenant in which a request acts, with its integer id.
type customer struct {
	*tenants.Tenant
	number int32
}

// customer reads the customer of a request. A request may repeat its id and cannot choose another: the
// integers of one customer never reach the users of another.
func (h *handlers) customer(ctx context.Context, named *int32) (customer, error) {
	t, err := h.Core.Tenants.ResolveTenant(ctx, "")
	if err != nil {
		return customer{}, err
	}
	n, err := h.Core.Tenants.NumberTenant(ctx, t.ID)
	if err != nil {
		return customer{}, err
	}
	if named != nil && *named != 0 && *named != n {
		return customer{}, fault.ErrForbidden
	}
	return customer{t, n}, nil
}

// find reads the user of the customer with an integer id.
func (h *handlers) find(ctx context.Context, c customer, id int32) (*core.User, error) {
	where := accounts.AllOf(accounts.InTenant(c.ID), accounts.HasNumber(id))
	found, _, err := h.Core.Accounts.SearchUsers(ctx, accounts.SearchUsersInput{Where: &where, Limit: 1, Order: accounts.OrderByID})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 { // of users from earlier versions, the external id and the number can be two integers
		found, _, err = h.Core.Accounts.ListUsers(ctx, accounts.ListUsersInput{
			TenantID: c.ID, ExternalID: strconv.Itoa(int(id)), Page: core.Page{Limit: 1},
		})
		if err != nil {
			return nil, err
		}
	}
	if len(found) == 0 {
		return nil, core.ErrUserNotFound
	}
	return &found[0], nil
}

// findOwn reads a user of the customer of a request that names no customer.
func (h *handlers) findOwn(ctx context.Context, id int32) (*core.User, error) {
	c, err := h.customer(ctx, nil)
	if err != nil {
		return nil, err
	}
	return h.find(ctx, c, id)
}

// GetAdminUser reads a user.
func (h *handlers) GetAdminUser(ctx context.Context, r boomiapi.GetAdminUserRequestObject) (boomiapi.GetAdminUserResponseObject, error) {
	c, err := h.customer(ctx, nil)
	if err != nil {
		return nil, err
	}
	u, err := h.find(ctx, c, r.UserID)
	if err != nil {
		return nil, err
	}
	return boomiapi.GetAdminUser200JSONResponse(adminUser(c, u)), nil
}

// DeleteAdminUser deletes a user.
func (h *handlers) DeleteAdminUser(ctx context.Context, r boomiapi.DeleteAdminUserRequestObject) (boomiapi.DeleteAdminUserResponseObject, error) {
	u, err := h.findOwn(ctx, r.UserID)
	if err != nil {
		return nil, err
	}
	if _, err := h.Core.Accounts.DeleteUser(ctx, u.ID, core.AnyVersion); err != nil {
		return nil, err
	}
	return boomiapi.DeleteAdminUser200JSONResponse(noData), nil
}

// adminUser writes a user as the vendor does.
func adminUser(c customer, u *core.User) boomiapi.AdminUser {
	return boomiapi.AdminUser{
		ID: &u.Number, CustomerID: &c.number, Username: u.Username, FirstName: u.GivenName, LastName: u.FamilyName, Email: primaryEmail(u),
		IsActive: u.DisabledAt == nil, IsEnabled: u.DisabledAt == nil, IsLogSession: true,
	}
}

// primaryEmail is the primary address; empty: the user has none.
func primaryEmail(u *core.User) string {
	for _, a := range u.Addresses { // the primary ones first
		if a.Kind == core.AddressEmail {
			return a.Value
		}
	}
	return ""
}

// members are the vendor's names of what the core refuses of a user.
var members = strings.NewReplacer("/givenName", "/firstName", "/familyName", "/lastName", "/emails/0/address", "/email")

// inMembers names the members of the body that a fault concerns.
func inMembers(err error) error {
	f := fault.From(err)
	if err == nil || len(f.Violations) == 0 {
		return err
	}
	list := make([]fault.Violation, len(f.Violations))
	for i, v := range f.Violations {
		v.Pointer = members.Replace(v.Pointer)
		list[i] = v
	}
	return f.With(list...)
}
