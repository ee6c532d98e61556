package wristband

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/identifier"
)

// CreateUser creates a user, who is not active unless the request says so.
func (h *handlers) CreateUser(ctx context.Context, r wristbandapi.CreateUserRequestObject) (wristbandapi.CreateUserResponseObject, error) {
	b := r.Body
	if b.IdentityProviderName != nil && *b.IdentityProviderName != ownProvider {
		return nil, fault.ErrNotServed.With(fault.Violation{
			Pointer: "/identityProviderName", Code: unsupported, Message: "The only identity provider is " + ownProvider + ".",
		})
	}
	if err := checkEmail(&b.Email); err != nil {
		return nil, err
	}
	in := accounts.CreateUserInput{
		TenantID: b.TenantID, Email: b.Email, Verified: b.EmailVerified != nil && *b.EmailVerified, Username: b.Email,
		GivenName: given(b.GivenName), FamilyName: given(b.FamilyName), Nickname: given(b.Nickname), DisplayName: given(b.DisplayName),
		Locale: given(b.PreferredLanguage), Disabled: b.Status == nil || *b.Status != wristbandapi.UserStatusACTIVE, Judged: true,
	}
	fields := []string{"email"}
	if b.Username != nil {
		in.Username, fields = *b.Username, append(fields, "username")
	}
	if number := given(b.PhoneNumber); number != "" {
		in.Phones = []accounts.UserAddress{{Value: number}}
	}
	if b.Password != nil {
		var err error
		if in.Password, err = password("password", b.Password); err != nil {
			return nil, err
		}
	}
	u, err := h.Core.Accounts.CreateUser(ctx, in)
	if err != nil {
		return nil, nameTaken(weakPassword(err), fields...)
	}
	return wristbandapi.CreateUser201JSONResponse(user(u)), nil
}

// given is the value of a member, or empty if it is absent or null.
func given(n nullable.Nullable[string]) string { return n[true] }

// checkEmail refuses an address to which no mail can be sent; nil: there is none.
func checkEmail(address *string) error {
	if address != nil && identifier.CheckMail(*address) != nil {
		return fault.ErrMalformed.With(broken("email", "invalid_email", "", ""))
	}
	return nil
}

// nameTaken names the fields in which the name of another user may be. The core does not tell which of
// them it is.
func nameTaken(err error, fields ...string) error {
	f := fault.From(err)
	if f.Code != core.ErrNameTaken.Code {
		return err
	}
	var all []fault.Violation
	for _, field := range fields {
		all = append(all, broken(field, "not_unique", "", ""))
	}
	return f.With(all...)
}

// weakPassword names the field of the password of a new user.
func weakPassword(err error) error {
	f := fault.From(err)
	if f.Code != core.ErrPasswordPolicy.Code {
		return err
	}
	var all []fault.Violation
	for _, v := range f.Violations {
		v.Pointer = "/password"
		all = append(all, v)
	}
	return core.ErrUser.With(all...)
}
