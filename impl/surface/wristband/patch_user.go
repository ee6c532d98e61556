package wristband

import (
	"context"

	"github.com/oapi-codegen/nullable"

	"github.com/rekeyhq/rekey/gen/server/wristbandapi"
	"github.com/rekeyhq/rekey/impl/caller"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// PatchUser changes a user.
func (h *handlers) PatchUser(ctx context.Context, r wristbandapi.PatchUserRequestObject) (wristbandapi.PatchUserResponseObject, error) {
	b := r.Body
	if err := mayPatch(ctx, r.UserID, b); err != nil {
		return nil, err
	}
	if err := checkEmail(b.Email); err != nil {
		return nil, err
	}
	in := accounts.UpdateUserInput{
		UserID: r.UserID, Version: core.AnyVersion, Username: b.Username, NameFollows: true, Vouched: b.EmailVerified,
		GivenName: change(b.GivenName), FamilyName: change(b.FamilyName), Nickname: change(b.Nickname), DisplayName: change(b.DisplayName),
		Locale: change(b.PreferredLanguage),
	}
	var fields []string
	if b.Email != nil {
		in.Email, fields = &accounts.UserAddress{Value: *b.Email}, append(fields, "email")
	}
	if b.Username != nil {
		fields = append(fields, "username")
	}
	if number := change(b.PhoneNumber); number != nil {
		in.Phone = &accounts.UserAddress{Value: *number}
		if *number == "" {
			in.Phone, in.Phones = nil, &[]accounts.UserAddress{}
		}
	}
	if b.Status != nil {
		inactive := *b.Status == wristbandapi.UserStatusINACTIVE
		in.Disabled = &inactive
		if !inactive {
			in.Locked = &inactive // the vendor has one state for both
		}
	}
	u, err := h.Core.Accounts.UpdateUser(ctx, in)
	if err != nil {
		return nil, nameTaken(err, fields...)
	}
	return wristbandapi.PatchUser200JSONResponse(user(u)), nil
}

// mayPatch checks what the members of the request need. A user may change what his own profile says of
// him, not what decides about his access: a session alone must not be enough to take the account over.
func mayPatch(ctx context.Context, userID string, b *wristbandapi.PatchUserInput) error {
	who := caller.From(ctx)
	email := b.Email != nil || b.EmailVerified != nil
	if who.OnlyHimself() {
		if !isCaller(ctx, userID) || email || b.Status != nil || b.Username != nil || b.PhoneNumber.IsSpecified() {
			return fault.ErrForbidden
		}
		return nil
	}
	if email && !who.May(caller.ManageEmail) {
		return caller.Lacks(caller.ManageEmail)
	}
	if b.Status != nil && !who.May(caller.ManageStatus) {
		return caller.Lacks(caller.ManageStatus)
	}
	return nil
}

// change is the new value of a member; empty if it is null, nil if it is absent.
func change(n nullable.Nullable[string]) *string {
	if !n.IsSpecified() {
		return nil
	}
	value := n[true]
	return &value
}
