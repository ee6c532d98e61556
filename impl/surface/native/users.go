package native

import (
	"context"

	"github.com/google/uuid"

	"github.com/rekeyhq/rekey/gen/server/rekeyapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/locale"
)

func user(u *core.User) (rekeyapi.User, error) {
	id, err := uuid.Parse(u.ID)
	out := rekeyapi.User{
		ID: id, Number: u.Number, TenantID: u.TenantID, ApplicationID: u.ApplicationID, Username: u.Username,
		GivenName: u.GivenName, FamilyName: u.FamilyName, Nickname: u.Nickname, DisplayName: u.DisplayName, Gender: rekeyapi.Gender(u.Gender),
		Locale: u.Locale, Emails: addressesOfKind(u, core.AddressEmail), Phones: addressesOfKind(u, accounts.AddressPhone),
		Source: rekeyapi.UserSourceLocal, SecondFactor: u.MFA, Disabled: u.DisabledAt != nil, Locked: u.LockedAt != nil,
		Metadata: u.Metadata, Boundary: rekeyapi.UserBoundary(u.Boundary), Permissions: u.Permissions,
		Version: u.Version, CreatedAt: u.CreatedAt, UpdatedAt: u.UpdatedAt,
	}
	if u.ExternalID != "" {
		out.ExternalID = &u.ExternalID
	}
	if u.Directory {
		out.Source = rekeyapi.UserSourceDirectory
	}
	return out, err
}

// addressesOfKind are the addresses of a kind that a user has.
func addressesOfKind(u *core.User, kind core.AddressKind) []rekeyapi.KnownAddress {
	out := []rekeyapi.KnownAddress{}
	for _, a := range u.Addresses {
		if a.Kind == kind {
			out = append(out, rekeyapi.KnownAddress{Address: a.Value, Verified: a.Verified, Primary: a.Primary})
		}
	}
	return out
}

// addresses are those in the request; nil if it has none.
func addresses(in *[]rekeyapi.UserAddress) *[]accounts.UserAddress {
	if in == nil {
		return nil
	}
	out := make([]accounts.UserAddress, len(*in))
	for i, a := range *in {
		out[i] = accounts.UserAddress{Value: a.Address, Verified: orZero(a.Verified), Primary: orZero(a.Primary)}
	}
	return &out
}

func phones(in *[]rekeyapi.UserPhone) *[]accounts.UserAddress {
	if in == nil {
		return nil
	}
	out := make([]accounts.UserAddress, len(*in))
	for i, p := range *in {
		out[i] = accounts.UserAddress{Value: p.Address, Verified: orZero(p.Verified), Primary: orZero(p.Primary)}
	}
	return &out
}

// ListUsers lists the users in the caller's scope.
func (h *handlers) ListUsers(ctx context.Context, r rekeyapi.ListUsersRequestObject) (rekeyapi.ListUsersResponseObject, error) {
	in := accounts.ListUsersInput{
		TenantID: orZero(r.Params.TenantID), ExternalID: orZero(r.Params.ExternalID), Username: orZero(r.Params.Username), Email: orZero(r.Params.Email),
		Disabled: r.Params.Disabled, Locked: r.Params.Locked,
	}
	l := h.list(ctx, "users", in.TenantID, in.ExternalID, in.Username, in.Email, r.Params.Disabled != nil, orZero(in.Disabled), r.Params.Locked != nil, orZero(in.Locked))
	var err error
	if in.Page, err = l.page(r.Params.Limit, r.Params.Cursor); err != nil {
		return nil, err
	}
	rows, more, err := h.Core.Accounts.ListUsers(ctx, in)
	if err != nil {
		return nil, err
	}
	out := rekeyapi.ListUsers200JSONResponse{Items: make([]rekeyapi.User, len(rows))}
	last := ""
	for i := range rows {
		if out.Items[i], err = user(&rows[i]); err != nil {
			return nil, err
		}
		last = rows[i].ID
	}
	out.NextCursor, err = l.next(more, last)
	return out, err
}

// CreateUser creates a user without a password.
func (h *handlers) CreateUser(ctx context.Context, r rekeyapi.CreateUserRequestObject) (rekeyapi.CreateUserResponseObject, error) {
	in := accounts.CreateUserInput{
		TenantID: r.Body.TenantID, ExternalID: orZero(r.Body.ExternalID), Username: r.Body.Username, GivenName: orZero(r.Body.GivenName),
		FamilyName: orZero(r.Body.FamilyName), Nickname: orZero(r.Body.Nickname), DisplayName: orZero(r.Body.DisplayName), Gender: accounts.Gender(orZero(r.Body.Gender)),
		Locale: orZero(r.Body.Locale),
		Emails: orZero(addresses(r.Body.Emails)), Phones: orZero(phones(r.Body.Phones)), MFA: orZero(r.Body.SecondFactor),
		Directory: orZero(r.Body.Source) == rekeyapi.UserSourceDirectory, Disabled: orZero(r.Body.Disabled),
		Metadata: orZero(r.Body.Metadata), Boundary: caller.Boundary(orZero(r.Body.Boundary)), Permissions: orZero(r.Body.Permissions),
	}
	u, err := h.Core.Accounts.CreateUser(ctx, in)
	if err != nil {
		return nil, err
	}
	body, err := user(u)
	return rekeyapi.CreateUser201JSONResponse{
		Body: body, Headers: rekeyapi.CreateUser201ResponseHeaders{ETag: etag(u.Version)},
	}, err
}

// GetUser reads one user.
func (h *handlers) GetUser(ctx context.Context, r rekeyapi.GetUserRequestObject) (rekeyapi.GetUserResponseObject, error) {
	u, err := h.Core.Accounts.FindUser(ctx, r.UserID.String())
	if err != nil {
		return nil, err
	}
	body, err := user(u)
	return rekeyapi.GetUser200JSONResponse{
		Body: body, Headers: rekeyapi.GetUser200ResponseHeaders{ETag: etag(u.Version)},
	}, err
}

// UpdateUser changes the members of a user that the request has.
func (h *handlers) UpdateUser(ctx context.Context, r rekeyapi.UpdateUserRequestObject) (rekeyapi.UpdateUserResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	u, err := h.Core.Accounts.UpdateUser(ctx, accounts.UpdateUserInput{
		UserID: r.UserID.String(), Version: v, Username: r.Body.Username, GivenName: r.Body.GivenName,
		FamilyName: r.Body.FamilyName, Nickname: r.Body.Nickname, DisplayName: r.Body.DisplayName, Gender: (*accounts.Gender)(r.Body.Gender), Locale: r.Body.Locale,
		Emails: addresses(r.Body.Emails), Phones: phones(r.Body.Phones), MFA: r.Body.SecondFactor,
		Disabled: r.Body.Disabled, Locked: r.Body.Locked, Metadata: (*map[string]string)(r.Body.Metadata),
		Boundary: (*caller.Boundary)(r.Body.Boundary), Permissions: r.Body.Permissions,
	})
	if err != nil {
		return nil, err
	}
	body, err := user(u)
	return rekeyapi.UpdateUser200JSONResponse{
		Body: body, Headers: rekeyapi.UpdateUser200ResponseHeaders{ETag: etag(u.Version)},
	}, err
}

// DeleteUser deletes a user with everything that belongs to it.
func (h *handlers) DeleteUser(ctx context.Context, r rekeyapi.DeleteUserRequestObject) (rekeyapi.DeleteUserResponseObject, error) {
	v, err := version(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	if _, err := h.Core.Accounts.DeleteUser(ctx, r.UserID.String(), v); err != nil {
		return nil, err
	}
	return rekeyapi.DeleteUser204Response{}, nil
}

// ListLocales lists the languages of messages.
func (h *handlers) ListLocales(context.Context, rekeyapi.ListLocalesRequestObject) (rekeyapi.ListLocalesResponseObject, error) {
	out := rekeyapi.ListLocales200JSONResponse{}
	for _, l := range locale.Spoken() {
		out.Items = append(out.Items, rekeyapi.SpokenLocale{Locale: l, Fallback: l == locale.Fallback})
	}
	return out, nil
}
