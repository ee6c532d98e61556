package entrust

import (
	"context"
	"strings"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
)

// UserByUseridUsingPOST finds a user by the name with which he logs in.
func (h *handlers) UserByUseridUsingPOST(ctx context.Context, r entrustapi.UserByUseridUsingPOSTRequestObject) (entrustapi.UserByUseridUsingPOSTResponseObject, error) {
	u, err := h.Core.Accounts.FindUserByName(ctx, r.Body.UserID)
	if err != nil {
		return nil, err
	}
	return entrustapi.UserByUseridUsingPOST200JSONResponse(user(u)), nil
}

// UserUsingGET reads a user.
func (h *handlers) UserUsingGET(ctx context.Context, r entrustapi.UserUsingGETRequestObject) (entrustapi.UserUsingGETResponseObject, error) {
	u, err := h.Core.Accounts.FindUser(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	return entrustapi.UserUsingGET200JSONResponse(user(u)), nil
}

// user writes a user as the vendor does. The id is the native one, and not the external one as on
// other surfaces: the vendor's id is always a UUID, and its model has both.
func user(u *core.User) entrustapi.User {
	email, mobile := mainAddress(u, core.AddressEmail), mainAddress(u, accounts.AddressPhone)
	state, kind := entrustapi.UserStateACTIVE, entrustapi.UserTypeMGMTUI
	if u.DisabledAt != nil {
		state = entrustapi.UserStateINACTIVE
	}
	if u.Directory {
		kind = entrustapi.UserTypeLDAPAD
	}
	return entrustapi.User{
		ID: &u.ID, ExternalID: unlessEmpty(u.ExternalID), UserID: &u.Username,
		FirstName: unlessEmpty(u.GivenName), LastName: unlessEmpty(u.FamilyName), Locale: unlessEmpty(strings.ToLower(u.Locale)),
		Email: unlessEmpty(email.Value), Mobile: unlessEmpty(mobile.Value),
		State: &state, Type: &kind, Locked: new(u.LockedAt != nil),
		RegistrationRequired: new(false), VerificationRequired: new(email.Value != "" && !email.Verified),
		UserCreationTime: seconds(&u.CreatedAt), LastModified: seconds(&u.UpdatedAt),
	}
}

// mainAddress is the primary address of a kind; empty: the user has none.
func mainAddress(u *core.User, kind core.AddressKind) (none core.Address) {
	for _, a := range u.Addresses { // the primary ones come first
		if a.Kind == kind {
			return a
		}
	}
	return none
}

func unlessEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
