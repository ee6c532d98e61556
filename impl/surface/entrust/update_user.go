package entrust

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/entrustapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/fault"
)

// UpdateUserUsingPUT changes what the request has, in one transaction.
func (h *handlers) UpdateUserUsingPUT(ctx context.Context, r entrustapi.UpdateUserUsingPUTRequestObject) (entrustapi.UpdateUserUsingPUTResponseObject, error) {
	if err := h.updateUser(ctx, r.ID, *r.Body); err != nil {
		return nil, err
	}
	return entrustapi.UpdateUserUsingPUT200Response{}, nil
}

// UpdateUserStateUsingPUT enables or disables a user.
func (h *handlers) UpdateUserStateUsingPUT(ctx context.Context, r entrustapi.UpdateUserStateUsingPUTRequestObject) (entrustapi.UpdateUserStateUsingPUTResponseObject, error) {
	if err := h.updateUser(ctx, r.Userid, entrustapi.UserParms{State: &r.Body.State}); err != nil {
		return nil, err
	}
	return entrustapi.UpdateUserStateUsingPUT200Response{}, nil
}

// updateUser changes what differs of a user. Which address is new, and whether it is verified, is decided on
// the version that was read.
func (h *handlers) updateUser(ctx context.Context, id string, p entrustapi.UserParms) error {
	return h.Core.Accounts.ChangeUser(ctx, id, func(u *core.User) (accounts.UpdateUserInput, error) { return userChanges(u, p) })
}

// userChanges are the changes that a request makes of a user.
func userChanges(u *core.User, p entrustapi.UserParms) (accounts.UpdateUserInput, error) {
	in := accounts.UpdateUserInput{
		UserID: u.ID, Version: u.Version, Username: p.UserID, GivenName: p.FirstName, FamilyName: p.LastName, Locale: p.Locale, Locked: p.Lock,
	}
	if p.ExternalID != nil && *p.ExternalID != u.ExternalID {
		return in, notServed("/externalId", "The external id of a user cannot be changed.")
	}
	if p.State != nil {
		in.Disabled = new(isInactive(p.State))
	}
	mobile := mainAddress(u, accounts.AddressPhone).Value
	switch {
	case p.Mobile == nil || *p.Mobile == mobile:
	case *p.Mobile == "":
		in.Phones = &[]accounts.UserAddress{}
	default:
		in.Phone = &accounts.UserAddress{Value: *p.Mobile, Verified: isFalse(p.VerificationRequired)}
	}
	return in, changeEmail(&in, u, p)
}

// changeEmail sets the new e-mail address, or that the one which the user has is verified.
func changeEmail(in *accounts.UpdateUserInput, u *core.User, p entrustapi.UserParms) error {
	has := mainAddress(u, core.AddressEmail)
	wanted, stays := has.Value, p.Email == nil || *p.Email == has.Value
	if !stays {
		wanted = *p.Email
	}
	known, mail := isFalse(p.VerificationRequired), !isFalse(p.EmailVerification)
	switch {
	case wanted == "" && !stays: // the vendor's user has one address
		in.Emails = &[]accounts.UserAddress{}
		return nil
	case wanted == "" || stays && has.Verified:
		if isTrue(p.VerificationRequired) {
			return notServed("/verificationRequired", "There is no address to verify, or it is verified and cannot be made unverified.")
		}
		return nil
	case stays && !known:
		mail = isTrue(p.EmailVerification) // another link, if it is asked for
		if !mail {
			return nil
		}
	}
	in.Email = &accounts.UserAddress{Value: wanted, Verified: known}
	if !known && mail && mayLogIn(u, in) {
		in.Email.Verify = mailedLink()
	}
	return nil
}

// mayLogIn reports whether the user may log in after a change.
func mayLogIn(u *core.User, in *accounts.UpdateUserInput) bool {
	disabled, locked := u.DisabledAt != nil, u.LockedAt != nil
	if in.Disabled != nil {
		disabled = *in.Disabled
	}
	if in.Locked != nil {
		locked = *in.Locked
	}
	return !disabled && !locked
}

// notServed refuses a value of a member that other values are served of.
func notServed(pointer, message string) error {
	return fault.ErrNotServed.With(fault.Violation{Pointer: pointer, Code: "not_served", Message: message})
}
