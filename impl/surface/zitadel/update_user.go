package zitadel

import (
	"context"

	"github.com/rekeyhq/rekey/gen/server/zitadelapi"
	"github.com/rekeyhq/rekey/impl/core"
	"github.com/rekeyhq/rekey/impl/core/accounts"
	"github.com/rekeyhq/rekey/impl/core/passwords"
	"github.com/rekeyhq/rekey/impl/fault"
	"github.com/rekeyhq/rekey/impl/secret"
)

// UpdateUser changes what the request has.
func (h *handlers) UpdateUser(ctx context.Context, r zitadelapi.UpdateUserRequestObject) (zitadelapi.UpdateUserResponseObject, error) {
	human, _ := optional(r.Body.Human)
	username, renamed := optional(r.Body.Username)
	phone, hasPhone := optional(human.Phone)
	more := renamed || human.Profile != nil || human.Email != nil || hasPhone
	switch {
	case more && human.Password != nil: // one transaction would have to change both
		return nil, fault.ErrNotServed.With(fault.Violation{Pointer: "/human/password", Code: "not_served", Message: "Not served together with other changes."})
	case hasPhone && phone.Phone == nil: // the vendor removes the phone
		return nil, fault.ErrNotServed.With(fault.Violation{Pointer: "/human/phone", Code: "not_served", Message: "A phone is not removed here."})
	case more:
		in := accounts.UpdateUserInput{UserID: r.UserID, Version: core.AnyVersion}
		if renamed {
			in.Username = &username
		}
		return h.updateUser(ctx, in, human, phone)
	case human.Password == nil:
		return h.unchanged(ctx, r.UserID)
	}
	out, err := h.updatePassword(ctx, r.UserID, *human.Password)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{ChangeDate: out.ChangedAt}, nil
}

func (h *handlers) updateUser(ctx context.Context, in accounts.UpdateUserInput, human zitadelapi.UpdateUserHuman, phone zitadelapi.SetHumanPhone) (zitadelapi.UpdateUserResponseObject, error) {
	if err := requireAdministrator(ctx); err != nil {
		return nil, err
	}
	if p := human.Profile; p != nil {
		in.GivenName, in.FamilyName, in.Nickname, in.DisplayName, in.Locale = p.GivenName, p.FamilyName, p.NickName, p.DisplayName, p.PreferredLanguage
		if p.Gender != nil {
			in.Gender = new(storedGender(p.Gender))
		}
	}
	if human.Email != nil {
		email, err := humanEmail("/human/email", *human.Email)
		if err != nil {
			return nil, err
		}
		in.Email = &email
	}
	if phone.Phone != nil {
		number, err := humanPhone("/human/phone", phone)
		if err != nil {
			return nil, err
		}
		in.Phone = &number
	}
	u, err := h.Core.Accounts.UpdateUser(ctx, in)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{
		ChangeDate: u.UpdatedAt, EmailCode: unlessZero(issuedCode(u, core.AddressEmail)), PhoneCode: unlessZero(issuedCode(u, accounts.AddressPhone)),
	}, nil
}

func (h *handlers) unchanged(ctx context.Context, userID string) (zitadelapi.UpdateUserResponseObject, error) {
	if err := requireSelf(ctx, userID); err != nil {
		return nil, err
	}
	u, err := h.Core.Accounts.FindUser(ctx, userID)
	if err != nil {
		return nil, err
	}
	return zitadelapi.UpdateUser200JSONResponse{ChangeDate: u.UpdatedAt}, nil
}

func (h *handlers) updatePassword(ctx context.Context, userID string, in zitadelapi.SetHumanPassword) (*core.UserChange, error) {
	const at = "/human/password"
	password, clear := optional(in.Password)
	hashed, imported := optional(in.HashedPassword)
	_, current := optional(in.CurrentPassword)
	_, code := optional(in.VerificationCode)
	switch {
	case clear && imported:
		return nil, exclusive(at+"/password", at+"/hashedPassword")
	case imported && current:
		return nil, exclusive(at+"/hashedPassword", at+"/currentPassword")
	case imported && code:
		return nil, exclusive(at+"/hashedPassword", at+"/verificationCode")
	case imported:
		if err := requireSelf(ctx, userID); err != nil {
			return nil, err
		}
		return h.order(ctx, passwords.SetPasswordInput{
			UserID: userID, Hash: secret.NewText(orZero(hashed.Hash)), MustChange: new(orZero(hashed.ChangeRequired)),
		})
	case clear:
		return h.choose(ctx, choice{
			userID: userID, password: orZero(password.Password), mustChange: orZero(password.ChangeRequired),
			current: in.CurrentPassword, code: in.VerificationCode, at: at,
		})
	}
	return nil, fault.ErrMalformed.With(fault.Violation{
		Pointer: at, Code: "required", Message: "Needs either password or hashedPassword.",
	})
}
